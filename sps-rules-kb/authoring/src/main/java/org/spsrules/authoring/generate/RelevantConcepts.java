package org.spsrules.authoring.generate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.spsrules.knowledge.Concept;
import org.spsrules.knowledge.Constraint;
import org.spsrules.knowledge.Knowledge;
import org.spsrules.knowledge.Operand;
import org.spsrules.knowledge.Rule;
import org.spsrules.knowledge.Vocabulary;

/**
 * The concepts that can make a difference to a report: those that rules, contraindications and the ladder name, and what
 * is narrower than them.
 */
final class RelevantConcepts {

    private final Map<Concept.Kind, List<String>> byKind = new EnumMap<>(Concept.Kind.class);

    RelevantConcepts(Knowledge knowledge) {
        Vocabulary vocabulary = new Vocabulary(knowledge.concepts());
        Set<String> named = new TreeSet<>();
        for (Rule rule : knowledge.rules()) {
            rule.patterns().stream()
                    .flatMap(pattern -> pattern.constraints().stream())
                    .flatMap(RelevantConcepts::operands)
                    .filter(Operand.Text.class::isInstance)
                    .forEach(operand -> named.add(((Operand.Text) operand).value()));
            rule.then().objects().stream()
                    .filter(Operand.Text.class::isInstance)
                    .forEach(operand -> named.add(((Operand.Text) operand).value()));
        }
        knowledge.contraindications().forEach(row -> named.addAll(List.of(row.therapy(), row.condition())));
        knowledge.interactions().forEach(row -> named.addAll(List.of(row.therapy(), row.with())));
        knowledge.ladder().forEach(step -> named.addAll(step.therapies()));
        knowledge.concepts().stream()
                .filter(concept ->
                        vocabulary.selfAndAncestors(concept.code()).stream().anyMatch(named::contains))
                .map(Concept::code)
                .sorted()
                .forEach(code -> byKind.computeIfAbsent(
                                vocabulary.concept(code).orElseThrow().kind(), kind -> new ArrayList<>())
                        .add(code));
    }

    private static Stream<Operand> operands(Constraint constraint) {
        if (constraint instanceof Constraint.Predicate predicate) {
            return predicate.arguments().stream();
        } else if (constraint instanceof Constraint.Comparison comparison) {
            return Stream.of(comparison.operand());
        }
        return Stream.empty();
    }

    List<String> of(Concept.Kind kind) {
        return byKind.getOrDefault(kind, List.of());
    }
}
