/**
 * The facts of one patient case, which rules match, seen through the vocabulary.
 *
 * <p>Facts from the case are an open world: what is not stated is unknown, never absent. So a fact is asked in words
 * that say which is meant ({@code has}, {@code hasNot}, {@code neverHad}, {@code untried}); only a {@link
 * org.spsrules.internal.fact.Finding}, which rules conclude, may be negated.
 */
@NullMarked
package org.spsrules.internal.fact;

import org.jspecify.annotations.NullMarked;
