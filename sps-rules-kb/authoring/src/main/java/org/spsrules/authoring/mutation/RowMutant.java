package org.spsrules.authoring.mutation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.ContraindicationRow.Level;
import org.spsrules.internal.knowledge.DoseRow;
import org.spsrules.internal.knowledge.InteractionRow;
import org.spsrules.internal.knowledge.Knowledge;

/**
 * A knowledge base with a fault in one row.
 *
 * @param fault the kind of fault
 * @param what what is wrong, for people
 * @param row the sound row
 * @param faulty the row as the fault makes it; empty if it is missing
 */
public record RowMutant<R>(Fault fault, String what, R row, Optional<R> faulty) {

    static <R> RowMutant<R> missing(R row, String called) {
        return new RowMutant<>(Fault.ROW_MISSING, called, row, Optional.empty());
    }

    private static <R> RowMutant<R> weakened(R row, String called, R weaker) {
        return new RowMutant<>(Fault.ROW_WEAKENED, called, row, Optional.of(weaker));
    }

    /** Whether the row is missing. */
    public boolean isMissing() {
        return faulty.isEmpty();
    }

    /** All rows, with the faulty one in the place of the sound one. */
    List<R> in(List<R> rows) {
        return rows.stream()
                .flatMap(each -> each.equals(row) ? faulty.stream() : Stream.of(each))
                .toList();
    }

    /** The contraindications of a knowledge base, each missing, and each of a lower level. */
    public static List<RowMutant<ContraindicationRow>> ofContraindications(Knowledge knowledge) {
        List<RowMutant<ContraindicationRow>> mutants = new ArrayList<>();
        for (ContraindicationRow row : knowledge.contraindications()) {
            String called = row.therapy() + " in " + row.condition();
            mutants.add(missing(row, called));
            lower(row.level())
                    .ifPresent(level -> mutants.add(weakened(
                            row,
                            called + ": " + row.level().word() + " as " + level.word(),
                            new ContraindicationRow(
                                    row.therapy(),
                                    row.condition(),
                                    row.also(),
                                    row.untested(),
                                    level,
                                    row.verified(),
                                    row.reason(),
                                    row.exclusion(),
                                    row.sources()))));
        }
        return mutants;
    }

    /** The interactions of a knowledge base, each missing, and each of a lower level. */
    public static List<RowMutant<InteractionRow>> ofInteractions(Knowledge knowledge) {
        List<RowMutant<InteractionRow>> mutants = new ArrayList<>();
        for (InteractionRow row : knowledge.interactions()) {
            String called = row.therapy() + " with " + row.with();
            mutants.add(missing(row, called));
            lower(row.level())
                    .ifPresent(level -> mutants.add(weakened(
                            row,
                            called + ": " + row.level().word() + " as " + level.word(),
                            new InteractionRow(
                                    row.therapy(), row.with(), level, row.verified(), row.reason(), row.sources()))));
        }
        return mutants;
    }

    private static Optional<Level> lower(Level level) {
        return level == Level.CAUTION ? Optional.empty() : Optional.of(Level.values()[level.ordinal() + 1]);
    }

    /** The doses of a knowledge base, each missing, and each without what has to be known or to hold before it is shown. */
    public static List<RowMutant<DoseRow>> ofDoses(Knowledge knowledge) {
        List<RowMutant<DoseRow>> mutants = new ArrayList<>();
        for (DoseRow row : knowledge.dosing()) {
            String called = "the " + row.role().word() + " dose \"" + row.text() + "\" of " + row.therapy();
            mutants.add(missing(row, called));
            if (!row.needs().isEmpty()) {
                mutants.add(weakened(
                        row,
                        called + ": without what it needs",
                        with(row, List.of(), row.clearanceFrom(), row.clearanceBelow())));
            }
            if (row.clearanceFrom().isPresent()) {
                mutants.add(weakened(
                        row,
                        called + ": at any lower clearance",
                        with(row, row.needs(), Optional.empty(), row.clearanceBelow())));
            }
            if (row.clearanceBelow().isPresent()) {
                mutants.add(weakened(
                        row,
                        called + ": at any higher clearance",
                        with(row, row.needs(), row.clearanceFrom(), Optional.empty())));
            }
        }
        return mutants;
    }

    private static DoseRow with(
            DoseRow row, List<DoseRow.Organ> needs, Optional<BigDecimal> from, Optional<BigDecimal> below) {
        return new DoseRow(
                row.therapy(),
                row.role(),
                row.regimen(),
                row.from(),
                row.to(),
                row.unit(),
                row.text(),
                needs,
                from,
                below,
                row.verified(),
                row.sources());
    }
}
