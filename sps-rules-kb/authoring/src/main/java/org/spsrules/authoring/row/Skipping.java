package org.spsrules.authoring.row;

import static org.spsrules.vocabulary.Concept.Kind.CONDITION;
import static org.spsrules.vocabulary.Concept.Kind.LADDER_STEP;
import static org.spsrules.vocabulary.Concept.Kind.THERAPY;
import static org.spsrules.vocabulary.Concept.Kind.THERAPY_CLASS;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spsrules.internal.fact.Says;

/**
 * A therapy of the ladder of which it is said that steps would be skipped, if it is planned too early.
 *
 * @param before code of the therapy or class
 * @param step code of its step
 * @param awaited code of the step that has to be reached first
 * @param called how a sentence calls the therapy
 * @param because what comes before it
 * @param alsoFor code of a condition for which it may be meant as well
 * @param sources ids of the statements that this rests on
 */
public record Skipping(
        @Says(
                value = "the therapy: {value}",
                of = {THERAPY, THERAPY_CLASS})
        String before,

        @Says(
                value = "its step: {value}",
                of = {LADDER_STEP})
        String step,

        @Says(
                value = "the step that has to be reached first: {value}",
                of = {LADDER_STEP})
        String awaited,

        @Says("how a sentence calls the therapy: {value}") String called,

        @Says("what comes before it, in a sentence: {value}") @Nullable
        String because,

        @Says(
                value = "a condition for which it may be meant as well: {value}",
                of = {CONDITION})
        @Nullable
        String alsoFor,

        List<String> sources)
        implements Row {

    /** It is given for nothing but SPS, as far as this is asked. */
    @Says("there is no such condition")
    public boolean onlyForSps() {
        return alsoFor == null;
    }

    @Override
    public String key() {
        return before;
    }
}
