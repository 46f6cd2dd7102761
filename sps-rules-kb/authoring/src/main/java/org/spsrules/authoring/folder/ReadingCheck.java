package org.spsrules.authoring.folder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.DoseRow;
import org.spsrules.internal.knowledge.InteractionRow;
import org.spsrules.internal.knowledge.Reading;
import org.spsrules.internal.knowledge.Reference;
import org.spsrules.internal.knowledge.RegimenRow;
import org.spsrules.internal.knowledge.Statement;

/** Checks that what counts as verified was read in a text that can say so, and that its figures stand there. */
final class ReadingCheck {

    private final DataReader data;
    private final Diagnostics diagnostics;
    private final Map<String, Reference> references;

    ReadingCheck(DataReader data, Diagnostics diagnostics) {
        this.data = data;
        this.diagnostics = diagnostics;
        this.references = data.references.stream()
                .map(Placed::value)
                .collect(Collectors.toMap(Reference::id, reference -> reference, (first, again) -> first));
    }

    void run() {
        all(data.contraindications, ContraindicationRow::verified);
        all(data.interactions, InteractionRow::verified);
        all(data.dosing, DoseRow::verified);
        all(data.regimens, RegimenRow::verified);
        all(data.statements, Statement::verified);
        data.dosing.forEach(this::figures);
    }

    private <T> void all(List<Placed<T>> entries, Function<T, List<Reading>> readings) {
        for (Placed<T> entry : entries) {
            readings(entry, readings.apply(entry.value()));
        }
    }

    private void readings(Placed<?> entry, List<Reading> readings) {
        boolean sound = true;
        for (Reading reading : readings) {
            Optional<Reference> reference = Optional.ofNullable(references.get(reading.reference()));
            if (reference.isEmpty()) {
                entry.names(
                        new Existing("reference", LintCode.UNKNOWN_REFERENCE, references.keySet()),
                        List.of(reading.reference()),
                        diagnostics);
            } else if (reference.get().text().isEmpty()) {
                entry.fail(
                        LintCode.UNREAD_REFERENCE,
                        reading.reference() + " does not say what was read and where; give it a kind and an address",
                        diagnostics);
            }
            sound &= reference.flatMap(Reference::text).isPresent();
        }
        if (sound && !readings.isEmpty() && readings.stream().noneMatch(this::verifies)) {
            entry.fail(
                    LintCode.WEAK_REFERENCE,
                    "read only where others are quoted ("
                            + readings.stream().map(Reading::reference).collect(Collectors.joining(", "))
                            + "); read it in a label, a guideline or a paper as well, or leave it unverified",
                    diagnostics);
        }
    }

    private boolean verifies(Reading reading) {
        return Optional.ofNullable(references.get(reading.reference()))
                .flatMap(Reference::text)
                .filter(text -> text.kind().verifies())
                .isPresent();
    }

    /** The figures of a dose are written down twice, in the row and while reading, and have to be the same. */
    private void figures(Placed<DoseRow> row) {
        List<Reading> readings = row.value().verified();
        if (readings.isEmpty()) {
            return;
        }
        Stream.of(
                        Stream.of(row.value().from(), row.value().to()),
                        row.value().clearanceFrom().stream(),
                        row.value().clearanceBelow().stream())
                .flatMap(figures -> figures)
                .distinct()
                .filter(figure -> readings.stream().noneMatch(reading -> holds(reading, figure)))
                .forEach(figure -> row.fail(
                        LintCode.UNREAD_FIGURE,
                        figure.toPlainString() + " stands in no reading; write figures: ["
                                + figure.toPlainString()
                                + "] into the one in which you read it, or mend the row",
                        diagnostics));
    }

    private static boolean holds(Reading reading, BigDecimal figure) {
        return reading.figures().stream().anyMatch(read -> read.compareTo(figure) == 0);
    }
}
