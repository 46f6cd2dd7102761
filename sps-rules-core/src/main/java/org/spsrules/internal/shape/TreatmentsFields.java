package org.spsrules.internal.shape;

import java.util.List;
import java.util.Set;
import org.spsrules.Completeness;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.vocabulary.Vocabulary;

/** The fields that say what was and is given. */
public final class TreatmentsFields {

    public static final Field<Treatments, Completeness> HISTORY = Field.of(
                    "history",
                    Types.word(Completeness.UNKNOWN),
                    Treatments::history,
                    "Is every treatment ever given for SPS listed?")
            .feeds(
                    Aspect.of("History", "had neverHad", "hadAny untried")
                            .asking("Is every treatment ever given for SPS listed?"),
                    "treatment history");

    public static final Field<Treatments, Completeness> MEDICATION = Field.of(
                    "medication",
                    Types.word(Completeness.UNKNOWN),
                    Treatments::medication,
                    "Is everything that the patient takes now listed?")
            .feeds(
                    Aspect.of("History", "takes takesNo", "mayTake")
                            .asking("Is everything listed that the patient takes now?"),
                    "medication list");

    public static final Field<Treatments, List<Treatment>> GIVEN = Field.of(
            "given", new Types.Many<>(TreatmentFields.PART), Treatments::given, "Treatments, past and current");

    public static final Field<Treatments, Set<String>> UNAVAILABLE = Field.of(
                    "unavailable",
                    new Types.Terms(Vocabulary.therapies()),
                    Treatments::unavailable,
                    "Therapies that cannot be had")
            .ofTheWhole()
            .feeds(Aspect.of("History", "unavailable", "").bringing("Option"), "")
            .reported();

    public static final Field<Treatments, Set<String>> DECLINED = Field.of(
                    "declined",
                    new Types.Terms(Vocabulary.therapies()),
                    Treatments::declined,
                    "Therapies that the patient has declined")
            .ofTheWhole()
            .feeds(Aspect.of("History", "declined", "").bringing("Option"), "")
            .reported();

    public static final Field<Treatments, Set<String>> UNSUITABLE = Field.of(
                    "unsuitable",
                    new Types.Terms(Vocabulary.therapies()),
                    Treatments::unsuitable,
                    "Therapies that a clinician has judged unsuitable for the patient")
            .feeds(Aspect.of("History", "unsuitable", "").bringing("Option"), "")
            .reported();

    /** The lists of therapies that are not open to the patient. */
    public static final List<Field<Treatments, Set<String>>> CLOSING = List.of(UNAVAILABLE, DECLINED, UNSUITABLE);

    public static final Field<Treatments, Set<String>> NEVER = Field.of(
                    "never",
                    new Types.Terms(Vocabulary.therapies()),
                    Treatments::never,
                    "Therapies that were never given")
            .note("Says so of these alone, where the history is not complete.")
            .ofTheWhole()
            .feeds(Aspect.of("History", "", "had hadAny neverHad untried takes takesNo mayTake"), "")
            .reported();

    public static final Field<Treatments, Set<String>> EVER = Field.of(
                    "ever", new Types.Terms(Vocabulary.therapies()), Treatments::ever, "Therapies that were given")
            .note("Of these nobody says whether they still are; what is known of one belongs under given.")
            .feeds(Aspect.of("History", "", "had hadAny neverHad untried"), "")
            .reported();

    public static final Part<Treatments> PART = Part.of(
            "treatments",
            "What was and is given",
            values -> new Treatments(
                    values.get(HISTORY),
                    values.get(MEDICATION),
                    values.get(GIVEN),
                    values.get(UNAVAILABLE),
                    values.get(DECLINED),
                    values.get(UNSUITABLE),
                    values.get(NEVER),
                    values.get(EVER)),
            HISTORY,
            MEDICATION,
            GIVEN,
            UNAVAILABLE,
            DECLINED,
            UNSUITABLE,
            NEVER,
            EVER);

    private TreatmentsFields() {}
}
