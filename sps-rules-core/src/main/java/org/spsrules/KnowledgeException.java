package org.spsrules;

/** A knowledge base that is missing, damaged or not the one that its rules were compiled from. */
public final class KnowledgeException extends SpsRulesException {

    private static final long serialVersionUID = 1L;

    /** An exception that says what is wrong with the knowledge base. */
    public KnowledgeException(String message) {
        super(message);
    }

    /** An exception that says what is wrong with the knowledge base, and what brought it about. */
    public KnowledgeException(String message, Throwable cause) {
        super(message, cause);
    }
}
