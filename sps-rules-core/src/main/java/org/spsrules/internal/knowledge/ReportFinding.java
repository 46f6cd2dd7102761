package org.spsrules.internal.knowledge;

import java.util.Locale;

/**
 * A finding that a report reads by itself, beside the rules.
 *
 * @param role what the report reads it for
 * @param code code of the finding
 */
public record ReportFinding(Role role, String code) {

    /** The uses of such a finding. */
    public enum Role {
        NO_LINE("Its note says why no line of treatment is reported before SPS is confirmed. No rule concludes it."),
        LADDER_SUSPENDED("While it holds no line is reported, and offers wait but for those of emergency and safety"
                + " folders. The rules that conclude it say why."),
        ESCALATION_SUSPENDED("While it holds, the offers of ladder folders wait. The rules that conclude it say why."),
        COUNTED("Only a treatment of which it holds enters a line. Every one does, if none is declared."),
        DOUBTFUL("An answer that would bring it is likelier a slip than true, and no question offers it.");

        private final String meaning;

        Role(String meaning) {
            this.meaning = meaning;
        }

        /** How files spell it, for example {@code no-line}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The use of the finding, in sentences. */
        public String meaning() {
            return meaning;
        }

        /** Whether rules conclude it. */
        public boolean isConcluded() {
            return this != NO_LINE;
        }
    }
}
