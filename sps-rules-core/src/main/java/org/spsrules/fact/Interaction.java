package org.spsrules.fact;

import java.util.List;
import org.spsrules.knowledge.InteractionRow;

/**
 * Two therapies that call for care together, of which the patient takes at least one.
 *
 * @param therapy code of the one, a therapy or class
 * @param other code of the other; {@code with} would be a keyword of the rule compiler
 * @param level {@code absolute}, {@code specialist-decision} or {@code caution}
 * @param therapyTaken whether the patient takes the one
 * @param otherTaken whether the patient takes the other
 * @param reason a sentence for the clinician
 * @param verified whether it was read in a source
 * @param sources ids of the statements behind it
 */
public record Interaction(
        @Says("interaction: {value}") String therapy,
        @Says("with {value}") String other,

        @Says(
                value = "level: {value}",
                words = {"absolute", "specialist-decision", "caution"})
        String level,

        boolean therapyTaken,
        boolean otherTaken,
        String reason,
        boolean verified,
        List<String> sources) {

    Interaction(InteractionRow row, boolean therapyTaken, boolean otherTaken) {
        this(
                row.therapy(),
                row.with(),
                row.level().word(),
                therapyTaken,
                otherTaken,
                row.reason(),
                row.verified(),
                row.sources());
    }

    /** The patient takes both. */
    @Says("both are taken")
    public boolean bothTaken() {
        return therapyTaken && otherTaken;
    }
}
