package org.spsrules.authoring.generate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Constraint.Operator;

/**
 * What a fact is to answer to a question of a rule.
 *
 * @param question the question
 * @param operator how the answer is compared; of what is not compared, that it is yes
 * @param arguments what the question is about, or what its answer is compared with
 */
record Wish(String question, Operator operator, List<String> arguments) {

    /**
     * The wish that a constraint be met; nothing for a binding, which any known value meets, and nothing for what is asked
     * of a variable that stands for nothing yet, because no fact could be made for the pattern that binds it.
     */
    static Optional<Wish> of(Constraint constraint, Map<String, String> variables) {
        if (constraint instanceof Constraint.Binding || isOpen(constraint, variables)) {
            return Optional.empty();
        }
        Operator operator =
                constraint instanceof Constraint.Comparison comparison ? comparison.operator() : Operator.EQUAL;
        List<String> arguments = constraint.operands().stream()
                .map(operand -> operand.wordIn(variables))
                .toList();
        return Optional.of(new Wish(constraint.asked(), operator, arguments));
    }

    /** A variable of which nothing is known yet stands for nothing. */
    private static boolean isOpen(Constraint constraint, Map<String, String> variables) {
        return constraint.operands().stream()
                .flatMap(operand -> operand.variable().stream())
                .anyMatch(name -> variables.getOrDefault(name, "").isEmpty());
    }

    /** The first argument. */
    String about() {
        return arguments.isEmpty() ? "" : arguments.get(0);
    }

    /** A number of days around the limit that would do, as far as there is one. */
    Optional<Integer> daysThatFit(Draw draw) {
        return days(draw, number());
    }

    /** A number of days around the limit that would not do. */
    Optional<Integer> daysThatDoNot(Draw draw) {
        return days(draw, number().negate());
    }

    private Optional<Integer> days(Draw draw, Predicate<BigDecimal> which) {
        return draw.any(Limits.around(new BigDecimal(about())).stream()
                        .filter(days -> days.signum() >= 0)
                        .filter(which)
                        .toList())
                .map(BigDecimal::intValue);
    }

    /** Whether a number would do. */
    Predicate<BigDecimal> number() {
        BigDecimal limit = new BigDecimal(about());
        return number -> operator.holds(number, limit);
    }
}
