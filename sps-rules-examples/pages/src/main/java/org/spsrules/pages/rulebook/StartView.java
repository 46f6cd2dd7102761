package org.spsrules.pages.rulebook;

import java.util.List;
import java.util.Optional;

/**
 * The start page.
 *
 * @param wide the ladder as a picture for a screen
 * @param narrow the same for a phone
 * @param steps the steps, in order
 * @param parts what else there is to read
 */
public record StartView(String wide, String narrow, List<Step> steps, List<Part> parts) {

    /**
     * A step of the ladder.
     *
     * @param code its code
     * @param tone the tone of its line
     * @param title line, step and title
     * @param therapies its therapies, preferred first
     * @param numbered how each source numbers it
     * @param differ where the sources differ
     * @param offers the rules that offer it
     * @param statements what it rests on
     */
    public record Step(
            String code,
            String tone,
            String title,
            List<Ref> therapies,
            List<RuleView.Labelled> numbered,
            Optional<String> differ,
            List<TherapyView.Brief> offers,
            List<Cited> statements) {}

    /** A part of the rulebook. */
    public record Part(Ref page, String about) {}
}
