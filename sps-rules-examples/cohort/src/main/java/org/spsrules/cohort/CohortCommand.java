package org.spsrules.cohort;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.spsrules.SpsRules;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code cohort}. */
@Command(
        name = "cohort",
        description = {
            "Evaluates many cases, one a line, and says what they amount to.",
            "A run that was killed goes on with the same command, and nothing is lost or doubled."
        },
        footer = {
            "",
            "A line is a case as JSON, or {\"id\": \"...\", \"case\": {...}}. What cannot be evaluated is set aside with",
            "its place and what is wrong. OUT gets results.ndjson and set-aside.ndjson in the order of the input,",
            "whom-to-test.ndjson, and summary.txt, .csv, .json and .html. The results of an export are in an order of",
            "their own, and passed-over.ndjson counts the resources of which no case states anything.",
            "",
            "Exit codes: 0 every line has its result, 1 some were set aside, 2 wrong usage or unusable input,",
            "3 sps itself failed."
        })
final class CohortCommand implements Callable<Integer> {

    /** The launcher sets this property if the standard error is a terminal. */
    private static final String PROGRESS = "sps.progress";

    private final InputStream standardInput;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Say what the options are.")
    private boolean help;

    @Parameters(
            paramLabel = "IN... OUT",
            arity = "2..*",
            hideParamSyntax = true,
            description = {
                "Files of cases, packed by gzip or not; folders, for all files in them that end in ndjson, jsonl,"
                        + " ndjson.gz or jsonl.gz; or - for the standard input. Last the folder for the results."
            })
    private List<String> places = List.of();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads evaluate; as many as there are processors if this is not given.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--suppress",
            paramLabel = "N",
            description = "Tell no numbers of patients from 1 to N - 1 in the summary.")
    private int suppressBelow;

    @Option(names = "--parquet", description = "Write the results as results.parquet as well.")
    private boolean parquet;

    @Option(
            names = "--keep-unknown",
            description = {
                "Keep drugs, conditions, symptoms and tests that the vocabulary does not know, instead of setting the"
                        + " line aside."
            })
    private boolean keepUnknown;

    @Option(
            names = "--bulk",
            paramLabel = "DAY",
            converter = DayConverter.class,
            description = {
                "IN is a FHIR Bulk Data export: resources of R4, one a line, in files by type. They are put together by"
                        + " patient and evaluated as of this day, for example 2026-01-15."
            })
    private @Nullable LocalDate bulk;

    /** A day as all cases write it. */
    private static final class DayConverter implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("\"" + text + "\" is no day; write it like 2026-01-15");
            }
        }
    }

    CohortCommand(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    @Override
    public Integer call() throws InterruptedException {
        Cohort.Options options = options();
        Path out = path(places.get(places.size() - 1));
        try (SpsRules rules = SpsRules.load()) {
            Summary summary = new Cohort(rules, options, command().getErr(), progressWriter())
                    .evaluate(places.subList(0, places.size() - 1), standardInput, out);
            command().getOut().print(SummaryText.of(summary));
            command().getOut().flush();
            return summary.setAside() == 0 ? Program.WELL : Program.FINDINGS;
        } catch (IOException e) {
            throw new CohortException(out + " cannot be written" + why(e)
                    + ". The same command goes on from where this run has come to.");
        }
    }

    private Cohort.Options options() {
        try {
            return new Cohort.Options(threads, suppressBelow, parquet, keepUnknown, Optional.ofNullable(bulk));
        } catch (IllegalArgumentException e) {
            throw usage("--threads is 1 to " + Cohort.Options.MOST_THREADS + ", and --suppress 0 or more.");
        }
    }

    private PrintWriter progressWriter() {
        return Boolean.getBoolean(PROGRESS) ? command().getErr() : Cohort.nowhere();
    }

    private Path path(String place) {
        try {
            return Path.of(place);
        } catch (InvalidPathException e) {
            throw usage(place + " cannot be the name of a folder.");
        }
    }

    /** What the system says, without the name of the file. */
    private static String why(IOException failure) {
        String reason = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        return reason == null ? "" : " (" + reason + ")";
    }

    private CommandLine command() {
        return spec == null ? new CommandLine(this) : spec.commandLine();
    }

    private ParameterException usage(String message) {
        return new ParameterException(command(), message);
    }
}
