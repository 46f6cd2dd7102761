package org.spsrules.internal.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spsrules.internal.knowledge.InteractionRow;
import org.spsrules.internal.knowledge.Reading;

/**
 * Two therapies that call for care together, of which the patient takes at least one or is to begin both. For
 * each drug that a plan would begin beside the other one, there is one such fact more.
 *
 * @param therapy code of the one, a therapy or class
 * @param other code of the other; {@code with} would be a keyword of the rule compiler
 * @param level {@code absolute}, {@code specialist-decision} or {@code caution}
 * @param therapyTaken whether the patient takes the one
 * @param otherTaken whether the patient takes the other
 * @param planned code of the drug that a plan would begin beside the other; null if none is meant
 * @param reason a sentence for the clinician
 * @param verified whether it was read in a source
 * @param readings where it was read
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
        @Says("to be begun beside it: {value}") @Nullable String planned,
        String reason,
        boolean verified,
        List<Reading> readings,
        List<String> sources)
        implements Fact {

    Interaction(InteractionRow row, boolean therapyTaken, boolean otherTaken, @Nullable String planned) {
        this(
                row.therapy(),
                row.with(),
                row.level().word(),
                therapyTaken,
                otherTaken,
                planned,
                row.reason(),
                !row.verified().isEmpty(),
                row.verified(),
                row.sources());
    }

    /** The patient takes both, and it is not a plan that is meant. */
    @Says("both are taken")
    public boolean bothTaken() {
        return therapyTaken && otherTaken && planned == null;
    }
}
