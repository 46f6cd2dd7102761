package org.spsrules.workbench;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.spsrules.authoring.diff.Change;
import org.spsrules.authoring.diff.Difference.Changed;
import org.spsrules.authoring.diff.Item;

/** Says a change in words. */
final class ChangeWords {

    private static final int MOST_PHRASES = 6;

    private ChangeWords() {}

    /** What becomes otherwise, for example {@code start diazepam: no longer recommended}. */
    static String of(Changed changed) {
        Change change = changed.change();
        return switch (change.sort()) {
            case LINE -> "the line: " + line(change);
            case REFUSED ->
                change.way() == Change.Way.APPEARS ? "the case is refused now" : "the case is no longer refused";
            case ALERT -> subject("the alert", changed) + way(change, "raised");
            case RECOMMENDATION -> subject("", changed) + way(change, "recommended");
            case WITHHELD -> subject("", changed) + way(change, "withheld");
        };
    }

    /** A case that one side refuses has no line there. */
    private static String line(Change change) {
        if (change.way() != Change.Way.DIFFERS) {
            return way(change, "told");
        }
        return change.detail().isEmpty() ? "for another reason" : change.detail();
    }

    private static String subject(String what, Changed changed) {
        List<String> phrases =
                changed.phrases().stream().filter(phrase -> !phrase.isEmpty()).toList();
        String about = listed(phrases);
        if (what.isEmpty()) {
            return about + ": ";
        }
        return phrases.isEmpty() ? what + ": " : what + " about " + about + ": ";
    }

    private static String listed(Collection<String> phrases) {
        String some = phrases.stream().limit(MOST_PHRASES).collect(Collectors.joining(", "));
        return phrases.size() > MOST_PHRASES ? some + " and " + (phrases.size() - MOST_PHRASES) + " more" : some;
    }

    private static String way(Change change, String word) {
        return switch (change.way()) {
            case APPEARS -> word + " now";
            case DISAPPEARS -> "no longer " + word;
            case DIFFERS -> word + " otherwise" + (change.detail().isEmpty() ? "" : ", " + change.detail());
        };
    }

    /** One item of a report, for a column. */
    static String of(Item item) {
        return switch (item.sort()) {
            case LINE -> "line " + item.phrase();
            case ALERT ->
                item.parts().getOrDefault("level", "") + ": " + item.ruleId()
                        + (item.phrase().isEmpty() ? "" : " (" + item.phrase() + ")");
            case RECOMMENDATION -> item.phrase() + " (" + item.ruleId() + ")";
            case WITHHELD -> "withheld: " + item.phrase() + " (" + item.ruleId() + ")";
            case REFUSED -> "refused: " + item.phrase();
        };
    }
}
