package org.spsrules.authoring.model;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.vocabulary.Concept;

/** Drugs that stand for all others of which rules know the same classes and nothing else. */
final class StandIns {

    private StandIns() {}

    /**
     * Their codes.
     *
     * @param most how many of the same classes a case can tell apart
     */
    static Stream<String> of(List<Concept> unlisted, int most) {
        return unlisted.stream()
                .sorted(Comparator.comparing(Concept::code))
                .collect(Collectors.groupingBy(
                        concept -> new TreeSet<>(concept.parents()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(alike -> alike.stream().limit(most))
                .map(Concept::code);
    }
}
