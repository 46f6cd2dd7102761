package org.spsrules.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.InvalidCaseException;
import org.spsrules.Problem;
import org.spsrules.SampleVocabulary;

/** Each sort of mistake has its kind, so that a program need not read the words. */
class ProblemKindTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: [                                                        | UNREADABLE",
                "patiens: {age: 55}                                          | UNKNOWN_FIELD",
                "patient: {age: }                                            | MISSING",
                "treatments: {given: [{therapy: diazepam}]}                  | MISSING",
                "patient: {age: fifty}                                       | MALFORMED",
                "treatments: {given: [{therapy: diazepam, status: current, dose: 2.000 mg}]} | MALFORMED",
                "patient: {age: 131}                                         | OUT_OF_RANGE",
                "conditions: {present: [slep-apnoea]}                        | UNKNOWN_TERM",
                "treatments: {given: [{therapy: diazepam, status: current, dose: 2 g/kg/course}]} | WRONG_UNIT",
                "conditions: {present: [pregnancy, pregnancy]}               | REPEATED",
                "patient: {sex: male, pregnancy: yes}                        | CONTRADICTION",
                "conditions: {present: [sleep-apnoea], absent: [respiratory-disease]} | CONTRADICTION"
            })
    void aMistakeHasItsKind(String fields, Problem.Kind kind) {
        InvalidCaseException refusal = catchThrowableOfType(
                InvalidCaseException.class,
                () -> new PatientCaseReader(SampleVocabulary.get())
                        .read("format: sps-patient-case/1\nasOf: 2026-03-02\n" + fields));

        assertThat(refusal).isNotNull();
        assertThat(refusal.problems()).extracting(Problem::kind).containsExactly(kind);
    }
}
