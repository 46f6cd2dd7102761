package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spsrules.workbench.Run.example;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.io.ReportWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateTest {

    private static final String P01 = example("p01-untreated.yaml");
    private static final String P28 = example("p28-pump-alarm.yaml");

    @TempDir
    private Path folder;

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Run.CASES)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsEvaluated(Path file) {
        Run run = Run.evaluating(file.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Not clinically reviewed").endsWith("rules\n");
    }

    @Test
    void severalCasesAreToldApartAndKeepTheirOrder() {
        Run run = Run.of("evaluate", P28, P01);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsSubsequence(
                        "==> " + P28 + " <==", "Pump alarm", "==> " + P01 + " <==", "New classic SPS, untreated");
    }

    @Test
    void aFolderStandsForTheCasesBelowItInOrder() throws IOException {
        Files.createDirectories(folder.resolve("b/c"));
        Files.copy(Path.of(P01), folder.resolve("b/c/one.yml"));
        Files.copy(Path.of(P28), folder.resolve("a.YAML"));
        Files.writeString(folder.resolve("b/notes.txt"), "not a case");

        Run run = Run.of("evaluate", folder.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).containsSubsequence("Pump alarm", "New classic SPS, untreated");
    }

    @Test
    void aDashStandsForTheStandardInput() throws IOException {
        Run run = Run.withInput(Files.readString(Path.of(P01)), "evaluate", "-");

        assertThat(run.exitCode()).isZero();
        assertThat(run).isEqualTo(Run.evaluating(P01));
    }

    @Test
    void anInvalidCaseDoesNotKeepTheOthersBack() throws IOException {
        Path invalid = Files.writeString(folder.resolve("invalid.yaml"), "format: sps-patient-case/1\n");

        Run run = Run.of("evaluate", invalid.toString(), P01);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith(invalid + ":1:1: error: ");
        assertThat(run.out()).contains("New classic SPS, untreated");
    }

    @Test
    void everyProblemOfACaseIsReportedWithItsPlace() throws IOException {
        Path invalid = Files.writeString(folder.resolve("invalid.yaml"), """
                format: sps-patient-case/1
                asOf: 2014-04-01
                patient:
                  age: 555
                treatments:
                  given:
                    - therapy: diazapam
                      status: current
                """);

        Run run = Run.of("evaluate", invalid.toString());

        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith(invalid + ":4:").contains("error: patient.age: "))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(invalid + ":7:")
                        .contains("error: treatments.given[0].therapy: ")
                        .contains("did you mean diazepam?"));
    }

    @Test
    void jsonOfOneFileIsTheReport() throws IOException {
        Run run = Run.of("evaluate", "--json", P28);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(new ReportWriter().json(report(P28)) + "\n");
    }

    @Test
    void jsonOfSeveralFilesIsAnArrayWithAPlaceForEach() throws IOException {
        Run run = Run.of("evaluate", "--json", P28, "missing.yaml", P01);

        JsonMapper json = new JsonMapper();
        JsonNode array = json.readTree(run.out());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(array.size()).isEqualTo(3);
        assertThat(array.get(0)).isEqualTo(json.readTree(new ReportWriter().json(report(P28))));
        assertThat(array.get(1).isNull()).isTrue();
        assertThat(array.get(2)).isEqualTo(json.readTree(new ReportWriter().json(report(P01))));
    }

    @Test
    void jsonOfAFolderIsAnArrayEvenIfItHoldsOneCase() throws IOException {
        Files.copy(Path.of(P01), folder.resolve("one.yaml"));

        JsonNode array = new JsonMapper()
                .readTree(Run.of("evaluate", "--json", folder.toString()).out());

        assertThat(array.isArray()).isTrue();
        assertThat(array.size()).isEqualTo(1);
    }

    private static Report report(String file) throws IOException {
        try (SpsRules rules = SpsRules.load()) {
            return rules.evaluate(new PatientCaseReader(rules.vocabulary()).read(Files.readString(Path.of(file))));
        }
    }

    @Test
    void manyCasesShowTheirProgressAndLeaveNothingOfIt() {
        StringWriter progress = new StringWriter();
        String[] arguments = Stream.concat(
                        Stream.of("evaluate"), Stream.generate(() -> P01).limit(150))
                .toArray(String[]::new);

        Run.with(Run.PLAIN, new byte[0], new PrintWriter(progress), arguments);

        assertThat(progress.toString())
                .startsWith("0 of 150 cases")
                .contains("\r149 of 150 cases")
                .endsWith(" \r");
    }

    @Test
    void helpAndVersionAreWell() {
        assertThat(Run.of("--help").exitCode()).isZero();
        assertThat(Run.of("evaluate", "--help").out()).contains("--json");
        assertThat(Run.of("--version").out()).contains("sps ").contains("Knowledge base ");
    }
}
