package org.spsrules;

/**
 * One fact of a case as it might be: an answer to what is not known, or another value of what is. Immutable; treat it as
 * patient data.
 *
 * @param kind whether the fact is known now
 * @param field where in a case the fact stands, in the words of the file format, for example {@code course.control}
 * @param subject what the fact is about, in words
 * @param from how it is now, in words
 * @param to how it might be, in words
 */
public record FactChange(Kind kind, String field, String subject, String from, String to) {

    /** Whether a fact is known now. */
    public enum Kind {
        /** It is not known: the change answers a question. */
        ANSWER,
        /** It is known: the change would have to happen. */
        CHANGE
    }
}
