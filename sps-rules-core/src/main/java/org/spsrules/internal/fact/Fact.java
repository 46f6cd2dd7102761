package org.spsrules.internal.fact;

import java.util.List;
import java.util.Optional;

/**
 * Something that holds of a patient, which rules match.
 *
 * <p>Some of it may not be known. What happens is reported when it happens: a plan, a refusal, a shortage, a side effect, a
 * label, and the decision to treat as SPS do not count as unknown while nobody has stated them.
 */
public sealed interface Fact
        permits Patient,
                Diagnosis,
                Course,
                History,
                Tests,
                TestResult,
                Treatment,
                Option,
                Plan,
                Contraindication,
                Interaction,
                Finding {

    /** What tells it from others of its type: what the case states, where it states it; out of reach of rules. */
    default Object stated() {
        return this;
    }

    /** The code of what it is about: a therapy, or what a finding names; out of reach of rules. */
    default Optional<String> about() {
        return Optional.empty();
    }

    /**
     * This fact as it may be once what is not known is known: enough ways of it that the question about these
     * arguments holds in one of them if it holds in any.
     */
    default List<? extends Fact> completions(String question, List<String> arguments) {
        return List.of();
    }
}
