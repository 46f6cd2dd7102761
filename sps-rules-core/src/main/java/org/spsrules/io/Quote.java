package org.spsrules.io;

/** A piece of a file as an error message shows it. */
final class Quote {

    private static final int LONGEST = 60;

    private Quote() {}

    /** The text in quotation marks, shortened if it is long. */
    static String of(String text) {
        return "\"" + shortened(text) + "\"";
    }

    /** The text, shortened if it is long. */
    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
