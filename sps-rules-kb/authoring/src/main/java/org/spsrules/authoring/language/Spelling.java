package org.spsrules.authoring.language;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;

/** The spelling of parts of a condition in a rule file. */
public final class Spelling {

    private Spelling() {}

    /** The spelling of a constraint. */
    public static String of(Constraint constraint) {
        if (constraint instanceof Constraint.Predicate predicate) {
            return predicate.name()
                    + predicate.arguments().stream().map(Spelling::of).collect(Collectors.joining(", ", "( ", " )"));
        } else if (constraint instanceof Constraint.Comparison comparison) {
            return comparison.field() + " " + comparison.operator().symbol() + " " + of(comparison.operand());
        } else if (constraint instanceof Constraint.Binding binding) {
            return binding.variable() + " : " + binding.field();
        }
        return ((Constraint.Flag) constraint).field();
    }

    /** The spelling of several constraints on one fact. */
    public static String of(Stream<Constraint> constraints) {
        return constraints.map(Spelling::of).collect(Collectors.joining(", "));
    }

    /** The spelling of a pattern. */
    static String of(Pattern.Quantifier quantifier, String factType, Stream<Constraint> constraints) {
        String before = switch (quantifier) {
            case EACH -> "";
            case EXISTS -> "exists ";
            case NOT -> "not ";
        };
        return before + factType + "( " + of(constraints) + " )";
    }

    private static String of(Operand operand) {
        if (operand instanceof Operand.Text text) {
            return "\"" + text.value() + "\"";
        } else if (operand instanceof Operand.Numeral number) {
            return number.value().toPlainString();
        }
        return ((Operand.Variable) operand).name();
    }
}
