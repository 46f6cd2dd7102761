package org.spsrules.internal.reading;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.DiagnosisFields;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.PlanFields;
import org.spsrules.internal.shape.TestFields;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;
import org.spsrules.vocabulary.Concept.Kind;
import org.spsrules.vocabulary.Vocabulary;

/**
 * A place of a case in which a term can stand. The same term can be read in one place and not in another: a drug that
 * rules ask for where it is taken may mean nothing to them where the patient is allergic to it.
 */
public enum Place {
    PRESENT(
            Kinship.NARROWER,
            "{0}",
            Set.of(Kind.CONDITION, Kind.SYMPTOM, Kind.TRIGGER),
            CaseFields.CONDITION_LIST.present(),
            CaseFields.SYMPTOM_LIST.present(),
            CaseFields.TRIGGER_LIST.present()),
    ABSENT(
            Kinship.BROADER,
            "no {0}",
            Set.of(Kind.CONDITION, Kind.SYMPTOM, Kind.TRIGGER),
            CaseFields.CONDITION_LIST.absent(),
            CaseFields.SYMPTOM_LIST.absent(),
            CaseFields.TRIGGER_LIST.absent()),
    LABEL(Kinship.NARROWER, "put down to {0}", Set.of(Kind.CONDITION), DiagnosisFields.PSYCHIATRIC_LABELS),
    VARIANT(Kinship.NARROWER, "variant {0}", Set.of(Kind.VARIANT), DiagnosisFields.VARIANT),
    TREATMENT(
            Kinship.NARROWER,
            "treatment with {0}",
            Vocabulary.therapies(),
            TreatmentFields.THERAPY,
            TreatmentsFields.EVER),
    SIDE_EFFECT(Kinship.NARROWER, "{0} on {1}", Set.of(Kind.SIDE_EFFECT), TreatmentFields.SIDE_EFFECTS),
    ALLERGY(Kinship.EITHER, "allergy to {0}", Vocabulary.therapies(), CaseFields.ALLERGY_LIST.present()),
    NO_ALLERGY(Kinship.EITHER, "no allergy to {0}", Vocabulary.therapies(), CaseFields.ALLERGY_LIST.absent()),
    UNAVAILABLE(Kinship.EITHER, "{0} not to be had", Vocabulary.therapies(), TreatmentsFields.UNAVAILABLE),
    DECLINED(Kinship.EITHER, "{0} declined", Vocabulary.therapies(), TreatmentsFields.DECLINED),
    UNSUITABLE(Kinship.EITHER, "{0} judged unsuitable", Vocabulary.therapies(), TreatmentsFields.UNSUITABLE),
    NEVER(Kinship.EITHER, "{0} never given", Vocabulary.therapies(), TreatmentsFields.NEVER),
    PLAN(Kinship.NARROWER, "plan about {0}", Vocabulary.therapies(), PlanFields.THERAPY, PlanFields.TO),
    TEST(Kinship.NARROWER, "test of {0}", Set.of(Kind.TEST), TestFields.TEST);

    /** How a stated term has to be related to one that is named, to be read. */
    enum Kinship {
        /** What is present makes everything broader present. */
        NARROWER,
        /** What is absent makes everything narrower absent. */
        BROADER,
        /** It concerns every therapy of a class, and a class is offered by its members. */
        EITHER
    }

    private static final Set<String> ABOUT_OPTIONS = Set.of("declined", "unavailable", "unsuitable");
    private static final Map<Field<?, ?>, Place> BY_FIELD = new HashMap<>();

    static {
        for (Place place : values()) {
            place.fields.forEach(field -> BY_FIELD.put(field, place));
        }
    }

    private final Kinship kinship;
    private final String phrase;
    private final Set<Kind> kinds;
    private final List<Field<?, ?>> fields;

    Place(Kinship kinship, String phrase, Set<Kind> kinds, Field<?, ?>... fields) {
        this.kinship = kinship;
        this.phrase = phrase;
        this.kinds = kinds;
        this.fields = Arrays.asList(fields);
    }

    /** The place that a field of a case is; empty if it holds no terms of the vocabulary. */
    static Optional<Place> of(Field<?, ?> field) {
        return Optional.ofNullable(BY_FIELD.get(field));
    }

    Kinship kinship() {
        return kinship;
    }

    /**
     * The statement that a term stands there.
     *
     * @param name of the term
     * @param about the name of what the entry is about in which it stands
     */
    String says(String name, String about) {
        return phrase.replace("{0}", name).replace("{1}", about);
    }

    /** Whether a term of this kind can stand there. */
    public boolean holds(Kind kind) {
        return kinds.contains(kind);
    }

    /** Whether a question about a type of fact names terms that stand there. */
    boolean isAskedBy(String factType, String question) {
        return switch (this) {
            case PRESENT, ABSENT -> factType.equals("Patient") && !question.equals("allergicTo");
            case ALLERGY, NO_ALLERGY -> factType.equals("Patient") && question.equals("allergicTo");
            case LABEL -> factType.equals("Diagnosis") && question.equals("labelled");
            case VARIANT -> factType.equals("Diagnosis") && question.equals("variant");
            case SIDE_EFFECT -> factType.equals("Treatment") && question.equals("sideEffect");
            case TREATMENT ->
                factType.equals("Treatment") && !question.equals("sideEffect")
                        || factType.equals("History") && !ABOUT_OPTIONS.contains(question);
            case NEVER -> factType.equals("History") && !ABOUT_OPTIONS.contains(question);
            case UNAVAILABLE, DECLINED, UNSUITABLE ->
                factType.equals("Option") || factType.equals("History") && ABOUT_OPTIONS.contains(question);
            case PLAN -> factType.equals("Plan");
            case TEST -> factType.equals("Tests") || factType.equals("TestResult");
        };
    }
}
