package org.spsrules.authoring.model;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.logicng.formulas.FType;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/** Names for formulas that others are made of, so that none of them gets long. Not thread-safe. */
final class Definitions {

    private final FormulaFactory formulas;
    private final Map<Variable, Formula> all = new LinkedHashMap<>();

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

    /** What each name stands for; each comes after those that it is made of. */
    Map<Variable, Formula> all() {
        return all;
    }

    /** The names on which formulas rest, and all other variables that those rest on. */
    Set<Variable> behind(Collection<? extends Formula> some) {
        Set<Variable> found = new TreeSet<>();
        Deque<Formula> open = new ArrayDeque<>(some);
        while (!open.isEmpty()) {
            for (Variable variable : open.remove().variables()) {
                if (found.add(variable) && all.containsKey(variable)) {
                    open.add(all.get(variable));
                }
            }
        }
        return found;
    }
}
