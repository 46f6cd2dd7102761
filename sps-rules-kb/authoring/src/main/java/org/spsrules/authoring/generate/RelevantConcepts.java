package org.spsrules.authoring.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/**
 * The concepts that can make a difference to a report: those that rules, contraindications and the ladder name, and what
 * is narrower than them.
 */
final class RelevantConcepts {

    private final Vocabulary vocabulary;
    private final Map<Concept.Kind, List<String>> byKind = new EnumMap<>(Concept.Kind.class);
    private final Map<String, List<String>> narrower = new HashMap<>();

    RelevantConcepts(Knowledge knowledge, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        Set<String> named = new TreeSet<>();
        knowledge.rules().forEach(rule -> rule.texts().forEach(named::add));
        knowledge.contraindications().forEach(row -> {
            named.addAll(List.of(row.therapy(), row.condition()));
            named.addAll(row.also());
            named.addAll(row.untested());
        });
        knowledge.contraindications().stream()
                .flatMap(row -> row.exclusion().stream())
                .forEach(exclusion -> named.addAll(exclusion.by()));
        knowledge.interactions().forEach(row -> named.addAll(List.of(row.therapy(), row.with())));
        knowledge.kinship().forEach(row -> named.add(row.therapyClass()));
        knowledge.reactions().forEach(row -> named.add(row.sideEffect()));
        knowledge.ladder().forEach(step -> named.addAll(step.therapies()));
        knowledge.concepts().stream()
                .filter(concept ->
                        vocabulary.selfAndAncestors(concept.code()).stream().anyMatch(named::contains))
                .map(Concept::code)
                .sorted()
                .forEach(code -> byKind.computeIfAbsent(
                                vocabulary.concept(code).orElseThrow().kind(), kind -> new ArrayList<>())
                        .add(code));
        List<Concept> inOrder = knowledge.concepts().stream()
                .sorted(Comparator.comparing(Concept::code))
                .toList();
        for (Concept concept : inOrder) {
            vocabulary
                    .selfAndAncestors(concept.code())
                    .forEach(broader -> narrower.computeIfAbsent(broader, code -> new ArrayList<>())
                            .add(concept.code()));
        }
        for (Concept.Kind kind : Concept.Kind.values()) {
            byKind.computeIfAbsent(
                    kind,
                    any -> inOrder.stream()
                            .filter(concept -> concept.kind() == any)
                            .map(Concept::code)
                            .toList());
        }
    }

    /** The relevant concepts of a kind; all of the kind if none is relevant. */
    List<String> of(Concept.Kind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    boolean isA(String code, Concept.Kind kind) {
        return vocabulary
                .concept(code)
                .filter(concept -> concept.kind() == kind)
                .isPresent();
    }

    boolean isA(String code, String ancestor) {
        return vocabulary.isA(code, ancestor);
    }

    /** The concept itself and all narrower ones, in a fixed order. */
    List<String> selfAndNarrower(String code) {
        return narrower.getOrDefault(code, List.of());
    }

    /** The concept itself and all broader ones, in a fixed order. */
    List<String> selfAndBroader(String code) {
        return vocabulary.selfAndAncestors(code).stream().sorted().toList();
    }

    /** A concept, everything that is one, and everything that it is. */
    List<String> selfAndKin(String code) {
        return Stream.concat(selfAndNarrower(code).stream(), selfAndBroader(code).stream())
                .distinct()
                .toList();
    }

    /** The units in which a therapy is dosed. */
    List<String> units(String therapy) {
        return vocabulary.concept(therapy).map(Concept::units).orElse(List.of());
    }
}
