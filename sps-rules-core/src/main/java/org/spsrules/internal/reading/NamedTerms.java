package org.spsrules.internal.reading;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.InteractionRow;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;

/**
 * The terms that rules, rows and the resolution name, by the place in which they look for them. A variable names what it
 * can be bound to, as far as that is written down.
 */
final class NamedTerms {

    /** Where the resolution looks for whatever is offered. */
    private static final Place[] HELD_AGAINST_OFFERS = {
        Place.ALLERGY, Place.NO_ALLERGY, Place.UNAVAILABLE, Place.DECLINED, Place.UNSUITABLE, Place.TREATMENT
    };

    private final Map<Place, Set<String>> byPlace = new EnumMap<>(Place.class);
    private final Map<String, Place[]> places = new HashMap<>();
    private final Map<String, Set<String>> subjects = new HashMap<>();
    private final Set<String> askedOfAny = new HashSet<>();
    private final Set<String> contraindicated = new LinkedHashSet<>();
    private final Set<String> interacting = new LinkedHashSet<>();

    NamedTerms(Knowledge knowledge) {
        knowledge.contraindications().forEach(this::contraindication);
        knowledge.interactions().forEach(this::interaction);
        knowledge.ladder().forEach(step -> add(step.enteringItsLine(), Place.TREATMENT));
        knowledge.rules().forEach(this::rule);
    }

    /** The terms that are looked for in a place. */
    Set<String> in(Place place) {
        return byPlace.getOrDefault(place, Set.of());
    }

    /** The questions that rules ask, each as {@code Type.question}. */
    Set<String> questions() {
        return places.keySet();
    }

    /** Whether a question, {@code Type.question}, is asked of some term, or of whatever there is. */
    boolean asksOf(String question, Predicate<String> term) {
        return askedOfAny.contains(question)
                || subjects.getOrDefault(question, Set.of()).stream().anyMatch(term);
    }

    private void contraindication(ContraindicationRow row) {
        contraindicated.add(row.therapy());
        add(List.of(row.condition()), Place.PRESENT, Place.TEST);
        add(row.also(), Place.PRESENT, Place.TEST);
        row.exclusion().ifPresent(exclusion -> {
            add(List.of(row.condition()), Place.ABSENT);
            add(exclusion.by(), Place.TEST);
        });
    }

    /** What is taken, and what a plan would begin beside it. */
    private void interaction(InteractionRow row) {
        List<String> both = List.of(row.therapy(), row.with());
        interacting.addAll(both);
        add(both, Place.TREATMENT, Place.PLAN);
    }

    private void rule(Rule rule) {
        Map<String, Set<String>> bound = new HashMap<>();
        List<Pattern> patterns = rule.patterns();
        for (Pattern pattern : patterns) {
            pattern.bindings()
                    .forEach(binding -> bound.computeIfAbsent(binding.variable(), variable -> new LinkedHashSet<>())
                            .addAll(values(pattern, binding.field(), bound)));
        }
        for (Pattern pattern : patterns) {
            Set<String> about = values(pattern, "therapy", bound);
            for (Constraint constraint : pattern.constraints()) {
                constraint(pattern.factType(), constraint, bound);
                String question = pattern.factType() + "." + constraint.asked();
                if (about.isEmpty()) {
                    askedOfAny.add(question);
                }
                subjects.computeIfAbsent(question, none -> new LinkedHashSet<>())
                        .addAll(about);
            }
        }
        // What has to be done first is not asked for where the result is known.
        add(rule.then().after(), Place.TEST);
        if (rule.then().verb().role() == Verb.Role.EXPOSURE) {
            rule.then().objects().forEach(operand -> add(codes(operand, bound), HELD_AGAINST_OFFERS));
        }
    }

    /** What a field can hold in a fact that fits a pattern; nothing if that is left open. */
    private Set<String> values(Pattern pattern, String field, Map<String, Set<String>> bound) {
        if (pattern.factType().equals("Contraindication") && field.equals("therapy")) {
            return contraindicated;
        }
        if (pattern.factType().equals("Interaction") && !field.equals("level")) {
            return interacting;
        }
        Set<String> values = new LinkedHashSet<>();
        if (field.equals("therapy")) {
            pattern.constraints().stream()
                    .filter(constraint -> Set.of("isA", "concerns", "therapy").contains(constraint.asked()))
                    .flatMap(constraint -> constraint.operands().stream())
                    .forEach(operand -> values.addAll(codes(operand, bound)));
        }
        return values;
    }

    private void constraint(String factType, Constraint constraint, Map<String, Set<String>> bound) {
        String question = constraint.asked();
        Place[] asked = places.computeIfAbsent(
                factType + "." + question,
                unknown -> Stream.of(Place.values())
                        .filter(place -> place.isAskedBy(factType, question))
                        .toArray(Place[]::new));
        constraint.operands().forEach(operand -> add(codes(operand, bound), asked));
    }

    private static Set<String> codes(Operand operand, Map<String, Set<String>> bound) {
        return operand.variable()
                .map(variable -> bound.getOrDefault(variable, Set.of()))
                .orElseGet(() -> operand.text().map(Set::of).orElse(Set.of()));
    }

    private void add(Iterable<String> codes, Place... places) {
        for (Place place : places) {
            codes.forEach(byPlace.computeIfAbsent(place, none -> new HashSet<>())::add);
        }
    }
}
