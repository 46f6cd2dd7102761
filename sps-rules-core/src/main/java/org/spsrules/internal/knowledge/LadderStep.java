package org.spsrules.internal.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spsrules.Line;

/**
 * A step of the treatment ladder.
 *
 * @param code for example {@code benzodiazepine-step}
 * @param line the line that it belongs to
 * @param step its place in the line, for example {@code 1}, {@code A} or {@code adjunct}
 * @param title what it consists of
 * @param therapies the therapies of the step, preferred ones first
 * @param enteredBy therapies and classes whose use means that the line has been entered, by this step
 * @param lineEnteredBy those whose use means that the line has been entered, and not by which step
 * @param numbered how each source numbers the step, by source code
 * @param differ where the sources differ, if they do
 * @param sources ids of the statements that it rests on
 */
public record LadderStep(
        String code,
        Line line,
        String step,
        String title,
        List<String> therapies,
        List<String> enteredBy,
        List<String> lineEnteredBy,
        Map<String, String> numbered,
        Optional<String> differ,
        List<String> sources) {

    /** The therapies and classes whose use means that the line has been entered, by whichever step. */
    public List<String> enteringItsLine() {
        return Stream.concat(lineEnteredBy.stream(), enteredBy.stream()).toList();
    }
}
