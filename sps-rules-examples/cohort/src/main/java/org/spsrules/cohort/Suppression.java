package org.spsrules.cohort;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.spsrules.cohort.Summary.Row;

/**
 * Hides small numbers of patients. Where numbers add up to one that is known, a single hidden one could be worked out, so
 * another is hidden with it.
 *
 * @param below what is smaller, and not zero, is hidden
 */
record Suppression(int below) {

    /** Numbers of patients who can be in several rows, or in none. */
    List<Row> apart(List<Row> rows) {
        return rows.stream().map(row -> isSmall(row) ? row.untold() : row).toList();
    }

    /** The same, greatest number first; the order of those that are hidden says nothing of their size. */
    List<Row> ranked(List<Row> rows) {
        return apart(rows).stream()
                .sorted(Comparator.comparing((Row row) -> size(row)).reversed().thenComparing(Row::key))
                .toList();
    }

    /** Numbers that add up to one that is known. */
    List<Row> parts(List<Row> rows) {
        List<Row> told = apart(rows);
        if (told.stream().filter(row -> !row.isTold()).count() != 1) {
            return told;
        }
        Optional<Row> next = told.stream().filter(row -> size(row) > 0).min(Comparator.comparing(Suppression::size));
        return told.stream()
                .map(row -> next.filter(row::equals).isPresent() ? row.untold() : row)
                .toList();
    }

    /** Numbers that add up to one that is not known. */
    List<Row> hidden(List<Row> rows) {
        return rows.stream().map(Row::untold).toList();
    }

    private boolean isSmall(Row row) {
        return size(row) > 0 && size(row) < below;
    }

    private static long size(Row row) {
        return row.cases() == null ? 0 : row.cases();
    }
}
