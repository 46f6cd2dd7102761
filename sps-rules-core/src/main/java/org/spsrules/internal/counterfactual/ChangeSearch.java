package org.spsrules.internal.counterfactual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.spsrules.FactChange;
import org.spsrules.SmallestChange;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Looks for the fewest changes of a case that reach a goal: first every one, then every two, and so on. Skips only what
 * cannot reach it, and evaluates what it proposes. For one case and goal; not thread-safe.
 */
final class ChangeSearch {

    private static final int MOST_CHANGES = 4;
    private static final int MOST_CASES = 20_000;

    /** To work backwards takes about as long as to evaluate so many cases. */
    private static final int REGRESSION = 50;

    private final Goal goal;
    private final Candidates hypotheses;
    private final FactEdits edits;
    private final Vocabulary vocabulary;
    private final CaseTerms terms;
    private final Set<List<Integer>> visited = new HashSet<>();
    private final Set<List<Integer>> found = new HashSet<>();
    private int regressions;

    ChangeSearch(Goal goal, Candidates hypotheses, Vocabulary vocabulary, CaseTerms terms) {
        this.goal = goal;
        this.hypotheses = hypotheses;
        this.edits = new FactEdits(hypotheses, vocabulary);
        this.vocabulary = vocabulary;
        this.terms = terms;
    }

    /** The smallest change. */
    SmallestChange smallest() {
        int searched = 0;
        while (searched < MOST_CHANGES && found.isEmpty()) {
            visited.clear();
            if (!extend(List.of(), searched + 1, Optional.empty()) && found.isEmpty()) {
                break;
            }
            if (found.isEmpty()) {
                searched++;
            }
        }
        Map<Set<Slot>, List<Integer>> bySlots = new LinkedHashMap<>();
        found.stream()
                .filter(set -> found.stream().noneMatch(other -> isBroader(other, set)))
                .sorted(Comparator.comparingLong(this::known).thenComparing(ChangeSearch::inOrder))
                .forEach(set -> bySlots.putIfAbsent(slots(set), set));
        List<List<FactChange>> inWords = bySlots.values().stream()
                .limit(SmallestChange.MOST_ALTERNATIVES)
                .map(set -> set.stream()
                        .map(number -> hypotheses.changes().get(number).shown())
                        .toList())
                .toList();
        return new SmallestChange(inWords, found.size(), searched);
    }

    /** Whether one set of changes says of broader concepts what the other says of narrower ones. */
    private boolean isBroader(List<Integer> one, List<Integer> other) {
        return !one.equals(other)
                && one.size() == other.size()
                && IntStream.range(0, one.size())
                        .allMatch(place -> isBroader(
                                hypotheses.changes().get(one.get(place)),
                                hypotheses.changes().get(other.get(place))));
    }

    private boolean isBroader(Change one, Change other) {
        return one.equals(other)
                || one.slot().aspect() == other.slot().aspect()
                        && one.slot().index() == other.slot().index()
                        && one.shown().to().equals(other.shown().to())
                        && vocabulary.isA(other.slot().about(), one.slot().about());
    }

    private Set<Slot> slots(List<Integer> set) {
        return set.stream()
                .map(number -> hypotheses.changes().get(number).slot())
                .collect(Collectors.toSet());
    }

    private static int inOrder(List<Integer> first, List<Integer> second) {
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            int order = Integer.compare(first.get(i), second.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(first.size(), second.size());
    }

    /** How many of the changes are of what is known. */
    private long known(List<Integer> set) {
        return set.stream()
                .filter(number -> hypotheses.changes().get(number).shown().kind() == FactChange.Kind.CHANGE)
                .count();
    }

    /** Every set of changes that reaches the goal, by their numbers; for tests. */
    Set<List<Integer>> found() {
        return Set.copyOf(found);
    }

    /**
     * Tries to reach the goal by so many further changes. False if it had to give up.
     *
     * @param among the changes that can be among the further ones; empty if all can
     */
    private boolean extend(List<Integer> made, int left, Optional<Set<Integer>> among) {
        if (!visited.add(made)) {
            return true;
        }
        if (hypotheses.count() + REGRESSION * regressions > MOST_CASES) {
            return false;
        }
        Optional<Candidate> then = hypotheses.after(made);
        if (then.isEmpty()) {
            return left == 0 || extend(made, mendingTogether(made), left, among);
        }
        if (left == 0) {
            if (goal.isReached(then.get())
                    && terms.problemsIn(then.get().patientCase()).isEmpty()) {
                found.add(made);
            }
            return true;
        }
        regressions++;
        Landmarks landmarks =
                new GoalRegression(goal, hypotheses, edits, vocabulary, then.get(), new Scope(left, among)).ofGoal();
        return extend(made, landmarks.next(), left, landmarks.others().or(() -> among));
    }

    private boolean extend(List<Integer> made, Set<Integer> next, int left, Optional<Set<Integer>> among) {
        boolean whole = true;
        for (int number : next) {
            if (!hypotheses.excludes(made, number)) {
                whole &= extend(Candidates.with(new ArrayList<>(made), number), left - 1, among);
            }
        }
        return whole;
    }

    /** What contradicts itself may fit together with a further change of the same treatment. */
    private Set<Integer> mendingTogether(List<Integer> made) {
        Set<Integer> places = new TreeSet<>();
        made.forEach(
                number -> places.add(hypotheses.changes().get(number).slot().index()));
        Set<Integer> mending = new TreeSet<>();
        for (int i = 0; i < hypotheses.changes().size(); i++) {
            int place = hypotheses.changes().get(i).slot().index();
            if (place >= 0 && places.contains(place)) {
                mending.add(i);
            }
        }
        return mending;
    }
}
