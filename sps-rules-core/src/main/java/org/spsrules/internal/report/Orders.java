package org.spsrules.internal.report;

import java.util.List;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;

/** Which rules speak only where something is planned to be begun, so that holding the order answers them. */
final class Orders {

    private static final Operand START = new Operand.Text("start");

    private Orders() {}

    /** Whether the rule would be silent without such a plan. */
    static boolean isAboutOne(Rule rule) {
        return rule.conditions().stream().anyMatch(Orders::needsOne);
    }

    private static boolean needsOne(Condition condition) {
        if (condition instanceof Condition.AnyOf anyOf) {
            return anyOf.alternatives().stream().allMatch(Orders::anyNeedsOne);
        }
        return condition.patterns().stream().anyMatch(Orders::asksForOne);
    }

    private static boolean anyNeedsOne(List<Pattern> patterns) {
        return patterns.stream().anyMatch(Orders::asksForOne);
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
