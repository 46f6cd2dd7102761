package org.spsrules.internal.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.Answer;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Plan.Manner;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.SampleVocabulary;
import org.spsrules.internal.reference.Conditions;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.shape.TreatmentFields;

class TreatmentTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 15);

    @ParameterizedTest
    @CsvSource({"2026-01-15, 0", "2026-01-12, 3", "2026-01, 0", "2025-12, 15", "2024, 380", "2026, 0"})
    void daysSinceItsEndAreTheFewestThatTheyCanBe(String end, int days) {
        assertThat(ended(end).daysSinceEnd()).isEqualTo(days);
    }

    @Test
    void ofWhatIsTakenOrEndedNobodyKnowsWhenThereAreNone() {
        assertThat(treatment(patient().past("diazepam", it -> {})).daysSinceEnd())
                .isNull();
        assertThat(treatment(patient().current("diazepam")).daysSinceEnd()).isNull();
        assertThat(treatment(patient().past("diazepam", it -> {})).endDateUnknown())
                .isTrue();
        assertThat(treatment(patient().current("diazepam")).endDateUnknown()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // The day of the case, the end, and the days since; none if that is as good as unknown.
        "2026-03-04, 2026, 0",
        "2026-03-05, 2026, ",
        "2026-12-31, 2026, ",
        "2027-04-01, 2026, ",
        "2027-04-02, 2026, 92",
        "2026-12-31, 2026-12, 0",
        "2026-12-31, 2025, 365"
    })
    void aYearThatLeavesOpenWhetherItWasLatelySaysAsLittleAsNoDate(LocalDate asOf, String end, Integer days) {
        Treatment treatment =
                treatment(PatientCase.asOf(asOf).past("diazepam", it -> it.stopped(PartialDate.parse(end))));
        assertThat(treatment.daysSinceEnd()).isEqualTo(days);
        assertThat(treatment.endDateUnknown()).isEqualTo(days == null);
    }

    @ParameterizedTest
    @CsvSource({
        // The day, and whether at most three, or at least ten, days have passed.
        "2026-01-12, YES, NO",
        "2026-01-11, NO, NO",
        "2026-01-05, NO, YES",
        "2026-01, YES, UNKNOWN",
        "2025-12, NO, YES",
        "2026, YES, UNKNOWN"
    })
    void whatSomeDaysMakeTrueAndOthersNotIsUnknown(String end, Answer atMostThree, Answer atLeastTen) {
        assertThat(answer(end, Constraint.Operator.AT_MOST, 3)).isEqualTo(atMostThree);
        assertThat(answer(end, Constraint.Operator.AT_LEAST, 10)).isEqualTo(atLeastTen);
    }

    @ParameterizedTest
    @CsvSource({
        // What is known of the start, and the fewest days since.
        "2026-01-15, 0, false",
        "2025-12-02, 44, false",
        "2026-01, 0, true",
        "2025-12, 15, true",
        "2025-11, 46, true",
        "2025, 15, true",
        "2024, 380, true"
    })
    void daysSinceItsStartAreNeverFewerThanIsCertain(String start, int days, boolean isOpen) {
        Treatment treatment = treatment(patient().current("diazepam", it -> it.started(PartialDate.parse(start))));

        assertThat(treatment.daysSinceStart()).isEqualTo(days);
        assertThat(treatment.startDateUnknown()).isEqualTo(isOpen);
    }

    @Test
    void whatHasNoStartHasNoDaysSince() {
        Treatment treatment = treatment(patient().current("diazepam"));

        assertThat(treatment.daysSinceStart()).isNull();
        assertThat(treatment.startDateUnknown()).isTrue();
    }

    @Test
    void howItIsTakenAndHowHighIsKnownOnlyIfItIsStated() {
        Treatment unstated = treatment(patient().current("diazepam"));
        assertThat(unstated.takenAsPrescribed()).isFalse();
        assertThat(unstated.notTakenAsPrescribed()).isFalse();
        assertThat(unstated.highestTolerated()).isFalse();
        Treatment stated = treatment(patient()
                .current("diazepam", it -> it.takenAsPrescribed(Answer.NO).highestTolerated(Answer.YES)));
        assertThat(stated.notTakenAsPrescribed()).isTrue();
        assertThat(stated.highestTolerated()).isTrue();
    }

    @Test
    void howItEndedIsAskedOnlyOfWhatHasEnded() {
        assertThat(treatment(patient().past("diazepam", it -> it.ending(Manner.GRADUAL)))
                        .maybeEndedAbruptly())
                .isFalse();
        assertThat(treatment(patient().past("diazepam", it -> {})).maybeEndedAbruptly())
                .isTrue();
        assertThat(treatment(patient().current("diazepam")).maybeEndedAbruptly())
                .isFalse();
    }

    private static Answer answer(String end, Constraint.Operator operator, int days) {
        Constraint constraint =
                new Constraint.Comparison("daysSinceEnd", operator, new Operand.Numeral(BigDecimal.valueOf(days)));
        return Conditions.judgement(constraint, ended(end), Map.of());
    }

    private static Treatment ended(String end) {
        PatientCase.Treatment past = patient()
                .past("diazepam", it -> {})
                .build()
                .treatments()
                .given()
                .get(0);
        return new Treatment(
                TreatmentFields.PART.with(past, TreatmentFields.STOPPED, Optional.of(PartialDate.parse(end))),
                AS_OF,
                SampleVocabulary.get());
    }

    private static PatientCaseBuilder patient() {
        return PatientCase.asOf(AS_OF);
    }

    private static Treatment treatment(PatientCaseBuilder builder) {
        PatientCase patientCase = builder.build();
        List<PatientCase.Treatment> given = patientCase.treatments().given();
        return new Treatment(given.get(0), patientCase.asOf(), SampleVocabulary.get());
    }
}
