package org.spsrules.internal.counterfactual;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Sets of changes, no two of which have a change in common: whoever reaches something by a number of changes makes at
 * least one of each set. So it takes at least as many changes as there are sets, and whoever looks for all ways needs to
 * begin only with the changes of one set. An empty set means that it cannot be reached. Immutable.
 *
 * @param sets smallest first; at least one
 * @param left the number of changes
 */
record Landmarks(List<Set<Integer>> sets, int left) {

    /** What one of these changes may reach, perhaps together with others. */
    static Landmarks of(Set<Integer> changes, int left) {
        return new Landmarks(List.of(changes), left);
    }

    /** What cannot be reached. */
    static Landmarks none(int left) {
        return of(Set.of(), left);
    }

    boolean isImpossible() {
        return sets.get(0).isEmpty() || sets.size() > left;
    }

    /** The changes to begin with. */
    Set<Integer> next() {
        return isImpossible() ? Set.of() : sets.get(0);
    }

    /**
     * What is left to look at after one of the changes to begin with has been made: only the other sets, if there are as many
     * sets as changes, for then each change is of another set. Empty if any change may follow.
     */
    Optional<Set<Integer>> others() {
        return left > 1 && sets.size() == left
                ? Optional.of(sets.stream().skip(1).flatMap(Set::stream).collect(Collectors.toSet()))
                : Optional.empty();
    }

    /** All of these must be reached; none if there are none. */
    static Landmarks all(List<Supplier<Landmarks>> parts, Scope scope) {
        if (parts.isEmpty()) {
            return none(scope.left());
        }
        return scope.left() == 1 ? common(parts, scope) : together(parts, scope.left());
    }

    /** One change must reach them all, so that only what reaches the first is looked at for the next. */
    private static Landmarks common(List<Supplier<Landmarks>> parts, Scope scope) {
        Set<Integer> common = new TreeSet<>(parts.get(0).get().next());
        for (Supplier<Landmarks> part : parts.subList(1, parts.size())) {
            if (common.isEmpty()) {
                break;
            }
            common.retainAll(scope.within(common, part).next());
        }
        return of(common, 1);
    }

    private static Landmarks together(List<Supplier<Landmarks>> parts, int left) {
        List<Set<Integer>> sets = new ArrayList<>();
        for (Supplier<Landmarks> part : parts) {
            Landmarks landmarks = part.get();
            if (landmarks.isImpossible()) {
                return none(left);
            }
            sets.addAll(landmarks.sets);
            if (apart(sets).size() > left) {
                return none(left);
            }
        }
        return new Landmarks(apart(sets), left);
    }

    /** At least one of these must be reached. */
    static Landmarks any(List<Landmarks> alternatives, int left) {
        List<Landmarks> possible = alternatives.stream()
                .filter(alternative -> !alternative.isImpossible())
                .toList();
        int most = possible.stream()
                .mapToInt(alternative -> alternative.sets.size())
                .min()
                .orElse(0);
        if (most == 0) {
            return none(left);
        }
        List<Set<Integer>> sets = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            Set<Integer> union = new TreeSet<>();
            for (Landmarks alternative : possible) {
                union.addAll(alternative.sets.get(i));
            }
            sets.add(union);
        }
        return new Landmarks(apart(sets), left);
    }

    /** As many of the sets as have no change in common, smallest first. */
    private static List<Set<Integer>> apart(List<Set<Integer>> sets) {
        Set<Integer> taken = new HashSet<>();
        List<Set<Integer>> apart = new ArrayList<>();
        for (Set<Integer> set :
                sets.stream().sorted(Comparator.comparingInt(Set::size)).toList()) {
            if (Collections.disjoint(taken, set)) {
                taken.addAll(set);
                apart.add(set);
            }
        }
        return apart;
    }
}
