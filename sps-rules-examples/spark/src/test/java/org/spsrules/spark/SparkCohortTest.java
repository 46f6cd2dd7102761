package org.spsrules.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.SpsRules;
import org.spsrules.cohort.Cohort;
import org.spsrules.cohort.Result;

/** What Spark makes of cases is what {@code cohort} makes of them. */
class SparkCohortTest {

    /** So small that a file is read in several parts. */
    private static final int MOST_BYTES_IN_PART = 6_000;

    @TempDir
    private static Path folder;

    private static SparkSession spark;
    private static Path in;
    private static Path byCohort;
    private static Path bySpark;

    @BeforeAll
    static void evaluateTheSameBothWays() throws Exception {
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 1)
                .config("spark.sql.datetime.java8API.enabled", true)
                .config("spark.hadoop.mapreduce.input.fileinputformat.split.maxsize", MOST_BYTES_IN_PART)
                .getOrCreate();
        in = Files.createDirectories(folder.resolve("in/further"));
        Files.writeString(in.resolve("a.ndjson"), "\uFEFF" + String.join("\n", lines(0, 200)) + "\n");
        Files.writeString(in.resolve("b.jsonl"), String.join("\r\n", lines(200, 230)));
        Files.write(in.resolve("c.ndjson.gz"), gzip(String.join("\n", lines(230, 260))));
        Files.writeString(in.resolve(".hidden.ndjson"), "no case");
        Files.writeString(in.resolve("notes.txt"), "no case");
        Files.writeString(
                folder.resolve("in/alone.ndjson"), "no case\n" + lines(260, 261).get(0));
        byCohort = folder.resolve("by-cohort");
        try (SpsRules rules = SpsRules.load()) {
            new Cohort(rules, new Cohort.Options(1, 0, false, false))
                    .evaluate(places(), InputStream.nullInputStream(), byCohort);
        }
        bySpark = folder.resolve("by-spark");
        new SparkCohort(spark, false).lines(places(), bySpark.toString());
    }

    @AfterAll
    static void stop() throws IOException {
        spark.close();
    }

    private static List<String> places() {
        return List.of(in.toString(), folder.resolve("in/alone.ndjson").toString());
    }

    /** Cases of which some are wrong, too long, blank or in letters of other scripts. */
    private static List<String> lines(int from, int to) {
        List<String> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String patientCase = String.format(
                    Locale.ROOT,
                    "{\"asOf\":\"2026-01-15\",\"patient\":{\"age\":%d},\"diagnosis\":{\"status\":\"%s\"},"
                            + "\"symptoms\":{\"present\":[\"rigidity\",\"%s\"]}}",
                    i % 120,
                    i % 2 == 0 ? "confirmed" : "suspected",
                    i % 3 == 0 ? "falls" : "anxiety");
            switch (i % 40) {
                case 11 -> lines.add("");
                case 13 -> lines.add("{\"symptom\":\"пад\u20ac\"}");
                case 17 -> lines.add(patientCase);
                case 19 -> lines.add("x".repeat(500_000 * (i / 179) + 100));
                default -> lines.add("{\"id\":\"" + i + "\",\"case\":" + patientCase + "}");
            }
        }
        return lines;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static List<Path> parts(String kind) throws IOException {
        try (Stream<Path> files = Files.list(bySpark.resolve("kind=" + kind))) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] together(String kind) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (Path part : parts(kind)) {
            whole.writeBytes(Files.readAllBytes(part));
        }
        return whole.toByteArray();
    }

    @Test
    void theLinesAreThoseOfCohortToTheByte() throws Exception {
        assertThat(parts("results")).hasSizeGreaterThan(5);
        assertThat(together("results")).isEqualTo(Files.readAllBytes(byCohort.resolve("results.ndjson")));
        assertThat(together("set-aside")).isEqualTo(Files.readAllBytes(byCohort.resolve("set-aside.ndjson")));
        assertThat(Files.readAllLines(byCohort.resolve("results.ndjson"))).hasSizeGreaterThan(200);
        assertThat(Files.readAllLines(byCohort.resolve("set-aside.ndjson"))).hasSizeGreaterThan(10);
    }

    @Test
    void theResultsAsParquetAreThoseInTheLines() throws Exception {
        String parquet = folder.resolve("parquet").toString();

        new SparkCohort(spark, false).asParquet(bySpark.toString(), parquet);

        RecordColumns<Result> columns = new RecordColumns<>(Result.class);
        List<Row> expected = Files.readAllLines(byCohort.resolve("results.ndjson")).stream()
                .map(line -> columns.row(Result.read(line)))
                .toList();
        Dataset<Row> written = spark.read().parquet(parquet);
        assertThat(written.collectAsList()).hasSameSizeAs(expected).containsAll(expected);
        assertThat(written.filter("mayBeUndiagnosed").count())
                .isEqualTo(Files.readAllLines(byCohort.resolve("whom-to-test.ndjson"))
                        .size());
    }

    @Test
    void casesInParquetGetTheResultsOfTheSameLines() throws Exception {
        String cases = folder.resolve("cases.parquet").toString();
        String known = "{\"asOf\":\"2026-01-15\",\"diagnosis\":{\"status\":\"suspected\"}}";
        StructType columns = new StructType().add("id", DataTypes.StringType).add("case", DataTypes.StringType);
        spark.createDataFrame(
                        List.of(
                                RowFactory.create("a \"b\"", known),
                                RowFactory.create(null, known),
                                RowFactory.create("c", "{\"asOf\":")),
                        columns)
                .coalesce(1)
                .write()
                .parquet(cases);
        Path out = folder.resolve("of-parquet");

        new SparkCohort(spark, false).rows(List.of(cases), out.toString());

        List<Result> results = spark.read().text(out + "/kind=results").collectAsList().stream()
                .map(row -> Result.read(row.getString(0)))
                .toList();
        assertThat(results).extracting(Result::id).containsExactlyInAnyOrder("a \"b\"", null);
        assertThat(results).allMatch(Result::mayBeUndiagnosed);
        assertThat(spark.read().text(out + "/kind=set-aside").collectAsList())
                .singleElement()
                .satisfies(row -> assertThat(row.getString(0)).contains(".parquet:3\"", "{\\\"id\\\":\\\"c\\\""));
    }

    @Test
    void whatCannotBeUsedIsNamed() {
        SparkCohort cohort = new SparkCohort(spark, false);
        String out = folder.resolve("none").toString();

        assertThatThrownBy(() -> cohort.lines(places(), bySpark.toString())).hasMessageContaining("is there already");
        assertThatThrownBy(() -> cohort.lines(List.of(out), folder.resolve("o").toString()))
                .hasMessageContaining("cannot be read; name a file of cases");
        assertThatThrownBy(() -> cohort.lines(
                        List.of(in.toString(), in.resolve("a.ndjson").toString()),
                        folder.resolve("o").toString()))
                .hasMessageContaining("a.ndjson is named twice");
        assertThatThrownBy(() -> cohort.lines(
                        List.of(bySpark.resolve("kind=results").toString()),
                        folder.resolve("o").toString()))
                .hasMessageContaining("no file that ends in");
    }
}
