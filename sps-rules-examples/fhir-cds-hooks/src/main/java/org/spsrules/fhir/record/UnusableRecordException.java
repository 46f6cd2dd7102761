package org.spsrules.fhir.record;

import org.spsrules.SpsRulesException;

/** Resources that cannot be read, or cannot be those of one patient. The message names what is wrong and holds no value of the record. */
public final class UnusableRecordException extends SpsRulesException {

    private static final long serialVersionUID = 1L;

    /** An exception that says what is wrong and what would be right. */
    public UnusableRecordException(String message) {
        super(message);
    }
}
