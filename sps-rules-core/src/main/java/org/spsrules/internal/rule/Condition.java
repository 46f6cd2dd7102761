package org.spsrules.internal.rule;

import java.util.List;

/** One part of a rule's {@code when}; all parts must hold. */
public sealed interface Condition permits Pattern, Condition.AnyOf, Condition.Count {

    /** The condition as the author wrote it. */
    String text();

    /** The line of the rule file on which it stands, counted from 1. */
    int line();

    /** Every pattern in it. */
    List<Pattern> patterns();

    /**
     * Alternatives, of which at least one must hold. What is bound inside is not known outside.
     *
     * @param alternatives the alternatives; all patterns of one must hold
     */
    record AnyOf(List<List<Pattern>> alternatives, String text, int line) implements Condition {

        @Override
        public List<Pattern> patterns() {
            return alternatives.stream().flatMap(List::stream).toList();
        }
    }

    /**
     * Several facts that fit one pattern. There is no "at most", because what is not listed may merely not be known.
     *
     * @param atLeast how many, 2 or more
     */
    record Count(Pattern pattern, int atLeast, String text, int line) implements Condition {

        @Override
        public List<Pattern> patterns() {
            return List.of(pattern);
        }
    }
}
