package org.spsrules.internal.fact;

import static org.spsrules.vocabulary.Concept.Kind.THERAPY;
import static org.spsrules.vocabulary.Concept.Kind.THERAPY_CLASS;

import java.util.Set;
import org.spsrules.vocabulary.Vocabulary;

/** A therapy that is not open to the patient: it cannot be had, or the patient has declined it. */
public final class Option implements Fact {

    private final String therapy;
    private final Set<String> kinds;
    private final boolean declined;

    private Option(String therapy, Vocabulary vocabulary, boolean declined) {
        this.therapy = therapy;
        this.kinds = vocabulary.selfAndAncestors(therapy);
        this.declined = declined;
    }

    static Option unavailable(String therapy, Vocabulary vocabulary) {
        return new Option(therapy, vocabulary, false);
    }

    static Option declined(String therapy, Vocabulary vocabulary) {
        return new Option(therapy, vocabulary, true);
    }

    /** Code of the therapy. */
    @Says("{value}")
    public String therapy() {
        return therapy;
    }

    /** Is this therapy, or belongs to this class. */
    @Says(
            value = "is {0}",
            of = {THERAPY, THERAPY_CLASS})
    public boolean isA(String therapyOrClass) {
        return kinds.contains(therapyOrClass);
    }

    /** It cannot be had. */
    @Says("unavailable")
    public boolean unavailable() {
        return !declined;
    }

    /** The patient has declined it. */
    @Says("declined")
    public boolean declined() {
        return declined;
    }
}
