package org.spsrules.authoring.diff;

import java.util.Map;
import java.util.TreeMap;

/**
 * Something that a report says, with what a reader acts on.
 *
 * @param sort what it is
 * @param ruleId the rule that says it; empty for the line and for a case that is refused
 * @param phrase what is said, for example {@code start diazepam}
 * @param parts the rest of it, by the name of the part
 */
public record Item(Sort sort, String ruleId, String phrase, Map<String, String> parts) {

    /** What reports are made of. */
    public enum Sort {
        LINE,
        ALERT,
        RECOMMENDATION,
        WITHHELD,
        REFUSED
    }

    /** Keeps the parts in the order of their names. */
    public Item {
        parts = new TreeMap<>(parts);
    }

    /** What tells one item of a report from all others. */
    record Key(Sort sort, String ruleId, String phrase) {}

    Key key() {
        return new Key(sort, ruleId, sort == Sort.LINE || sort == Sort.REFUSED ? "" : phrase);
    }
}
