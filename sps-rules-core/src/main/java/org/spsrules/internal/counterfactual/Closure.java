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
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;

/** Rules together with all rules whose findings they read, however far behind. Thread-safe. */
final class Closure {

    private final Map<String, List<Rule>> concluding = new LinkedHashMap<>();

    Closure(List<Rule> rules) {
        for (Rule rule : rules) {
            rule.then()
                    .finding()
                    .ifPresent(name -> concluding
                            .computeIfAbsent(name, key -> new ArrayList<>())
                            .add(rule));
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
                        .filter(Pattern::isFinding)
                        .flatMap(pattern -> pattern.literal("name").stream())
                        .forEach(name -> ask(name, asked, open));
            }
        }
        return closure;
    }

    private void ask(String name, Set<String> asked, Deque<Rule> open) {
        if (asked.add(name)) {
            open.addAll(concluding.getOrDefault(name, List.of()));
        }
    }
}
