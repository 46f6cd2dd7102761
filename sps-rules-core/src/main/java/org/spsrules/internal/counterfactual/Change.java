package org.spsrules.internal.counterfactual;

import java.util.function.Consumer;
import org.spsrules.FactChange;

/**
 * One fact of a case set to one value.
 *
 * @param slot where
 * @param shown the change in words
 * @param edit does it
 */
public record Change(Slot slot, FactChange shown, Consumer<CaseDraft> edit) {}
