package org.spsrules.internal.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.spsrules.internal.shape.Verdict.problems;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.PatientCase;
import org.spsrules.PatientCaseBuilder;

/** What no patient has and no file can hold is refused, before it takes endless time or memory. */
class ValueLimitsTest {

    private static final LocalDate DAY = LocalDate.of(2014, 1, 15);

    private final PatientCaseBuilder draft = PatientCase.asOf(DAY);

    private static PatientCaseBuilder treated(int times) {
        PatientCaseBuilder builder = PatientCase.asOf(DAY);
        for (int i = 0; i < times; i++) {
            String label = "package " + i;
            builder.past("diazepam", details -> details.label(label));
        }
        return builder;
    }

    @Test
    void aPatientHas200TreatmentsAtMost() {
        assertThatCode(treated(200)::build).doesNotThrowAnyException();
        assertThat(problems(treated(201)))
                .containsExactly("treatments.given: 201 are more than one patient has; give at most 200");
    }

    @Test
    void aDayFarOffIsRefused() {
        assertThat(problems(PatientCase.asOf(LocalDate.MAX).onset(LocalDate.MIN)))
                .containsExactly(
                        "asOf: +999999999-12-31 is too far off; give a year from 1 to 9999",
                        "diagnosis.onset: -999999999-01-01 is too far off; give a year from 1 to 9999");
        assertThatCode(PatientCase.asOf(LocalDate.of(9999, 12, 31)).onset(LocalDate.of(1, 1, 1))::build)
                .doesNotThrowAnyException();
    }

    /** Written out, it would take a gigabyte. */
    @Test
    void aNumberHas9DecimalsAtMost() {
        assertThatCode(draft.weight(new BigDecimal("60.123456789"))::build).doesNotThrowAnyException();
        assertThat(problems(PatientCase.asOf(LocalDate.EPOCH).weight(new BigDecimal("1e-900000000"))))
                .containsExactly("patient.weight: has too many digits; give at most 9 decimals");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "\u001b[31m", "a\u0000", "a\u2028b"})
    void aTextIsOneLineWithoutControlCharacters(String text) {
        assertThat(problems(draft.title(text).current("diazepam", details -> details.label(text))))
                .containsExactly(
                        "title: write it on one line and without control characters",
                        "treatments.given[0].label: write it on one line and without control characters");
    }

    @Test
    void aTextSaysSomethingIn1000CharactersAtMost() {
        assertThat(problems(draft.title(" ").citation("x".repeat(1001))))
                .containsExactly(
                        "title: is empty; leave it out if there is nothing to state",
                        "citation: is longer than 1000 characters");
    }
}
