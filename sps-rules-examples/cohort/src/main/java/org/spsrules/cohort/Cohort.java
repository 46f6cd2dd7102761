package org.spsrules.cohort;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.spsrules.SpsRules;
import org.spsrules.io.PatientCaseReader;

/**
 * Evaluates many cases, one a line, into a folder. Safe for use by several threads, as long as no two write to one folder.
 */
public final class Cohort {

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
     */
    public record Options(int threads, int suppressBelow, boolean parquet, boolean keepUnknown) {

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
     * @param places files of cases, packed by gzip or not; folders of them; or {@code -} for the standard input
     * @throws CohortException if an input cannot be read, or the folder holds something else
     * @throws IOException if the folder cannot be written to; the same call goes on from there
     */
    public Summary evaluate(List<String> places, InputStream standardInput, Path out)
            throws IOException, InterruptedException {
        List<Input> inputs = new Inputs(standardInput, out).of(places);
        ProgressLine line = new ProgressLine(progress, inputs);
        try (InputLines lines = new InputLines(inputs, line::read);
                ResultFolder folder = ResultFolder.open(out, setting())) {
            folder.reached().ifPresent(place -> {
                messages.println("Going on after the first " + place.lines() + " lines, which have been evaluated.");
                messages.flush();
            });
            new CohortRun(evaluation(), options.threads(), line::done).of(lines, folder);
            line.clear();
            return new SummaryFiles(out, rules.knowledge())
                    .write(new Suppression(options.suppressBelow()), options.parquet());
        }
    }

    private Journal.Setting setting() {
        return Journal.Setting.of(
                Program.version(),
                rules.knowledge().version(),
                rules.knowledge().contentHash(),
                options.keepUnknown());
    }

    private LineEvaluation evaluation() {
        PatientCaseReader strict = new PatientCaseReader(rules.vocabulary());
        return new LineEvaluation(rules, options.keepUnknown() ? strict.keepingUnknownTerms() : strict);
    }
}
