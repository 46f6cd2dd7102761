package org.spsrules.internal.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.Answer;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.SampleVocabulary;
import org.spsrules.TestDraft;
import org.spsrules.internal.reference.Conditions;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;

class TestResultTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 15);

    @ParameterizedTest
    @CsvSource({
        "2026-01-15, 0, false",
        "2026-01-14, 1, false",
        "2026-01, 14, true",
        "2026, 14, true",
        "2025-12, 45, true",
        "2025-01-15, 365, false",
        "2024, 745, true"
    })
    void aResultIsAsOldAsItsDateAllows(String date, int days, boolean isOpen) {
        assertThat(taken(date).daysAgo()).isEqualTo(days);
        assertThat(taken(date).dateUnknown()).isEqualTo(isOpen);
    }

    @Test
    void aResultWithoutADateIsOfNoAge() {
        TestResult undated = result(test -> {});

        assertThat(undated.daysAgo()).isNull();
        assertThat(undated.dateUnknown()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-01-15, YES", "2026-01-14, NO", "2026-01, UNKNOWN", "2025-12, NO", "2024, NO"})
    void whatSomeDaysMakeTrueAndOthersNotIsUnknown(String date, Answer today) {
        Constraint constraint =
                new Constraint.Comparison("daysAgo", Constraint.Operator.AT_MOST, new Operand.Numeral(BigDecimal.ZERO));

        assertThat(Conditions.judgement(constraint, taken(date), Map.of())).isEqualTo(today);
    }

    private static TestResult taken(String date) {
        return result(test -> test.date(PartialDate.parse(date)));
    }

    private static TestResult result(Consumer<TestDraft> details) {
        PatientCase patientCase = PatientCase.asOf(AS_OF)
                .test("anti-gad65", Result.POSITIVE, details)
                .build();
        return new TestResult(patientCase.tests().get(0), AS_OF, SampleVocabulary.get());
    }
}
