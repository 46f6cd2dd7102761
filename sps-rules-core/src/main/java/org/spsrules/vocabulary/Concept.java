package org.spsrules.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A term of the vocabulary: a drug, a class, a condition, a test, something that can be advised or concluded.
 *
 * @param code what rules and cases call it, for example {@code sleep-apnoea}; unique over the vocabulary
 * @param kind what sort of thing it is
 * @param name what people call it
 * @param parents codes of the broader concepts: diazepam is a benzodiazepine
 * @param brands brand names, which a case may use instead of the code
 * @param synonyms other names, likewise
 * @param codes verified codes of public code systems
 * @param units units in which it is measured or dosed; empty if it is never stated with a figure
 * @param positiveAt which values of a test are a positive result; empty if no level says so
 * @param note a sentence about it
 * @param sources ids of the statements that it rests on
 */
public record Concept(
        String code,
        Kind kind,
        String name,
        List<String> parents,
        List<String> brands,
        List<String> synonyms,
        List<Coding> codes,
        List<String> units,
        List<Level> positiveAt,
        Optional<String> note,
        List<String> sources) {

    /** The same concept with these codes in public systems. */
    public Concept with(List<Coding> codings) {
        return new Concept(
                code, kind, name, parents, brands, synonyms, List.copyOf(codings), units, positiveAt, note, sources);
    }

    /** Where a measured value lies. */
    public enum Level {
        LOW,
        HIGH;

        /** How files spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The sorts of concept. */
    public enum Kind {
        THERAPY,
        THERAPY_CLASS,
        CONDITION,
        SYMPTOM,
        TRIGGER,
        SIDE_EFFECT,
        TEST,
        VARIANT,
        LADDER_STEP,
        CARE,
        FINDING;

        /** How files spell it, for example {@code therapy-class}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
