package org.spsrules.authoring.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spsrules.Line;
import org.spsrules.authoring.row.Failing;
import org.spsrules.authoring.row.Reminder;
import org.spsrules.authoring.row.Row;
import org.spsrules.authoring.row.Rows;
import org.spsrules.authoring.row.Skipping;
import org.spsrules.authoring.row.Step;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.vocabulary.Vocabulary;

/** The ladder as rules ask for it. */
final class LadderRows {

    private final LadderOrder order;
    private final Vocabulary vocabulary;
    private final List<Row> rows = new ArrayList<>();

    private LadderRows(LadderOrder order, Vocabulary vocabulary) {
        this.order = order;
        this.vocabulary = vocabulary;
        order.rows().forEach(this::add);
    }

    /** The rows of a ladder in which nothing is wrong. */
    static Rows of(LadderOrder order, Vocabulary vocabulary) {
        return new Rows(new LadderRows(order, vocabulary).rows);
    }

    private void add(LadderRow row) {
        rows.add(step(row));
        row.failsWith().forEach(therapy -> rows.add(new Failing(row.code(), therapy)));
        row.skipped()
                .forEach(skipped -> rows.add(new Skipping(
                        skipped.before(),
                        row.code(),
                        row.step().gate().beside().orElse(row.code()),
                        skipped.called(),
                        orNull(skipped.because()),
                        orNull(skipped.alsoFor()),
                        skipped.sources())));
        row.stillOpen()
                .forEach(open -> rows.add(new Reminder(
                        open.about(),
                        row.code(),
                        row.step().line().name().toLowerCase(Locale.ROOT),
                        open.untried(),
                        orNull(open.insteadOf()),
                        orNull(open.remember()),
                        orNull(open.because()),
                        open.sources(),
                        open.grades())));
    }

    private Step step(LadderRow row) {
        Optional<LadderRow> before = order.before(row);
        boolean opensLine = before.filter(
                        earlier -> earlier.step().line() != row.step().line())
                .isPresent();
        LadderStep.Gate gate = row.step().gate();
        return new Step(
                row.code(),
                row.step().isInOrder() && before.isEmpty(),
                orNull(before.map(LadderRow::code)),
                orNull(before.filter(earlier -> opensLine).map(LadderRow::code)),
                gate.atOnce(),
                orNull(gate.beside()),
                gate.onceClosed(),
                orNull(gate.onceImpossible()),
                orNull(gate.onceDisablingAndFit()),
                row.closedBy(),
                orNull(row.closedWithClass()),
                row.passedBy().map(this::enteredFrom).orElse(List.of()),
                row.step().sources());
    }

    /** What enters a line or a later one; of kinds of the same therapy, the broadest is enough. */
    private List<String> enteredFrom(Line line) {
        List<String> entered = order.rows().stream()
                .filter(row -> row.step().line().compareTo(line) >= 0)
                .flatMap(row -> Stream.concat(row.step().lineEnteredBy().stream(), row.step().enteredBy().stream()))
                .distinct()
                .toList();
        return entered.stream()
                .filter(code -> entered.stream().noneMatch(other -> !other.equals(code) && vocabulary.isA(code, other)))
                .toList();
    }

    private static @Nullable String orNull(Optional<String> text) {
        return text.orElse(null);
    }
}
