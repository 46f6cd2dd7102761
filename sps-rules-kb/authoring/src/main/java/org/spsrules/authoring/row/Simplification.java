package org.spsrules.authoring.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spsrules.authoring.diagnostic.Places;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Pattern;

/**
 * Conditions without those parts of which it is known that they always hold, or never do.
 *
 * @param known says of a pattern whether it always holds or never does, if that is known
 * @param places where the parts of the rule stand
 */
record Simplification(Function<Pattern, Optional<Boolean>> known, Places places) {

    /** What is left of conditions; empty if they cannot hold together. */
    Optional<List<Condition>> of(List<Condition> conditions) {
        List<Condition> left = new ArrayList<>();
        for (Condition condition : conditions) {
            List<List<Pattern>> alternatives = alternatives(condition);
            if (alternatives.isEmpty()) {
                return Optional.empty();
            } else if (condition instanceof Condition.Count) {
                left.add(condition);
            } else if (alternatives.size() == 1) {
                left.addAll(alternatives.get(0));
            } else if (alternatives.stream().noneMatch(List::isEmpty)) {
                left.add(group(condition, alternatives));
            }
        }
        return Optional.of(left);
    }

    /** The alternatives of which one has to hold; one of them is empty if the condition always holds. */
    private List<List<Pattern>> alternatives(Condition condition) {
        return condition.alternatives().stream()
                .filter(alternative -> alternative.stream()
                        .noneMatch(pattern -> known.apply(pattern).equals(Optional.of(false))))
                .map(alternative -> alternative.stream()
                        .filter(pattern -> known.apply(pattern).isEmpty())
                        .toList())
                .distinct()
                .toList();
    }

    private Condition group(Condition whole, List<List<Pattern>> alternatives) {
        String text = alternatives.stream()
                .map(alternative -> alternative.size() == 1
                        ? alternative.get(0).text()
                        : alternative.stream().map(Pattern::text).collect(Collectors.joining(" and ", "( ", " )")))
                .collect(Collectors.joining(" or ", "( ", " )"));
        Condition group = new Condition.AnyOf(alternatives, text, whole.line());
        places.put(group, places.of(whole));
        return group;
    }
}
