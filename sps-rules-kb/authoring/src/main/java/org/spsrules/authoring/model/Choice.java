package org.spsrules.authoring.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/**
 * Something of which a case states exactly one of a few values, with a variable for each.
 *
 * @param <V> the values
 */
final class Choice<V> {

    private final List<V> values;
    private final List<Variable> variables = new ArrayList<>();
    private final Function<V, ?> sameAs;
    private final Map<Object, Integer> known = new HashMap<>();

    /**
     * A choice.
     *
     * @param values no two of which are the same
     * @param sameAs what two values have in common that rules do not tell apart
     */
    Choice(String name, List<V> values, Function<V, ?> sameAs, FormulaFactory formulas) {
        this.values = values;
        this.sameAs = sameAs;
        for (int i = 0; i < values.size(); i++) {
            variables.add(formulas.variable(name + "=" + i));
            known.put(sameAs.apply(values.get(i)), i);
        }
    }

    List<V> values() {
        return values;
    }

    Variable is(int value) {
        return variables.get(value);
    }

    List<Variable> variables() {
        return variables;
    }

    /** That it has exactly one value. */
    Formula one(FormulaFactory formulas) {
        return values.size() == 1 ? variables.get(0) : formulas.exo(variables);
    }

    /** The variable of a value that a case states; empty if it is beyond the bounds of the model. */
    Optional<Variable> of(V value) {
        return Optional.ofNullable(known.get(sameAs.apply(value))).map(variables::get);
    }

    /** The value in a solution. */
    V in(Set<Variable> solution) {
        for (int i = 0; i < values.size(); i++) {
            if (solution.contains(variables.get(i))) {
                return values.get(i);
            }
        }
        return values.get(0);
    }
}
