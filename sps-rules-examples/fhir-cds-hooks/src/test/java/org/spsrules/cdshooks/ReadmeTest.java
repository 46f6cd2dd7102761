package org.spsrules.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
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

    private static String block(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(README))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCallsWorkAsPasted() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Path.of("target/classes") + ":"
                                + Files.readString(Path.of("target/runtime.classpath"))
                                        .strip(),
                        "org.spsrules.cdshooks.Program",
                        "serve")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            String first = said.readLine();
            assertThat(first).startsWith("SPS Rules listens at http://127.0.0.1:");
            String address = first.substring(first.indexOf("http"));
            List<String> calls = block("sh").lines().toList();
            assertThat(calls).hasSizeGreaterThan(5);
            assertThat(calls.get(0)).startsWith("SPS=");
            List<String> answers =
                    calls.stream().skip(1).map(call -> run(call, address)).toList();
            assertThat(answers.get(0)).contains("\"status\":\"ok\"");
            assertThat(answers.get(1)).contains("order-sign");
            assertThat(answers.get(2)).contains("\"critical\"").contains("Do not stop a benzodiazepine abruptly");
            assertThat(answers.get(3)).contains("GuidanceResponse");
            assertThat(answers.get(4)).isEmpty();
            assertThat(answers.get(5)).contains("Questionnaire");
        } finally {
            program.destroy();
            assertThat(program.waitFor(20, TimeUnit.SECONDS))
                    .as("stops when it is told to")
                    .isTrue();
        }
    }

    private static String run(String call, String address) {
        try {
            ProcessBuilder builder = new ProcessBuilder("sh", "-c", call);
            builder.directory(ROOT.toFile()).environment().put("SPS", address);
            Process curl = builder.start();
            String answer = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(curl.waitFor()).as(call).isZero();
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(call, e);
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
