package org.spsrules.internal.knowledge;

import java.util.Locale;

/**
 * A folder of rules.
 *
 * @param name its name, for example {@code first-line}
 * @param kind by which a report treats what its rules offer
 */
public record RuleFolder(String name, Kind kind) {

    /** The kinds of folder. */
    public enum Kind {
        EMERGENCY("What threatens life now. What its rules offer waits for nothing; while one of its critical alerts"
                + " stands, questions about safety come before questions about the line of treatment."),
        SAFETY("Other dangers. What its rules offer does not wait while the ladder is suspended."),
        LADDER("The steps of a line. What its rules offer waits while the ladder or escalation is suspended."),
        ROUTINE("Everything else that is said to people. What its rules offer waits while the ladder is suspended."),
        APPRAISAL("Findings. Its rules conclude, and say nothing to people.");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }

        /** How files spell it, for example {@code emergency}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How a report treats what the rules of such a folder say, in sentences. */
        public String meaning() {
            return meaning;
        }
    }
}
