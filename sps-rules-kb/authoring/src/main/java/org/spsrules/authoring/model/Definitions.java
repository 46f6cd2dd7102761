package org.spsrules.authoring.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.logicng.formulas.FType;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Literal;
import org.logicng.formulas.NAryOperator;
import org.logicng.formulas.Not;
import org.logicng.formulas.Variable;

/** Names for formulas that others are made of, so that none of them gets long. Not thread-safe. */
final class Definitions {

    private final FormulaFactory formulas;
    private final Map<Variable, Formula> all = new LinkedHashMap<>();
    private final Map<String, Formula> made = new HashMap<>();

    Definitions(FormulaFactory formulas) {
        this.formulas = formulas;
    }

    /** The name of a formula; the formula itself if it is as short as a name. */
    Formula name(String name, Formula formula) {
        if (formula.type() != FType.AND && formula.type() != FType.OR) {
            return formula;
        }
        Variable variable = formulas.variable(name);
        if (all.putIfAbsent(variable, formula) != null) {
            throw new IllegalStateException(name + " is defined twice");
        }
        return variable;
    }

    /** A formula under a name; it is made once. */
    Formula once(String name, Supplier<Formula> formula) {
        Formula known = made.get(name);
        if (known == null) {
            known = name(name, formula.get());
            made.put(name, known);
        }
        return known;
    }

    /** What each name stands for; each comes after those that it is made of. */
    Map<Variable, Formula> all() {
        return all;
    }

    /** The names on which formulas rest, and those on which these rest, that are not among the known ones, which grow by them. */
    List<Variable> behind(Collection<? extends Formula> some, Set<Variable> known) {
        List<Variable> found = new ArrayList<>();
        Deque<Formula> open = new ArrayDeque<>(some);
        while (!open.isEmpty()) {
            Formula formula = open.remove();
            if (formula instanceof Literal literal) {
                Formula definition = all.get(literal.variable());
                if (definition != null && known.add(literal.variable())) {
                    found.add(literal.variable());
                    open.add(definition);
                }
            } else if (formula instanceof Not not) {
                open.add(not.operand());
            } else if (formula instanceof NAryOperator) {
                formula.forEach(open::add);
            }
        }
        return found;
    }
}
