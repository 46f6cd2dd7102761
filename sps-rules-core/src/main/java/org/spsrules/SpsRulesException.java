package org.spsrules;

/** The root of everything that this library throws on purpose. */
public abstract class SpsRulesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An exception with a message for people. */
    protected SpsRulesException(String message) {
        super(message);
    }

    /** An exception with a message for people, and what brought it about. */
    protected SpsRulesException(String message, Throwable cause) {
        super(message, cause);
    }
}
