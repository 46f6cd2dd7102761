package org.spsrules.cohort;

import java.util.List;
import java.util.Locale;
import org.spsrules.cohort.Summary.Row;
import org.spsrules.cohort.Summary.Table;

/** A summary as text, with the greatest numbers of each table. */
final class SummaryText {

    private static final int MOST_ROWS = 12;

    private SummaryText() {}

    static String of(Summary summary) {
        StringBuilder text = new StringBuilder();
        text.append(summary.head()).append('\n');
        text.append(summary.caution().isEmpty() ? "" : summary.caution() + "\n");
        summary.tables().forEach(table -> write(summary, table, text));
        text.append('\n').append(summary.suppression().isEmpty() ? "" : summary.suppression() + "\n");
        text.append(summary.status())
                .append(" Knowledge base ")
                .append(summary.knowledge().version())
                .append(", content ")
                .append(summary.knowledge().contentHash())
                .append(", ")
                .append(summary.knowledge().rules())
                .append(" rules.\n");
        return text.toString();
    }

    private static void write(Summary summary, Table table, StringBuilder text) {
        List<Row> rows = table.rows();
        text.append('\n').append(table.title().toUpperCase(Locale.ROOT)).append('\n');
        if (rows.isEmpty()) {
            text.append("  nobody\n");
        }
        for (Row row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            text.append(String.format(Locale.ROOT, "  %9s  %s", summary.shown(row), row.label()))
                    .append(row.note().isEmpty() ? "" : " (" + row.note() + ")")
                    .append('\n');
        }
        if (rows.size() > MOST_ROWS) {
            text.append("             and ")
                    .append(rows.size() - MOST_ROWS)
                    .append(" more in ")
                    .append(SummaryFiles.CSV)
                    .append('\n');
        }
    }
}
