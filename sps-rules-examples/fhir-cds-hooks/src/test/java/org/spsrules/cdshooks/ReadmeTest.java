package org.spsrules.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.fhir.record.MappedCase;
import org.spsrules.fhir.record.PatientRecord;
import org.spsrules.fhir.record.RecordMapping;
import org.spsrules.fhir.report.ReportMapping;

/** What the README shows works as it stands there, in the program as it is started and with its libraries alone. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path ROOT = Path.of("../..");
    private static final List<String> PROGRAM = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            Path.of("target/classes").toAbsolutePath() + ":" + runtime(),
            "org.spsrules.cdshooks.Program");

    private static String runtime() {
        try {
            return Files.readString(Path.of("target/runtime.classpath")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String block(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(README))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** All lines for a shell, in their order, in a folder that looks like the root of the project. */
    @Test
    void theLinesWorkAsPasted(@TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl");
        List<String> lines = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(README))
                .results()
                .flatMap(block -> block.group(1).lines())
                .toList();
        List<String> serving =
                lines.stream().filter(line -> line.startsWith("./sps serve")).toList();
        assertThat(serving).hasSize(2);
        assertThat(serving.get(1)).as("the same, and a record").startsWith(serving.get(0));
        assertThat(lines).contains("SPS=http://127.0.0.1:8377", "./sps export fhir knowledge");
        Path link = Files.createSymbolicLink(
                folder.resolve("sps-rules-examples"),
                ROOT.resolve("sps-rules-examples").toRealPath());
        Path sps = folder.resolve("sps");
        Files.writeString(sps, "#!/bin/sh\nexec '" + String.join("' '", PROGRAM) + "' \"$@\"\n");
        assertThat(sps.toFile().setExecutable(true)).isTrue();
        run("head -c 32 /dev/urandom >key", folder, "");
        assertThat(lines).contains("head -c 32 /dev/urandom >key");

        Process program = new ProcessBuilder(
                        serving.get(1).replace(" --port 8377", "").split(" "))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            String first = said.readLine();
            assertThat(first).startsWith("SPS Rules listens at http://127.0.0.1:");
            String address = first.substring(first.indexOf("http"));
            Map<String, String> answers = new LinkedHashMap<>();
            lines.stream()
                    .filter(line -> line.startsWith("curl") || line.startsWith("./sps replay"))
                    .forEach(line -> answers.put(line, run(line, folder, address)));
            assertThat(answers).hasSize(13);
            String stop = "Do not stop a benzodiazepine abruptly (diazepam)";
            Map.of(
                            "/health", "\"status\":\"ok\"",
                            "/cds-services", "order-sign",
                            "/sps-patient-view", "Stiff-person syndrome: first line",
                            "/sps-order-select", "opioid",
                            "/sps-order-sign", stop,
                            "/sps-order-dispatch", stop,
                            "/sps-encounter-discharge", stop,
                            "/sps-order-discontinue", stop,
                            "asOf=2026-01-15\"", "GuidanceResponse",
                            "--record-key key", "order-sign): same")
                    .forEach((end, says) -> assertThat(answers.entrySet())
                            .filteredOn(line -> line.getKey().endsWith(end))
                            .singleElement()
                            .satisfies(line -> assertThat(line.getValue()).contains(says)));
        } finally {
            program.destroy();
            assertThat(program.waitFor(20, TimeUnit.SECONDS))
                    .as("stops when it is told to")
                    .isTrue();
            Files.delete(link);
        }
    }

    private static String run(String line, Path folder, String address) {
        try {
            ProcessBuilder builder = new ProcessBuilder("sh", "-c", line);
            builder.directory(folder.toFile()).environment().put("SPS", address);
            Process shell = builder.start();
            String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor()).as(line).isZero();
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(line, e);
        }
    }

    @Test
    void theFourLinesCompileAndSaySomething() throws IOException {
        String record = Files.readString(Path.of("requests/record.json"));
        Bundle bundle = FhirContext.forR4().newJsonParser().parseResource(Bundle.class, record);
        LocalDate asOf = LocalDate.of(2026, 1, 15);
        try (SpsRules rules = SpsRules.load()) {
            // shown in the README
            MappedCase mapped = new RecordMapping(rules.vocabulary()).map(PatientRecord.of(bundle, asOf));
            Report report = rules.evaluate(mapped.patientCase());
            mapped.unused().forEach(unused -> System.out.println("not used: " + unused));
            Bundle answer = new ReportMapping("Patient/1", asOf).bundle(report, mapped.unused());
            // end
            assertThat(answer.getEntry()).isNotEmpty();
        }
        String shown = Files.readString(Path.of("src/test/java/org/spsrules/cdshooks/ReadmeTest.java"))
                .split("// shown in the README\n")[1]
                .split(" *// end")[0];
        assertThat(shown.stripTrailing().stripIndent().strip())
                .isEqualTo(block("java").strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "guides/spring-boot/src/main/java/advice/AdviceApplication.java",
                "guides/hapi-server/src/main/java/advice/HapiServer.java"
            })
    void whatIsShownOfAGuideIsInIt(String guide) throws IOException {
        String shown = Files.readString(Path.of(guide))
                .split("// shown in the README\n")[1]
                .split("\n *// end")[0]
                .stripIndent();
        assertThat(Files.readString(README)).contains("```java\n" + shown + "\n```");
    }
}
