package org.spsrules.authoring.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.logicng.formulas.Formula;
import org.logicng.formulas.Literal;
import org.logicng.formulas.Not;
import org.logicng.formulas.Variable;

/** Up to 64 cases at once, each of them one bit of the values of the variables. Not thread-safe. */
final class Lanes {

    /** How many cases there can be. */
    static final int MOST = Long.SIZE;

    private final Map<Variable, Long> values = new HashMap<>();
    private final Map<Variable, Formula> definitions;

    Lanes(Map<Variable, Formula> definitions) {
        this.definitions = definitions;
    }

    /** Adds the case with this number by the variables that are true of it. */
    void put(int number, List<Variable> known) {
        known.forEach(variable -> values.merge(variable, 1L << number, (one, other) -> one | other));
    }

    /** The cases of which a formula holds; names are looked up when they are first met. */
    long holding(Formula formula) {
        return switch (formula.type()) {
            case TRUE -> -1L;
            case FALSE -> 0L;
            case LITERAL -> {
                Literal literal = (Literal) formula;
                long value = value(literal.variable());
                yield literal.phase() ? value : ~value;
            }
            case NOT -> ~holding(((Not) formula).operand());
            case AND -> {
                long all = -1L;
                for (Formula part : formula) {
                    all &= holding(part);
                    if (all == 0L) {
                        break;
                    }
                }
                yield all;
            }
            case OR -> {
                long some = 0L;
                for (Formula part : formula) {
                    some |= holding(part);
                    if (some == -1L) {
                        break;
                    }
                }
                yield some;
            }
            default -> throw new IllegalArgumentException(formula.type().name());
        };
    }

    private long value(Variable variable) {
        Long known = values.get(variable);
        if (known == null) {
            Formula definition = definitions.get(variable);
            known = definition == null ? 0L : holding(definition);
            values.put(variable, known);
        }
        return known;
    }
}
