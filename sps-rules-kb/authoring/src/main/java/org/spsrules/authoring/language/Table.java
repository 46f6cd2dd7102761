package org.spsrules.authoring.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spsrules.authoring.diagnostic.Location;

/**
 * A table of the vocabulary: the data in which rules differ that are otherwise alike. A rule over a table is written once
 * and stands for one rule for each row. Immutable.
 *
 * @param name of the table
 * @param rows its rows
 */
public record Table(String name, List<Row> rows) {

    /** The column with the title of the rule; that of the rule file stands for rows without one. */
    static final String TITLE = "title";

    /** The column with the statements behind the rule, likewise. */
    static final String SOURCES = "sources";

    /** The column with the grades of evidence, likewise. */
    static final String EVIDENCE = "evidence";

    /** The columns that stand for a part of the rule without being named in it. */
    public static final Set<String> OF_THE_RULE = Set.of(TITLE, SOURCES, EVIDENCE);

    /** The columns that at least one row has, in alphabetical order. */
    public Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        rows.forEach(row -> columns.addAll(row.cells().keySet()));
        return columns;
    }

    /**
     * A row.
     *
     * @param name the value of its first column, unique in the table
     * @param cells its values, by column
     * @param location of the row
     */
    public record Row(String name, Map<String, Cell> cells, Location location) {

        /** The value of the first column. */
        Cell nameCell() {
            return cells.values().iterator().next();
        }

        Optional<Cell> cell(String column) {
            return Optional.ofNullable(cells.get(column));
        }
    }

    /**
     * The value of a row in a column, or its values.
     *
     * @param values one, or those of a list
     * @param location of the value
     */
    public record Cell(List<String> values, Location location) {}
}
