package org.spsrules.authoring.row;

import static org.spsrules.vocabulary.Concept.Kind.CONDITION;
import static org.spsrules.vocabulary.Concept.Kind.LADDER_STEP;
import static org.spsrules.vocabulary.Concept.Kind.THERAPY;
import static org.spsrules.vocabulary.Concept.Kind.THERAPY_CLASS;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spsrules.internal.fact.Says;

/**
 * A step of the ladder.
 *
 * @param code code of the step
 * @param first whether it is the one with which treatment begins
 * @param after the step before it in the order of the ladder; null if there is none, or if it has no place in the order
 * @param leaving the last step of the line before, if this step begins a line
 * @param atOnce whether it is reached at once where immunotherapy does not wait
 * @param beside the step together with which it is reached, if more holds
 * @param onceClosed what has to be closed for that, all of it
 * @param onceImpossible what has to be impossible for that
 * @param onceDisablingAndFit the condition without which disabling disease is not enough for that
 * @param closedBy what has to be closed for the step to be closed, all of it
 * @param closedWithClass the class with which it is closed
 * @param passedBy the therapies and classes by which a patient has gone past it
 * @param sources ids of the statements that it rests on
 */
public record Step(
        @Says(
                value = "step {value}",
                of = {LADDER_STEP})
        String code,

        @Says("the first step") boolean first,

        @Says(
                value = "the step before it in the order of the ladder: {value}",
                of = {LADDER_STEP})
        @Nullable
        String after,

        @Says(
                value = "the step with which the line before ends, of a step that begins a line: {value}",
                of = {LADDER_STEP})
        @Nullable
        String leaving,

        @Says("reached at once where immunotherapy does not wait")
        boolean atOnce,

        @Says(
                value = "the step together with which it is reached, if more holds: {value}",
                of = {LADDER_STEP})
        @Nullable
        String beside,

        @Says(
                value = "each therapy that has to be closed for that: {value}",
                of = {THERAPY, THERAPY_CLASS})
        List<String> onceClosed,

        @Says(
                value = "the therapy that has to be impossible for that: {value}",
                of = {THERAPY, THERAPY_CLASS})
        @Nullable
        String onceImpossible,

        @Says(
                value = "what has to be so for that in disabling disease: {value}",
                of = {CONDITION})
        @Nullable
        String onceDisablingAndFit,

        @Says(
                value = "each therapy that has to be closed for the step to be closed: {value}",
                of = {THERAPY, THERAPY_CLASS})
        List<String> closedBy,

        @Says(
                value = "the class with which the step is closed: {value}",
                of = {THERAPY_CLASS})
        @Nullable
        String closedWithClass,

        @Says(
                value = "each therapy by which a patient has gone past the step: {value}",
                of = {THERAPY, THERAPY_CLASS})
        List<String> passedBy,

        List<String> sources)
        implements Row {

    @Override
    public String key() {
        return code;
    }
}
