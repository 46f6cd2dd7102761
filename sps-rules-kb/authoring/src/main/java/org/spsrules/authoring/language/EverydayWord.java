package org.spsrules.authoring.language;

import java.util.Collection;
import java.util.Map;
import org.spsrules.internal.spelling.Suggestion;

/** Words of everyday use that the rule language does not have, and what it says in their place. */
public final class EverydayWord {

    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("give", "start or add"),
            Map.entry("prescribe", "start or add"),
            Map.entry("begin", "start"),
            Map.entry("increase", "titrate"),
            Map.entry("raise", "titrate"),
            Map.entry("stop", "taper or avoid"),
            Map.entry("discontinue", "taper or avoid"),
            Map.entry("reduce", "taper"),
            Map.entry("withhold", "avoid"),
            Map.entry("order", "test or refer"),
            Map.entry("check", "test, monitor or review"),
            Map.entry("consult", "refer"),
            Map.entry("warn", "alert"),
            Map.entry("advise", "inform"),
            Map.entry("recommend", "one of the verbs that say what to do, such as start, test or refer"),
            Map.entry("drug", "therapy, or isA( \"…\" ) for a class"),
            Map.entry("dose", "doseAtLeast( \"…\" ) or doseBelow( \"…\" )"),
            Map.entry("status", "current or past"),
            Map.entry("response", "failed, fellShort or helped"),
            Map.entry("notHas", "hasNot( \"…\" )"),
            Map.entry("Medication", "Treatment"),
            Map.entry("Drug", "Treatment"),
            Map.entry("Therapy", "Treatment"),
            Map.entry("Symptom", "Patient( has( \"…\" ) )"),
            Map.entry("Condition", "Patient( has( \"…\" ) )"),
            Map.entry("Test", "Tests"));

    private EverydayWord() {}

    /** The end of a message about a word that is none of these: what is said in its place, or else what is spelt like it. */
    public static String instead(String word, Collection<String> known) {
        String meant = MEANT.get(word);
        return meant == null ? Suggestion.didYouMean(word, known) : "; for " + word + " write " + meant;
    }
}
