package org.spsrules.authoring.model;

/** A question of the language has no formula. */
public final class UnmodelledException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnmodelledException(String question) {
        super(question);
    }
}
