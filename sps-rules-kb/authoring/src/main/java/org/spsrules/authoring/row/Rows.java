package org.spsrules.authoring.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;

/** The rows of a knowledge base, held against the patterns that ask for them. Immutable and safe for use by several threads. */
public final class Rows {

    private final Map<String, List<Row>> byType = new LinkedHashMap<>();

    /** These rows; those of one type keep their order. */
    public Rows(List<? extends Row> rows) {
        rows.forEach(row -> byType.computeIfAbsent(row.getClass().getSimpleName(), type -> new ArrayList<>())
                .add(row));
    }

    /**
     * A row that fits a pattern.
     *
     * @param row the row
     * @param variables what the variables stand for, those that the pattern binds among them: a text, or a list of texts
     */
    record Fit(Row row, Map<String, Object> variables) {}

    /** Whether a pattern asks for rows. */
    static boolean areAskedFor(Pattern pattern) {
        return RowModel.type(pattern.factType()).isPresent();
    }

    /** The rows that fit a pattern. */
    List<Fit> fitting(Pattern pattern, Map<String, Object> variables) {
        List<Fit> fitting = new ArrayList<>();
        for (Row row : byType.getOrDefault(pattern.factType(), List.of())) {
            Map<String, Object> bound = new LinkedHashMap<>(variables);
            if (pattern.constraints().stream().allMatch(constraint -> holds(constraint, row, bound))) {
                fitting.add(new Fit(row, bound));
            }
        }
        return fitting;
    }

    private static boolean holds(Constraint constraint, Row row, Map<String, Object> variables) {
        Object value = value(row, constraint.asked());
        if (!(constraint instanceof Constraint.Binding binding)) {
            return !constraint.isOpen(variables) && constraint.isMetBy(value, variables);
        } else if (value == null || value.equals(List.of())) {
            return false;
        }
        variables.put(binding.variable(), value);
        return true;
    }

    private static @Nullable Object value(Row row, String question) {
        return RowModel.type(row.getClass().getSimpleName())
                .flatMap(type -> type.question(question))
                .orElseThrow(() -> new IllegalArgumentException("no question " + question))
                .ask(row, List.of());
    }
}
