package org.spsrules.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spsrules.Answer;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Plan.Action;
import org.spsrules.PatientCase.Plan.Manner;
import org.spsrules.PatientCase.Plan.RequestedBy;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Problem;
import org.spsrules.SampleVocabulary;

class CaseTermsTest {

    private static final LocalDate DAY = LocalDate.of(2014, 1, 15);

    private final CaseTerms terms = new CaseTerms(SampleVocabulary.get());
    private final PatientCaseBuilder draft = PatientCase.asOf(DAY);

    private List<String> problems(PatientCaseBuilder builder) {
        return terms.problemsIn(builder.build()).stream().map(Problem::toString).toList();
    }

    @Test
    void namesBrandsAndSynonymsBecomeCodes() {
        PatientCase resolved = terms.resolve(draft.current("Valium")
                .past("  DIAZEPAM ", treatment -> {})
                .conditions("Sleep apnea")
                .allergies("diazepamum", "IVIG")
                .build());

        assertThat(resolved.treatments().given())
                .extracting(treatment -> treatment.therapy())
                .containsOnly("diazepam");
        assertThat(resolved.conditions().present()).containsExactly("sleep-apnoea");
        assertThat(resolved.allergies().present()).containsExactly("diazepam", "ivig");
    }

    @Test
    void anUnknownTermIsNamedWithTheNearestKnownOne() {
        assertThat(problems(draft.current("diazapam")
                        .symptoms("rigidty")
                        .noConditions("sleep-apnea-x-y-z")
                        .test("anti-gad-65", Result.POSITIVE, test -> {})
                        .variant("clasic")
                        .psychiatricLabels("anxiety-disorders")
                        .declined("hsc")
                        .unavailable("ivgi")
                        .plan(Action.START, "Vallium", Manner.UNKNOWN, RequestedBy.UNKNOWN)))
                .containsExactlyInAnyOrder(
                        "treatments.given[0].therapy: \"diazapam\" is not a known therapy or therapy-class;"
                                + " did you mean diazepam?",
                        "symptoms.present[rigidty]: \"rigidty\" is not a known symptom; did you mean rigidity?",
                        "conditions.absent[sleep-apnea-x-y-z]: \"sleep-apnea-x-y-z\" is not a known condition;"
                                + " write {other: …} for what is not in the vocabulary",
                        "tests[0].test: \"anti-gad-65\" is not a known test; did you mean anti-gad65?",
                        "diagnosis.variant: \"clasic\" is not a known variant; did you mean classic?",
                        "diagnosis.psychiatricLabels[anxiety-disorders]: \"anxiety-disorders\" is not a known"
                                + " condition; did you mean anxiety-disorder?",
                        "treatments.declined[hsc]: \"hsc\" is not a known therapy or therapy-class;"
                                + " did you mean hsct?",
                        "treatments.unavailable[ivgi]: \"ivgi\" is not a known therapy or therapy-class;"
                                + " did you mean ivig?",
                        "plans[0].therapy: \"Vallium\" is not a known therapy or therapy-class; did you mean valium?");
    }

    @Test
    void aTermOfAnotherKindIsToldApartFromAnUnknownOne() {
        assertThat(problems(draft.conditions("diazepam")))
                .containsExactly("conditions.present[diazepam]: \"diazepam\" is a therapy, not a condition");
    }

    @Test
    void whatWasNeverGivenIsNotGivenInAnyOfItsKinds() {
        assertThat(problems(
                        draft.current("Valium").past("ivig", treatment -> {}).never("benzodiazepine", "IVIG", "hsct")))
                .containsExactlyInAnyOrder(
                        "treatments.never[benzodiazepine]: benzodiazepine was never given, but diazepam, a kind of it, is or"
                                + " was",
                        "treatments.never[IVIG]: ivig is both given and never given");
    }

    @Test
    void whatWasNeverGivenIsNotContinued() {
        draft.plan(Action.CONTINUE, "Valium", Manner.UNKNOWN, RequestedBy.CLINICIAN);
        assertThat(problems(draft.never("diazepam")))
                .containsExactly("treatments.never[diazepam]: diazepam is both given and never given");
    }

    @Test
    void whatIsAbsentIsAbsentInAllItsKinds() {
        assertThat(problems(draft.conditions("sleep apnea").noConditions("respiratory disease")))
                .containsExactly("conditions.absent[respiratory disease]: respiratory-disease is absent,"
                        + " but sleep-apnoea, a kind of it, is present");
        assertThat(problems(
                        PatientCase.asOf(DAY).conditions("respiratory-disease").noConditions("sleep-apnoea")))
                .isEmpty();
    }

    @Test
    void nothingIsPresentUnderOneNameAndAbsentUnderAnother() {
        assertThat(problems(draft.allergies("diazepam").noAllergies("Valium")))
                .containsExactly("allergies.absent[Valium]: diazepam is both present and absent");
    }

    @Test
    void theConditionsDoNotContradictThePatientSection() {
        assertThat(problems(draft.frailty(Answer.YES).noConditions("frail")))
                .containsExactly("conditions.absent[frail]: contradicts patient.frailty");
        assertThat(problems(PatientCase.asOf(DAY).pregnancy(Answer.NO).conditions("pregnancy")))
                .containsExactly("conditions.present[pregnancy]: contradicts patient.pregnancy");
    }

    @Test
    void aDoseIsStatedInAUnitThatFitsTheTherapy() {
        assertThat(problems(draft.current("diazepam", treatment -> treatment.dose("0.06 g/day"))))
                .isEmpty();
        assertThat(problems(PatientCase.asOf(DAY)
                        .current("Valium", treatment -> treatment.dose("2 g/kg/course"))
                        .current("hsct", treatment -> treatment.dose("1 mg/day"))))
                .containsExactly(
                        "treatments.given[0].dose: \"g/kg/course\" does not fit diazepam; give the dose in mg/day");
    }

    @Test
    void aValueIsStatedInAUnitOfTheTest() {
        assertThat(problems(draft.test("anti-gad65", Result.POSITIVE, test -> test.value(BigDecimal.TEN, "mg"))
                        .test("emg", Result.POSITIVE, test -> test.value(BigDecimal.TEN, "mg"))))
                .containsExactly(
                        "tests[0].value: \"mg\" is not a unit of anti-gad65; its units are U/mL",
                        "tests[1].value: \"mg\" is not a unit of emg, which is stated without a figure");
    }

    @Test
    void contradictionsThatOnlyTheCodesRevealAreFound() {
        assertThat(problems(draft.current("diazepam").current("Diazepam")))
                .containsExactly("treatments.given[1]: is stated twice; if it really is given twice, tell the"
                        + " entries apart by the name on the package, or by a label, for example who prescribes it");
    }

    @Test
    void oneDrugUnderTwoNamesIsNoContradiction() {
        assertThat(problems(draft.current("diazepam").current("Valium"))).isEmpty();
    }
}
