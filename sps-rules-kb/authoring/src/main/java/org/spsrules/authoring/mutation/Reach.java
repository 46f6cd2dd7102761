package org.spsrules.authoring.mutation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;

/**
 * The rules that a change of some can reach: a rule depends on nothing but facts and the findings that it reads, so all
 * others say what they said before. Immutable.
 */
public final class Reach {

    private final List<Rule> rules;
    private final Set<String> ids;

    private Reach(List<Rule> rules, Set<String> ids) {
        this.rules = rules;
        this.ids = ids;
    }

    /** What can be reached from rules with these ids, and from those that conclude one of these findings. */
    public static Reach of(Collection<String> first, Collection<String> findings, List<Rule> rules) {
        Set<String> ids = new HashSet<>(first);
        Deque<String> open = new ArrayDeque<>(findings);
        rules.stream()
                .filter(rule -> ids.contains(rule.id()))
                .map(Reach::concluded)
                .forEach(open::add);
        Map<String, List<Rule>> readers = new HashMap<>();
        rules.forEach(rule -> read(rule)
                .forEach(finding -> readers.computeIfAbsent(finding, any -> new ArrayList<>())
                        .add(rule)));
        while (!open.isEmpty()) {
            for (Rule rule : readers.getOrDefault(open.remove(), List.of())) {
                if (ids.add(rule.id())) {
                    open.add(concluded(rule));
                }
            }
        }
        return new Reach(rules, ids);
    }

    /** Whether the change can reach what a rule says. */
    public boolean includes(Rule rule) {
        return includes(rule.id());
    }

    /** Whether the change can reach what the rule with this id says. */
    public boolean includes(String ruleId) {
        return ids.contains(ruleId);
    }

    /** How many rules it can reach. */
    public int size() {
        return ids.size();
    }

    /** The rules that it can reach. */
    public List<Rule> rules() {
        return rules.stream().filter(this::includes).toList();
    }

    /** Those of these rules that it can reach, and all that they read. */
    public List<Rule> withWhatIsRead(List<Rule> all) {
        Set<String> needed = new HashSet<>(ids);
        Deque<Rule> open = new ArrayDeque<>(all.stream().filter(this::includes).toList());
        while (!open.isEmpty()) {
            Set<String> findings = read(open.remove());
            for (Rule rule : all) {
                if (findings.contains(concluded(rule)) && needed.add(rule.id())) {
                    open.add(rule);
                }
            }
        }
        return all.stream().filter(rule -> needed.contains(rule.id())).toList();
    }

    /** The name of the finding that a rule concludes; empty if it concludes none. */
    public static String concluded(Rule rule) {
        return rule.then().finding().orElse("");
    }

    private static Set<String> read(Rule rule) {
        return rule.patterns().stream()
                .filter(Pattern::isFinding)
                .flatMap(pattern -> pattern.literal("name").stream())
                .collect(Collectors.toSet());
    }
}
