package org.spsrules.authoring.verify;

import java.util.List;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param rules how many rules there are
 * @param unseen the rules that the model of all cases does not see
 * @param dead the rules that apply in no case
 * @param echoes the rules that another rule makes superfluous
 * @param invariants what became of each invariant
 */
public record Verified(int rules, List<Unseen> unseen, List<Idle> dead, List<Idle> echoes, List<Proof> invariants) {

    /** Whether there is nothing to mend. */
    public boolean isWell() {
        return dead.isEmpty() && invariants.stream().allMatch(proof -> proof.outcome() == Outcome.PROVEN);
    }

    /** A rule that the model does not see, and the question that has no formula. */
    public record Unseen(String rule, String question) {}

    /** A rule without any effect of its own, and why. */
    public record Idle(String rule, String file, int line, int column, String why) {}

    /**
     * What became of an invariant.
     *
     * @param counterexample the smallest case found that breaks it, if one does, as a scenario would state it
     */
    public record Proof(
            String name,
            String file,
            int line,
            int column,
            String says,
            Outcome outcome,
            Optional<String> counterexample) {}

    /** What can become of an invariant. */
    public enum Outcome {
        /** It holds of every case within the bounds of the model. */
        PROVEN,
        /** There is no case of which it speaks. */
        EMPTY,
        /** The model does not see a rule that may say it, or has no formula for what it asks. */
        NOT_SEEN,
        /** A case breaks it, and the engines that were asked say so. */
        BROKEN,
        /** The model has a case that breaks it, and an engine disagrees: one of them is wrong. */
        IN_DOUBT
    }
}
