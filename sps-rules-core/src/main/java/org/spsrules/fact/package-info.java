/**
 * What rules match: the facts of one patient case, as seen through the vocabulary.
 *
 * <p>Facts from the case are an open world: what is not stated is unknown, never absent. So a fact is asked in words
 * that say which is meant ({@code has}, {@code hasNot}, {@code neverHad}, {@code untried}); only a {@link
 * org.spsrules.fact.Finding}, which rules conclude, may be negated.
 */
@NullMarked
package org.spsrules.fact;

import org.jspecify.annotations.NullMarked;
