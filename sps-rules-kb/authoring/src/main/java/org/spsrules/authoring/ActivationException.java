package org.spsrules.authoring;

import java.util.List;
import java.util.stream.Collectors;
import org.spsrules.SpsRulesException;

/** Edited rules that do not go live, with everything that stands in the way. */
public final class ActivationException extends SpsRulesException {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> problems;

    ActivationException(Edition edition, List<Diagnostic> problems) {
        super(problems.stream()
                .map(problem -> "\n" + problem)
                .collect(Collectors.joining("", "These rules do not go live: " + edition, "")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order of files and lines. */
    public List<Diagnostic> problems() {
        return problems;
    }
}
