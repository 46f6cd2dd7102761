package org.spsrules.authoring.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How two knowledge bases differ, and for which patients.
 *
 * @param before what the old side is called, its version and its number of rules
 * @param after the same of the new side
 * @param rules the rules that differ
 * @param data what else differs, in words, kind by kind
 * @param seed of the generated cases
 * @param looked how many cases of each origin were looked at
 * @param concerned in how many cases of each origin something changes
 * @param changes what changes, by rule; the line first
 */
public record Difference(
        Name before,
        Name after,
        List<RuleDifference> rules,
        List<String> data,
        long seed,
        Map<Sample.Origin, Integer> looked,
        Map<Sample.Origin, Integer> concerned,
        List<Changed> changes) {

    /**
     * A side.
     *
     * @param name what people call it
     * @param version its version
     * @param hash the hash of its content
     * @param rules how many rules it has
     */
    public record Name(String name, String version, String hash, int rules) {

        static Name of(Side side) {
            return new Name(
                    side.name(),
                    side.knowledge().version(),
                    side.knowledge().contentHash(),
                    side.knowledge().rules().size());
        }
    }

    /**
     * A kind of change, and the cases in which it is seen.
     *
     * @param change the kind
     * @param phrases what is said, or was
     * @param cases in how many cases it is seen
     * @param witness the smallest case that was found
     */
    public record Changed(Change change, SortedSet<String> phrases, int cases, Witness witness) {}

    /**
     * A case in which a change is seen.
     *
     * @param foundIn where the case comes from that was made smaller
     * @param patientCase the case, on one line as scenarios have it
     * @param before what the old side says in it of what changes
     * @param after the same of the new side
     */
    public record Witness(String foundIn, String patientCase, List<Item> before, List<Item> after) {

        /** The parts in which an item that both sides have differs, by name: what it was, and what it is. */
        public Map<String, Map.Entry<String, String>> parts() {
            Map<String, Map.Entry<String, String>> parts = new TreeMap<>();
            for (Item old : before) {
                after.stream().filter(item -> item.key().equals(old.key())).forEach(item -> {
                    Set<String> names = new TreeSet<>(old.parts().keySet());
                    names.addAll(item.parts().keySet());
                    for (String name : names) {
                        String was = old.parts().getOrDefault(name, NOTHING);
                        String is = item.parts().getOrDefault(name, NOTHING);
                        if (!was.equals(is)) {
                            parts.putIfAbsent(name, Map.entry(was, is));
                        }
                    }
                });
            }
            return parts;
        }
    }

    private static final String NOTHING = "-";

    /** How many cases were looked at. */
    public int cases() {
        return looked.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What changes, rule by rule. */
    public Map<String, List<Changed>> byRule() {
        return changes.stream()
                .collect(Collectors.groupingBy(
                        changed -> changed.change().ruleId(), LinkedHashMap::new, Collectors.toList()));
    }
}
