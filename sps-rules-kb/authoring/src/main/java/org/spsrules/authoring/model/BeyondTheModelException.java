package org.spsrules.authoring.model;

/** A case is none of those that the model stands for. */
public final class BeyondTheModelException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BeyondTheModelException(String what) {
        super(what);
    }
}
