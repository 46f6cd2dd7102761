package org.spsrules;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A patient case that cannot be evaluated, with <em>every</em> problem found in it. The message names paths and terms of
 * the case, so treat it as patient data and do not log it.
 */
public final class InvalidCaseException extends SpsRulesException {

    private static final long serialVersionUID = 1L;

    private final List<Problem> problems;

    /** An exception for these problems; at least one. */
    public InvalidCaseException(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("; ", "The patient case has " + count(problems.size()) + ": ", "")));
        this.problems = List.copyOf(problems);
    }

    private static String count(int problems) {
        return problems == 1 ? "a problem" : problems + " problems";
    }

    /** Every problem, in the order of the case. */
    public List<Problem> problems() {
        return problems;
    }
}
