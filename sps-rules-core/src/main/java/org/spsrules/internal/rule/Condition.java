package org.spsrules.internal.rule;

import java.util.List;
import java.util.function.UnaryOperator;

/** One part of a rule's {@code when}; all parts must hold. */
public sealed interface Condition permits Pattern, Condition.AnyOf, Condition.Count {

    /** The condition as the author wrote it. */
    String text();

    /** The line of the rule file on which it stands, counted from 1. */
    int line();

    /** Every pattern in it. */
    List<Pattern> patterns();

    /** The patterns that must be fitted, in each way in which they can be. */
    List<List<Pattern>> alternatives();

    /** The same condition with each of its patterns changed. */
    Condition with(UnaryOperator<Pattern> change);

    /** The condition without how and where it is written. */
    Condition plain();

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

        @Override
        public AnyOf with(UnaryOperator<Pattern> change) {
            return of(alternatives.stream()
                    .map(alternative -> alternative.stream().map(change).toList())
                    .toList());
        }

        @Override
        public AnyOf plain() {
            return new AnyOf(with(Pattern::plain).alternatives, "", 0);
        }

        /** The same group of other alternatives. */
        public AnyOf of(List<List<Pattern>> others) {
            return new AnyOf(List.copyOf(others), text, line);
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

        @Override
        public List<List<Pattern>> alternatives() {
            return List.of(patterns());
        }

        @Override
        public Count with(UnaryOperator<Pattern> change) {
            return new Count(change.apply(pattern), atLeast, text, line);
        }

        @Override
        public Count plain() {
            return new Count(pattern.plain(), atLeast, "", 0);
        }

        /** The same count of another number. */
        public Count of(int other) {
            return new Count(pattern, other, text, line);
        }
    }
}
