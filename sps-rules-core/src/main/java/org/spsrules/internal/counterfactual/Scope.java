package org.spsrules.internal.counterfactual;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which changes a regression looks at: all, until some have been found not to reach one of several things that must be
 * reached. Not thread-safe.
 */
final class Scope {

    private final int left;
    private Optional<Set<Integer>> only;

    /**
     * These changes.
     *
     * @param left how many changes may still be made
     * @param only empty if all are looked at
     */
    Scope(int left, Optional<Set<Integer>> only) {
        this.left = left;
        this.only = only;
    }

    /** How many changes may still be made. */
    int left() {
        return left;
    }

    boolean includes(int change) {
        return only.isEmpty() || only.get().contains(change);
    }

    /** What is found while only these changes are looked at. */
    Landmarks within(Set<Integer> changes, Supplier<Landmarks> find) {
        Optional<Set<Integer>> before = only;
        only = Optional.of(changes);
        try {
            return find.get();
        } finally {
            only = before;
        }
    }

    /** What is found now, to be used again as long as no other changes are looked at. */
    Found remember(Supplier<Landmarks> find) {
        return new Found(find.get(), only.map(Set::copyOf));
    }

    /**
     * Landmarks, and where they were looked for.
     *
     * @param among empty if among all changes
     */
    record Found(Landmarks landmarks, Optional<Set<Integer>> among) {

        boolean isWholeIn(Scope scope) {
            return among.isEmpty() || scope.only.isPresent() && among.get().containsAll(scope.only.get());
        }
    }
}
