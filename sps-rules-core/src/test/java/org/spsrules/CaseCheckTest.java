package org.spsrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.PatientCase.Plan.Action;
import org.spsrules.PatientCase.Plan.Manner;
import org.spsrules.PatientCase.Plan.RequestedBy;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.PatientCase.Treatment.Response;

class CaseCheckTest {

    private static final LocalDate DAY = LocalDate.of(2014, 1, 15);
    private static final LocalDate NEXT_DAY = DAY.plusDays(1);

    private final PatientCaseBuilder draft = PatientCase.asOf(DAY);

    private static List<String> problems(PatientCaseBuilder builder) {
        InvalidCaseException refusal = catchThrowableOfType(InvalidCaseException.class, builder::build);
        assertThat(refusal).as("the case is refused").isNotNull();
        return refusal.problems().stream().map(Problem::toString).toList();
    }

    private static void accepted(PatientCaseBuilder builder) {
        assertThatCode(builder::build).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 129, 130})
    void anAgeIsFrom0To130(int age) {
        accepted(draft.age(age));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 131, Integer.MAX_VALUE})
    void anyOtherAgeIsRefused(int age) {
        assertThat(problems(draft.age(age)))
                .containsExactly("patient.age: " + age + " is not an age; give completed years from 0 to 130");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "1", "499.999", "500", "500.000"})
    void aWeightIsMoreThan0AndAtMost500(BigDecimal weight) {
        accepted(draft.weight(weight));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "-1", "500.001", "501", "1e999999999", "-1e999999999"})
    void anyOtherWeightIsRefused(BigDecimal weight) {
        assertThat(problems(draft.weight(weight)))
                .containsExactly("patient.weight: " + weight + " is not a weight; give kilograms, at most 500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.001", "299.999", "300"})
    void aClearanceIsFrom0To300(BigDecimal clearance) {
        accepted(draft.creatinineClearance(clearance));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.001", "-1", "300.001", "1e999999999"})
    void anyOtherClearanceIsRefused(BigDecimal clearance) {
        assertThat(problems(draft.creatinineClearance(clearance)))
                .containsExactly("patient.creatinineClearance: " + clearance
                        + " is not a creatinine clearance; give mL/min, 0 to 300");
    }

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
    void noDateIsLaterThanTheCase() {
        accepted(PatientCase.asOf(DAY)
                .onset(DAY)
                .test("x", Result.POSITIVE, test -> test.date(DAY))
                .past("x", treatment -> treatment.started(DAY).stopped(DAY)));
        assertThat(problems(draft.onset(NEXT_DAY)
                        .test("x", Result.POSITIVE, test -> test.date(NEXT_DAY))
                        .past("x", treatment -> treatment.started(NEXT_DAY).stopped(NEXT_DAY))))
                .containsExactly(
                        "diagnosis.onset: 2014-01-16 is later than asOf, 2014-01-15",
                        "tests[0].date: 2014-01-16 is later than asOf, 2014-01-15",
                        "treatments.given[0].started: 2014-01-16 is later than asOf, 2014-01-15",
                        "treatments.given[0].stopped: 2014-01-16 is later than asOf, 2014-01-15");
    }

    @Test
    void aTreatmentStopsAfterItStarts() {
        assertThat(problems(draft.past("x", treatment -> treatment.started(DAY).stopped(DAY.minusDays(1)))))
                .containsExactly("treatments.given[0].stopped: is before treatments.given[0].started");
    }

    @Test
    void aCurrentTreatmentHasNotStopped() {
        assertThat(problems(draft.current("x", treatment -> treatment.stopped(DAY))))
                .containsExactly("treatments.given[0].stopped: contradicts status: current");
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

    @Test
    void aValueIsNotBelowZero() {
        accepted(PatientCase.asOf(DAY).test("x", Result.NEGATIVE, test -> test.value(BigDecimal.ZERO, "U/mL")));
        assertThat(problems(draft.test("x", Result.NEGATIVE, test -> test.value(new BigDecimal("-0.1"), "U/mL"))))
                .containsExactly("tests[0].value: -0.1 U/mL is below zero");
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
                        "plans[1]: contradicts a plan to start the same therapy, requested by the same person");
        accepted(PatientCase.asOf(DAY)
                .plan(Action.START, "x", Manner.UNKNOWN, RequestedBy.PATIENT)
                .plan(Action.STOP, "x", Manner.ABRUPT, RequestedBy.CLINICIAN));
    }

    @Test
    void everyProblemIsReportedAtOnce() {
        assertThat(problems(draft.age(-1)
                        .weight(BigDecimal.ZERO)
                        .onset(NEXT_DAY)
                        .current("x", treatment -> treatment.dose("a lot"))))
                .hasSize(4);
    }
}
