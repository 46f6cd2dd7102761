package org.spsrules.internal.fact;

import java.util.Comparator;
import java.util.List;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.Reading;

/**
 * Something that stands against a therapy in this patient: a contraindication row whose condition is present, an
 * allergy, or a grave reaction.
 *
 * @param therapy code of the therapy or class
 * @param condition code of the condition; for an allergy, that of the allergen; for a reaction, that of the side effect
 * @param level {@code absolute}, {@code specialist-decision} or {@code caution}
 * @param reason a sentence for the clinician
 * @param verified whether it was read in a source, or needs none because the case says so
 * @param readings where it was read
 * @param sources ids of the statements behind it
 */
public record Contraindication(
        @Says("contraindicated: {value}") String therapy,
        @Says("because of {value}") String condition,

        @Says(
                value = "level: {value}",
                words = {"absolute", "specialist-decision", "caution"})
        String level,

        String reason,
        boolean verified,
        List<Reading> readings,
        List<String> sources)
        implements Fact {

    /** An order that does not depend on where they come from. */
    static final Comparator<Contraindication> IN_ORDER = Comparator.comparing(Contraindication::therapy)
            .thenComparing(Contraindication::condition)
            .thenComparing(Contraindication::reason);

    Contraindication(ContraindicationRow row) {
        this(
                row.therapy(),
                row.condition(),
                row.level().word(),
                row.reason(),
                !row.verified().isEmpty(),
                row.verified(),
                row.sources());
    }

    /** Whether beginning or increasing the therapy is withheld. */
    public boolean withholds() {
        return !level.equals("caution");
    }
}
