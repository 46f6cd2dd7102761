package org.spsrules.spark;

import org.spsrules.SpsRulesException;

/** Says what cannot be read or written, and what would be right. Quotes no case. */
final class UnusableInputException extends SpsRulesException {

    private static final long serialVersionUID = 1L;

    UnusableInputException(String message) {
        super(message);
    }
}
