package org.spsrules.authoring.model;

import java.util.Map;
import java.util.Optional;
import org.logicng.formulas.Formula;
import org.spsrules.internal.rule.Constraint;

/** A fact that cases may have. */
interface SymbolicFact {

    /** That the case has it. */
    Formula present();

    /** That it meets a constraint, if the case has it. */
    Formula meets(Constraint constraint, Map<String, Object> variables);

    /** The value of a field that rules can name; empty if it has none. */
    Optional<Object> value(String field);
}
