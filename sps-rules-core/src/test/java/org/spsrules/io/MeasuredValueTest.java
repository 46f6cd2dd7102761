package org.spsrules.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.SampleVocabulary;

/** Measured values as laboratories report them. */
class MeasuredValueTest {

    private final PatientCaseReader reader = new PatientCaseReader(SampleVocabulary.get());

    private PatientCase read(String value) {
        return reader.read(
                "format: sps-patient-case/1\nasOf: 2026-01-15\ntests:\n  - {test: anti-gad65, result: positive,"
                        + " value: '" + value + "'}\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            93.57 U/mL  | 93.57 U/mL
            >2000 U/mL  | >2000 U/mL
            > 2000 U/mL | >2000 U/mL
            <5 U/ml     | <5 U/ml
            >= 250 U/mL | >=250 U/mL
            <=5 u/mL    | <=5 u/mL
            \u2264 0.02 U/mL | <=0.02 U/mL
            \u226520.0 U/mL  | >=20 U/mL
            """)
    void aBoundStaysABound(String value, String read) {
        assertThat(read(value).tests().get(0).value()).map(Object::toString).contains(read);
        assertThat(reader.read(new PatientCaseWriter().json(read(value)))).isEqualTo(read(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=5 U/mL", "<> 5 U/mL", "< U/mL", "~5 U/mL", ">5", ">-5 U/mL", "5 mg/dL"})
    void whatIsNoValueOfTheTestIsRefused(String value) {
        assertThatExceptionOfType(InvalidCaseException.class).isThrownBy(() -> read(value));
    }
}
