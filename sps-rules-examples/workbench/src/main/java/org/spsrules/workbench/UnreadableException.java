package org.spsrules.workbench;

import java.util.Optional;
import org.spsrules.Problem;
import org.spsrules.Problem.Position;

/** A file that cannot be read. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    UnreadableException(String message) {
        this(message, Optional.empty());
    }

    UnreadableException(String message, Optional<Position> position) {
        super(message);
        this.problem = new Problem(Problem.Kind.UNREADABLE, "", message, position);
    }

    /** What is wrong, and where. */
    Problem problem() {
        return problem;
    }
}
