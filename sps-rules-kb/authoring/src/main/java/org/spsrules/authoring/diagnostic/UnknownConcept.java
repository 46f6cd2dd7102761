package org.spsrules.authoring.diagnostic;

import java.util.Optional;

/** What is said of a code that the vocabulary does not have. */
public final class UnknownConcept {

    private UnknownConcept() {}

    /**
     * The message.
     *
     * @param nearest the code or name that may be meant
     */
    public static String message(String code, Optional<String> nearest) {
        return missing(code)
                + nearest.map(meant -> "did you mean " + meant + "?")
                        .orElse("sps words finds what there is, and a new word is an entry of its own in vocabulary/");
    }

    /** The message about a name in the place of a code. */
    public static String insteadOf(String name, String code) {
        return missing(name) + "rules use the code, " + code;
    }

    private static String missing(String code) {
        return "\"" + code + "\" is not in the vocabulary; ";
    }
}
