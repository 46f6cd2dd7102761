package org.spsrules.authoring.row;

import static org.spsrules.vocabulary.Concept.Kind.LADDER_STEP;
import static org.spsrules.vocabulary.Concept.Kind.THERAPY;
import static org.spsrules.vocabulary.Concept.Kind.THERAPY_CLASS;

import java.util.List;
import org.spsrules.internal.fact.Says;

/**
 * A therapy whose failure is that of a step, however many therapies the step has.
 *
 * @param step code of the step
 * @param with code of the therapy or class
 */
public record Failing(
        @Says(
                value = "step {value}",
                of = {LADDER_STEP})
        String step,

        @Says(
                value = "the therapy with which it fails: {value}",
                of = {THERAPY, THERAPY_CLASS})
        String with)
        implements Row {

    @Override
    public String key() {
        return with;
    }

    @Override
    public List<String> sources() {
        return List.of();
    }
}
