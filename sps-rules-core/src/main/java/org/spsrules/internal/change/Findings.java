package org.spsrules.internal.change;

import java.util.List;
import org.spsrules.fact.Finding;
import org.spsrules.knowledge.Constraint;
import org.spsrules.knowledge.Constraint.Operator;
import org.spsrules.knowledge.Operand;
import org.spsrules.knowledge.Pattern;
import org.spsrules.knowledge.Pattern.Quantifier;

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
