package org.spsrules.authoring.generate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Constraint.Operator;
import org.spsrules.internal.rule.Operand;

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
        if (isOpen(constraint, variables)) {
            return Optional.empty();
        } else if (constraint instanceof Constraint.Flag flag) {
            return Optional.of(new Wish(flag.field(), Operator.EQUAL, List.of()));
        } else if (constraint instanceof Constraint.Predicate predicate) {
            List<String> arguments = predicate.arguments().stream()
                    .map(operand -> text(operand, variables))
                    .toList();
            return Optional.of(new Wish(predicate.name(), Operator.EQUAL, arguments));
        } else if (constraint instanceof Constraint.Comparison comparison) {
            return Optional.of(new Wish(
                    comparison.field(), comparison.operator(), List.of(text(comparison.operand(), variables))));
        }
        return Optional.empty();
    }

    private static boolean isOpen(Constraint constraint, Map<String, String> variables) {
        List<Operand> operands = List.of();
        if (constraint instanceof Constraint.Predicate predicate) {
            operands = predicate.arguments();
        } else if (constraint instanceof Constraint.Comparison comparison) {
            operands = List.of(comparison.operand());
        }
        return operands.stream()
                .anyMatch(operand -> operand instanceof Operand.Variable variable
                        && variables.getOrDefault(variable.name(), "").isEmpty());
    }

    /** What an operand stands for; a variable of which nothing is known yet stands for nothing. */
    static String text(Operand operand, Map<String, String> variables) {
        if (operand instanceof Operand.Text text) {
            return text.value();
        } else if (operand instanceof Operand.Numeral number) {
            return number.value().toPlainString();
        }
        return variables.getOrDefault(((Operand.Variable) operand).name(), "");
    }

    /** The first argument. */
    String about() {
        return arguments.isEmpty() ? "" : arguments.get(0);
    }

    /** Whether a number would do. */
    Predicate<BigDecimal> number() {
        BigDecimal limit = new BigDecimal(about());
        return number -> switch (operator) {
            case EQUAL -> number.compareTo(limit) == 0;
            case LESS -> number.compareTo(limit) < 0;
            case AT_MOST -> number.compareTo(limit) <= 0;
            case MORE -> number.compareTo(limit) > 0;
            case AT_LEAST -> number.compareTo(limit) >= 0;
        };
    }
}
