package org.spsrules.cdshooks;

import org.spsrules.SpsRulesException;

/** A request that cannot be answered, with the status and a sentence for whoever sent it. Quotes nothing of a record. */
final class RefusedException extends SpsRulesException {

    private static final long serialVersionUID = 1L;

    private final int status;

    RefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
