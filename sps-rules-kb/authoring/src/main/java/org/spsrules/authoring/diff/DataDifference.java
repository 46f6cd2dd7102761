package org.spsrules.authoring.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spsrules.internal.knowledge.Knowledge;

/**
 * Entries of one kind that differ.
 *
 * @param kind what they are, for example contraindications
 * @param gone those that only the old side has
 * @param added those that only the new side has
 * @param reordered whether the same entries stand in another order
 * @param speaks whether what a report says of a patient can depend on them
 */
record DataDifference(String kind, List<Object> gone, List<Object> added, boolean reordered, boolean speaks) {

    /** All kinds in which the two differ. */
    static List<DataDifference> between(Knowledge old, Knowledge now) {
        Map<String, List<?>> before = speaking(old);
        Map<String, List<?>> after = speaking(now);
        List<DataDifference> found = new ArrayList<>();
        before.forEach((kind, entries) -> add(found, kind, entries, after.getOrDefault(kind, List.of()), true));
        Map<String, List<?>> silentAfter = silent(now);
        silent(old)
                .forEach(
                        (kind, entries) -> add(found, kind, entries, silentAfter.getOrDefault(kind, List.of()), false));
        return found;
    }

    private static void add(List<DataDifference> found, String kind, List<?> before, List<?> after, boolean speaks) {
        if (!before.equals(after)) {
            List<Object> gone = without(before, after);
            List<Object> added = without(after, before);
            found.add(new DataDifference(kind, gone, added, gone.isEmpty() && added.isEmpty(), speaks));
        }
    }

    private static List<Object> without(List<?> some, List<?> others) {
        Set<Object> rest = new LinkedHashSet<>(some);
        others.forEach(rest::remove);
        return List.copyOf(rest);
    }

    private static Map<String, List<?>> speaking(Knowledge knowledge) {
        Map<String, List<?>> lists = new LinkedHashMap<>();
        lists.put("rule folders", knowledge.folders());
        lists.put("findings that a report reads", knowledge.findings());
        lists.put("rows of precedence", knowledge.precedence());
        lists.put("words", knowledge.concepts());
        lists.put("unlisted drugs", knowledge.unlisted());
        lists.put("steps of the ladder", knowledge.ladder());
        lists.put("contraindications", knowledge.contraindications());
        lists.put("interactions", knowledge.interactions());
        lists.put("rows of kinship", knowledge.kinship());
        lists.put("rows of reactions", knowledge.reactions());
        lists.put("notes on therapies", knowledge.therapyNotes());
        lists.put("doses", knowledge.dosing());
        lists.put("regimens", knowledge.regimens());
        return lists;
    }

    private static Map<String, List<?>> silent(Knowledge knowledge) {
        Map<String, List<?>> lists = new LinkedHashMap<>();
        lists.put("notes under every report", knowledge.notes());
        lists.put("rows of plausibility", knowledge.plausibility());
        lists.put("entries of the rulebook", knowledge.rulebook());
        lists.put("sources", knowledge.sources());
        lists.put("statements", knowledge.statements());
        lists.put("grades of evidence", knowledge.grades());
        lists.put("publications", knowledge.references());
        return lists;
    }

    /** What differs, in words. */
    String words() {
        if (reordered) {
            return kind + ": the order";
        }
        List<String> parts = new ArrayList<>();
        if (!gone.isEmpty()) {
            parts.add(gone.size() + " gone");
        }
        if (!added.isEmpty()) {
            parts.add(added.size() + " new");
        }
        return kind + ": " + String.join(" and ", parts) + (gone.isEmpty() || added.isEmpty() ? "" : ", or changed");
    }
}
