package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spsrules.workbench.Run.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainTest {

    private static final String P01 = example("p01-untreated.yaml");
    private static final String P28 = example("p28-pump-alarm.yaml");
    private static final List<Integer> WIDTHS = Boolean.getBoolean("sps.gate") ? List.of(80, 120) : List.of(80);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("org.spsrules.workbench.EvaluateTest#examples")
    void everyExampleIsExplainedInLinesThatFit(Path file) {
        for (int width : WIDTHS) {
            Run run = Run.with(new Look(width, Colours.PLAIN, TerminalCharset.UNICODE), "explain", file.toString());

            assertThat(run.err()).isEmpty();
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("RECOMMENDED, and why").contains("ASK FIRST");
            assertThat(run.out().lines()).hasSizeLessThan(115).allMatch(line -> line.length() <= width);
        }
    }

    @Test
    void whyIsATreeFromTheItemToTheFacts() {
        assertThat(Run.of("explain", P28).out())
                .containsSubsequence(
                        "Treat as intrathecal baclofen withdrawal",
                        "+ withdrawal emergency: intrathecal baclofen",
                        "[appraisal/emergency/intrathecal-baclofen-withdrawal",
                        "+ problem with pump delivery: present",
                        "[emergency/in-withdrawal#intrathecal-baclofen]");
    }

    @Test
    void whatWasToldOnceIsNotToldAgainUnlessAllIsAskedFor() {
        assertThat(Run.of("explain", P28).out())
                .containsSubsequence(
                        "Restore the delivery of intrathecal baclofen at once",
                        "+ withdrawal emergency: intrathecal baclofen, as above",
                        "[emergency/restore-what-was-interrupted#intrathecal-baclofen]");
        assertThat(Run.of("explain", P28, "--verbose").out())
                .doesNotContain("as above")
                .containsSubsequence(
                        "Restore the delivery of intrathecal baclofen at once",
                        "+ withdrawal emergency: intrathecal baclofen",
                        "+ problem with pump delivery: present",
                        "[emergency/restore-what-was-interrupted#intrathecal-baclofen]");
    }

    @Test
    void whatHadToBeSilentSharesALineUnlessAllIsAskedFor() {
        assertThat(Run.of("explain", P28).out())
                .contains("~ not: step passed: Intravenous immunoglobulin; immunotherapy does not wait");
        assertThat(Run.of("explain", P28, "--verbose").out())
                .containsSubsequence(
                        "~ not: step passed: Intravenous immunoglobulin\n", "~ not: immunotherapy does not");
    }

    @Test
    void theReasonsOfWhatIsGoodToKnowAreToldIfAllIsAskedFor() {
        String known = "Look back at the labels and drugs of the time before the diagnosis";

        assertThat(Run.of("explain", P01).out()).containsSubsequence("GOOD TO KNOW", "i " + known, "ASK FIRST");
        assertThat(Run.of("explain", P01, "--verbose").out())
                .doesNotContain("GOOD TO KNOW")
                .containsSubsequence("ALERTS, and why", known, "RECOMMENDED, and why");
    }

    @Test
    void whyNotSaysWhatIsMissingAndWhatWouldBringIt() {
        Run run = Run.of("explain", P01, "--therapy", "IVIG");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("Why not intravenous immunoglobulin?")
                .containsSubsequence(
                        "Not indicated",
                        "WHAT IS MISSING",
                        "? acute severe exacerbation",
                        "WHAT WOULD BRING IT",
                        "One fact otherwise",
                        "acute severe exacerbation: yes (not known now)");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void whatStandsAgainstATherapyIsToldApartFromWhatIsMissing() {
        assertThat(Run.of("explain", P28, "--therapy", "ivig").out())
                .containsSubsequence("Withheld", "STANDS AGAINST IT", "an emergency comes before the ladder");
    }

    @Test
    void whatNoRuleRecommendsIsSaidPlainly() {
        assertThat(Run.of("explain", P01, "--therapy", "metformin").out())
                .contains("No rule recommends it to anybody")
                .doesNotContain("WHAT WOULD BRING IT");
    }

    @Test
    void anUnknownTherapyIsAnsweredWithTheNearestOne() {
        Run run = Run.of("explain", P01, "--therapy", "diazapam");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("--therapy: error: ").contains("did you mean diazepam?");
    }

    @Test
    void aConditionIsNoTherapy() {
        Run run = Run.of("explain", P01, "--therapy", "sleep-apnoea");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is a condition, not a therapy");
    }

    @Test
    void aCaseThatCannotBeReadIsRefused() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "format: sps-patient-case/1\n");

        assertThat(Run.of("explain", broken.toString()).exitCode()).isEqualTo(2);
        assertThat(Run.of("explain", "missing.yaml").err())
                .isEqualTo("missing.yaml: error: there is no such file or folder\n");
        assertThat(Run.of("explain", folder.toString()).err()).contains("explain takes one case");
        assertThat(Run.of("explain").exitCode()).isEqualTo(2);
    }

    @Test
    void jsonIsAskedForInOneOfTwoWays() {
        String json = Run.of("explain", P01, "--format", "json").out();

        assertThat(Run.of("explain", P01, "--json").out()).isEqualTo(json).startsWith("{");
        assertThat(Run.of("explain", P01, "--format", "text").out())
                .isEqualTo(Run.of("explain", P01).out());
        assertThat(Run.of("explain", P01, "--format", "xml").err()).contains("'--format'", "[text, json]");
        assertThat(Run.of("explain", P01, "--format", "text", "--json").exitCode())
                .isEqualTo(2);
    }

    @Test
    void verboseTellsEveryRuleAndEveryAlternative() {
        String some = Run.of("explain", P01, "--therapy", "ivig").out();
        String all = Run.of("explain", P01, "--therapy", "ivig", "--verbose").out();

        assertThat(some).contains("further away").contains("other ways");
        assertThat(all).hasSizeGreaterThan(some.length()).doesNotContain("further away");
    }

    @Test
    void evaluateShowsTheMostDecisiveQuestions() {
        assertThat(Run.of("evaluate", P01).out())
                .containsSubsequence("ASK FIRST", "?", "If ", "FIRST line, step 2", "ROUTINE CARE");
    }
}
