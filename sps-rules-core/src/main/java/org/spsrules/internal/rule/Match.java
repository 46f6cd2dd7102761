package org.spsrules.internal.rule;

import java.util.List;

/**
 * A rule that applies to a case, with the variables of its sentence filled in. Both engines answer with a set of these,
 * so a rule that fits in several ways but says the same thing counts once.
 *
 * @param rule the rule
 * @param objects codes that the sentence speaks of
 */
public record Match(Rule rule, List<String> objects) {

    /** The code that the sentence speaks of first, or an empty text if it speaks of none. */
    public String subject() {
        return objects.isEmpty() ? "" : objects.get(0);
    }

    /** By the rule's id, which stands for the rule within one knowledge base. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Match match && match.rule.id().equals(rule.id()) && match.objects.equals(objects);
    }

    @Override
    public int hashCode() {
        return 31 * rule.id().hashCode() + objects.hashCode();
    }

    @Override
    public String toString() {
        return rule.id() + objects;
    }
}
