package org.spsrules.internal.knowledge;

import java.util.Locale;
import org.spsrules.Report.Section;

/**
 * A folder of rules.
 *
 * @param name its name, for example {@code first-line}
 * @param kind by which a report treats what its rules offer
 */
public record RuleFolder(String name, Kind kind) {

    /** The kinds of folder. */
    public enum Kind {
        EMERGENCY(
                Section.EMERGENCY,
                "What threatens life now. What its rules offer waits for nothing; while one of its critical alerts"
                        + " stands, questions about safety come before questions about the line of treatment."),
        URGENT(
                Section.EMERGENCY,
                "What cannot wait either, but for an emergency. What its rules offer waits while the ladder is"
                        + " suspended."),
        SAFETY(Section.SAFETY, "Other dangers. What its rules offer does not wait while the ladder is suspended."),
        LADDER(
                Section.TREATMENT,
                "The steps of a line. What its rules offer waits while the ladder or escalation is suspended."),
        TREATMENT(
                Section.TREATMENT,
                "Everything else that is done. What its rules offer waits while the ladder is suspended."),
        CORRECTION(
                Section.CORRECTION,
                "Mistakes that are easily made. What its rules offer waits while the ladder is suspended."),
        PSYCHIATRIC(
                Section.PSYCHIATRIC,
                "The psychiatric branch. What its rules offer waits while the ladder is suspended."),
        ROUTINE(
                Section.ROUTINE,
                "Care that nearly every patient gets, which a page says in one short block at its end. What its rules"
                        + " offer waits while the ladder is suspended."),
        APPRAISAL(Section.ROUTINE, "Findings. Its rules conclude, and say nothing to people.");

        private final Section section;
        private final String meaning;

        Kind(Section section, String meaning) {
            this.section = section;
            this.meaning = meaning;
        }

        /** The part of a report in which stands what the rules of such a folder say. */
        public Section section() {
            return section;
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
