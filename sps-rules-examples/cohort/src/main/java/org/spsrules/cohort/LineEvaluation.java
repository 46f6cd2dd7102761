package org.spsrules.cohort;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.Problem;
import org.spsrules.RuleFailedException;
import org.spsrules.SpsRules;
import org.spsrules.io.PatientCaseReader;

/** Evaluates cases that stand on lines, each by itself. Immutable and safe for use by several threads. */
final class LineEvaluation {

    private final SpsRules rules;
    private final PatientCaseReader reader;

    /** An evaluation of lines by these rules, whose reader says what becomes of unknown terms. */
    LineEvaluation(SpsRules rules, PatientCaseReader reader) {
        this.rules = rules;
        this.reader = reader;
    }

    /**
     * What comes of a line.
     *
     * @param evaluated whether it has a result; else it is set aside
     * @param json the {@link Result} or {@link SetAside}, as one line
     */
    record Answer(boolean evaluated, byte[] json) {}

    /** The result of a line, or why it is set aside; nothing of a blank line. */
    Optional<Answer> of(InputLine line) {
        Optional<String> id = Optional.empty();
        try {
            String text = CaseLine.text(line);
            if (text.isBlank()) {
                return Optional.empty();
            }
            CaseLine stated = CaseLine.of(text);
            id = stated.id();
            PatientCase patientCase = reader.read(stated.patientCase());
            Result result = Result.of(line.place(), id, patientCase, rules.evaluate(patientCase), rules.vocabulary());
            return Optional.of(new Answer(true, Json.line(result)));
        } catch (InvalidCaseException e) {
            return Optional.of(setAside(line, id, e.problems()));
        } catch (RuleFailedException e) {
            return Optional.of(setAside(line, id, List.of(new Problem("", String.valueOf(e.getMessage())))));
        } catch (RuntimeException e) {
            // One case on which the program fails does not keep a million others back.
            return Optional.of(setAside(
                    line,
                    id,
                    List.of(new Problem(
                            "",
                            "sps itself failed on this line, which should be reported: "
                                    + e.getClass().getSimpleName()))));
        }
    }

    private static Answer setAside(InputLine line, Optional<String> id, List<Problem> problems) {
        String text = new String(line.bytes(), StandardCharsets.UTF_8);
        return new Answer(false, Json.line(SetAside.of(line.place(), id, problems, text)));
    }
}
