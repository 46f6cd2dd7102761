package org.spsrules.internal.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param gate what it waits for, beside its place in the order
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
        Gate gate,
        Map<String, String> numbered,
        Optional<String> differ,
        List<String> sources) {

    /**
     * What a step waits for. One without a gate of its own comes after the step above it.
     *
     * @param anyTime whether it waits for nothing and nothing waits for it
     * @param atOnce whether it is reached at once where immunotherapy does not wait
     * @param beside the step together with which it is reached, if it has no place in the order
     * @param onceClosed what has to be closed for it to be reached beside the other one
     * @param onceImpossible what has to be impossible for that
     * @param onceDisablingAndFit the condition that has to be possible for that, in disabling disease
     */
    public record Gate(
            boolean anyTime,
            boolean atOnce,
            Optional<String> beside,
            List<String> onceClosed,
            Optional<String> onceImpossible,
            Optional<String> onceDisablingAndFit) {}

    /** Whether it has a place in the order of the ladder. */
    public boolean isInOrder() {
        return gate.beside.isEmpty() && !gate.anyTime;
    }
}
