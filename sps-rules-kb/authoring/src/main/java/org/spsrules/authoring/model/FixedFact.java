package org.spsrules.authoring.model;

import java.util.Map;
import java.util.Optional;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.spsrules.internal.rule.Constraint;

/** A fact whose fields are the same in all cases that have it, and of which flags may hold in some of them. */
final class FixedFact implements SymbolicFact {

    private final Formula present;
    private final Map<String, Object> values;
    private final Map<String, Formula> flags;
    private final FormulaFactory formulas;

    FixedFact(Formula present, Map<String, Object> values, Map<String, Formula> flags, FormulaFactory formulas) {
        this.present = present;
        this.values = values;
        this.flags = flags;
        this.formulas = formulas;
    }

    @Override
    public Formula present() {
        return present;
    }

    @Override
    public Formula meets(Constraint constraint, Map<String, Object> variables) {
        Formula flag = flags.get(constraint.asked());
        return flag != null
                ? flag
                : formulas.constant(Meeting.of(constraint, values.get(constraint.asked()), variables));
    }

    @Override
    public Optional<Object> value(String field) {
        return Optional.ofNullable(values.get(field));
    }
}
