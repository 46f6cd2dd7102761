package org.spsrules;

import java.util.List;

/**
 * Something that is not known and whose answer changes the report. Immutable; treat it as patient data.
 *
 * @param text the question
 * @param field where in a case the answer belongs, in the words of the file format
 * @param answers every possible answer that changes the report, the most decisive first
 */
public record OpenQuestion(String text, String field, List<Alternative> answers) {

    /** Copies the answers. */
    public OpenQuestion {
        answers = List.copyOf(answers);
    }

    /** How far an answer reaches into a report, furthest first; in an emergency safety goes first. */
    public enum Reach {
        /** Another line or step of the ladder is reported. */
        LINE,
        /** The ladder is suspended, something is withheld or no longer withheld, or a critical alert comes or goes. */
        SAFETY,
        /** Something else comes or goes. */
        DETAIL
    }

    /**
     * A possible answer, and what it changes.
     *
     * @param answer in words
     * @param reach how far it reaches
     * @param effects what changes in the report, in words, most important first
     */
    public record Alternative(String answer, Reach reach, List<String> effects) {

        /** Copies the effects. */
        public Alternative {
            effects = List.copyOf(effects);
        }
    }
}
