package org.spsrules.authoring.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;

/** Copies of a rule with one part exchanged. Parts are told by identity, because a rule may say the same thing twice. */
final class Rewrite {

    private final Rule rule;

    Rewrite(Rule rule) {
        this.rule = rule;
    }

    /** The rule with another list of conditions. */
    Rule conditions(List<Condition> conditions) {
        return rule.when(List.copyOf(conditions));
    }

    /** The rule with another thing that its sentence speaks of. */
    Rule objects(List<Operand> objects) {
        return rule.then(rule.then().about(objects));
    }

    /** The rule with conditions in the place of one. */
    Rule condition(Condition old, List<? extends Condition> instead) {
        List<Condition> conditions = new ArrayList<>();
        for (Condition condition : rule.conditions()) {
            if (condition == old) {
                conditions.addAll(instead);
            } else {
                conditions.add(condition);
            }
        }
        return conditions(conditions);
    }

    /** The rule with another pattern in the place of one, wherever it stands. */
    Rule pattern(Pattern old, Pattern instead) {
        return conditions(rule.conditions().stream()
                .map(condition -> condition.with(pattern -> pattern == old ? instead : pattern))
                .toList());
    }

    /** The rule with another constraint, or none, in the place of one. */
    Rule constraint(Pattern pattern, Constraint old, Optional<Constraint> instead) {
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : pattern.constraints()) {
            if (constraint != old) {
                constraints.add(constraint);
            } else {
                instead.ifPresent(constraints::add);
            }
        }
        return pattern(pattern, pattern.with(constraints));
    }
}
