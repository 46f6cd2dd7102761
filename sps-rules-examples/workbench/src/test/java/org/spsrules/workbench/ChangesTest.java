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
                .containsSubsequence("Before: ", "Now: on no", "NEW", "! ", "GONE", "+ ")
                .contains("Not clinically reviewed");
        assertThat(Run.of("changes", after, before).out()).containsSubsequence("NEW", "+ ", "GONE", "! ");
    }

    @Test
    void theSameCaseIsToldTheSame() throws IOException {
        String visit = file("visit.yaml", FIRST_VISIT);

        assertThat(Run.of("changes", visit, visit).out())
                .startsWith("The report says the same as before.\n")
                .doesNotContain("NEW", "GONE");
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
