package org.spsrules.authoring.language;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.spsrules.internal.spelling.Suggestion;

/** Words of everyday use that the rule language does not have, and what it says in their place. */
public final class EverydayWord {

    /** Each with the forms that may be meant, as a rule spells them. */
    static final Map<String, List<String>> MEANT = Map.ofEntries(
            Map.entry("give", List.of("start", "add")),
            Map.entry("prescribe", List.of("start", "add")),
            Map.entry("begin", List.of("start")),
            Map.entry("increase", List.of("titrate")),
            Map.entry("raise", List.of("titrate")),
            Map.entry("stop", List.of("taper", "avoid")),
            Map.entry("discontinue", List.of("taper", "avoid")),
            Map.entry("reduce", List.of("taper")),
            Map.entry("withhold", List.of("avoid")),
            Map.entry("order", List.of("test", "refer")),
            Map.entry("check", List.of("test", "monitor", "review")),
            Map.entry("consult", List.of("refer")),
            Map.entry("warn", List.of("alert")),
            Map.entry("advise", List.of("inform")),
            Map.entry("recommend", List.of("start", "test", "refer", "inform")),
            Map.entry("drug", List.of("therapy", "isA( \"…\" )")),
            Map.entry("dose", List.of("doseAtLeast( \"…\" )", "doseBelow( \"…\" )")),
            Map.entry("status", List.of("current", "past")),
            Map.entry("notHas", List.of("hasNot( \"…\" )")),
            Map.entry("Medication", List.of("Treatment")),
            Map.entry("Drug", List.of("Treatment")),
            Map.entry("Therapy", List.of("Treatment")),
            Map.entry("Symptom", List.of("Patient( has( \"…\" ) )")),
            Map.entry("Condition", List.of("Patient( has( \"…\" ) )")),
            Map.entry("Test", List.of("Tests")));

    private EverydayWord() {}

    /** The end of a message about a word that is none of these: what is said in its place, or else what is spelt like it. */
    public static String instead(String word, Collection<String> known) {
        List<String> meant = MEANT.get(word);
        return meant == null
                ? Suggestion.didYouMean(word, known)
                : "; for " + word + " write " + String.join(" or ", meant);
    }
}
