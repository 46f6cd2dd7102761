package org.spsrules.authoring.lint;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;

/** What a constraint asks, and whether a fact meets it. */
final class Asked {

    private Asked() {}

    /** The texts that it names. */
    static List<String> texts(Constraint constraint) {
        return constraint.operands().stream()
                .filter(Operand.Text.class::isInstance)
                .map(operand -> ((Operand.Text) operand).value())
                .toList();
    }

    /** The number that it names, if it does. */
    static Optional<BigDecimal> number(Constraint constraint) {
        return constraint.operands().stream()
                .filter(Operand.Numeral.class::isInstance)
                .map(operand -> ((Operand.Numeral) operand).value())
                .findFirst();
    }

    /** Whether it depends on what else the rule has matched. */
    static boolean isOpen(Constraint constraint) {
        return constraint instanceof Constraint.Binding
                || constraint.operands().stream().anyMatch(Operand.Variable.class::isInstance);
    }

    /** Whether a fact meets a constraint that is not open. A dose in a unit that cannot be compared does not. */
    static boolean holds(Constraint constraint, Object fact) {
        if (constraint instanceof Constraint.Comparison comparison) {
            return compares(comparison, answer(fact, comparison.field(), List.of()));
        }
        try {
            return Boolean.TRUE.equals(answer(fact, constraint.asked(), texts(constraint)));
        } catch (IllegalStateException e) {
            return false;
        }
    }

    static @Nullable Object answer(Object fact, String question, List<String> arguments) {
        return FactModel.instance()
                .typeOf(fact)
                .flatMap(type -> type.question(question))
                .orElseThrow()
                .ask(fact, arguments);
    }

    private static boolean compares(Constraint.Comparison comparison, @Nullable Object actual) {
        if (actual == null) {
            return false;
        } else if (comparison.operand() instanceof Operand.Numeral number) {
            int order = new BigDecimal(actual.toString()).compareTo(number.value());
            return switch (comparison.operator()) {
                case EQUAL -> order == 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
        return actual.equals(((Operand.Text) comparison.operand()).value());
    }
}
