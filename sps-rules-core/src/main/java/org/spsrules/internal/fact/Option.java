package org.spsrules.internal.fact;

import static org.spsrules.vocabulary.Concept.Kind.THERAPY;
import static org.spsrules.vocabulary.Concept.Kind.THERAPY_CLASS;

import java.util.Set;
import org.spsrules.vocabulary.Vocabulary;

/** A therapy that is not open to the patient: it cannot be had, the patient has declined it, or it was judged unsuitable. */
public final class Option implements Fact {

    private final String therapy;
    private final Set<String> kinds;
    private final Closed closed;

    /** Why a therapy is not open. */
    enum Closed {
        UNAVAILABLE,
        DECLINED,
        UNSUITABLE
    }

    Option(String therapy, Closed closed, Vocabulary vocabulary) {
        this.therapy = therapy;
        this.kinds = vocabulary.selfAndAncestors(therapy);
        this.closed = closed;
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
        return closed == Closed.UNAVAILABLE;
    }

    /** The patient has declined it. */
    @Says("declined")
    public boolean declined() {
        return closed == Closed.DECLINED;
    }

    /** A clinician has judged it unsuitable for the patient. */
    @Says("judged unsuitable")
    public boolean unsuitable() {
        return closed == Closed.UNSUITABLE;
    }
}
