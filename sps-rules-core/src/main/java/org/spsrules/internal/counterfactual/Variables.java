package org.spsrules.internal.counterfactual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.spsrules.internal.reference.Conditions;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;

/** The variables by which the conditions of a rule hang together. */
final class Variables {

    private Variables() {}

    /** Whether a condition binds or uses a variable for which nothing is given. */
    static boolean isFree(Condition condition, Map<String, Object> given) {
        return condition.patterns().stream()
                .anyMatch(pattern -> names(pattern).stream().anyMatch(name -> !given.containsKey(name)));
    }

    /** Whether each fact that fits the pattern fills a variable. */
    static boolean binds(Pattern pattern) {
        return pattern.quantifier() == Quantifier.EACH
                && pattern.constraints().stream().anyMatch(Constraint.Binding.class::isInstance);
    }

    static boolean isOpen(Operand operand, Map<String, Object> variables) {
        return operand instanceof Operand.Variable variable && !variables.containsKey(variable.name());
    }

    private static Set<String> names(Pattern pattern) {
        Set<String> names = new LinkedHashSet<>();
        for (Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Constraint.Binding binding) {
                names.add(binding.variable());
            } else if (constraint instanceof Constraint.Predicate predicate) {
                predicate.arguments().forEach(operand -> add(operand, names));
            } else if (constraint instanceof Constraint.Comparison comparison) {
                add(comparison.operand(), names);
            }
        }
        return names;
    }

    private static void add(Operand operand, Set<String> names) {
        if (operand instanceof Operand.Variable variable) {
            names.add(variable.name());
        }
    }

    /** What the variables of a pattern stand for. */
    static Map<String, Object> relevant(Pattern pattern, Map<String, Object> variables) {
        Map<String, Object> relevant = new TreeMap<>(variables);
        relevant.keySet().retainAll(names(pattern));
        return relevant;
    }

    /** Every way in which facts fill the variables of conditions. */
    static List<Map<String, Object>> filled(List<Condition> conditions, Map<String, Object> given, Conditions facts) {
        List<Map<String, Object>> ways = new ArrayList<>(List.of(given));
        for (Condition condition : conditions) {
            if (condition instanceof Pattern pattern && binds(pattern)) {
                List<Map<String, Object>> further = new ArrayList<>();
                for (Map<String, Object> way : ways) {
                    for (Object fact : facts.fitting(pattern, way)) {
                        further.add(with(way, pattern, fact));
                    }
                }
                ways = further;
            }
        }
        return ways;
    }

    private static Map<String, Object> with(Map<String, Object> way, Pattern pattern, Object fact) {
        Map<String, Object> filled = new HashMap<>(way);
        for (Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Constraint.Binding binding) {
                Object value = Conditions.question(fact, binding.field()).ask(fact, List.of());
                if (value != null) {
                    filled.put(binding.variable(), value);
                }
            }
        }
        return filled;
    }
}
