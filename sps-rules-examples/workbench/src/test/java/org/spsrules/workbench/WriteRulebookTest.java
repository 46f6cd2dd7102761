package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteRulebookTest {

    @TempDir
    private Path folder;

    @TempDir
    private Path output;

    private SmallBase base;

    @BeforeEach
    void write() throws IOException {
        base = SmallBase.in(folder);
    }

    private Run rulebook(String... arguments) {
        String[] all = new String[arguments.length + 5];
        System.arraycopy(new String[] {"rulebook", "--in", folder.toString(), "-o", output.toString()}, 0, all, 0, 5);
        System.arraycopy(arguments, 0, all, 5, arguments.length);
        return Run.of(all);
    }

    @Test
    void writesTheWholeBookAndWritesItAgain() {
        rulebook();
        Run run = rulebook();

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("files; begin with " + output.resolve("index.html"));
        assertThat(output.resolve("rules/first-line/start-diazepam.html"))
                .content()
                .contains("Start diazepam", "sleep apnoea: absent", "No sleep apnoea", "Begin with a benzodiazepine.");
    }

    @Test
    void showsWhichFaultsWouldBeNoticed() throws IOException {
        Path tried = output.resolveSibling("tried.json");
        Files.writeString(tried, Run.of("mutate", "--json", folder.toString()).out());

        assertThat(rulebook().exitCode()).isZero();
        assertThat(page()).contains("Not tried for these pages.");
        assertThat(rulebook("--mutation", tried.toString()).exitCode()).isZero();
        assertThat(page()).containsPattern("[1-9][0-9]* faults were put in: [0-9]+ noticed by");

        Files.writeString(tried, "{\"format\": \"sps-coverage/1\"}");
        Run other = rulebook("--mutation", tried.toString());
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).startsWith(tried + ": error: is not what sps mutate --json writes");

        assertThat(rulebook("--mutation", tried.toString(), "Diazepam").err())
                .contains("--mutation: error: is for the whole rulebook");
    }

    private String page() throws IOException {
        return Files.readString(output.resolve("rules/first-line/start-diazepam.html"));
    }

    @Test
    void writesOneTherapyAloneByAnyOfItsNames() {
        Run run = rulebook("Diazepam");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(output.resolve("diazepam.html") + "\n");
        assertThat(output).isDirectoryNotContaining("glob:**index.html");
        assertThat(output.resolve("diazepam.html")).content().contains("Start diazepam", "SPS confirmed", "It helps.");
    }

    @Test
    void saysWhatAnUnknownTherapyMayMean() {
        Run run = rulebook("diazepan");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "sps rulebook: no therapy that rules speak of is called \"diazepan\"; did you mean diazepam?\n");
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void writesNothingAmongOtherFiles() throws IOException {
        Files.writeString(output.resolve("thesis.txt"), "");

        Run run = rulebook();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("this folder holds thesis.txt, which is no part of the rulebook; name another folder");
        assertThat(output.resolve("index.html")).doesNotExist();
    }

    @Test
    void writesNothingOfRulesThatAreNotInOrder() throws IOException {
        base.change(SmallBase.RULE, "sleep-apnoea", "sleep-apnea");

        Run run = rulebook();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("start-diazepam.drl:6:", "did you mean sleep-apnoea?");
        assertThat(output).isEmptyDirectory();
    }
}
