package org.spsrules.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.SpsRules;
import org.spsrules.fhir.record.PatientRecord;
import org.spsrules.io.PatientCaseWriter;

/** A record can be held against what was sent, and whoever sent something else, or lacks the key, is told so. */
class ReplayTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 15);
    private static final String ACKNOWLEDGED = "safety/abrupt-end-of-a-benzodiazepine";
    private static final Path BUNDLE = Path.of("requests/record.json");
    private static final Path CALL = Path.of("requests/order-sign.json");

    @TempDir
    private static Path folder;

    private static Path record;
    private static Path key;
    private static Path caseFile;

    /** Line 1 is of the bundle, line 2 of the call, line 3 of the call after feedback, with rules. */
    @BeforeAll
    static void write() throws IOException {
        record = folder.resolve("decisions");
        key = Files.write(folder.resolve("key"), "k".repeat(32).getBytes(StandardCharsets.UTF_8));
        caseFile = folder.resolve("case.json");
        Clock clock = Clock.fixed(Instant.parse("2026-01-20T12:00:00Z"), ZoneOffset.UTC);
        FhirResources resources = new FhirResources();
        PatientRecord bundled =
                PatientRecord.of((Bundle) resources.parse(Files.readString(BUNDLE), "it", unread -> {}), AS_OF);
        Prefetch prefetch = new Prefetch(resources, Optional.empty());
        HookRequest call = HookRequest.read(Hook.ORDER_SIGN, Files.readAllBytes(CALL));
        PatientRecord called = prefetch.stated(call, prefetch.gather(call), AS_OF);
        try (SpsRules rules = SpsRules.load()) {
            Advice plain = advice(rules, false, clock);
            Advice.Answer answer = plain.about(bundled, List.of(), "$sps-evaluate");
            Files.writeString(
                    caseFile, new PatientCaseWriter().json(answer.mapped().patientCase()));
            plain.about(called, List.of(), "order-sign");
            advice(rules, true, clock).about(called.acknowledging(Set.of(ACKNOWLEDGED)), List.of(), "order-sign");
        }
        assertThat(Files.readAllLines(record)).hasSize(3);
    }

    private static Advice advice(SpsRules rules, boolean withRules, Clock clock) throws IOException {
        return new Advice(rules, Optional.of(DecisionRecord.in(record, KeyedDigest.read(key), withRules, clock)));
    }

    private record Run(int status, String out, String err) {}

    private static Run replay(Path of, Path stated, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("replay", of.toString(), stated.toString()));
        if (!List.of(options).contains("--record-key")) {
            arguments.addAll(List.of("--record-key", key.toString()));
        }
        arguments.addAll(Arrays.asList(options));
        int status = Program.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(new String[0]));
        assertThat(err.toString()).doesNotContain("\tat ");
        return new Run(status, out.toString(), err.toString());
    }

    private static void assertRefused(Run run, String says) {
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("sps: ").contains(says);
    }

    /** The record with its first line changed. */
    private static Path changed(UnaryOperator<String> change) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(record));
        String first = lines.get(0);
        lines.set(0, change.apply(first));
        assertThat(lines.get(0)).isNotEqualTo(first);
        return Files.write(folder.resolve("changed"), lines);
    }

    @Test
    void theSameCaseIsTheSameHoweverItIsKept() throws IOException {
        for (Path kept : List.of(BUNDLE, caseFile, yaml())) {
            Run run = replay(record, kept);
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).isEqualToIgnoringNewLines("line 1 (2026-01-20T12:00:00Z, $sps-evaluate): same\n");
            assertThat(run.status()).isZero();
        }
        assertThat(replay(record, CALL).out())
                .contains("line 2")
                .contains("same")
                .doesNotContain("line 3");
        assertThat(replay(record, CALL, "--line", "2").status()).isZero();
    }

    /** JSON is YAML, but for the way in which the command tells them apart; a heading is no part of the case. */
    private static Path yaml() throws IOException {
        String json = Files.readString(caseFile).strip();
        return Files.writeString(
                folder.resolve("case.yaml"),
                "# a case\n" + json.replaceFirst("\\{", "{\n  \"title\": \"Not in the record\","));
    }

    @Test
    void whatWasOverriddenIsPartOfTheCase() {
        assertRefused(replay(record, CALL, "--line", "3"), "Line 3 of " + record + " is of another case");
        Run run = replay(record, CALL, "--line", "3", "--acknowledged", ACKNOWLEDGED);
        assertThat(run.out()).contains("line 3").contains("same");
        assertThat(run.status()).isZero();
    }

    @Test
    void anotherAnswerIsListed() throws IOException {
        Run run = replay(
                changed(line -> line.replaceFirst("\"critical\":\\d+", "\"critical\":77")
                        .replaceFirst("\"answer\":\"hmac-sha256:..", "\"answer\":\"hmac-sha256:--")),
                BUNDLE);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("different")
                .contains("critical: 77 then, ")
                .doesNotContain("knowledge base");
        Run words = replay(
                changed(line -> line.replaceFirst("\"answer\":\"hmac-sha256:..", "\"answer\":\"hmac-sha256:--")),
                BUNDLE);
        assertThat(words.status()).isEqualTo(1);
        assertThat(words.out()).contains("in other words or for other reasons");
    }

    @Test
    void anotherKnowledgeBaseIsSaidPlainly() throws IOException {
        Run run = replay(changed(line -> line.replaceFirst("\"sha256\":\"..", "\"sha256\":\"--")), BUNDLE);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("the knowledge base was ").contains("the same word for word");
    }

    @Test
    void rulesAreNamedOnlyIfTheRecordNamesThem() throws IOException {
        assertThat(Files.readAllLines(record).get(0)).doesNotContain("\"rules\"");
        assertThat(Files.readAllLines(record).get(2)).contains("\"rules\":[").contains(ACKNOWLEDGED);
        List<String> lines = new ArrayList<>(Files.readAllLines(record));
        lines.set(2, lines.get(2).replace("\"" + ACKNOWLEDGED + "\"", "\"safety/no-longer-there\""));
        Path other = Files.write(folder.resolve("rules"), lines);
        assertThat(replay(other, CALL, "--line", "3", "--acknowledged", ACKNOWLEDGED)
                        .out())
                .contains("only then: safety/no-longer-there")
                .contains("only now: " + ACKNOWLEDGED);
    }

    @Test
    void anotherKey() throws IOException {
        Path other = Files.write(folder.resolve("other"), "o".repeat(32).getBytes(StandardCharsets.UTF_8));
        assertRefused(
                replay(record, BUNDLE, "--record-key", other.toString()), "name the key of then with --record-key");
        Path tooShort = Files.write(folder.resolve("short"), "o".repeat(31).getBytes(StandardCharsets.UTF_8));
        assertRefused(replay(record, BUNDLE, "--record-key", tooShort.toString()), "it needs 32 bytes or more");
    }

    @Test
    void anotherCaseAndNoSuchLine() throws IOException {
        assertRefused(replay(record, BUNDLE, "--line", "2"), "Line 2 of " + record + " is of another case");
        Path other = Files.writeString(folder.resolve("other.yaml"), "format: sps-patient-case/1\nasOf: 2026-01-15\n");
        assertRefused(replay(record, other), "No line of " + record + " is of the case");
        assertRefused(replay(record, BUNDLE, "--line", "4"), "has no line 4; its last one is line 3");
        assertRefused(replay(record, BUNDLE, "--line", "0"), "has no line 0");
    }

    @Test
    void whatCannotBeRead() throws IOException {
        assertRefused(replay(folder.resolve("absent"), BUNDLE), "absent cannot be read");
        assertRefused(replay(record, folder.resolve("absent")), "absent cannot be read");
        assertRefused(replay(changed(line -> line.substring(0, 40)), BUNDLE), "line 1 is none of a decision record");
        assertRefused(replay(Files.writeString(folder.resolve("empty"), ""), BUNDLE), "has no lines yet");
        Path misspelt = Files.writeString(
                folder.resolve("misspelt.yaml"), "format: sps-patient-case/1\nasOf: 2026-01-15\nsymptom: {}\n");
        assertRefused(replay(record, misspelt), "misspelt.yaml: ");
        assertRefused(
                replay(record, Files.writeString(folder.resolve("p.json"), "{\"resourceType\": \"Patient\"}")),
                "must be a Bundle");
        assertRefused(
                replay(record, Files.writeString(folder.resolve("h.json"), "{\"hook\": \"no-such-hook\"}")),
                "none that is served");
    }

    /** Who may see decisions is the owner's to say. */
    @Test
    void aNewRecordIsItsOwnersAlone() throws IOException {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "owners and groups");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(record)))
                .isEqualTo("rw-------");
    }
}
