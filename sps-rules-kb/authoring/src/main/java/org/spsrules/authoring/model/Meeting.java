package org.spsrules.authoring.model;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spsrules.internal.rule.Constraint;

/** Whether an answer is what a constraint asks for. Said again here, because the engines are held against it. */
final class Meeting {

    private Meeting() {}

    static boolean of(Constraint constraint, @Nullable Object answer, Map<String, ?> variables) {
        if (answer == null) {
            return false;
        } else if (constraint instanceof Constraint.Comparison comparison) {
            return compare(answer, comparison.operator(), comparison.operand().valueIn(variables));
        } else if (constraint instanceof Constraint.Binding binding) {
            Object bound = variables.get(binding.variable());
            return bound == null || bound.equals(answer);
        }
        return Boolean.TRUE.equals(answer);
    }

    private static boolean compare(Object answer, Constraint.Operator operator, Object expected) {
        if (!(answer instanceof Number)) {
            return answer.equals(expected);
        }
        int sign = Integer.signum(new BigDecimal(answer.toString()).compareTo(new BigDecimal(expected.toString())));
        return switch (operator) {
            case LESS -> sign == -1;
            case AT_MOST -> sign != 1;
            case EQUAL -> sign == 0;
            case AT_LEAST -> sign != -1;
            case MORE -> sign == 1;
        };
    }
}
