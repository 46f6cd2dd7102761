package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Report.Unread;
import org.spsrules.SpsRules;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reading.Place;
import org.spsrules.internal.reading.Reading;
import org.spsrules.vocabulary.Vocabulary;

/** What a case states is read, or the report names it (D-54). */
class UnreadTest {

    private static final SpsRules RULES = BuiltIn.rules();

    private static PatientCaseBuilder patient() {
        return PatientCase.asOf(LocalDate.of(2026, 1, 15));
    }

    private static List<Unread> unread(PatientCaseBuilder patient) {
        return RULES.evaluate(patient.build()).unread();
    }

    @Test
    void aTermIsReadByItselfAndByItsClass() {
        assertThat(unread(patient().current("diazepam", treatment -> {}).conditions("sleep-apnoea")))
                .isEmpty();
    }

    @Test
    void whatDoesNotMatterToThisPatientIsReadAllTheSame() {
        assertThat(unread(patient().conditions("iga-deficiency-with-antibodies")))
                .isEmpty();
    }

    @Test
    void aFigureWithoutAResultSaysWhatIsMissing() {
        String needed = "state its result";

        assertThat(unread(patient()
                        .test("creatine-kinase", Result.UNKNOWN, test -> test.value(new BigDecimal("12000"), "U/L"))))
                .extracting(Unread::text)
                .anyMatch(text -> text.contains(needed));
        assertThat(unread(patient()
                        .test("creatine-kinase", Result.POSITIVE, test -> test.value(new BigDecimal("12000"), "U/L"))))
                .extracting(Unread::text)
                .noneMatch(text -> text.contains(needed));
        assertThat(unread(patient()
                        .test("body-temperature", Result.UNKNOWN, test -> test.value(new BigDecimal("39"), "°C"))))
                .extracting(Unread::text)
                .noneMatch(text -> text.contains(needed));
    }

    @Test
    void whatToAskInsteadIsSaid() {
        assertThat(unread(patient().symptoms("hyperreflexia")))
                .containsExactly(new Unread(
                        "symptoms.present",
                        "brisk reflexes",
                        Optional.of("Common in SPS itself; state long-tract signs where there is more."),
                        false));
    }

    @Test
    void whatBelongsToThePictureIsToldFromWhatMayBeMissed() {
        assertThat(unread(patient().symptoms("gait-impairment")))
                .singleElement()
                .matches(Unread::background)
                .extracting(Unread::text)
                .isEqualTo("impaired walking");
    }

    @Test
    void aDateOfATreatmentIsNamed() {
        assertThat(unread(patient().current("diazepam", treatment -> treatment.started(LocalDate.of(2025, 1, 1)))))
                .containsExactly(
                        new Unread("treatments.given.started", "diazepam: when it was begun", Optional.empty(), true));
        assertThat(unread(patient().current("dantrolene", treatment -> treatment.started(LocalDate.of(2025, 1, 1)))))
                .isEmpty();
    }

    @Test
    void aDateOfATestIsReadOfTheTestThatRulesAskItOf() {
        assertThat(unread(patient()
                        .test("creatine-kinase", Result.POSITIVE, test -> test.date(LocalDate.of(2025, 1, 1)))))
                .isEmpty();
        assertThat(unread(patient().test("tsh", Result.POSITIVE, test -> test.date(LocalDate.of(2025, 1, 1)))))
                .singleElement()
                .extracting(Unread::text)
                .isEqualTo("TSH: when it was taken");
    }

    @Test
    void aDoseOfWhatHasNoRowsOnDosesIsNamed() {
        assertThat(unread(patient().current("sertraline", treatment -> treatment.dose("50 mg/day"))))
                .containsExactly(new Unread("treatments.given.dose", "sertraline: the dose", Optional.empty(), true));
        assertThat(unread(patient().current("diazepam", treatment -> treatment.dose("50 mg/day"))))
                .isEmpty();
    }

    @Test
    void anAcknowledgementOfNoAlertIsNamedWithWhatMayBeMeant() {
        String alerts = "safety/abrupt-end-of-a-benzodiazepine";
        assertThat(unread(patient().acknowledged(alerts, alerts + " diazepam"))).isEmpty();
        assertThat(unread(patient().acknowledged("safety/abrupt-end-of-a-bensodiazepine", "first-line/start-diazepam")))
                .extracting(Unread::field, Unread::text)
                .containsExactly(
                        tuple(
                                "acknowledged",
                                "acknowledged: first-line/start-diazepam, and no rule that alerts has this id"),
                        tuple(
                                "acknowledged",
                                "acknowledged: safety/abrupt-end-of-a-bensodiazepine, and no rule that alerts has this id;"
                                        + " did you mean " + alerts + "?"));
    }

    @Test
    void whatNoRuleReadsIsNamed() {
        Knowledge nothing = without(RULES.knowledge());
        Reading reading = new Reading(nothing, new Vocabulary(nothing.concepts()));
        PatientCase patientCase = new CaseTerms(RULES.vocabulary())
                .resolve(patient()
                        .conditions("sleep-apnoea")
                        .current("diazepam", treatment -> treatment.sideEffects("tremor-on-treatment"))
                        .build());

        assertThat(reading.unread(patientCase))
                .extracting(fact -> fact.field() + ": " + fact.text())
                .containsExactly(
                        "conditions.present: sleep apnoea",
                        "treatments.given.therapy: treatment with diazepam",
                        "treatments.given.sideEffects: tremor on treatment on diazepam");
    }

    @Test
    void theSameTermIsReadInOnePlaceAndNotInAnother() {
        Reading reading = new Reading(RULES.knowledge(), RULES.vocabulary());

        assertThat(reading.reads(Place.TREATMENT, "flumazenil")).isTrue();
        assertThat(reading.reads(Place.ALLERGY, "flumazenil")).isFalse();
    }

    /** The same vocabulary, of which nothing is said. */
    private static Knowledge without(Knowledge all) {
        return new Knowledge(
                all.version(),
                all.contentHash(),
                all.folders(),
                all.findings(),
                List.of(),
                all.notes(),
                List.of(),
                all.concepts(),
                all.unlisted(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
