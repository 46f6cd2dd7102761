package org.spsrules.authoring.trace;

import java.util.Locale;

/**
 * A part of the knowledge base that carries a statement, because it cites it.
 *
 * @param kind what it is
 * @param name what it is called: the id of a rule, the code of a concept, the title of an entry
 */
public record Carrier(Kind kind, String name) {

    /** The kinds of carrier, those that speak of a patient first. */
    public enum Kind {
        RULE,
        CONTRAINDICATION,
        INTERACTION,
        DOSE,
        QUESTION,
        THERAPY_NOTE,
        STANDING_NOTE,
        LADDER_STEP,
        CONCEPT,
        RULEBOOK_ENTRY;

        /** How people read it. */
        public String phrase() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** Whether it says something about a patient who has a certain fact, as rules do. */
        boolean speaksOfPatient() {
            return this == RULE || this == CONTRAINDICATION || this == INTERACTION;
        }
    }
}
