package org.spsrules.authoring.row;

import static org.spsrules.vocabulary.Concept.Kind.LADDER_STEP;
import static org.spsrules.vocabulary.Concept.Kind.THERAPY;
import static org.spsrules.vocabulary.Concept.Kind.THERAPY_CLASS;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spsrules.internal.fact.Says;

/**
 * What stays open of a step that was left, and is to be remembered.
 *
 * @param about code of the therapy or class
 * @param step code of its step
 * @param line the line of the step, in small letters
 * @param untried what has not been tried then, all of it
 * @param insteadOf code of the therapy of the same step that was tried instead
 * @param remember what is to be remembered, to follow "remember that"
 * @param because why it is still open
 * @param sources ids of the statements that this rests on
 * @param grades codes of the evidence grades behind it
 */
public record Reminder(
        @Says(
                value = "the therapy: {value}",
                of = {THERAPY, THERAPY_CLASS})
        String about,

        @Says(
                value = "its step: {value}",
                of = {LADDER_STEP})
        String step,

        @Says(
                value = "the line of the step: {value}",
                words = {"first", "second", "third", "fourth"})
        String line,

        @Says(
                value = "each therapy that has not been tried then: {value}",
                of = {THERAPY, THERAPY_CLASS})
        List<String> untried,

        @Says(
                value = "the therapy of the step that was tried instead: {value}",
                of = {THERAPY, THERAPY_CLASS})
        @Nullable
        String insteadOf,

        @Says("what is to be remembered, after \"remember that\": {value}") @Nullable
        String remember,

        @Says("why it is still open, in a sentence: {value}") @Nullable
        String because,

        List<String> sources,
        List<String> grades)
        implements Row {

    @Override
    public String key() {
        return about;
    }
}
