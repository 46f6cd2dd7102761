package org.spsrules.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.spsrules.cohort.Answer;
import org.spsrules.cohort.InputLine;
import org.spsrules.cohort.LineEvaluation;
import org.spsrules.cohort.Result;

/**
 * Evaluates the lines of files on all machines of a cluster. Each line is evaluated by itself where it is read; nothing is sent
 * from one machine to another, and the parts of the output follow each other as the lines of the input do.
 */
final class SparkCohort {

    static final String RESULTS = "results";
    static final String SET_ASIDE = "set-aside";

    private static final String KIND = "kind";
    private static final String POSITION = "position";
    private static final String LINE = "line";
    private static final StructType ANSWERS = new StructType()
            .add(KIND, DataTypes.StringType, false)
            .add(POSITION, DataTypes.LongType, false)
            .add(LINE, DataTypes.StringType, false);

    private final SparkSession spark;
    private final boolean keepUnknown;

    /**
     * An evaluation of cohorts.
     *
     * @param keepUnknown whether terms that the vocabulary does not know are kept, instead of setting the line aside
     */
    SparkCohort(SparkSession spark, boolean keepUnknown) {
        this.spark = spark;
        this.keepUnknown = keepUnknown;
    }

    /** Writes what comes of the lines of files, in the folders {@code kind=results} and {@code kind=set-aside}. */
    void lines(List<String> places, String out) throws IOException {
        refuseIfThere(out);
        JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
        List<CaseFile> files = CaseFile.at(places, configuration());
        boolean keep = keepUnknown;
        write(NumberedLines.of(files, context).each(lines -> answers(lines, keep)), out);
    }

    /** The same of the rows of Parquet files, which have a column {@code case} and may have a column {@code id}. */
    void rows(List<String> places, String out) throws IOException {
        refuseIfThere(out);
        boolean keep = keepUnknown;
        write(
                new CaseRows(spark.read().parquet(places.toArray(String[]::new))).each(lines -> answers(lines, keep)),
                out);
    }

    /** Writes the results that stand in a folder as Parquet as well, with their fields as columns. */
    void asParquet(String out, String parquet) throws IOException {
        refuseIfThere(parquet);
        Dataset<Row> lines = spark.read().text(out + "/" + KIND + "=" + RESULTS);
        RecordColumns<Result> columns = new RecordColumns<>(Result.class);
        JavaRDD<Row> rows = lines.javaRDD().map(line -> columns.row(Result.read(line.getString(0))));
        spark.createDataFrame(rows, columns.schema()).write().parquet(parquet);
    }

    private static Iterator<Row> answers(Iterator<InputLine> lines, boolean keepUnknown) {
        LineEvaluation evaluation = new LineEvaluation(ExecutorRules.get(), keepUnknown);
        long[] position = new long[1];
        return stream(lines)
                .flatMap(line -> evaluation.of(line).stream())
                .map(answer -> row(answer, position[0]++))
                .iterator();
    }

    private static Stream<InputLine> stream(Iterator<InputLine> lines) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED), false);
    }

    private static Row row(Answer answer, long position) {
        byte[] json = answer.json();
        // Without its end, which the writer of text adds.
        String line = new String(json, 0, json.length - 1, StandardCharsets.UTF_8);
        return RowFactory.create(answer.evaluated() ? RESULTS : SET_ASIDE, position, line);
    }

    private void write(JavaRDD<Row> answers, String out) {
        spark.createDataFrame(answers, ANSWERS)
                .sortWithinPartitions(functions.col(KIND), functions.col(POSITION))
                .select(KIND, LINE)
                .write()
                .partitionBy(KIND)
                .text(out);
    }

    private void refuseIfThere(String out) throws IOException {
        Path folder = new Path(out);
        if (folder.getFileSystem(configuration()).exists(folder)) {
            throw new UnusableInputException(out + " is there already; name a folder that is not.");
        }
    }

    private Configuration configuration() {
        return spark.sparkContext().hadoopConfiguration();
    }
}
