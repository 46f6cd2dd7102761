package org.spsrules.authoring.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;

/**
 * A rule that means something else on the two sides. Its layout, its comments and its place in the file mean nothing.
 *
 * @param ruleId its id
 * @param what whether it is new or gone, or else which parts of it differ
 * @param alert whether it raises an alert on either side
 */
public record RuleDifference(String ruleId, String what, boolean alert) {

    private static final String CONDITIONS = "conditions";

    /**
     * Whether it can say something else where it applies alike. An alert shows the rows that met its conditions, so that
     * its conditions are part of what it says.
     */
    boolean speaksOtherwise() {
        return alert || !what.equals(CONDITIONS);
    }

    /** All rules that differ. */
    static List<RuleDifference> between(List<Rule> old, List<Rule> now) {
        Map<String, Rule> before = byId(old);
        Map<String, Rule> after = byId(now);
        Set<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        List<RuleDifference> found = new ArrayList<>();
        for (String id : ids) {
            String what = !before.containsKey(id)
                    ? "new"
                    : !after.containsKey(id) ? "gone" : parts(before.get(id), after.get(id));
            if (!what.isEmpty()) {
                found.add(new RuleDifference(id, what, isAlert(before.get(id)) || isAlert(after.get(id))));
            }
        }
        return found;
    }

    private static boolean isAlert(@Nullable Rule rule) {
        return rule != null && rule.then().verb() == Verb.ALERT;
    }

    private static Map<String, Rule> byId(List<Rule> rules) {
        return rules.stream()
                .collect(Collectors.toMap(Rule::id, Function.identity(), (first, second) -> first, TreeMap::new));
    }

    private static String parts(Rule old, Rule now) {
        List<String> parts = new ArrayList<>();
        add(parts, "title", old.title(), now.title());
        add(parts, "statements", old.sources(), now.sources());
        add(parts, "evidence", old.grades(), now.grades());
        add(parts, "review", old.reviewed(), now.reviewed());
        add(parts, CONDITIONS, meaning(old.conditions()), meaning(now.conditions()));
        add(parts, "sentence", old.then(), now.then());
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String name, Object old, Object now) {
        if (!old.equals(now)) {
            parts.add(name);
        }
    }

    /** The conditions without where and how they are written. */
    private static List<Condition> meaning(List<Condition> conditions) {
        return conditions.stream().map(Condition::plain).toList();
    }
}
