package org.spsrules.authoring.proof;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which faults in rules and rows would be noticed, and by what.
 *
 * @param faults every fault that was tried, in the order of the rules and then of the rows
 */
public record Mutation(List<Tried> faults) {

    /** Who notices a fault. */
    public enum Outcome {
        /** A scenario beside the rule, or any that shows the row. */
        KILLED_BY_ITS_SCENARIOS("its own scenarios"),
        /** A scenario beside another rule. */
        KILLED_BY_OTHER_SCENARIOS("other scenarios"),
        /** An invariant, in a generated case. */
        KILLED_BY_INVARIANTS("invariants"),
        /** Nobody, because within the bounds of the model there is no case in which the rule says anything else. */
        PROVEN_EQUIVALENT("nobody, because it is proven to change nothing"),
        /** Nobody, and a reason is listed why nobody can. */
        EQUIVALENT("nobody, because it changes nothing for a reason that is listed"),
        /** Nobody. */
        SURVIVED("nobody");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        /** Who it is, in words. */
        public String words() {
            return words;
        }

        /** Whether there is nothing to notice. */
        boolean isOfNoEffect() {
            return this == PROVEN_EQUIVALENT || this == EQUIVALENT;
        }
    }

    /**
     * A fault that was tried.
     *
     * @param file where it is, relative to the folder of the knowledge base
     * @param line the line
     * @param column the column
     * @param name what it is called in the list of those that change nothing
     * @param fault the kind of fault
     * @param outcome who notices it
     * @param scenario a scenario that would notice it, to be pasted beside the rule; empty if none is needed or was found
     */
    public record Tried(
            String file, int line, int column, String name, String fault, Outcome outcome, Optional<String> scenario) {}

    /** How many faults came out so. */
    public Map<Outcome, Long> counts() {
        Map<Outcome, Long> counts = new TreeMap<>();
        faults.forEach(tried -> counts.merge(tried.outcome, 1L, Long::sum));
        return counts;
    }

    /** The faults that nobody notices. */
    public List<Tried> survivors() {
        return faults.stream()
                .filter(tried -> tried.outcome == Outcome.SURVIVED)
                .toList();
    }

    /** The share of faults that are noticed among those that change something, in percent, rounded down. */
    public double score() {
        long equivalent =
                faults.stream().filter(tried -> tried.outcome.isOfNoEffect()).count();
        return Share.percent(faults.size() - equivalent - survivors().size(), faults.size() - equivalent);
    }
}
