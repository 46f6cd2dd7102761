package org.spsrules.pages.rulebook;

import java.util.List;
import java.util.Optional;

/**
 * A rule, to be read.
 *
 * @param anchor where it stands on its page
 * @param title the sentence that names it
 * @param id its id
 * @param link its id, which leads to its page
 * @param tone how its alert is toned; empty if it is none
 * @param says what it says, in a few words: {@code critical alert}, {@code start diazepam}
 * @param conditions what must hold
 * @param written the same as its author wrote it
 * @param texts its texts, each with a label
 * @param first what must come first
 * @param giveWay what the same drug is told instead while something else holds
 * @param rivals other rules that advise on the same, or on another therapy of its step, each with what it says
 * @param evidence how strong it is
 * @param statements what it rests on
 * @param reviewed who reviewed it
 * @param scenarios its scenarios
 */
public record RuleView(
        String anchor,
        String title,
        String id,
        Ref link,
        Optional<String> tone,
        String says,
        List<ConditionView> conditions,
        String written,
        List<Labelled> texts,
        List<String> first,
        List<Ref> giveWay,
        List<Rival> rivals,
        List<String> evidence,
        List<Cited> statements,
        String reviewed,
        List<Example> scenarios) {

    /** A text with a label. */
    public record Labelled(String label, String text) {}

    /** Another rule, and what it says in a few words. */
    public record Rival(Ref rule, String says) {}

    /**
     * A scenario.
     *
     * @param name what it shows
     * @param outcome whether the rule must apply in it
     * @param holds whether it does as it must; empty if that was not looked at
     */
    public record Example(String name, String outcome, Optional<Boolean> holds) {}
}
