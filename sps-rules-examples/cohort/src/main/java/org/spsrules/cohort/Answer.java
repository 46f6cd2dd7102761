package org.spsrules.cohort;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.spsrules.InvalidCaseException;
import org.spsrules.Problem;
import org.spsrules.SpsRulesException;

/**
 * What comes of a case. Quotes it, so it is patient data.
 *
 * @param evaluated whether it has a result; else it is set aside
 * @param json the {@link Result}, or why it is set aside, as one line with its end
 */
public record Answer(boolean evaluated, byte[] json) {

    static Answer of(Result result) {
        return new Answer(true, Json.line(result));
    }

    /** A line is set aside, because of what was thrown when it was read or evaluated. */
    static Answer setAside(InputLine line, Optional<String> id, RuntimeException failure) {
        return setAside(line, id, failure, false);
    }

    /** A line of an export is set aside; it may be about a patient whose result does not know of it. */
    static Answer setAsideOfAnybody(InputLine line, RuntimeException failure) {
        return setAside(line, Optional.empty(), failure, true);
    }

    private static Answer setAside(
            InputLine line, Optional<String> id, RuntimeException failure, boolean patientUnknown) {
        String text = new String(line.bytes(), StandardCharsets.UTF_8);
        return new Answer(false, Json.line(SetAside.of(line.place(), id, patientUnknown, problems(failure), text)));
    }

    private static List<Problem> problems(RuntimeException failure) {
        if (failure instanceof InvalidCaseException invalid) {
            return invalid.problems();
        }
        // One case on which the program fails does not keep a million others back.
        String message = failure instanceof SpsRulesException
                ? String.valueOf(failure.getMessage())
                : "sps itself failed on this line, which should be reported: "
                        + failure.getClass().getSimpleName();
        return List.of(new Problem("", message));
    }
}
