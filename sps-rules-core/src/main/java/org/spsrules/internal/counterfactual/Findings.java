package org.spsrules.internal.counterfactual;

import java.util.List;
import org.spsrules.internal.fact.Finding;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Constraint.Operator;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;

/** Patterns that ask for findings. */
final class Findings {

    private Findings() {}

    /** A pattern for a finding about whatever. */
    static Pattern named(String name) {
        return new Pattern(
                Quantifier.EACH,
                Finding.class.getSimpleName(),
                List.of(new Constraint.Comparison("name", Operator.EQUAL, new Operand.Text(name))),
                "Finding( name == \"" + name + "\" )",
                1);
    }
}
