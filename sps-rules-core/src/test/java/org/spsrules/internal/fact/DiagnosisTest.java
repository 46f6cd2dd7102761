package org.spsrules.internal.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.PatientCase;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.SampleVocabulary;

class DiagnosisTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 15);

    @ParameterizedTest
    @CsvSource({"2026-03-15, 0", "2025-03-16, 11", "2025-03-15, 12", "2024-02-29, 24", "1990-03-15, 432"})
    void monthsSinceOnsetAreCompletedMonthsUpToTheDayOfTheCase(LocalDate onset, int months) {
        assertThat(monthsSinceOnset(PatientCase.asOf(AS_OF).onset(onset))).isEqualTo(months);
    }

    @ParameterizedTest
    @CsvSource({"2026, 0", "2025, 2", "2024, 14", "2013, 146"})
    void ofAYearMonthsAreTheFewestThatTheyCanBe(Year onset, int months) {
        assertThat(monthsSinceOnset(PatientCase.asOf(AS_OF).onset(onset))).isEqualTo(months);
    }

    @ParameterizedTest
    @CsvSource({"2026-03, 0", "2025-03, 11", "2025-02, 12", "2013-12, 146"})
    void ofAMonthToo(YearMonth onset, int months) {
        assertThat(monthsSinceOnset(PatientCase.asOf(AS_OF).onset(onset))).isEqualTo(months);
    }

    @Test
    void anUnknownOnsetIsNotAShortOne() {
        assertThat(monthsSinceOnset(PatientCase.asOf(AS_OF))).isNull();
    }

    private static @Nullable Integer monthsSinceOnset(PatientCaseBuilder builder) {
        PatientCase patientCase = builder.build();
        return new Diagnosis(patientCase.diagnosis(), patientCase.asOf(), SampleVocabulary.get()).monthsSinceOnset();
    }
}
