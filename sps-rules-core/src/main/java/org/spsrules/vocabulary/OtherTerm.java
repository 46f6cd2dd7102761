package org.spsrules.vocabulary;

import static org.spsrules.internal.Given.given;

/**
 * How a case states what the vocabulary may not know, {@code other: amoxicillin}: a text that stands wherever a term can. It is
 * kept, and named in the report; where the vocabulary knows the name after all, it is read like any term.
 */
public final class OtherTerm {

    private static final String PREFIX = "other: ";

    private OtherTerm() {}

    /** The term for a name as it stands in the record. */
    public static String of(String name) {
        return is(given(name, "name")) ? name : PREFIX + name.strip();
    }

    /** Whether a term is one of these. */
    public static boolean is(String term) {
        return given(term, "term").startsWith(PREFIX);
    }

    /** The name as it stands in the record; the term itself if it is none of these. */
    public static String nameIn(String term) {
        return is(term) ? term.substring(PREFIX.length()).strip() : term;
    }
}
