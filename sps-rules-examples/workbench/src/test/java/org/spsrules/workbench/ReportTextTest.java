package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.InvalidCaseException;
import org.spsrules.OpenQuestion;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.Report.Obstacle;
import org.spsrules.SpsRules;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.workbench.ReportText.Detail;

class ReportTextTest {

    private static final String ESCAPE = "\u001B";
    private static final List<Integer> WIDTHS = List.of(40, 80, 97, 120);
    private static final SpsRules RULES = SpsRules.load();

    @AfterAll
    static void close() {
        RULES.close();
    }

    /** What to ask about an example is found once for all widths: that takes longest. */
    @ParameterizedTest
    @MethodSource("org.spsrules.workbench.EvaluateTest#examples")
    void noLineIsWiderThanItMayBeNorColoured(Path example) throws IOException {
        PatientCase patientCase = new PatientCaseReader(RULES.vocabulary()).read(Files.readString(example));
        Report report = RULES.evaluate(patientCase);
        List<OpenQuestion> questions = RULES.questions(patientCase);

        for (int width : WIDTHS) {
            Look look = new Look(width, Colours.PLAIN, TerminalCharset.UNICODE);
            String text = new ReportText(look, Detail.FULL, false, RULES.knowledge()).of(report, questions);

            assertThat(text.lines())
                    .allSatisfy(line ->
                            assertThat(line).hasSizeLessThanOrEqualTo(width).doesNotEndWith(" "));
            assertThat(text).doesNotContain(ESCAPE);
        }
    }

    @Test
    void aWidthThatNobodyCanReadIsNotUsed() {
        assertThat(new Look(7, Colours.PLAIN, TerminalCharset.UNICODE).width()).isEqualTo(40);
        assertThat(new Look(500, Colours.PLAIN, TerminalCharset.UNICODE).width())
                .isEqualTo(120);
    }

    @Test
    void coloursDoNotChangeTheLines() {
        Look coloured = new Look(80, Colours.COLOURED, TerminalCharset.UNICODE);

        String text = Run.with(coloured, "evaluate", Run.example("p28-pump-alarm.yaml"))
                .out();

        assertThat(text).contains(ESCAPE + "[1;31mWHAT CANNOT WAIT" + ESCAPE + "[0m");
        assertThat(text.replaceAll(ESCAPE + "\\[[0-9;]*m", ""))
                .isEqualTo(Run.evaluating(Run.example("p28-pump-alarm.yaml")).out());
    }

    @Test
    void aTitleCannotActOnTheTerminal() {
        assertThat(text(Run.PLAIN, "a title \u202E\u200B to its end").lines().findFirst())
                .contains("a title �� to its end");
        assertThatExceptionOfType(InvalidCaseException.class)
                .isThrownBy(() -> text(Run.PLAIN, ESCAPE + "[2J"))
                .withMessageContaining("without control characters");
    }

    @Test
    void aTitleInAFileCannotActOnTheTerminalEither() {
        String input = """
                format: sps-patient-case/1
                title: "\\u001b[31mred \\u202e"
                citation: "\\u202e gnidaer"
                asOf: 2014-04-01
                """;

        Run run = Run.withInput(input, "evaluate", "-");

        assertThat(run.out() + run.err()).isNotBlank().doesNotContain(ESCAPE).doesNotContain("\u202E");
    }

    @Test
    void aLongWordIsBroken() {
        String text = text(Run.PLAIN, "https://example.org/" + "x".repeat(300));

        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(text.replace("\n", "")).contains("x".repeat(300));
    }

    @Test
    void otherThanUtf8IsAscii() {
        Look ascii = new Look(80, Colours.PLAIN, TerminalCharset.of("ANSI_X3.4-1968"));

        String text = text(ascii, "Dosekovà “50 µg” at 39.5 °C – naïve ≥ 2");

        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
        assertThat(text.lines().findFirst()).contains("Dosekova \"50 mcg\" at 39.5 deg C - naive >= 2");
    }

    @Test
    void whatIsWithheldIsNamedWithItsReasonsAndNeverReadsLikeAdvice() {
        String input = """
                format: sps-patient-case/1
                asOf: 2014-04-01
                diagnosis: {status: confirmed}
                conditions: {present: [sleep-apnoea]}
                treatments: {history: complete}
                """;

        String text = Run.withInput(input, "evaluate", "-").out();

        assertThat(text)
                .startsWith("Patient case\nAs of 2014-04-01\n")
                .containsSubsequence(
                        "WITHHELD: not to be begun or increased",
                        "   x start diazepam",
                        "     Must not: unless a specialist decides so. Sleep apnoea: ",
                        "[D-05, S-DZP]")
                .doesNotContain("Start diazepam", "(unverified)", "not verified in its source");
    }

    @Test
    void whatWasReadNowhereIsMarked() {
        Obstacle read = new Obstacle(Obstacle.Kind.CAUTION, "asthma", "It can get worse.", true, List.of(), List.of());
        Obstacle unread = new Obstacle(read.kind(), read.about(), read.reason(), false, List.of(), List.of());

        assertThat(ItemWords.obstacle(read, Optional.empty())).isEqualTo("Asthma: It can get worse.");
        assertThat(ItemWords.obstacle(unread, Optional.empty())).isEqualTo("Asthma: It can get worse. (unverified)");
    }

    @Test
    void whereItWasReadIsSaidOnRequest() {
        String input = """
                format: sps-patient-case/1
                asOf: 2014-04-01
                diagnosis: {status: confirmed}
                conditions: {present: [sleep-apnoea]}
                treatments: {history: complete}
                """;

        assertThat(Run.withInput(input, "evaluate", "-", "--verbose").out())
                .containsSubsequence(
                        "Sleep apnoea: ",
                        "Read in",
                        "label-diazepam-us, Contraindications",
                        "STATEMENTS",
                        "read in label-diazepam-us",
                        "PUBLICATIONS",
                        "smpc-clobazam-uk Tapclob");
        assertThat(Run.withInput(input, "evaluate", "-").out()).doesNotContain("Read in", "PUBLICATIONS");
    }

    @Test
    void anAcknowledgedAlertIsShownAsSuch() {
        String input = """
                format: sps-patient-case/1
                asOf: 2014-04-01
                diagnosis: {status: confirmed}
                treatments: {given: [{therapy: diazepam, status: current}]}
                plans: [{action: stop, therapy: diazepam, manner: abrupt}]
                acknowledged: [safety/abrupt-end-of-a-benzodiazepine]
                """;

        assertThat(Run.withInput(input, "evaluate", "-").out())
                .contains("  !! Do not stop a benzodiazepine abruptly (diazepam) - acknowledged\n");
    }

    private static String text(Look look, String title) {
        Report report = RULES.evaluate(
                PatientCase.asOf(LocalDate.of(2014, 4, 1)).title(title).build());
        return new ReportText(look, Detail.SHORT, false, RULES.knowledge()).of(report, List.of());
    }
}
