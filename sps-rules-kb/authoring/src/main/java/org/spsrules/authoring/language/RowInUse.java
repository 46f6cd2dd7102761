package org.spsrules.authoring.language;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.language.TokenReader.NotUnderstoodException;
import org.spsrules.internal.spelling.Suggestion;

/** The row of a table for which a rule is being read: what {@code row.column} stands for in it. Not thread-safe. */
final class RowInUse {

    /** The word by which a rule names its row. */
    static final String WORD = "row";

    private static final Pattern REFERENCE = Pattern.compile("\\b" + WORD + "\\s*\\.\\s*([A-Za-z][A-Za-z0-9]*)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");

    private final Tables tables;
    private final Table table;
    private final Table.Row row;

    RowInUse(Tables tables, Table table, Table.Row row) {
        this.tables = tables;
        this.table = table;
        this.row = row;
    }

    Table.Row row() {
        return row;
    }

    /** The value in a column; empty if this row has none there. */
    Optional<Table.Cell> cell(Token column) throws NotUnderstoodException {
        if (!table.columns().contains(column.text())) {
            throw new NotUnderstoodException(
                    column,
                    LintCode.UNKNOWN_COLUMN,
                    "the table " + table.name() + " has no column " + column.text() + "; it has "
                            + String.join(", ", table.columns())
                            + Suggestion.didYouMean(column.text(), table.columns()));
        }
        tables.reads(table, column.text());
        return row.cell(column.text());
    }

    /** The value in a column that the rule cannot do without. */
    Table.Cell required(Token column) throws NotUnderstoodException {
        return cell(column)
                .orElseThrow(() -> new NotUnderstoodException(
                        row.location(),
                        LintCode.DATA_FILE,
                        "the row " + row.name() + " has no " + column.text()
                                + ", which the rule over its table asks for"));
    }

    static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches();
    }

    /** A condition in which the values of the row stand in place of its columns. */
    String in(String condition) {
        Matcher reference = REFERENCE.matcher(condition);
        return reference.replaceAll(found -> Matcher.quoteReplacement(
                row.cell(found.group(1)).map(RowInUse::spelt).orElse(found.group())));
    }

    private static String spelt(Table.Cell cell) {
        return cell.values().stream()
                .map(value -> isNumber(value) ? value : '"' + value + '"')
                .collect(Collectors.joining(", "));
    }
}
