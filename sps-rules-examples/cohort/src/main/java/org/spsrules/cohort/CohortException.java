package org.spsrules.cohort;

import org.spsrules.SpsRulesException;

/** Says what keeps a cohort from being evaluated, and what would be right. Quotes no case. */
public final class CohortException extends SpsRulesException {

    private static final long serialVersionUID = 1L;

    CohortException(String message) {
        super(message);
    }
}
