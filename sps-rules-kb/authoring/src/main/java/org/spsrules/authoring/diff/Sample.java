package org.spsrules.authoring.diff;

import org.spsrules.io.Node;

/**
 * A case on which the two sides are compared.
 *
 * @param origin where it comes from
 * @param name how people find it
 * @param tree the case, in words that each side reads for itself
 */
public record Sample(Origin origin, String name, Node tree) {

    /** Where cases come from. */
    public enum Origin {
        SCENARIO("scenarios"),
        CASE("cases"),
        GENERATED("generated cases");

        private final String plural;

        Origin(String plural) {
            this.plural = plural;
        }

        /** What several of them are called. */
        public String plural() {
            return plural;
        }
    }
}
