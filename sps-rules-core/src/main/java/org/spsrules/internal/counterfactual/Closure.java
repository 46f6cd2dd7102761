package org.spsrules.internal.counterfactual;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.spsrules.internal.fact.Finding;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;

/** Rules together with all rules whose findings they read, however far behind. Thread-safe. */
final class Closure {

    private final Map<String, List<Rule>> concluding = new LinkedHashMap<>();

    Closure(List<Rule> rules) {
        for (Rule rule : rules) {
            if (rule.then().verb() == Verb.CONCLUDE && rule.then().objects().get(0) instanceof Operand.Text name) {
                concluding
                        .computeIfAbsent(name.value(), key -> new ArrayList<>())
                        .add(rule);
            }
        }
    }

    /** These rules, the rules behind these findings, and everything behind them. */
    Set<Rule> of(Collection<Rule> rules, Collection<String> findings) {
        Set<Rule> closure = new LinkedHashSet<>();
        Deque<Rule> open = new ArrayDeque<>(rules);
        Set<String> asked = new TreeSet<>();
        findings.forEach(name -> ask(name, asked, open));
        while (!open.isEmpty()) {
            Rule rule = open.remove();
            if (closure.add(rule)) {
                rule.patterns().stream()
                        .filter(pattern -> pattern.factType().equals(Finding.class.getSimpleName()))
                        .forEach(pattern -> ask(name(pattern), asked, open));
            }
        }
        return closure;
    }

    private void ask(String name, Set<String> asked, Deque<Rule> open) {
        if (asked.add(name)) {
            open.addAll(concluding.getOrDefault(name, List.of()));
        }
    }

    private static String name(Pattern pattern) {
        return pattern.constraints().stream()
                .filter(Constraint.Comparison.class::isInstance)
                .map(Constraint.Comparison.class::cast)
                .filter(comparison -> comparison.field().equals("name"))
                .map(Constraint.Comparison::operand)
                .filter(Operand.Text.class::isInstance)
                .map(operand -> ((Operand.Text) operand).value())
                .findFirst()
                .orElse("");
    }
}
