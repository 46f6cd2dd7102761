package org.spsrules.internal.report;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;

/** The rules that speak only where something is planned to be begun, so that holding the order answers them. Thread-safe. */
final class Orders {

    private static final Operand START = new Operand.Text("start");

    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    /** Whether the rule would be silent without such a plan. */
    boolean areNeededBy(Rule rule) {
        return known.computeIfAbsent(rule.id(), id -> needOne(rule.conditions()));
    }

    private static boolean needOne(List<? extends Condition> conditions) {
        return conditions.stream()
                .anyMatch(condition -> condition instanceof Condition.AnyOf anyOf
                        ? anyOf.alternatives().stream().allMatch(Orders::needOne)
                        : condition.patterns().stream().anyMatch(Orders::asksForOne));
    }

    private static boolean asksForOne(Pattern pattern) {
        return pattern.quantifier() != Pattern.Quantifier.NOT
                && pattern.constraints().stream().anyMatch(constraint -> asksForOne(pattern.factType(), constraint));
    }

    private static boolean asksForOne(String factType, Constraint constraint) {
        return switch (factType) {
            case "Plan" ->
                constraint.asked().equals("action") && constraint.operands().contains(START);
            case "Interaction" -> constraint.asked().equals("planned");
            default -> false;
        };
    }
}
