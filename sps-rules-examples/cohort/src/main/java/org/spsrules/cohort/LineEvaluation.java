package org.spsrules.cohort;

import java.util.List;
import java.util.Optional;
import org.spsrules.PatientCase;
import org.spsrules.SpsRules;
import org.spsrules.io.PatientCaseReader;

/** Evaluates cases that stand on lines, each by itself. Immutable and safe for use by several threads. */
public final class LineEvaluation {

    private final SpsRules rules;
    private final PatientCaseReader reader;

    /**
     * An evaluation of lines by these rules.
     *
     * @param keepUnknown whether terms that the vocabulary does not know are kept, instead of setting the line aside
     */
    public LineEvaluation(SpsRules rules, boolean keepUnknown) {
        PatientCaseReader strict = new PatientCaseReader(rules.vocabulary());
        this.rules = rules;
        this.reader = keepUnknown ? strict.keepingUnknownTerms() : strict;
    }

    /** The result of a line, or why it is set aside; nothing of a blank line. */
    public Optional<Answer> of(InputLine line) {
        Optional<String> id = Optional.empty();
        try {
            String text = CaseLine.text(line);
            if (text.isBlank()) {
                return Optional.empty();
            }
            CaseLine stated = CaseLine.of(text);
            id = stated.id();
            PatientCase patientCase = reader.read(stated.patientCase());
            return Optional.of(Answer.of(Result.of(
                    line.place(), id, patientCase, rules.evaluate(patientCase), List.of(), rules.vocabulary())));
        } catch (RuntimeException e) {
            return Optional.of(Answer.setAside(line, id, e));
        }
    }
}
