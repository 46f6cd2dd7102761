package org.spsrules.authoring.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of change: what becomes otherwise in what one rule says.
 *
 * @param sort what kind of item changes
 * @param ruleId the rule that says it; empty for the line and for cases that are refused
 * @param way how it changes
 * @param detail what the line or the level was and is; empty if neither changes
 */
public record Change(Item.Sort sort, String ruleId, Way way, String detail) {

    static final String LEVEL = "level";

    /** How something changes. */
    public enum Way {
        /** It was not said before. */
        APPEARS,
        /** It is said no longer. */
        DISAPPEARS,
        /** It is said otherwise. */
        DIFFERS
    }

    /**
     * A change in one case.
     *
     * @param change the kind of change
     * @param before the item as the old side has it, if it has it
     * @param after the item as the new side has it, if it has it
     */
    record Seen(Change change, Optional<Item> before, Optional<Item> after) {

        String phrase() {
            return after.or(() -> before).map(Item::phrase).orElse("");
        }
    }

    /** Everything in which two answers differ. */
    static List<Seen> between(Answer before, Answer after) {
        Map<Item.Key, Item> keys = new LinkedHashMap<>(before.items());
        after.items().forEach(keys::putIfAbsent);
        List<Seen> seen = new ArrayList<>();
        for (Item.Key key : keys.keySet()) {
            Optional<Item> old = Optional.ofNullable(before.items().get(key));
            Optional<Item> now = Optional.ofNullable(after.items().get(key));
            if (!old.equals(now)) {
                seen.add(new Seen(of(key, old, now), old, now));
            }
        }
        return seen;
    }

    private static Change of(Item.Key key, Optional<Item> old, Optional<Item> now) {
        Way way = old.isEmpty() ? Way.APPEARS : now.isEmpty() ? Way.DISAPPEARS : Way.DIFFERS;
        return new Change(
                key.sort(),
                key.ruleId(),
                way,
                old.flatMap(was -> now.map(is -> detail(was, is))).orElse(""));
    }

    /** What tells one change of an item from another: a line, or a level, is not just any part of it. */
    private static String detail(Item was, Item is) {
        if (was.sort() == Item.Sort.LINE && !was.phrase().equals(is.phrase())) {
            return was.phrase() + " -> " + is.phrase();
        }
        String old = was.parts().getOrDefault(LEVEL, "");
        String now = is.parts().getOrDefault(LEVEL, "");
        return old.equals(now) ? "" : old + " -> " + now;
    }
}
