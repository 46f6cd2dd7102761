package org.spsrules.cohort;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.spsrules.cohort.Summary.Row;

/** Counts patients by what they have in common. */
final class Counter {

    private final Map<String, Long> counts = new TreeMap<>();

    /** One patient has these in common with others. */
    void count(Stream<String> keys) {
        keys.distinct().forEach(key -> counts.merge(key, 1L, Long::sum));
    }

    /** How many patients have this in common. */
    long of(String key) {
        return counts.getOrDefault(key, 0L);
    }

    /** The keys in their order. */
    Stream<String> keys() {
        return counts.keySet().stream();
    }

    /** A row for each key, in their order. */
    List<Row> rows(Function<String, String> label, Function<String, String> note) {
        return keys().map(key -> new Row(key, label.apply(key), note.apply(key), of(key)))
                .toList();
    }
}
