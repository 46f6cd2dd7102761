package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewRuleTest {

    @TempDir
    private Path folder;

    @Test
    void aNewRuleHasBlanksThatAreNamedUntilTheyAreFilledIn() throws IOException {
        SmallBase.in(folder);

        Run run = Run.of("new", "rule", "first-line/warn-of-sleep-apnoea", folder.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .startsWith(
                        folder + "/rules/first-line/warn-of-sleep-apnoea.drl",
                        folder + "/rules/first-line/warn-of-sleep-apnoea.scenarios.yaml");
        Run test = Run.of("test", folder.toString());
        assertThat(test.exitCode()).isEqualTo(1);
        assertThat(test.err().lines()).hasSize(11).allMatch(line -> line.endsWith("[blank]"));
    }

    @Test
    void aNameThatCannotBeIsRefused() throws IOException {
        SmallBase.in(folder);

        Run run = Run.of("new", "rule", "First-Line/Warn", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("First-Line/Warn: error: an id is folder/name, in small letters, digits and single hyphens;"
                        + " did you mean first-line/warn?\n");
    }

    @Test
    void aRuleToBeLikeMustExist() throws IOException {
        SmallBase.in(folder);

        Run run = Run.of("new", "rule", "first-line/x", folder.toString(), "--like", "first-line/start-diazepan");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("did you mean first-line/start-diazepam?");
    }

    @Test
    void whatIsToBeNewMustBeSaid() {
        Run run = Run.of("new");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("sps new rule ID");
    }
}
