package org.spsrules.authoring.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.spsrules.PatientCase.Plan.Action;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.Conditions;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.shape.TestFields;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Which constraints on one fact exclude each other, and which follow from each other. It is not told; it tries small
 * cases that differ in everything on which the constraints depend, and asks the facts themselves. What no such case
 * meets is taken for possible, because then it depends on something that is not known here. Not thread-safe.
 */
final class FactSpace {

    /** More cases than this are not tried; such constraints are taken for possible. */
    private static final int MOST_CASES = 5_000;

    private static final Set<String> ABOUT_ONE_THERAPY = Set.of("Treatment", "Plan", "Option");

    private final Vocabulary vocabulary;
    private final CaseFacts caseFacts;
    private final Optional<String> someTherapy;
    private final Optional<String> someTest;
    private final Map<String, Boolean> known = new HashMap<>();

    FactSpace(Vocabulary vocabulary, Knowledge knowledge) {
        this.vocabulary = vocabulary;
        this.caseFacts = new CaseFacts(vocabulary, knowledge);
        this.someTherapy = first(Concept.Kind.THERAPY);
        this.someTest = first(Concept.Kind.TEST);
    }

    private Optional<String> first(Concept.Kind kind) {
        return vocabulary.concepts().stream()
                .filter(concept -> concept.kind() == kind)
                .map(Concept::code)
                .sorted()
                .findFirst();
    }

    /** Constraints that no fact meets together; empty if a fact can meet all of them. */
    List<Constraint> contradiction(String factType, List<Constraint> constraints) {
        List<Constraint> closed = constraints.stream()
                .filter(constraint -> !constraint.dependsOnOthers())
                .toList();
        List<Constraint> values = twoValues(closed);
        if (!values.isEmpty()) {
            return values;
        }
        for (Constraint limit : closed) {
            if (limit.number().isPresent()
                    && !Dimensions.of(factType, List.of(limit), vocabulary).isEmpty()
                    && !found(factType, List.of(limit), fact -> Conditions.holds(limit, fact, Map.of()))) {
                return List.of(limit);
            }
        }
        for (List<Constraint> dependent : dependent(factType, closed)) {
            if (!possible(factType, dependent)) {
                return smallest(factType, dependent);
            }
        }
        return List.of();
    }

    /** Two words that one field is to be at once; also for facts of which no case is tried. */
    private static List<Constraint> twoValues(List<Constraint> constraints) {
        Map<String, Constraint> words = new HashMap<>();
        for (Constraint constraint : constraints) {
            if (constraint instanceof Constraint.Comparison
                    && !constraint.texts().isEmpty()) {
                Constraint other = words.putIfAbsent(constraint.asked(), constraint);
                if (other != null && !other.equals(constraint)) {
                    return List.of(other, constraint);
                }
            }
        }
        return List.of();
    }

    private List<Constraint> smallest(String factType, List<Constraint> impossible) {
        for (int i = 0; i < impossible.size(); i++) {
            for (int j = 0; j < i; j++) {
                List<Constraint> pair = List.of(impossible.get(j), impossible.get(i));
                if (!possible(factType, pair)) {
                    return pair;
                }
            }
        }
        return impossible;
    }

    private boolean possible(String factType, List<Constraint> constraints) {
        String key = factType + ": " + Constraint.spelling(constraints);
        return known.computeIfAbsent(
                key,
                asked -> found(factType, constraints, fact -> meetsAll(constraints, fact))
                        || constraints.stream()
                                .anyMatch(one ->
                                        !found(factType, constraints, fact -> Conditions.holds(one, fact, Map.of()))));
    }

    private static boolean meetsAll(List<Constraint> constraints, Fact fact) {
        return constraints.stream().allMatch(constraint -> Conditions.holds(constraint, fact, Map.of()));
    }

    /** Whether every fact that meets the one constraint meets the other. */
    boolean follows(String factType, Constraint given, Constraint claim) {
        if (given.equals(claim)) {
            return true;
        } else if (given.dependsOnOthers() || claim.dependsOnOthers()) {
            return false;
        }
        List<Constraint> both = List.of(given, claim);
        String key = factType + ": " + Constraint.spelling(both) + " follows";
        return known.computeIfAbsent(
                key,
                asked -> dependent(factType, both).size() == 1
                        && found(factType, both, fact -> Conditions.holds(given, fact, Map.of()))
                        && !found(
                                factType,
                                both,
                                fact -> Conditions.holds(given, fact, Map.of())
                                        && !Conditions.holds(claim, fact, Map.of())));
    }

    /** Groups of constraints that depend on the same things; constraints that depend on nothing else are left out. */
    private List<List<Constraint>> dependent(String factType, List<Constraint> constraints) {
        List<Dimension> dimensions = Dimensions.of(factType, constraints, vocabulary);
        List<List<Constraint>> groups = new ArrayList<>();
        Set<Constraint> open = new LinkedHashSet<>(constraints);
        while (!open.isEmpty()) {
            Set<Constraint> group = new LinkedHashSet<>(List.of(open.iterator().next()));
            boolean grown = true;
            while (grown) {
                List<Dimension> touched = touched(dimensions, group);
                grown = group.addAll(open.stream()
                        .filter(constraint -> touched.stream().anyMatch(dimension -> dependsOn(constraint, dimension)))
                        .toList());
            }
            open.removeAll(group);
            if (group.size() > 1) {
                groups.add(List.copyOf(group));
            }
        }
        return groups;
    }

    private List<Dimension> touched(List<Dimension> dimensions, Set<Constraint> constraints) {
        return dimensions.stream()
                .filter(dimension -> constraints.stream().anyMatch(constraint -> dependsOn(constraint, dimension)))
                .toList();
    }

    private boolean dependsOn(Constraint constraint, Dimension dimension) {
        return dimension.questions().contains(constraint.asked())
                && (dimension.code().isEmpty()
                        || constraint.texts().stream().anyMatch(code -> related(code, dimension.code())));
    }

    private boolean related(String code, String other) {
        return vocabulary.isA(code, other) || vocabulary.isA(other, code);
    }

    /** Whether there is such a fact; true also if there are too many cases to try. */
    private boolean found(String factType, List<Constraint> constraints, Predicate<Fact> wanted) {
        List<Dimension> dimensions =
                touched(Dimensions.of(factType, constraints, vocabulary), new LinkedHashSet<>(constraints));
        long cases = 1;
        for (Dimension dimension : dimensions) {
            cases = Math.min(MOST_CASES + 1L, cases * dimension.options().size());
        }
        if (cases > MOST_CASES) {
            return true;
        }
        for (int number = 0; number < cases; number++) {
            if (draft(factType, dimensions, number).build().stream()
                    .flatMap(patientCase -> caseFacts.of(patientCase).of(factType).stream())
                    .anyMatch(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** The case with this number, if each digit of the number says what one dimension is to be. */
    private SmallCase draft(String factType, List<Dimension> dimensions, int number) {
        SmallCase draft = new SmallCase(vocabulary);
        draft.therapy = someTherapy.filter(code -> ABOUT_ONE_THERAPY.contains(factType));
        if (factType.equals("TestResult")) {
            someTest.ifPresent(code -> draft.testResult.set(TestFields.TEST, code));
            draft.testResult.set(TestFields.RESULT, Result.POSITIVE);
        }
        if (factType.equals("Plan")) {
            draft.plan(Action.START);
        }
        int rest = number;
        for (Dimension dimension : dimensions) {
            List<Consumer<SmallCase>> options = dimension.options();
            options.get(rest % options.size()).accept(draft);
            rest /= options.size();
        }
        return draft;
    }
}
