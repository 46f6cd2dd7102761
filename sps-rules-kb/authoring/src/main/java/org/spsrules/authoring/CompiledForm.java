package org.spsrules.authoring;

import java.util.List;
import java.util.stream.Collectors;
import org.spsrules.knowledge.Condition;
import org.spsrules.knowledge.Constraint;
import org.spsrules.knowledge.Operand;
import org.spsrules.knowledge.Pattern;
import org.spsrules.knowledge.Pattern.Quantifier;
import org.spsrules.knowledge.Rule;

/**
 * Prints a rule for the Drools compiler: the conditions as they were understood, on the lines on which the author wrote
 * them, a salience from the stratum, and a consequence that only says that the rule applies. Nothing of the author's
 * text is passed on unread.
 *
 * <p>The rule is named by its id, and its consequence asks Drools for that name instead of repeating it: so the
 * consequences of most rules are one class, not one each.
 */
final class CompiledForm {

    /** One package for all rules: with several, Drools attaches rules one by one and loses some of them. */
    private static final String HEADER = "package org.spsrules.kb;"
            + " import org.spsrules.fact.*;"
            + " global org.spsrules.internal.engine.Conclusions conclusions; ";

    private CompiledForm() {}

    static String of(Rule rule, int highestStratum) {
        StringBuilder text = new StringBuilder();
        text.append(HEADER)
                .append("rule ")
                .append(quoted(rule.id()))
                .append(" salience ")
                .append(highestStratum - rule.stratum())
                .append(" when ");
        int line = 1;
        for (Condition condition : rule.conditions()) {
            for (; line < condition.line(); line++) {
                text.append('\n');
            }
            text.append(condition(condition)).append(' ');
        }
        String values =
                rule.then().variables().stream().map(name -> ", " + name).collect(Collectors.joining());
        return text.append("then conclusions.add( drools.getRule().getName()")
                .append(values)
                .append(" ); end\n")
                .toString();
    }

    private static String condition(Condition condition) {
        if (condition instanceof Condition.AnyOf group) {
            return group.alternatives().stream()
                    .map(alternative -> alternative.stream()
                            .map(CompiledForm::pattern)
                            .collect(Collectors.joining(" and ", "( ", " )")))
                    .collect(Collectors.joining(" or ", "( ", " )"));
        } else if (condition instanceof Condition.Count count) {
            return "accumulate( " + pattern(count.pattern()) + "; $counted : count( 1 ); $counted >= " + count.atLeast()
                    + " )";
        }
        return pattern((Pattern) condition);
    }

    private static String pattern(Pattern pattern) {
        String quantifier = switch (pattern.quantifier()) {
            case EACH -> "";
            case EXISTS -> "exists ";
            case NOT -> "not ";
        };
        String constraints =
                pattern.constraints().stream().map(CompiledForm::constraint).collect(Collectors.joining(", "));
        String plain = pattern.factType() + "( " + constraints + " )";
        return pattern.quantifier() == Quantifier.EACH ? plain : quantifier + "( " + plain + " )";
    }

    private static String constraint(Constraint constraint) {
        if (constraint instanceof Constraint.Flag flag) {
            return flag.field();
        } else if (constraint instanceof Constraint.Predicate predicate) {
            return predicate.name() + "( " + operands(predicate.arguments()) + " )";
        } else if (constraint instanceof Constraint.Comparison comparison) {
            return comparison.field() + " " + comparison.operator().symbol() + " " + operand(comparison.operand());
        }
        Constraint.Binding binding = (Constraint.Binding) constraint;
        return binding.variable() + " : " + binding.field() + ", " + binding.field() + " != null";
    }

    private static String operands(List<Operand> operands) {
        return operands.stream().map(CompiledForm::operand).collect(Collectors.joining(", "));
    }

    private static String operand(Operand operand) {
        if (operand instanceof Operand.Text text) {
            return quoted(text.value());
        } else if (operand instanceof Operand.Numeral number) {
            return number.value().toPlainString();
        }
        return ((Operand.Variable) operand).name();
    }

    /** The reader admits none of these in a text; were one to slip through, the text could become code. */
    private static String quoted(String text) {
        if (text.chars().anyMatch(letter -> letter == '"' || letter == '\\' || Character.isISOControl(letter))) {
            throw new IllegalArgumentException("not a plain text: " + text);
        }
        return '"' + text + '"';
    }
}
