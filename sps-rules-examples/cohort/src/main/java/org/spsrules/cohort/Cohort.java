package org.spsrules.cohort;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.spsrules.SpsRules;

/**
 * Evaluates many cases, one a line or in an export of FHIR, into a folder. Safe for use by several threads, as long as no two write to one folder.
 */
public final class Cohort {

    /** Of an export, in bytes; what is made of it takes a few times as much. */
    private static final long MOST_IN_MEMORY = 16_000_000;

    private final SpsRules rules;
    private final Options options;
    private final PrintWriter messages;
    private final PrintWriter progress;

    /**
     * How a cohort is evaluated.
     *
     * @param threads how many threads evaluate, from 1 to {@value #MOST_THREADS}
     * @param suppressBelow numbers of patients from one to below this one are not told in the summary
     * @param parquet whether the results are written as Parquet as well
     * @param keepUnknown whether terms that the vocabulary does not know are kept, instead of setting the line aside
     * @param bulk the day as of which the inputs are evaluated, if they are a FHIR Bulk Data export and not cases
     */
    public record Options(
            int threads, int suppressBelow, boolean parquet, boolean keepUnknown, Optional<LocalDate> bulk) {

        /** More than any machine has processors for; each keeps lines in memory. */
        public static final int MOST_THREADS = 1_024;

        /**
         * Options within their ranges.
         *
         * @throws IllegalArgumentException if there are too few or too many threads, or the number is negative
         */
        public Options {
            if (threads < 1 || threads > MOST_THREADS) {
                throw new IllegalArgumentException("there are 1 to " + MOST_THREADS + " threads, not " + threads);
            }
            if (suppressBelow < 0) {
                throw new IllegalArgumentException("what is suppressed is 0 or more, not " + suppressBelow);
            }
        }

        /** All processors, every number told, no Parquet, no unknown terms. */
        public static Options usual() {
            return new Options(Runtime.getRuntime().availableProcessors(), 0, false, false);
        }

        /** Options for cases. */
        public Options(int threads, int suppressBelow, boolean parquet, boolean keepUnknown) {
            this(threads, suppressBelow, parquet, keepUnknown, Optional.empty());
        }

        /** The same for a FHIR Bulk Data export, as of a day. */
        public Options bulk(LocalDate asOf) {
            return new Options(threads, suppressBelow, parquet, keepUnknown, Optional.of(asOf));
        }
    }

    /** Evaluates cohorts and says nothing meanwhile. */
    public Cohort(SpsRules rules, Options options) {
        this(rules, options, nowhere(), nowhere());
    }

    /**
     * Evaluates cohorts.
     *
     * @param messages is told when an earlier run is gone on with
     * @param progress where the progress is shown, in a line that is written over
     */
    Cohort(SpsRules rules, Options options, PrintWriter messages, PrintWriter progress) {
        this.rules = rules;
        this.options = options;
        this.messages = messages;
        this.progress = progress;
    }

    static PrintWriter nowhere() {
        return new PrintWriter(Writer.nullWriter());
    }

    /**
     * Evaluates every case of the inputs, or those that an earlier run has left, and sums up all results of the folder.
     *
     * @param places files of cases or resources, packed by gzip or not; folders of them; or {@code -} for the standard input
     * @throws CohortException if an input cannot be read, or the folder holds something else
     * @throws IOException if the folder cannot be written to; the same call goes on from there
     */
    public Summary evaluate(List<String> places, InputStream standardInput, Path out)
            throws IOException, InterruptedException {
        List<Input> inputs = new Inputs(standardInput, out).of(places);
        try (ResultFolder folder = ResultFolder.open(out, setting())) {
            if (options.bulk().isEmpty()) {
                evaluateCases(inputs, folder);
            } else {
                evaluateRecords(inputs, folder, options.bulk().get());
            }
            return new SummaryFiles(out, rules.knowledge())
                    .write(new Suppression(options.suppressBelow()), options.parquet());
        }
    }

    private void evaluateCases(List<Input> inputs, ResultFolder folder) throws IOException, InterruptedException {
        LineEvaluation evaluation = new LineEvaluation(rules, options.keepUnknown());
        run(
                inputs,
                InputLine.MOST_BYTES_OF_A_CASE,
                line -> evaluation.of(line).stream().toList(),
                folder);
    }

    /** What a run that was killed had put together is put together again: that shows whether the export is the same. */
    private void evaluateRecords(List<Input> export, ResultFolder folder, LocalDate asOf)
            throws IOException, InterruptedException {
        folder.clearTemporary();
        RecordGrouping grouping = new RecordGrouping(folder.temporary(), MOST_IN_MEMORY);
        ProgressLine line = new ProgressLine(progress, export, "resources put to their patients");
        List<Input> records;
        try (InputLines lines = new InputLines(export, RecordGrouping.MOST_BYTES_OF_A_RESOURCE, line::read)) {
            records = grouping.of(lines, line::done);
        }
        line.clear();
        folder.passedOver(grouping.passedOver());
        run(records, Records.MOST_BYTES_OF_A_LINE, new RecordEvaluation(rules, asOf)::of, folder);
        folder.clearTemporary();
    }

    private void run(
            List<Input> inputs, int mostBytes, Function<InputLine, List<Answer>> evaluation, ResultFolder folder)
            throws IOException, InterruptedException {
        ProgressLine line = new ProgressLine(progress, inputs, "cases");
        try (InputLines lines = new InputLines(inputs, mostBytes, line::read)) {
            folder.reached().ifPresent(place -> {
                messages.println("Going on after the first " + place.lines() + " lines, which have been evaluated.");
                messages.flush();
            });
            new CohortRun(evaluation, options.threads(), line::done).of(lines, folder);
            line.clear();
        }
    }

    private Journal.Setting setting() {
        return Journal.Setting.of(
                Program.version(),
                rules.knowledge().version(),
                rules.knowledge().contentHash(),
                options.keepUnknown(),
                options.bulk());
    }
}
