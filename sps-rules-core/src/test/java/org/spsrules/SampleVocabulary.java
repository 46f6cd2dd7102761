package org.spsrules;

import java.util.List;
import java.util.Optional;
import org.spsrules.vocabulary.CodeSystem;
import org.spsrules.vocabulary.Coding;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Concept.Kind;
import org.spsrules.vocabulary.Vocabulary;

/** A small vocabulary for tests. */
public final class SampleVocabulary {

    private static final Vocabulary VOCABULARY = new Vocabulary(List.of(
            concept("benzodiazepine", Kind.THERAPY_CLASS),
            new Concept(
                    "diazepam",
                    Kind.THERAPY,
                    "Diazepam",
                    List.of("benzodiazepine"),
                    List.of("Valium"),
                    List.of("diazepamum"),
                    List.of(new Coding(
                            CodeSystem.RXNORM, "3322", Optional.of("Diazepam"), Coding.Match.EXACT, "a public list")),
                    List.of("mg/day"),
                    List.of(),
                    Optional.empty(),
                    List.of("DO-02")),
            measured("ivig", Kind.THERAPY, "g/kg/course"),
            concept("hsct", Kind.THERAPY),
            concept("respiratory-disease", Kind.CONDITION),
            new Concept(
                    "sleep-apnoea",
                    Kind.CONDITION,
                    "Sleep apnoea",
                    List.of("respiratory-disease"),
                    List.of(),
                    List.of("sleep apnea"),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    List.of()),
            concept("anxiety-disorder", Kind.CONDITION),
            concept("pregnancy", Kind.CONDITION),
            new Concept(
                    "frailty",
                    Kind.CONDITION,
                    "Frailty",
                    List.of(),
                    List.of(),
                    List.of("frail"),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    List.of()),
            concept("rigidity", Kind.SYMPTOM),
            concept("painful-spasms", Kind.SYMPTOM),
            concept("noise", Kind.TRIGGER),
            concept("touch", Kind.TRIGGER),
            concept("sedation", Kind.SIDE_EFFECT),
            concept("classic", Kind.VARIANT),
            measured("anti-gad65", Kind.TEST, "U/mL"),
            concept("emg", Kind.TEST)));

    private SampleVocabulary() {}

    /** The vocabulary. */
    public static Vocabulary get() {
        return VOCABULARY;
    }

    private static Concept concept(String code, Kind kind) {
        return withUnits(code, kind, List.of());
    }

    private static Concept measured(String code, Kind kind, String unit) {
        return withUnits(code, kind, List.of(unit));
    }

    private static Concept withUnits(String code, Kind kind, List<String> units) {
        return new Concept(
                code,
                kind,
                code.replace('-', ' '),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                units,
                List.of(),
                Optional.empty(),
                List.of());
    }
}
