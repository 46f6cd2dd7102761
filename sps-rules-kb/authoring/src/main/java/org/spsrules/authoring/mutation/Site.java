package org.spsrules.authoring.mutation;

import java.util.stream.Stream;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;

/**
 * A place in a rule at which a fact is asked something. Told from others by identity, because a rule may ask the same twice.
 *
 * @param condition the condition in which it stands
 * @param pattern the pattern in it
 * @param constraint the constraint in that
 */
public record Site(Condition condition, Pattern pattern, Constraint constraint) {

    /** All of a rule, in the order in which they stand. */
    public static Stream<Site> in(Rule rule) {
        return rule.conditions().stream()
                .flatMap(condition -> condition.patterns().stream()
                        .flatMap(pattern -> pattern.constraints().stream()
                                .map(constraint -> new Site(condition, pattern, constraint))));
    }
}
