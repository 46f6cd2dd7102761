package org.spsrules.internal.rule;

import java.util.List;

/**
 * One line of a rule's {@code when}: a fact that must be there, or, for a {@link Finding finding}, must not.
 *
 * @param quantifier whether the fact is matched, only has to exist, or must not
 * @param factType simple name of the fact type, for example {@code Patient}
 * @param constraints what must hold of the fact, all of it
 * @param text the pattern as the author wrote it
 * @param line of the rule file, counted from 1
 */
public record Pattern(Quantifier quantifier, String factType, List<Constraint> constraints, String text, int line)
        implements Condition {

    @Override
    public List<Pattern> patterns() {
        return List.of(this);
    }

    /** What it gives names to. */
    public List<Constraint.Binding> bindings() {
        return constraints.stream()
                .filter(Constraint.Binding.class::isInstance)
                .map(Constraint.Binding.class::cast)
                .toList();
    }

    /** How many facts a pattern asks for. */
    public enum Quantifier {
        /** Each fact that fits is a match of its own. */
        EACH,
        /** At least one fact fits. */
        EXISTS,
        /** No fact fits. */
        NOT
    }
}
