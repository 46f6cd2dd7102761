package org.spsrules.internal.counterfactual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.reference.Conditions;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;

/** The variables by which the conditions of a rule hang together. */
final class Variables {

    private Variables() {}

    /** Whether a condition binds or uses a variable for which nothing is given. */
    static boolean isFree(Condition condition, Map<String, Object> given) {
        return condition.patterns().stream().anyMatch(pattern -> !given.keySet().containsAll(names(pattern)));
    }

    private static Set<String> names(Pattern pattern) {
        return Stream.concat(pattern.bindings().stream().map(Constraint.Binding::variable), pattern.variables())
                .collect(Collectors.toSet());
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
            if (condition instanceof Pattern pattern && pattern.branches()) {
                List<Map<String, Object>> further = new ArrayList<>();
                for (Map<String, Object> way : ways) {
                    for (Fact fact : facts.fitting(pattern, way)) {
                        further.add(Conditions.bound(pattern, fact, way));
                    }
                }
                ways = further;
            }
        }
        return ways;
    }
}
