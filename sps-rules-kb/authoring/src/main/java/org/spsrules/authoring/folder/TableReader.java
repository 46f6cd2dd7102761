package org.spsrules.authoring.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Location;
import org.spsrules.authoring.language.Table;
import org.spsrules.authoring.language.Tables;

/** Reads tables; those of one name in several files are one table, so that an overlay may add rows. Not thread-safe. */
final class TableReader {

    private final Diagnostics diagnostics;
    private final Map<String, Map<String, Table.Row>> rows = new TreeMap<>();

    TableReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** A row of a table; every field is a column, and the first one names the row. */
    Optional<Table.Row> row(String table, String file, DataFile.Entry entry) {
        Map<String, Table.Cell> cells = entry.cells();
        Location location = new Location(file, entry.position());
        String name = cells.values().stream()
                .findFirst()
                .filter(first -> first.values().size() == 1)
                .map(first -> first.values().get(0))
                .orElse("");
        if (!name.matches(KnowledgeFolder.CODE)) {
            diagnostics.add(
                    location,
                    LintCode.DATA_FILE,
                    "the first column of a row names it, in small letters and digits with single hyphens between");
            return Optional.empty();
        }
        Table.Row row = new Table.Row(name, cells, location);
        Table.Row other =
                rows.computeIfAbsent(table, key -> new LinkedHashMap<>()).putIfAbsent(name, row);
        if (other != null) {
            diagnostics.add(
                    location,
                    LintCode.DUPLICATE,
                    "the table " + table + " has a row " + name + " already, at "
                            + other.location().file() + ":"
                            + other.location().position().line());
            return Optional.empty();
        }
        return Optional.of(row);
    }

    Tables tables() {
        List<Table> tables = new ArrayList<>();
        rows.forEach((name, byName) -> tables.add(new Table(name, List.copyOf(byName.values()))));
        return new Tables(tables);
    }
}
