package org.spsrules.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.SpsRules;

/** A run that was killed is gone on with, and nothing is lost or doubled. */
class ResumeTest {

    /** Enough for two checkpoints. */
    private static final int LINES = 1_100;

    private static final List<String> FILES = List.of(
            "results.ndjson",
            "set-aside.ndjson",
            "journal.ndjson",
            "whom-to-test.ndjson",
            "summary.txt",
            "summary.csv",
            "summary.json",
            "summary.html");

    private static SpsRules rules;
    private static String input;

    @TempDir
    private static Path unbroken;

    @TempDir
    private Path folder;

    private Path out;
    private final StringWriter messages = new StringWriter();

    @BeforeAll
    static void evaluateAtOneGo() throws Exception {
        rules = SpsRules.load();
        List<String> lines = new ArrayList<>(Collections.nCopies(LINES, ""));
        IntStream.range(0, LINES)
                .forEach(i -> lines.set(
                        i,
                        i % 50 == 7
                                ? "{\"line\":" + i + "}"
                                : "{\"id\":" + i + ",\"case\":{\"asOf\":\"2026-01-15\",\"patient\":{\"age\":" + i % 90
                                        + "}}}"));
        input = String.join("\n", lines) + "\n";
        new Cohort(rules, Cohort.Options.usual()).evaluate(List.of("-"), stream(input), unbroken.resolve("out"));
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    @BeforeEach
    void nameFolder() {
        out = folder.resolve("out");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private void goOn(String text) throws IOException, InterruptedException {
        new Cohort(rules, Cohort.Options.usual(), new PrintWriter(messages), Cohort.nowhere())
                .evaluate(List.of("-"), stream(text), out);
    }

    /** What is in the folder when a run is killed after so many checkpoints and some bytes more. */
    private void leaveAfter(int checkpoints, int bytesMore, String halfALine) throws IOException {
        Files.createDirectories(out);
        List<String> journal = Files.readAllLines(unbroken.resolve("out/journal.ndjson"));
        assertThat(journal).hasSize(4);
        Files.writeString(
                out.resolve("journal.ndjson"),
                String.join("\n", journal.subList(0, 1 + checkpoints)) + "\n" + halfALine);
        Journal.Checkpoint last = checkpoints == 0
                ? new Journal.Checkpoint(0, "", 0, 0)
                : Json.read(journal.get(checkpoints), Journal.Checkpoint.class);
        leave("results.ndjson", last.results() + bytesMore);
        leave("set-aside.ndjson", last.setAside() + bytesMore);
    }

    private void leave(String name, long length) throws IOException {
        byte[] whole = Files.readAllBytes(unbroken.resolve("out").resolve(name));
        Files.write(out.resolve(name), Arrays.copyOf(whole, (int) Math.min(length, whole.length)));
    }

    private void assertSameAsUnbroken() throws IOException {
        for (String file : FILES) {
            assertThat(out.resolve(file))
                    .as(file)
                    .hasSameBinaryContentAs(unbroken.resolve("out").resolve(file));
        }
    }

    @Test
    void theUnbrokenRunHasAllLinesOnce() throws IOException {
        assertThat(Files.readAllLines(unbroken.resolve("out/results.ndjson"))).hasSize(LINES - LINES / 50);
        assertThat(Files.readAllLines(unbroken.resolve("out/set-aside.ndjson"))).hasSize(LINES / 50);
    }

    @ParameterizedTest
    @CsvSource({"0, 777, '{\"lines\":1'", "1, 0, ''", "2, 5000, '{'", "3, 0, ''"})
    void itGoesOnFromTheLastCheckpoint(int checkpoints, int bytesMore, String halfALine) throws Exception {
        leaveAfter(checkpoints, bytesMore, halfALine);

        goOn(input);

        assertSameAsUnbroken();
        assertThat(messages.toString().contains("Going on after the first")).isEqualTo(checkpoints > 0);
    }

    @Test
    void aJournalThatHadNotBegunIsBegun() throws Exception {
        Files.createDirectories(out);
        Files.writeString(out.resolve("journal.ndjson"), "{\"format\":\"sps-");

        goOn(input);

        assertSameAsUnbroken();
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void aProcessThatIsKilledLeavesWhatCanBeGoneOnWith() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        "cohort",
                        "-",
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try (OutputStream lines = process.getOutputStream()) {
            // All but the last lines, so that it waits for them when it is killed.
            lines.write(input.substring(0, input.length() - 500).getBytes(StandardCharsets.UTF_8));
            lines.flush();
            while (process.isAlive()
                    && !(Files.exists(out.resolve("journal.ndjson"))
                            && Files.readAllLines(out.resolve("journal.ndjson")).size() > 1)) {
                Thread.sleep(20);
            }
            process.destroyForcibly().waitFor();
        }
        assertThat(out.resolve("summary.txt")).doesNotExist();
        assertThat(folder.resolve("log")).isEmptyFile();

        goOn(input);

        assertThat(messages.toString()).contains("Going on after the first 512 lines");
        assertSameAsUnbroken();
    }

    @Test
    void linesThatAreAddedLaterAreEvaluated() throws Exception {
        goOn(input.substring(0, input.indexOf("\"id\":750") - 1));
        goOn(input);

        for (String file : List.of("results.ndjson", "set-aside.ndjson", "summary.json")) {
            assertThat(out.resolve(file))
                    .hasSameBinaryContentAs(unbroken.resolve("out").resolve(file));
        }
    }

    @Test
    void whatWouldMixResultsIsRefused() throws Exception {
        leaveAfter(1, 0, "");
        String before = Files.readString(out.resolve("results.ndjson"));

        assertThatThrownBy(() -> goOn(input.replace("\"id\":12,", "\"id\":13,")))
                .isInstanceOf(CohortException.class)
                .hasMessageContaining("its first 512 lines have changed");
        assertThatThrownBy(() -> goOn(input.substring(0, 5_000))).hasMessageContaining("have changed");
        assertThatThrownBy(() -> new Cohort(rules, new Cohort.Options(1, 0, false, true))
                        .evaluate(List.of("-"), stream(input), out))
                .hasMessageContaining("This run began with no --keep-unknown");
        String journal = Files.readString(out.resolve("journal.ndjson"));
        Files.writeString(
                out.resolve("journal.ndjson"), journal.replace(rules.knowledge().contentHash(), "0".repeat(64)));
        assertThatThrownBy(() -> goOn(input))
                .hasMessageContaining("This run began with another knowledge base")
                .hasMessageContaining("Name another folder");
        Files.writeString(
                out.resolve("journal.ndjson"), journal.replaceFirst("\"program\":\"[^\"]*\"", "\"program\":\"9\""));
        assertThatThrownBy(() -> goOn(input)).hasMessageContaining("another version of sps (9)");
        Files.writeString(out.resolve("journal.ndjson"), "{}\n" + journal);
        assertThatThrownBy(() -> goOn(input)).hasMessageContaining("another version of the journal");
        Files.writeString(out.resolve("journal.ndjson"), "torn" + journal);
        assertThatThrownBy(() -> goOn(input)).hasMessageContaining("damaged");
        assertThat(Files.readString(out.resolve("results.ndjson"))).isEqualTo(before);

        Files.writeString(out.resolve("journal.ndjson"), journal);
        Files.writeString(out.resolve("results.ndjson"), "", StandardOpenOption.TRUNCATE_EXISTING);
        assertThatThrownBy(() -> goOn(input)).hasMessageContaining("is shorter than it was");
    }

    @Test
    void whatAnotherProgramHasWrittenStays() throws Exception {
        Files.createDirectories(out);
        Files.writeString(out.resolve("journal.ndjson"), "{\"entry\": 1}");
        Files.writeString(out.resolve("results.ndjson"), "theirs");

        assertThatThrownBy(() -> goOn(input)).hasMessageContaining("is damaged; name another folder");

        assertThat(out.resolve("journal.ndjson")).hasContent("{\"entry\": 1}");
        assertThat(out.resolve("results.ndjson")).hasContent("theirs");
    }

    @Test
    void twoCannotWriteToOneFolder() throws Exception {
        leaveAfter(1, 0, "");
        Journal.Setting setting =
                Json.read(Files.readAllLines(out.resolve("journal.ndjson")).get(0), Journal.Setting.class);
        try (Journal open = Journal.open(out, setting)) {
            assertThat(open.last()).isPresent();
            assertThatThrownBy(() -> goOn(input)).hasMessageContaining("Another sps writes to");
        }
        goOn(input);
        assertSameAsUnbroken();
    }
}
