package org.spsrules.cohort;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spsrules.cohort.Summary.Row;
import org.spsrules.cohort.Summary.Table;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.pages.Frame;
import org.spsrules.pages.Templates;
import org.spsrules.pages.cohort.CohortView;

/** A summary as a page for a browser or for paper, which needs no other file. */
final class SummaryPage {

    private static final int FULL = 100;

    private SummaryPage() {}

    static String of(Summary summary, Knowledge knowledge) {
        List<String> head = List.of(summary.head(), summary.caution(), summary.suppression());
        return Templates.render(
                "cohort/summary",
                new CohortView(
                        Frame.of("A cohort", Optional.empty(), knowledge),
                        head.stream().filter(line -> !line.isEmpty()).toList(),
                        summary.tables().stream()
                                .map(table -> table(summary, table))
                                .toList()));
    }

    private static CohortView.Table table(Summary summary, Table table) {
        return new CohortView.Table(
                table.name(),
                table.title(),
                table.meaning(),
                table.rows().stream()
                        .map(row -> new CohortView.Row(
                                row.label(), row.note(), tone(row), summary.shown(row), percent(summary, row)))
                        .toList());
    }

    /** The colour of a line or level, by the class that the stylesheet has for it. */
    private static String tone(Row row) {
        String first = row.key().split(" ", 2)[0].toLowerCase(Locale.ROOT);
        return CohortView.TONES.contains(first) ? first : "";
    }

    private static String percent(Summary summary, Row row) {
        return row.cases() == null || summary.cases() == 0
                ? ""
                : String.format(Locale.ROOT, "%.1f", (double) FULL * row.cases() / summary.cases());
    }
}
