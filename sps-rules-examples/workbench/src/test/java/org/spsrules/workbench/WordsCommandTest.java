package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.SpsRules;
import org.spsrules.vocabulary.Concept;

class WordsCommandTest {

    @ParameterizedTest
    @CsvSource({
        "thrombosis, 'thrombosis-risk, condition'",
        "Tavor, 'lorazepam, therapy'",
        "RxNorm 3322, 'diazepam, therapy'",
        "Diazepam 5 MG Oral Tablet, 'diazepam, therapy'",
        "hydrocodone, 'hydrocodone, therapy: hydrocodone, read as its class'"
    })
    void aWordIsFoundByWhateverItIsCalled(String text, String entry) {
        Run run = Run.of("words", text);

        assertThat(run.out()).contains(entry).contains("Read by");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "heart attack, ischaemic-heart-disease",
        "Herzinfarkt, ischaemic-heart-disease",
        "Krampfanfall, 'seizure, epilepsy, past-seizure'",
        "out of breath, 'breathing-worse, respiratory-emergency-sign'",
        "KIDNEY FAILURE, 'kidney-impairment, end-stage-kidney-disease'",
        "fievre, fever"
    })
    void aLayOrForeignWordLeadsToWhatIsNearItBySense(String text, String codes) {
        Run run = Run.of("words", text);

        assertThat(run.err()).contains("nothing is called \"" + text + "\"; near it by sense: " + codes);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void everyLayWordLeadsToConceptsAndIsTheNameOfNone() {
        try (SpsRules rules = SpsRules.load()) {
            LayWords.read().all().forEach((word, codes) -> {
                assertThat(codes)
                        .as(word)
                        .doesNotHaveDuplicates()
                        .allMatch(code -> rules.vocabulary().concept(code).isPresent());
                assertThat(rules.vocabulary().resolve(word, EnumSet.allOf(Concept.Kind.class)))
                        .as(word)
                        .isEmpty();
            });
        }
    }

    @Test
    void whatThereIsNotIsSaidWithWhatToDo() {
        Run run = Run.of("words", "xyzzyx");

        assertThat(run.err()).contains("nothing is called \"xyzzyx\"").contains("{other: xyzzyx}");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aDrugThatNobodyKnowsIsKeptOnRequest() {
        String patient = """
                format: sps-patient-case/1
                asOf: 2026-01-15
                treatments: {given: [{therapy: xyzzyx, status: current}]}
                """;

        assertThat(Run.withInput(patient, "evaluate", "-").exitCode()).isEqualTo(2);
        assertThat(Run.withInput(patient, "evaluate", "--keep-unknown", "-").out())
                .contains("Not understood: xyzzyx");
    }
}
