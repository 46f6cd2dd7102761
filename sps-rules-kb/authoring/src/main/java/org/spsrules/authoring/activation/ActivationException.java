package org.spsrules.authoring.activation;

import java.util.List;
import java.util.stream.Collectors;
import org.spsrules.SpsRulesException;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.overlay.Edition;

/** Edited rules that do not go live, with everything that stands in the way. */
public final class ActivationException extends SpsRulesException {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> problems;

    public ActivationException(Edition edition, List<Diagnostic> problems) {
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
