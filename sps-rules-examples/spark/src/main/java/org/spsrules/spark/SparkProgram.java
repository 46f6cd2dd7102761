package org.spsrules.spark;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.spsrules.SpsRulesException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code spark-submit} starts. */
@Command(
        name = "sps-spark",
        description = {
            "Evaluates many cases on a cluster: the lines of the command cohort, byte for byte.",
            "IN are files or folders of cases, one a line. OUT gets the folders kind=results and kind=set-aside."
        },
        footer = {
            "",
            "Exit codes: 0 it is done, with lines set aside or without, 2 wrong usage or unusable input, 3 it failed.",
            "Not clinically reviewed and not a medical device."
        },
        mixinStandardHelpOptions = true)
public final class SparkProgram implements Callable<Integer> {

    private static final int UNUSABLE_INPUT = 2;
    private static final int FAILURE = 3;

    @Parameters(paramLabel = "IN... OUT", arity = "2..*", hideParamSyntax = true, description = "Addresses of files.")
    private List<String> places = List.of();

    @Option(
            names = "--from-parquet",
            description = "IN are Parquet files with a case as JSON in the column \"case\", and perhaps its \"id\".")
    private boolean fromParquet;

    @Option(
            names = "--parquet",
            paramLabel = "FOLDER",
            description = "Write the results as Parquet as well, into this folder.")
    private @Nullable String parquet;

    @Option(
            names = "--keep-unknown",
            description = "Keep terms that the vocabulary does not know, instead of setting the line aside.")
    private boolean keepUnknown;

    private SparkProgram() {}

    /** Runs the job; a driver that ends well lets {@code spark-submit} end well. */
    public static void main(String[] arguments) {
        int status = new CommandLine(new SparkProgram())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    boolean ours = failure instanceof SpsRulesException;
                    // Messages of others may quote a case.
                    String reason =
                            "the job failed (" + failure.getClass().getSimpleName() + "); the log of Spark says why";
                    command.getErr().println("sps-spark: " + (ours ? failure.getMessage() : reason));
                    return ours ? UNUSABLE_INPUT : FAILURE;
                })
                .execute(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    @Override
    public Integer call() throws IOException {
        List<String> in = places.subList(0, places.size() - 1);
        String out = places.get(places.size() - 1);
        try (SparkSession spark = SparkSession.builder()
                .appName("sps-rules")
                .config("spark.sql.datetime.java8API.enabled", true)
                .getOrCreate()) {
            SparkCohort cohort = new SparkCohort(spark, keepUnknown);
            if (fromParquet) {
                cohort.rows(in, out);
            } else {
                cohort.lines(in, out);
            }
            if (parquet != null) {
                cohort.asParquet(out, parquet);
            }
        }
        return 0;
    }
}
