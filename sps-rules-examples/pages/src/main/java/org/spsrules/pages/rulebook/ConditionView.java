package org.spsrules.pages.rulebook;

import java.util.List;

/**
 * A condition in words.
 *
 * @param before what stands before it: {@code not} or nothing
 * @param words what it asks for
 * @param alternatives if it is a choice, the alternatives, all parts of one of which must hold; empty otherwise
 */
public record ConditionView(String before, Ref words, List<List<ConditionView>> alternatives) {}
