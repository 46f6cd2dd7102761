package org.spsrules.internal.counterfactual;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.spsrules.internal.fact.Finding;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
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
        if (object instanceof Operand.Variable variable) {
            List<String> key = List.of(rule.id(), variable.name());
            Set<String> codes = known.get(key);
            if (codes == null) {
                codes = find(rule, variable.name());
                known.put(key, codes);
            }
            return codes;
        }
        return object instanceof Operand.Text text ? Set.of(text.value()) : Set.of();
    }

    private Set<String> find(Rule rule, String variable) {
        Set<String> codes = new TreeSet<>(therapies);
        rule.conditions().forEach(condition -> narrow(condition, variable, codes));
        return codes;
    }

    private void narrow(Condition condition, String variable, Set<String> codes) {
        if (condition instanceof Pattern pattern) {
            narrow(pattern, variable, codes);
        } else if (condition instanceof Condition.AnyOf group) {
            Set<String> union = new HashSet<>();
            for (List<Pattern> alternative : group.alternatives()) {
                Set<String> narrowed = new TreeSet<>(codes);
                alternative.forEach(pattern -> narrow(pattern, variable, narrowed));
                union.addAll(narrowed);
            }
            codes.retainAll(union);
        }
    }

    private void narrow(Pattern pattern, String variable, Set<String> codes) {
        if (pattern.quantifier() == Quantifier.NOT) {
            return;
        }
        boolean isFinding = pattern.factType().equals(Finding.class.getSimpleName());
        if (!names(pattern, isFinding ? "of" : "therapy", variable)) {
            return;
        }
        if (isFinding) {
            codes.retainAll(concluded(pattern));
            return;
        }
        for (Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Constraint.Predicate predicate
                    && predicate.arguments().get(0) instanceof Operand.Text text) {
                if (predicate.name().equals("isA")) {
                    codes.removeIf(code -> !vocabulary.isA(code, text.value()));
                } else if (predicate.name().equals("concerns")) {
                    codes.removeIf(code -> !mayConcern(code, text.value()));
                }
            }
        }
    }

    /** A plan for a class may be one for each of its members. */
    private boolean mayConcern(String code, String asked) {
        return vocabulary.selfAndNarrower(code).stream().anyMatch(kind -> vocabulary.isA(kind, asked));
    }

    /** Whether a pattern holds a field against the variable. */
    private static boolean names(Pattern pattern, String field, String variable) {
        return pattern.constraints().stream()
                .anyMatch(constraint -> constraint instanceof Constraint.Binding binding
                                && binding.field().equals(field)
                                && binding.variable().equals(variable)
                        || constraint instanceof Constraint.Comparison comparison
                                && comparison.field().equals(field)
                                && comparison.operand().equals(new Operand.Variable(variable)));
    }

    /** What rules can conclude the finding of. */
    private Set<String> concluded(Pattern finding) {
        Set<String> codes = new HashSet<>();
        for (Constraint constraint : finding.constraints()) {
            if (constraint instanceof Constraint.Comparison comparison
                    && comparison.field().equals("name")) {
                rules.stream()
                        .filter(rule -> rule.then().verb() == Verb.CONCLUDE
                                && rule.then().objects().size() > 1
                                && rule.then().objects().get(0).equals(comparison.operand()))
                        .forEach(rule ->
                                codes.addAll(of(rule, rule.then().objects().get(1))));
            }
        }
        return codes;
    }
}
