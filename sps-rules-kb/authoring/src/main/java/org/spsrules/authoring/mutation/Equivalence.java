package org.spsrules.authoring.mutation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.spsrules.internal.rule.Condition.AnyOf;
import org.spsrules.internal.rule.Constraint.Predicate;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Faults that provably change nothing, each by an argument of its own. A fault that is not here but changes nothing all
 * the same shows as one that nothing finds; it is either a gap in what looks for faults, or a condition that the rule
 * could do without.
 */
final class Equivalence {

    /** Questions that a single complete list answers: with it, what is not known is not. */
    private static final Map<String, String> COMPLETED_BY = Map.of("takes", "takesNo", "had", "neverHad");

    /** Questions, each with the one that holds where its answer is not known. */
    private static final Map<String, String> ADMITTED_BY = Map.of("inadequateTrial", "adequacyUnknown");

    private final Map<String, Set<String>> members = new TreeMap<>();

    Equivalence(List<Concept> concepts) {
        Vocabulary vocabulary = new Vocabulary(concepts);
        for (Concept concept : concepts) {
            vocabulary
                    .selfAndAncestors(concept.code())
                    .forEach(code -> members.computeIfAbsent(code, any -> new HashSet<>())
                            .add(concept.code()));
        }
    }

    boolean changesNothing(Mutant mutant) {
        return switch (mutant.fault()) {
            case FIRST_FACT_ONLY ->
                mutant.rule().patterns().stream()
                        .filter(pattern -> mutant.what().contains(pattern.text()))
                        .anyMatch(this::bindsOneCode);
            case UNKNOWN_READ_AS_YES ->
                mutant.rule().patterns().stream()
                        .filter(pattern -> mutant.what().contains(pattern.text()))
                        .anyMatch(pattern -> isComplete(pattern, mutant.what()) || isAdmittedBeside(pattern, mutant));
            default -> false;
        };
    }

    /**
     * If a pattern admits a single therapy, every fact that fits binds the same code, the sentence comes out the same,
     * and matches are a set of what is said.
     */
    private boolean bindsOneCode(Pattern pattern) {
        return pattern.constraints(Predicate.class)
                .filter(predicate ->
                        predicate.name().equals("isA") || predicate.name().equals("concerns"))
                .flatMap(predicate -> predicate.arguments().get(0).text().stream())
                .anyMatch(code -> members.getOrDefault(code, Set.of()).size() == 1);
    }

    /** {@code mayTake( a )} is {@code takes( a )} where {@code takesNo( b )} of the same fact says the list is complete. */
    private static boolean isComplete(Pattern pattern, String what) {
        return COMPLETED_BY.entrySet().stream()
                .anyMatch(entry -> what.contains(": " + entry.getKey() + "[") && asks(pattern, entry.getValue()));
    }

    /** What is not known is admitted here too where the other alternative, alike but for this question, asks for just that. */
    private static boolean isAdmittedBeside(Pattern pattern, Mutant mutant) {
        return ADMITTED_BY.entrySet().stream()
                .filter(entry -> mutant.what().contains(": " + entry.getKey() + " as "))
                .map(entry -> pattern.text().replace(entry.getKey(), entry.getValue()))
                .anyMatch(beside -> mutant.rule().conditions().stream()
                        .filter(AnyOf.class::isInstance)
                        .flatMap(group -> group.patterns().stream())
                        .anyMatch(other -> other.text().equals(beside)));
    }

    private static boolean asks(Pattern pattern, String question) {
        return pattern.constraints(Predicate.class)
                .anyMatch(predicate -> predicate.name().equals(question));
    }
}
