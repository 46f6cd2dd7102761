package org.spsrules.authoring.language;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.internal.spelling.Suggestion;

/** The tables of a knowledge base, and the columns that rules have read so far. Not thread-safe. */
public final class Tables {

    private final Map<String, Table> byName = new TreeMap<>();
    private final Map<String, Set<String>> read = new TreeMap<>();

    public Tables(Collection<Table> tables) {
        tables.forEach(table -> byName.put(table.name(), table));
    }

    Optional<Table> table(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** The same tables, of which no rule has read a column yet. */
    public Tables unread() {
        return new Tables(byName.values());
    }

    void reads(Table table, String column) {
        reads(table.name(), Set.of(column));
    }

    /** Adds what rules have read of the same tables elsewhere. */
    public void alsoReadBy(Tables elsewhere) {
        elsewhere.read.forEach(this::reads);
    }

    private void reads(String table, Set<String> columns) {
        read.computeIfAbsent(table, name -> new TreeSet<>(Table.OF_THE_RULE)).addAll(columns);
    }

    /** Reports tables and columns that no rule reads; only to be asked once all rules have been read. */
    public void unread(Diagnostics diagnostics) {
        for (Table table : byName.values()) {
            Set<String> known = read.get(table.name());
            if (known == null) {
                table.rows().stream()
                        .findFirst()
                        .ifPresent(row -> diagnostics.add(
                                row.location(),
                                LintCode.UNREAD_TABLE,
                                "no rule has @table( \"" + table.name() + "\" )"));
                continue;
            }
            for (Table.Row row : table.rows()) {
                row.cells().forEach((column, cell) -> {
                    if (!known.contains(column) && !cell.equals(row.nameCell())) {
                        diagnostics.add(cell.location(), LintCode.UNREAD_COLUMN, unread(table, column, known));
                    }
                });
            }
        }
    }

    private static String unread(Table table, String column, Set<String> known) {
        return "no rule over the table " + table.name() + " reads row." + column + Suggestion.didYouMean(column, known);
    }
}
