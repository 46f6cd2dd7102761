package org.spsrules.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jerolba.carpet.CarpetReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.PatientCase;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.cohort.Summary.Row;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.vocabulary.Concept;

/** A cohort from its files to its results. */
class CohortTest {

    private static final String NOTHING_KNOWN = "{\"asOf\":\"2026-01-15\"}";
    private static final String SUSPECTED = "{\"asOf\":\"2026-01-15\",\"diagnosis\":{\"status\":\"suspected\"}}";
    private static final String PUT_DOWN_TO_ANXIETY = "{\"asOf\":\"2026-01-15\",\"diagnosis\":{\"status\":\"unknown\","
            + "\"psychiatricLabels\":[\"functional-neurological-disorder\"]},\"symptoms\":{\"present\":[\"rigidity\"]}}";
    private static final String MISSPELT =
            "{\"asOf\":\"2026-01-15\",\"treatments\":{\"given\":[{\"therapy\":\"diazapam\",\"status\":\"current\"}]}}";

    private static SpsRules rules;

    @TempDir
    private Path folder;

    private final StringWriter messages = new StringWriter();

    @BeforeAll
    static void load() {
        rules = SpsRules.load();
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    private Path write(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private Summary evaluate(Cohort.Options options, Path out, Path... inputs)
            throws IOException, InterruptedException {
        return new Cohort(rules, options, new PrintWriter(messages), Cohort.nowhere())
                .evaluate(Stream.of(inputs).map(Path::toString).toList(), InputStream.nullInputStream(), out);
    }

    private Summary evaluate(Path out, Path... inputs) throws IOException, InterruptedException {
        return evaluate(Cohort.Options.usual(), out, inputs);
    }

    private static List<Result> results(Path out) throws IOException {
        return Files.readAllLines(out.resolve("results.ndjson")).stream()
                .map(line -> Json.read(line, Result.class))
                .toList();
    }

    private static List<SetAside> setAside(Path out) throws IOException {
        return Files.readAllLines(out.resolve("set-aside.ndjson")).stream()
                .map(line -> Json.read(line, SetAside.class))
                .toList();
    }

    /** Every file of a folder, by name. */
    private static Map<String, String> content(Path out) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(out)) {
            for (Path file : list.toList()) {
                files.put(
                        file.getFileName().toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private static Map<String, Long> numbers(Summary summary, String table) {
        Map<String, Long> numbers = new TreeMap<>();
        summary.tables().stream()
                .filter(found -> found.name().equals(table))
                .flatMap(found -> found.rows().stream())
                .filter(Row::isTold)
                .forEach(row -> numbers.put(row.key(), row.cases()));
        return numbers;
    }

    @Test
    void everyResultIsThatOfTheFacadeInTheOrderOfTheInput() throws Exception {
        List<String> lines = new CaseLines(rules).generated().limit(60).toList();
        write("in/a.ndjson", lines.subList(0, 40).toArray(String[]::new));
        Files.write(folder.resolve("in/b.jsonl.gz"), gzip(String.join("\n", lines.subList(40, 60))));
        write("in/notes.txt", "no cases");
        write("in/.hidden.ndjson", "no cases");
        Path out = folder.resolve("out");

        Summary summary = evaluate(out, folder.resolve("in"));

        List<Result> results = results(out);
        assertThat(summary.cases()).isEqualTo(60);
        assertThat(summary.setAside()).isZero();
        assertThat(results).hasSize(60);
        PatientCaseReader reader = new PatientCaseReader(rules.vocabulary());
        for (int i = 0; i < 60; i++) {
            Result result = results.get(i);
            Report report = rules.evaluate(reader.read(lines.get(i)));
            assertThat(result.at())
                    .isEqualTo(folder + (i < 40 ? "/in/a.ndjson:" + (i + 1) : "/in/b.jsonl.gz:" + (i - 39)));
            assertThat(result.line()).isEqualTo(report.standing().line());
            assertThat(result.step()).isEqualTo(report.standing().step().orElse(null));
            assertThat(result.reason()).isEqualTo(report.standing().reason());
            assertThat(result.alerts())
                    .extracting(alert -> alert.level() + " " + alert.rule())
                    .isEqualTo(report.everyAlert()
                            .map(alert -> alert.level() + " " + alert.basis().ruleId())
                            .toList());
            assertThat(result.recommendations().stream().map(advice -> advice.action() + " " + advice.subject()))
                    .containsAll(report.recommendations().stream()
                            .map(advice -> advice.action() + " "
                                    + advice.subject().map(Report.Subject::code).orElse(null))
                            .toList());
            assertThat(result.withheld()).hasSameSizeAs(report.withheld());
            assertThat(result.questions()).hasSameSizeAs(report.questions());
        }
    }

    @Test
    void whatCannotBeEvaluatedIsSetAsideWithItsPlaceAndWhatWouldBeRight() throws Exception {
        Path cases = write(
                "cases.ndjson",
                "\uFEFF" + NOTHING_KNOWN,
                CaseLines.named("p-2", MISSPELT),
                "",
                "[" + NOTHING_KNOWN + "]",
                "{\"asOf\":",
                "{\"resourceType\":\"Patient\"}",
                "{\"id\":true,\"case\":" + NOTHING_KNOWN + "}",
                "{\"name\":\"Jane Doe\",\"case\":" + NOTHING_KNOWN + "}",
                "x".repeat(InputLine.MOST_BYTES_OF_A_CASE + 1),
                CaseLines.named("last", SUSPECTED));
        Files.write(cases, "{\"id\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1), StandardOpenOption.APPEND);
        Path out = folder.resolve("out");

        Summary summary = evaluate(out, cases);

        assertThat(results(out)).extracting(Result::at).containsExactly(cases + ":1", cases + ":10");
        assertThat(results(out)).extracting(Result::id).containsExactly(null, "last");
        assertThat(summary.setAside()).isEqualTo(8);
        List<SetAside> setAside = setAside(out);
        assertThat(setAside)
                .extracting(line -> line.at().substring(cases.toString().length()))
                .containsExactly(":2", ":4", ":5", ":6", ":7", ":8", ":9", ":11");
        assertThat(setAside).allSatisfy(line -> assertThat(line.problems()).hasSize(1));
        assertThat(setAside)
                .extracting(line -> line.problems().get(0).message())
                .satisfiesExactly(
                        message -> assertThat(message).contains("diazapam", "did you mean diazepam"),
                        message -> assertThat(message).contains("not JSON in braces", "a line is one whole case"),
                        message -> assertThat(message).contains("not JSON", "a line is one whole case"),
                        message -> assertThat(message).contains("FHIR resource", "--bulk DAY reads an export"),
                        message -> assertThat(message).contains("an id is a text or a number"),
                        message -> assertThat(message).contains("beside \"case\" stands only \"id\""),
                        message -> assertThat(message).contains("more than 100,000 characters"),
                        message -> assertThat(message).contains("not UTF-8"));
        assertThat(setAside.get(0).id()).isEqualTo("p-2");
        assertThat(setAside.get(0).problems().get(0).path()).isEqualTo("treatments.given[0].therapy");
        assertThat(setAside.get(0).problems().get(0).column())
                .isEqualTo(setAside.get(0).text().indexOf("\"diazapam") + 1);
        assertThat(messages.toString()).isEmpty();
    }

    @Test
    void unknownTermsAreKeptIfThatIsAskedForAndStandInNoSummary() throws Exception {
        Path cases = write("cases.ndjson", MISSPELT);
        Path out = folder.resolve("out");

        Summary summary = evaluate(new Cohort.Options(1, 0, false, true), out, cases);

        assertThat(summary.cases()).isEqualTo(1);
        assertThat(content(out))
                .allSatisfy((file, text) -> assertThat(text).as(file).doesNotContain("diazapam"));
    }

    /** Counted by hand: what each of these patients is told stands in the scenarios and the approved reports. */
    private Path cohort() throws IOException {
        CaseLines lines = new CaseLines(rules);
        return write(
                "cohort.ndjson",
                CaseLines.named("patient-1", lines.published("p01-untreated")),
                lines.published("p01-untreated"),
                lines.published("p01-untreated"),
                lines.published("p28-pump-alarm"),
                SUSPECTED,
                CaseLines.named("patient-6", PUT_DOWN_TO_ANXIETY),
                NOTHING_KNOWN,
                MISSPELT);
    }

    @Test
    void theSummaryIsWhatCountingByHandGives() throws Exception {
        Path out = folder.resolve("out");

        Summary summary = evaluate(out, cohort());

        assertThat(summary.cases()).isEqualTo(7);
        assertThat(summary.setAside()).isEqualTo(1);
        assertThat(numbers(summary, "line")).containsEntry("NONE", 4L).containsEntry("FOURTH", 0L);
        assertThat(numbers(summary, "line").get("FIRST")).isEqualTo(3L);
        assertThat(numbers(summary, "undiagnosed"))
                .isEqualTo(Map.of("SUSPECTED", 1L, "UNKNOWN", 1L, "test anti-gad65", 1L, "test emg", 1L));
        assertThat(numbers(summary, "pitfall")).containsEntry("pitfalls/psychiatric-label-not-stated", 1L);
        assertThat(numbers(summary, "alert"))
                .containsEntry("WARNING pitfalls/psychiatric-label-not-stated", 1L)
                .containsEntry("CRITICAL emergency/in-withdrawal#intrathecal-baclofen", 1L);
        assertThat(Files.readAllLines(out.resolve("whom-to-test.ndjson")))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains(":5\"", "\"diagnosis\":\"SUSPECTED\"", "\"anti-gad65\"", "\"emg\""),
                        line -> assertThat(line).contains(":6\"", "\"id\":\"patient-6\"", "\"diagnosis\":\"UNKNOWN\""));
        for (String form : List.of("summary.txt", "summary.csv", "summary.json", "summary.html")) {
            assertThat(Files.readString(out.resolve(form)))
                    .as(form)
                    .contains("Not clinically reviewed, and not a medical device")
                    .contains(rules.knowledge().contentHash().substring(0, 12))
                    .contains("Think of SPS before rigidity or spasms are put down to a psychiatric illness")
                    .doesNotContain("patient-6", "patient-1");
        }
        assertThat(Files.readString(out.resolve("summary.csv")))
                .contains("line,FIRST,First line,,3\r\n")
                .contains("cohort,set-aside,Lines that were set aside,,1\r\n");
        assertThat(Files.readString(out.resolve("summary.html")))
                .contains("<rect width=\"42.9\" height=\"8\">")
                .doesNotContain("src=", "http://", "https://");
    }

    @Test
    void smallNumbersAreNotToldIfThatIsAskedFor() throws Exception {
        Path out = folder.resolve("out");

        Summary summary = evaluate(new Cohort.Options(1, 3, false, false), out, cohort());

        assertThat(numbers(summary, "line")).containsKeys("FOURTH", "THIRD").doesNotContainValue(1L);
        assertThat(numbers(summary, "undiagnosed")).isEmpty();
        assertThat(summary.tables().stream()
                        .flatMap(table -> table.rows().stream())
                        .filter(Row::isTold)
                        .map(Row::cases))
                .doesNotContain(1L, 2L);
        assertThat(Files.readString(out.resolve("summary.txt")))
                .contains("Numbers from 1 to 2 are not told")
                .contains("not told  ");
        assertThat(Files.readString(out.resolve("summary.csv"))).contains("undiagnosed,SUSPECTED,");
    }

    @Test
    void theNumberOfThreadsChangesNoByte() throws Exception {
        Path cases =
                write("cases.ndjson", new CaseLines(rules).generated().limit(40).toArray(String[]::new));

        evaluate(new Cohort.Options(1, 0, true, false), folder.resolve("one"), cases);
        evaluate(new Cohort.Options(3, 0, true, false), folder.resolve("three"), cases);

        assertThat(content(folder.resolve("three"))).isEqualTo(content(folder.resolve("one")));
    }

    @Test
    void parquetHoldsTheResults() throws Exception {
        Path out = folder.resolve("out");

        evaluate(new Cohort.Options(1, 0, true, false), out, cohort());

        List<Result> rows = new ArrayList<>();
        new CarpetReader<>(out.resolve("results.parquet").toFile(), Result.class).forEach(rows::add);
        assertThat(rows).hasSize(7).isEqualTo(results(out));
    }

    @Test
    void theStandardInputIsReadWhateverItIsPackedAs() throws Exception {
        Path out = folder.resolve("out");
        InputStream packed = new ByteArrayInputStream(gzip(NOTHING_KNOWN + "\n" + SUSPECTED));

        Summary summary = new Cohort(rules, Cohort.Options.usual()).evaluate(List.of("-"), packed, out);

        assertThat(summary.cases()).isEqualTo(2);
        assertThat(results(out)).extracting(Result::at).containsExactly("<stdin>:1", "<stdin>:2");
    }

    /** As {@code cat} sends them through a pipe, where for a moment there is nothing more. */
    @Test
    void packedPartsThatFollowEachOtherAreOneInput() throws Exception {
        Path out = folder.resolve("out");
        InputStream parts = new SequenceInputStream(
                new ByteArrayInputStream(gzip(NOTHING_KNOWN + "\n")), new ByteArrayInputStream(gzip(SUSPECTED + "\n")));

        Summary summary = new Cohort(rules, Cohort.Options.usual()).evaluate(List.of("-"), parts, out);

        assertThat(summary.cases()).isEqualTo(2);
    }

    @Test
    void optionsStayWithinTheirRanges() {
        assertThatThrownBy(() -> new Cohort.Options(0, 0, false, false)).hasMessageContaining("1 to 1024 threads");
        assertThatThrownBy(() -> new Cohort.Options(1_025, 0, false, false)).hasMessageContaining("1 to 1024 threads");
        assertThatThrownBy(() -> new Cohort.Options(1, -1, false, false)).hasMessageContaining("0 or more");
        assertThat(new Cohort.Options(1_024, 0, false, false).threads()).isEqualTo(1_024);
    }

    @Test
    void whatCannotBeUsedIsNamed() throws Exception {
        Path cases = write("in/cases.ndjson", NOTHING_KNOWN);
        Path taken = write("taken/letter.txt", "not ours").getParent();
        Path damaged = folder.resolve("damaged.ndjson");
        Files.write(damaged, Arrays.copyOf(gzip(NOTHING_KNOWN.repeat(50)), 40));

        assertThatThrownBy(() -> evaluate(taken, cases)).hasMessageContaining("is not an empty folder");
        assertThatThrownBy(() -> evaluate(folder.resolve("in/out"), folder.resolve("in")))
                .hasMessageContaining("The results cannot go into");
        assertThatThrownBy(() -> evaluate(folder.resolve("out"), folder.resolve("none.ndjson")))
                .hasMessageContaining("none.ndjson\" cannot be read");
        assertThatThrownBy(() -> evaluate(folder.resolve("out"), taken))
                .hasMessageContaining("is no file that ends in");
        assertThatThrownBy(() -> evaluate(folder.resolve("out"), damaged))
                .isInstanceOf(CohortException.class)
                .hasMessageContaining("damaged.ndjson cannot be read after line 0");
        assertThatThrownBy(() -> new Cohort(rules, Cohort.Options.usual())
                        .evaluate(List.of("-", "-"), InputStream.nullInputStream(), folder.resolve("out")))
                .hasMessageContaining("only once");
    }

    @Test
    void theCommandSaysWhatItDidAndEndsAccordingly() throws Exception {
        Path cases = cohort();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int status = Program.commandLine(InputStream.nullInputStream())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("cohort", cases.toString(), folder.resolve("out").toString());

        assertThat(status).isEqualTo(Program.FINDINGS);
        assertThat(out.toString()).isEqualTo(Files.readString(folder.resolve("out/summary.txt")));
        assertThat(err.toString()).isEmpty();

        status = Program.commandLine(InputStream.nullInputStream())
                .setErr(new PrintWriter(err))
                .execute(
                        "cohort",
                        folder.resolve("none").toString(),
                        folder.resolve("o").toString());

        assertThat(status).isEqualTo(Program.UNUSABLE_INPUT);
        assertThat(err.toString()).startsWith("sps: ").contains("none\" cannot be read; name a file of cases");

        status = Program.commandLine(InputStream.nullInputStream())
                .setErr(new PrintWriter(err))
                .execute("cohort", "--bulk", "exp", "results");

        assertThat(status).isEqualTo(Program.UNUSABLE_INPUT);
        assertThat(err.toString())
                .contains("\"exp\" is no day; write it like 2026-01-15")
                .doesNotContain("java.");
    }

    /** The codes by which it is told whom to test are those of the vocabulary. */
    @Test
    void whatASuspicionIsMadeOfIsInTheVocabulary() {
        assertThat(rules.knowledge().concepts())
                .extracting(Concept::code)
                .containsAll(Suspicion.TESTS)
                .containsAll(Suspicion.PLACES)
                .containsAll(Suspicion.STIFFNESS)
                .containsAll(Suspicion.HINTS)
                .contains(Suspicion.DIAGNOSIS, Suspicion.DIABETES, Suspicion.ANTIBODY, Suspicion.HIGH_ANTIBODY);
        assertThat(rules.knowledge().rules()).extracting(rule -> rule.id()).contains(Suspicion.WAY);
        PatientCase excluded = PatientCase.asOf(LocalDate.of(2026, 1, 15))
                .diagnosis(PatientCase.Diagnosis.Status.EXCLUDED)
                .symptoms("rigidity")
                .build();
        assertThat(new Suspicion(rules.vocabulary()).of(excluded, rules.evaluate(excluded)))
                .isFalse();
    }

    /** Spasticity, and antibodies that diabetes explains, are too little; startle is enough until anti-GAD65 is negative. */
    @Test
    void aSuspicionIsNeitherTooWideNorTooNarrow() {
        assertThat(suspected(it -> it.symptoms("rigidity"))).isTrue();
        assertThat(suspected(it -> it.symptoms("hyperlordosis"))).isTrue();
        assertThat(suspected(it -> it.symptoms("spasticity"))).isFalse();
        assertThat(suspected(it -> it.symptoms("spasticity", "painful-spasm"))).isTrue();
        assertThat(suspected(it -> it.test("anti-gad65", PatientCase.Test.Result.POSITIVE, none -> {})))
                .isTrue();
        assertThat(suspected(it -> it.conditions("type-1-diabetes")
                        .test("anti-gad65", PatientCase.Test.Result.POSITIVE, none -> {})))
                .isFalse();
        assertThat(suspected(it -> it.conditions("type-1-diabetes")
                        .test("anti-gad65-high", PatientCase.Test.Result.POSITIVE, none -> {})))
                .isTrue();
        assertThat(suspected(it -> it.symptoms("startle"))).isTrue();
        assertThat(suspected(it -> it.symptoms("task-specific-phobia"))).isTrue();
        assertThat(suspected(
                        it -> it.symptoms("startle").test("anti-gad65", PatientCase.Test.Result.PENDING, none -> {})))
                .isTrue();
        assertThat(suspected(
                        it -> it.symptoms("startle").test("anti-gad65", PatientCase.Test.Result.NEGATIVE, none -> {})))
                .isFalse();
        assertThat(suspected(it -> it.symptoms("fatigue"))).isFalse();
    }

    private static boolean suspected(Consumer<PatientCaseBuilder> facts) {
        PatientCaseBuilder builder = PatientCase.asOf(LocalDate.of(2026, 1, 15));
        facts.accept(builder);
        PatientCase patientCase = builder.build();
        return new Suspicion(rules.vocabulary()).of(patientCase, rules.evaluate(patientCase));
    }
}
