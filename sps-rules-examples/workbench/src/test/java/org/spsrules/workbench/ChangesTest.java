package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest {

    private static final String FIRST_VISIT = """
            format: sps-patient-case/1
            asOf: 2026-01-15
            patient: {age: 52}
            diagnosis: {status: confirmed}
            """;

    @TempDir
    private Path folder;

    @Test
    void whatIsNewAndWhatIsGoneIsNamed() throws IOException {
        String before = file("before.yaml", FIRST_VISIT);
        String after =
                file("after.yaml", FIRST_VISIT + "symptoms: {present: [fever, altered-mental-state, rigidity]}\n");

        Run run = Run.of("changes", before, after);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsSubsequence("Line before: ", "on no line.", "NEW", "!! ", "GONE", "+ ")
                .contains("Not clinically reviewed");
        assertThat(Run.of("changes", after, before).out()).containsSubsequence("NEW", "+ ", "GONE", "!! ");
    }

    @Test
    void theSameCaseIsToldTheSame() throws IOException {
        String visit = file("visit.yaml", FIRST_VISIT);

        assertThat(Run.of("changes", visit, visit).out())
                .contains("2026-01-15, Patient case", "The report says the same as before.")
                .doesNotContain("NEW", "GONE", "! ");
    }

    @Test
    void aTermThatIsNotUnderstoodIsAChange() throws IOException {
        String before = file("before.yaml", FIRST_VISIT);
        String after = file("after.yaml", FIRST_VISIT + "conditions: {present: [wibble]}\n");

        assertThat(Run.of("changes", "--keep-unknown", before, after).out())
                .doesNotContain("says the same")
                .containsSubsequence("NEW", "- Not understood: wibble");
        assertThat(Run.of("changes", "--keep-unknown", after, before).out())
                .containsSubsequence("GONE", "- Not understood: wibble");
    }

    @Test
    void ofAnItemThatIsSaidOtherwiseItsChangedPartsAreShown() throws IOException {
        String taking = FIRST_VISIT + """
                course: {control: good}
                treatments: {given: [{therapy: diazepam, status: current, response: good}]}
                """;
        String before = file("before.yaml", taking);
        String after = file("after.yaml", taking + "plans: [{action: stop, therapy: diazepam, manner: abrupt}]\n");

        assertThat(Run.of("changes", before, after).out())
                .containsSubsequence(
                        "SAID OTHERWISE", "+ Continue the benzodiazepine", "Title now: ", "Why now: ", "Facts now: ")
                .doesNotContain("Why before", "Level");
        assertThat(Run.of("changes", after, before).out())
                .containsSubsequence("SAID OTHERWISE", "Title before: Continue the benzodiazepine", "Facts before: ");
    }

    @Test
    void aMixUpIsDoubted() throws IOException {
        String woman = file("woman.yaml", FIRST_VISIT.replace("age: 52", "age: 52, sex: female"));
        String youngMan = file(
                "man.yaml", FIRST_VISIT.replace("age: 52", "age: 51, sex: male").replace("2026-01-15", "2026-03-02"));
        String yearLater =
                file("later.yaml", FIRST_VISIT.replace("age: 52", "age: 53").replace("2026-01-15", "2027-01-15"));

        assertThat(Run.of("changes", woman, youngMan).out())
                .contains("2026-01-15", "2026-03-02", "! The sex is not the same", "! The patient is younger")
                .doesNotContain("wrong way round");
        assertThat(Run.of("changes", yearLater, woman).out())
                .contains("wrong way round")
                .doesNotContain("The sex is", "is younger");
        assertThat(Run.of("changes", woman, yearLater).out()).doesNotContain("wrong way", "The sex is", "is younger");
    }

    @Test
    void twoReadableCasesAreNeeded() throws IOException {
        String visit = file("visit.yaml", FIRST_VISIT);
        String broken = file("broken.yaml", FIRST_VISIT + "symptoms: {present: [fewer]}\n");

        Run run = Run.of("changes", visit, broken);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("broken.yaml:5", "did you mean fever?");

        assertThat(Run.of("changes", visit, folder.toString()).err()).contains("is a folder; changes takes two cases");
        assertThat(Run.of("changes", visit).exitCode()).isEqualTo(2);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
