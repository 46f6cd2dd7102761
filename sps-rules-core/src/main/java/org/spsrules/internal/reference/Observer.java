package org.spsrules.internal.reference;

import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;

/** Whoever wants to know what the conditions of rules were found to be. */
public interface Observer {

    /** Nobody. */
    Observer NOBODY = new Observer() {};

    /** A constraint was held against a fact that meets those before it in the pattern. */
    default void saw(Constraint constraint, boolean holds) {}

    /** A condition, or a pattern in a group, was tried after those before it were met. */
    default void saw(Condition condition, boolean holds) {}
}
