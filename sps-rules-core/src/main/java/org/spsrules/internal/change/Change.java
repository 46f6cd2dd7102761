package org.spsrules.internal.change;

import java.util.function.Consumer;
import org.spsrules.FactChange;

/**
 * One fact of a case set to one value.
 *
 * @param slot where
 * @param shown the change in words
 * @param edit does it
 */
record Change(Slot slot, FactChange shown, Consumer<CaseDraft> edit) {}
