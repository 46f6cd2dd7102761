package org.spsrules.cohort;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.cohort.Summary.Row;
import org.spsrules.cohort.Summary.Table;

/** A summary as CSV (RFC 4180): a row for each number, which is empty where it is not told. */
final class SummaryCsv {

    private static final String END = "\r\n";

    private SummaryCsv() {}

    static String of(Summary summary) {
        Stream<String> head = Stream.of(
                line("table", "key", "label", "note", "cases"),
                line("cohort", "status", summary.status(), "", ""),
                line(
                        "cohort",
                        "knowledge",
                        summary.knowledge().version(),
                        summary.knowledge().contentHash(),
                        ""),
                line("cohort", "evaluated", "Cases that were evaluated", "", Long.toString(summary.cases())),
                line("cohort", "set-aside", "Lines that were set aside", "", Long.toString(summary.setAside())));
        Stream<String> rows =
                summary.tables().stream().flatMap(table -> table.rows().stream().map(row -> line(table, row)));
        return Stream.concat(head, rows).collect(Collectors.joining());
    }

    private static String line(Table table, Row row) {
        return line(table.name(), row.key(), row.label(), row.note(), Objects.toString(row.cases(), ""));
    }

    private static String line(String... fields) {
        return Stream.of(fields).map(SummaryCsv::field).collect(Collectors.joining(",", "", END));
    }

    private static String field(String text) {
        return text.matches("(?s).*[\",\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
