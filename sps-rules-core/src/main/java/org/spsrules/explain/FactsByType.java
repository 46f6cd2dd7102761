package org.spsrules.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Facts, sorted by what they are. Immutable and safe for use by several threads. */
public final class FactsByType {

    private final Map<String, List<Object>> byType = new HashMap<>();

    /** These facts; those of one type keep their order. */
    public FactsByType(List<Object> facts) {
        for (Object fact : facts) {
            byType.computeIfAbsent(fact.getClass().getSimpleName(), type -> new ArrayList<>())
                    .add(fact);
        }
    }

    /** The facts of a type. */
    List<Object> of(String type) {
        return byType.getOrDefault(type, List.of());
    }
}
