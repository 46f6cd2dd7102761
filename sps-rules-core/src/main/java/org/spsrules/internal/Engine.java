package org.spsrules.internal;

import java.util.Set;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.rule.Match;

/**
 * What finds the rules that apply: the production engine, or the reference evaluator. Thread-safe.
 *
 * <p>Public only because the authoring library lies in other packages; it is no part of the API.
 */
@FunctionalInterface
public interface Engine extends AutoCloseable {

    /**
     * Every rule that applies to these facts.
     *
     * @throws org.spsrules.RuleFailedException if a rule fails; nothing of the evaluation is given out
     * @throws IllegalStateException if the engine has been closed
     */
    Set<Match> evaluate(Facts facts);

    /** Waits for evaluations that have begun, and releases what the engine holds. */
    @Override
    default void close() {}
}
