package org.spsrules;

/**
 * A text that is not a report as this version reads it. The message says where and what would be right; it may quote the
 * text, so treat it as patient data.
 */
public final class UnreadableReportException extends SpsRulesException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    /** An exception for this problem. */
    public UnreadableReportException(Problem problem) {
        super("The report cannot be read: "
                + problem.position().map(place -> place + ": ").orElse("") + problem);
        this.problem = problem;
    }

    /** What is wrong, and where. */
    public Problem problem() {
        return problem;
    }
}
