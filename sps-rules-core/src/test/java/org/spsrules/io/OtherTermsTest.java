package org.spsrules.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.spsrules.PatientCase.other;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.SampleVocabulary;

/** What the vocabulary does not know is refused, unless the case or the host says that it is to be kept. */
class OtherTermsTest {

    private static final String UNKNOWN = """
            format: sps-patient-case/1
            asOf: 2026-01-15
            conditions: {present: [gout]}
            tests: [{test: ferritin}]
            treatments:
              given:
                - {therapy: warfarin, status: current}
                - {therapy: Valium, status: current}
            """;

    private final PatientCaseReader strict = new PatientCaseReader(SampleVocabulary.get());

    @Test
    void aReaderIsStrictAtFirst() {
        assertThatExceptionOfType(InvalidCaseException.class)
                .isThrownBy(() -> strict.read(UNKNOWN))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(problem -> problem.path())
                        .containsExactly("conditions.present[gout]", "tests[0].test", "treatments.given[0].therapy"));
    }

    @Test
    void aReaderOfRecordsKeepsWhatItDoesNotKnow() {
        PatientCase read = strict.keepingUnknownTerms().read(UNKNOWN);

        assertThat(read.conditions().present()).containsExactly(other("gout"));
        assertThat(read.tests().get(0).test()).isEqualTo(other("ferritin"));
        assertThat(read.treatments().given())
                .extracting(PatientCase.Treatment::therapy)
                .containsExactly(other("warfarin"), "Valium");
    }

    @Test
    void aReaderOfRecordsStillRefusesWhatIsNoCase() {
        assertThatExceptionOfType(InvalidCaseException.class)
                .isThrownBy(() -> strict.keepingUnknownTerms().read(UNKNOWN + "sympptoms: {}\n"))
                .satisfies(refusal -> assertThat(refusal.problems()).hasSize(1));
    }

    @Test
    void aCaseStatesWhatNobodyNeedKnow() {
        PatientCase read = strict.read(UNKNOWN.replace("gout", "{other: gout}")
                .replace("ferritin", "{other: ferritin}")
                .replace("warfarin", "{other: warfarin}"));

        assertThat(read.conditions().present()).containsExactly(other("gout"));
        assertThat(strict.read(new PatientCaseWriter().json(read))).isEqualTo(read);
        assertThat(new PatientCaseWriter().json(read)).contains("\"other\": \"warfarin\"");
    }

    @Test
    void theBuilderStatesItToo() {
        PatientCase built = PatientCase.asOf(LocalDate.of(2026, 1, 15))
                .conditions(other("gout"))
                .current(other("warfarin"))
                .build();

        assertThat(strict.read(new PatientCaseWriter().json(built))).isEqualTo(built);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{other: }",
                "{other: 7}",
                "{other: warfarin, code: 11289}",
                "{system: RxNorm}",
                "{code: 3322}",
                "{system: RxNorm, code: [3322]}",
                "{system: RxNorm, code: 3322, display: Diazepam}"
            })
    void aMapThatIsNoTermIsRefusedWithWhatWouldBeRight(String term) {
        assertThatExceptionOfType(InvalidCaseException.class)
                .isThrownBy(() -> strict.read(UNKNOWN.replace("gout", "sleep-apnoea")
                        .replace("ferritin", "emg")
                        .replace("warfarin", term)))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .singleElement()
                        .satisfies(problem -> {
                            assertThat(problem.path()).isEqualTo("treatments.given[0].therapy");
                            assertThat(problem.message()).contains("{other: …}", "{system: RxNorm, code: 3322}");
                        }));
    }
}
