package org.spsrules.internal.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spsrules.internal.shape.Verdict.accepted;
import static org.spsrules.internal.shape.Verdict.problems;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.PatientCaseBuilder;

class ValueCheckTest {

    private static final LocalDate DAY = LocalDate.of(2014, 1, 15);
    private static final LocalDate NEXT_DAY = DAY.plusDays(1);

    private final PatientCaseBuilder draft = PatientCase.asOf(DAY);

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
                .containsExactly("patient.weight: " + weight.stripTrailingZeros()
                        + " is not a weight; give kilograms, at most 500");
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
    void aValueIsNotBelowZero() {
        accepted(PatientCase.asOf(DAY).test("x", Result.NEGATIVE, test -> test.value(BigDecimal.ZERO, "U/mL")));
        assertThat(problems(draft.test("x", Result.NEGATIVE, test -> test.value(new BigDecimal("-0.1"), "U/mL"))))
                .containsExactly("tests[0].value: -0.1 U/mL is below zero");
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
