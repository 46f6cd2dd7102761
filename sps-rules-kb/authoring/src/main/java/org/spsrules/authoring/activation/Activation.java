package org.spsrules.authoring.activation;

import java.util.List;
import org.spsrules.Report.KnowledgeStamp;
import org.spsrules.authoring.diagnostic.Diagnostic;

/**
 * What came of an attempt to put edited rules in the place of those that serve.
 *
 * @param serving the rules that serve after it: the new ones, or still the last good ones
 * @param problems everything that stood in the way, in the order of files and lines; empty if the new rules serve
 * @param warnings what is most likely a mistake in the new rules and did not stand in the way
 */
public record Activation(KnowledgeStamp serving, List<Diagnostic> problems, List<Diagnostic> warnings) {

    /** Copies the lists. */
    public Activation {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** Whether the new rules serve. */
    public boolean wentLive() {
        return problems.isEmpty();
    }
}
