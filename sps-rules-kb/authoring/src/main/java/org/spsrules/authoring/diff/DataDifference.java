package org.spsrules.authoring.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.spsrules.internal.knowledge.Knowledge;

/**
 * Entries of one kind that differ.
 *
 * @param kind what they are
 * @param gone those that only the old side has
 * @param added those that only the new side has; if neither has any, the same ones stand in another order
 */
record DataDifference(Kind kind, List<Object> gone, List<Object> added) {

    private static final List<Kind> KINDS = List.of(
            new Kind("rule folders", true, Knowledge::folders),
            new Kind("findings that a report reads", true, Knowledge::findings),
            new Kind("rows of precedence", true, Knowledge::precedence),
            new Kind("words", true, Knowledge::concepts),
            new Kind("unlisted drugs", true, Knowledge::unlisted),
            new Kind("steps of the ladder", true, Knowledge::ladder),
            new Kind("contraindications", true, Knowledge::contraindications),
            new Kind("interactions", true, Knowledge::interactions),
            new Kind("rows of kinship", true, Knowledge::kinship),
            new Kind("rows of reactions", true, Knowledge::reactions),
            new Kind("notes on therapies", true, Knowledge::therapyNotes),
            new Kind("doses", true, Knowledge::dosing),
            new Kind("regimens", true, Knowledge::regimens),
            new Kind("notes under every report", false, Knowledge::notes),
            new Kind("rows of plausibility", false, Knowledge::plausibility),
            new Kind("entries of the rulebook", false, Knowledge::rulebook),
            new Kind("sources", false, Knowledge::sources),
            new Kind("statements", false, Knowledge::statements),
            new Kind("grades of evidence", false, Knowledge::grades),
            new Kind("publications", false, Knowledge::references));

    /**
     * What a knowledge base lists.
     *
     * @param name what it is, for example contraindications
     * @param speaks whether what a report says of a patient can depend on it
     * @param entries the list
     */
    record Kind(String name, boolean speaks, Function<Knowledge, List<?>> entries) {}

    /** All kinds in which the two differ. */
    static List<DataDifference> between(Knowledge old, Knowledge now) {
        List<DataDifference> found = new ArrayList<>();
        for (Kind kind : KINDS) {
            List<?> before = kind.entries.apply(old);
            List<?> after = kind.entries.apply(now);
            if (!before.equals(after)) {
                found.add(new DataDifference(kind, without(before, after), without(after, before)));
            }
        }
        return found;
    }

    private static List<Object> without(List<?> some, List<?> others) {
        Set<Object> rest = new LinkedHashSet<>(some);
        others.forEach(rest::remove);
        return List.copyOf(rest);
    }

    boolean speaks() {
        return kind.speaks;
    }

    /** What differs, in words. */
    String words() {
        if (gone.isEmpty() && added.isEmpty()) {
            return kind.name + ": the order";
        }
        List<String> parts = new ArrayList<>();
        if (!gone.isEmpty()) {
            parts.add(gone.size() + " gone");
        }
        if (!added.isEmpty()) {
            parts.add(added.size() + " new");
        }
        return kind.name + ": " + String.join(" and ", parts) + (parts.size() == 2 ? ", or changed" : "");
    }
}
