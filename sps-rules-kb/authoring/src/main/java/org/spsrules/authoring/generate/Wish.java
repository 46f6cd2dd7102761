package org.spsrules.authoring.generate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.reference.Conditions;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;

/**
 * What a fact is to answer to a question of a rule.
 *
 * @param constraint the constraint that it is to meet, which names no variable
 */
record Wish(Constraint constraint) {

    /**
     * The wish that a constraint be met; nothing for a binding, which any known value meets, and nothing for what is asked
     * of a variable that stands for nothing yet, because no fact could be made for the pattern that binds it.
     */
    static Optional<Wish> of(Constraint constraint, Map<String, String> variables) {
        return constraint instanceof Constraint.Binding || isOpen(constraint, variables)
                ? Optional.empty()
                : Optional.of(new Wish(constraint.about(operand -> Stream.of(operand.variable()
                        .<Operand>map(name -> new Operand.Text(operand.wordIn(variables)))
                        .orElse(operand)))));
    }

    /** A variable of which nothing is known yet stands for nothing. */
    private static boolean isOpen(Constraint constraint, Map<String, String> variables) {
        return constraint.operands().stream()
                .flatMap(operand -> operand.variable().stream())
                .anyMatch(name -> variables.getOrDefault(name, "").isEmpty());
    }

    /** The question. */
    String question() {
        return constraint.asked();
    }

    /** What the question is about, or what its answer is compared with. */
    List<String> arguments() {
        return constraint.operands().stream()
                .map(operand -> operand.wordIn(Map.of()))
                .toList();
    }

    /** The first argument. */
    String about() {
        return arguments().isEmpty() ? "" : arguments().get(0);
    }

    /** The number with which the answer is compared, if it is a number. */
    Optional<BigDecimal> limit() {
        return constraint.number();
    }

    /** Whether a fact answers so. */
    boolean isMetBy(Fact fact) {
        return Conditions.holds(constraint, fact, Map.of());
    }

    /** A number of days around the limit that would do, as far as there is one. */
    Optional<Integer> daysThatFit(Draw draw) {
        return days(draw, true);
    }

    /** A number of days around the limit that would not do. */
    Optional<Integer> daysThatDoNot(Draw draw) {
        return days(draw, false);
    }

    private Optional<Integer> days(Draw draw, boolean fitting) {
        return draw.any(Limits.around(limit().orElseThrow()).stream()
                        .filter(days -> days.signum() >= 0)
                        .filter(days -> constraint.isMetBy(days, Map.of()) == fitting)
                        .toList())
                .map(BigDecimal::intValue);
    }
}
