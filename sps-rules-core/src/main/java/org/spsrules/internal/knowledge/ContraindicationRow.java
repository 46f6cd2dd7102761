package org.spsrules.internal.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * What stands against a therapy in a patient who has a condition (decision D-24).
 *
 * @param therapy code of a therapy or of a class
 * @param condition code of the condition, or of a group of conditions; or of a test, which is positive
 * @param also codes of what has to be there as well, for the row to hold
 * @param untested codes of the tests that settle the matter: with a result of one of them, the row does not hold
 * @param level what follows
 * @param verified where it was read; what was read nowhere is shown as unverified
 * @param reason a sentence for the clinician
 * @param exclusion how the condition is excluded, if it has to be before the therapy begins
 * @param sources ids of the statements that it rests on
 */
public record ContraindicationRow(
        String therapy,
        String condition,
        List<String> also,
        List<String> untested,
        Level level,
        List<Reading> verified,
        String reason,
        Optional<Exclusion> exclusion,
        List<String> sources) {

    /**
     * The exclusion of a condition.
     *
     * @param by codes of the tests that are to be negative, or of the care that tells whether the condition is there
     * @param untilThen the caution beside an offer while the condition is not excluded, in sentences
     */
    public record Exclusion(List<String> by, String untilThen) {}

    /** What follows from a contraindication. */
    public enum Level {
        /** Beginning or increasing the therapy is withheld. */
        ABSOLUTE,
        /** Likewise, until a specialist decides. */
        SPECIALIST_DECISION,
        /** The therapy is offered with a caution. */
        CAUTION;

        /** How files spell it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
