package org.spsrules.internal.knowledge;

import java.util.Set;

/** The findings that a report reads by itself, beside the rules. */
public final class ReportFindings {

    /** SPS is not confirmed. */
    public static final String DIAGNOSIS_OPEN = "diagnosis-open";

    /** An emergency comes before the ladder. */
    public static final String LADDER_SUSPENDED = "ladder-suspended";

    /** Nothing is escalated for the time being. */
    public static final String ESCALATION_SUSPENDED = "escalation-suspended";

    /** Codes of all of them. */
    public static final Set<String> ALL = Set.of(DIAGNOSIS_OPEN, LADDER_SUSPENDED, ESCALATION_SUSPENDED);

    private ReportFindings() {}
}
