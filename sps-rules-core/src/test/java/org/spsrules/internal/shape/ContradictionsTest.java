package org.spsrules.internal.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spsrules.internal.shape.Verdict.accepted;
import static org.spsrules.internal.shape.Verdict.problems;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.Answer;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Plan.Action;
import org.spsrules.PatientCase.Plan.Manner;
import org.spsrules.PatientCase.Plan.RequestedBy;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Sex;

class ContradictionsTest {

    private static final LocalDate DAY = LocalDate.of(2014, 1, 15);
    private static final LocalDate NEXT_DAY = DAY.plusDays(1);

    private final PatientCaseBuilder draft = PatientCase.asOf(DAY);

    @Test
    void aManIsNotPregnantAndCannotBecomeSo() {
        assertThat(problems(draft.sex(Sex.MALE).pregnancy(Answer.YES).pregnancyPotential(Answer.YES)))
                .containsExactly(
                        "patient.pregnancy: contradicts patient.sex: male",
                        "patient.pregnancyPotential: contradicts patient.sex: male");
        accepted(PatientCase.asOf(DAY).sex(Sex.UNKNOWN).pregnancy(Answer.YES).pregnancyPotential(Answer.YES));
        accepted(PatientCase.asOf(DAY).sex(Sex.MALE).pregnancy(Answer.NO).pregnancyPotential(Answer.UNKNOWN));
    }

    @Test
    void whoIsPregnantCanBecomeSo() {
        assertThat(problems(draft.pregnancy(Answer.YES).pregnancyPotential(Answer.NO)))
                .containsExactly("patient.pregnancyPotential: contradicts patient.pregnancy: yes");
    }

    @Test
    void nothingIsPresentAndAbsent() {
        assertThat(problems(draft.symptoms("a", "b")
                        .noSymptoms("b", "c")
                        .triggers("a")
                        .noTriggers("a")
                        .conditions("a")
                        .noConditions("a")
                        .allergies("a")
                        .noAllergies("a")))
                .containsExactly(
                        "symptoms.absent[b]: b is both present and absent",
                        "triggers.absent[a]: a is both present and absent",
                        "conditions.absent[a]: a is both present and absent",
                        "allergies.absent[a]: a is both present and absent");
    }

    @Test
    void aTreatmentStopsAfterItStarts() {
        assertThat(problems(draft.past("x", treatment -> treatment.started(DAY).stopped(DAY.minusDays(1)))))
                .containsExactly("treatments.given[0].stopped: is before treatments.given[0].started");
    }

    @Test
    void ofPartialDatesOneIsBeforeTheOtherOnlyWhateverTheDaysWere() {
        assertThat(problems(draft.past(
                        "x", treatment -> treatment.started(Year.of(2013)).stopped(Year.of(2012)))))
                .containsExactly("treatments.given[0].stopped: is before treatments.given[0].started");
        accepted(PatientCase.asOf(DAY)
                .past("x", treatment -> treatment.started(YearMonth.of(2013, 5)).stopped(Year.of(2013))));
        accepted(PatientCase.asOf(DAY)
                .past(
                        "x",
                        treatment -> treatment.started(LocalDate.of(2013, 5, 2)).stopped(YearMonth.of(2013, 5))));
    }

    @Test
    void aCurrentTreatmentHasNotEnded() {
        assertThat(problems(
                        draft.current("x", treatment -> treatment.stopped(DAY).ending(Manner.GRADUAL))))
                .containsExactly(
                        "treatments.given[0].stopped: contradicts status: current",
                        "treatments.given[0].ending: contradicts status: current");
    }

    @Test
    void twoResultsOfAMonthNeedNotBeOfOneDay() {
        accepted(draft.test("x", Result.POSITIVE, test -> test.date(YearMonth.of(2013, 5)))
                .test("x", Result.NEGATIVE, test -> test.date(YearMonth.of(2013, 5))));
    }

    @Test
    void onlyAResponseCanWearOff() {
        assertThat(problems(draft.current(
                        "x", treatment -> treatment.response(Response.NONE).woreOff(Answer.YES))))
                .containsExactly(
                        "treatments.given[0].woreOff: contradicts response: none; only a response can wear off");
        accepted(PatientCase.asOf(DAY)
                .current("x", treatment -> treatment.response(Response.WORSE).woreOff(Answer.YES)));
    }

    @Test
    void nothingIsStatedTwice() {
        assertThat(problems(draft.current("x")
                        .current("y")
                        .current("x")
                        .plan(Action.SURGERY)
                        .plan(Action.SURGERY)))
                .containsExactly(
                        "treatments.given[2]: is stated twice; if it really is given twice, tell the"
                                + " entries apart by the name on the package, or by a label, for example who prescribes it",
                        "plans[1]: is stated twice");
        accepted(PatientCase.asOf(DAY)
                .current("x", treatment -> treatment.label("from neurology"))
                .current("x", treatment -> treatment.label("from the pain clinic")));
    }

    @ParameterizedTest
    @CsvSource({"ELISA, ELISA, 1", "ELISA, RIA, 0"})
    void aTestHasOneResultADayAndAssay(String first, String second, int expected) {
        PatientCaseBuilder builder = draft.test("x", Result.POSITIVE, test -> test.assay(first))
                .test("x", Result.NEGATIVE, test -> test.assay(second));
        if (expected == 0) {
            accepted(builder);
        } else {
            assertThat(problems(builder))
                    .containsExactly("tests[1].result: contradicts tests[0], the same test on the same day");
        }
    }

    @ParameterizedTest
    @CsvSource({"START", "STOP", "REDUCE", "SWITCH"})
    void aPlanForATherapyNamesIt(Action action) {
        assertThat(problems(draft.plan(action)))
                .singleElement()
                .asString()
                .startsWith("plans[0].therapy: is missing; a plan to");
    }

    @Test
    void nobodyPlansToStartAndStopTheSame() {
        draft.plan(Action.START, "x", Manner.UNKNOWN, RequestedBy.PATIENT)
                .plan(Action.STOP, "x", Manner.ABRUPT, RequestedBy.PATIENT);
        assertThat(problems(draft))
                .containsExactly(
                        "plans[1]: contradicts a plan to start or continue the same therapy, requested by the same person");
        accepted(PatientCase.asOf(DAY)
                .plan(Action.START, "x", Manner.UNKNOWN, RequestedBy.PATIENT)
                .plan(Action.STOP, "x", Manner.ABRUPT, RequestedBy.CLINICIAN));
    }
}
