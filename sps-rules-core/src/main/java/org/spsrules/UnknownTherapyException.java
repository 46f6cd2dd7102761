package org.spsrules;

/** A therapy was asked about that is not in the vocabulary. The message names the nearest term that is. */
public final class UnknownTherapyException extends SpsRulesException {

    private static final long serialVersionUID = 1L;

    /** An exception with a message for the one who asked. */
    public UnknownTherapyException(String message) {
        super(message);
    }
}
