package org.spsrules.internal.counterfactual;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** Which therapies a variable of a rule can stand for in any case at all. Thread-safe. */
final class Subjects {

    private final List<Rule> rules;
    private final Vocabulary vocabulary;
    private final Set<String> therapies;
    private final Map<List<String>, Set<String>> known = new ConcurrentHashMap<>();

    Subjects(List<Rule> rules, Vocabulary vocabulary) {
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.therapies = vocabulary.concepts().stream()
                .filter(concept -> Vocabulary.therapies().contains(concept.kind()))
                .map(Concept::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The codes that an object of a rule's sentence can stand for. */
    Set<String> of(Rule rule, Operand object) {
        return object.variable()
                .map(variable -> of(rule, variable))
                .orElseGet(() -> object.text().map(Set::of).orElse(Set.of()));
    }

    /** Not computed within the map: what a variable stands for may depend on what one of another rule does. */
    private Set<String> of(Rule rule, String variable) {
        List<String> key = List.of(rule.id(), variable);
        Set<String> codes = known.get(key);
        if (codes == null) {
            codes = find(rule, variable);
            known.put(key, codes);
        }
        return codes;
    }

    private Set<String> find(Rule rule, String variable) {
        Set<String> codes = new TreeSet<>(therapies);
        rule.conditions().forEach(condition -> narrow(condition, variable, codes));
        return codes;
    }

    /** A count binds nothing. */
    private void narrow(Condition condition, String variable, Set<String> codes) {
        if (!(condition instanceof Condition.Count)) {
            Set<String> union = new HashSet<>();
            for (List<Pattern> alternative : condition.alternatives()) {
                Set<String> narrowed = new TreeSet<>(codes);
                alternative.forEach(pattern -> narrow(pattern, variable, narrowed));
                union.addAll(narrowed);
            }
            codes.retainAll(union);
        }
    }

    private void narrow(Pattern pattern, String variable, Set<String> codes) {
        if (pattern.isNegated() || !names(pattern, pattern.isFinding() ? "of" : "therapy", variable)) {
            return;
        }
        if (pattern.isFinding()) {
            codes.retainAll(concluded(pattern));
            return;
        }
        pattern.constraints(Constraint.Predicate.class).forEach(predicate -> {
            List<String> asked = predicate.arguments().stream()
                    .flatMap(argument -> argument.text().stream())
                    .toList();
            switch (predicate.name()) {
                case "isA", "isAny" ->
                    codes.removeIf(code -> asked.stream().noneMatch(kind -> vocabulary.isA(code, kind)));
                case "concerns" -> codes.removeIf(code -> asked.stream().noneMatch(kind -> mayConcern(code, kind)));
                default -> {}
            }
        });
    }

    /** A plan for a class may be one for each of its members. */
    private boolean mayConcern(String code, String asked) {
        return vocabulary.selfAndNarrower(code).stream().anyMatch(kind -> vocabulary.isA(kind, asked));
    }

    /** Whether a pattern holds a field against the variable. */
    private static boolean names(Pattern pattern, String field, String variable) {
        return pattern.bindings().contains(new Constraint.Binding(variable, field))
                || pattern.compared(field).anyMatch(new Operand.Variable(variable)::equals);
    }

    /** What rules can conclude the finding of. */
    private Set<String> concluded(Pattern finding) {
        Set<String> codes = new HashSet<>();
        finding.literal("name")
                .ifPresent(name -> rules.stream()
                        .filter(rule -> rule.concludes(name))
                        .forEach(rule ->
                                rule.then().findingIsAbout().ifPresent(about -> codes.addAll(of(rule, about)))));
        return codes;
    }
}
