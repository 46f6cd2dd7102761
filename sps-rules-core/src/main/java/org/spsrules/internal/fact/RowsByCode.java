package org.spsrules.internal.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Rows, found by the codes that they are about: a knowledge base has hundreds, and a patient is concerned by few.
 * Thread-safe.
 */
final class RowsByCode<R> {

    private final List<R> rows;
    private final Map<String, List<Integer>> places = new HashMap<>();

    /** Rows by their codes. */
    RowsByCode(List<R> rows, Function<R, Stream<String>> codes) {
        this.rows = List.copyOf(rows);
        for (int i = 0; i < rows.size(); i++) {
            int place = i;
            codes.apply(rows.get(i))
                    .forEach(code -> places.computeIfAbsent(code, unknown -> new ArrayList<>())
                            .add(place));
        }
    }

    /** The rows that are about any of these codes, each once, in their order. */
    Stream<R> of(Stream<Set<String>> codes) {
        return codes.flatMap(Set::stream)
                .flatMap(code -> places.getOrDefault(code, List.of()).stream())
                .distinct()
                .sorted()
                .map(rows::get);
    }
}
