package org.spsrules.workbench;

import org.spsrules.Problem;

/** A file that cannot be read. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    UnreadableException(String message) {
        this(new Problem(Problem.Kind.UNREADABLE, "", message));
    }

    UnreadableException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    /** What is wrong, and where. */
    Problem problem() {
        return problem;
    }
}
