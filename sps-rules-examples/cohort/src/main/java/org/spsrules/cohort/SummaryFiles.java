package org.spsrules.cohort;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.internal.knowledge.Knowledge;

/**
 * Makes of the results of a cohort what people read: a summary in several forms, the list of those to be tested, and a Parquet
 * file if it is asked for. It depends on the results alone, so a run that was killed leaves nothing to be gone on with.
 */
final class SummaryFiles {

    static final String WHOM_TO_TEST = "whom-to-test.ndjson";
    static final String TEXT = "summary.txt";
    static final String CSV = "summary.csv";
    static final String JSON = "summary.json";
    static final String PAGE = "summary.html";
    static final String PARQUET = "results.parquet";

    private final Path folder;
    private final Knowledge knowledge;

    SummaryFiles(Path folder, Knowledge knowledge) {
        this.folder = folder;
        this.knowledge = knowledge;
    }

    /**
     * Somebody in whom SPS may be undiagnosed. Patient data.
     *
     * @param at where the case stands
     * @param id what its owner calls it
     * @param diagnosis how certain SPS is
     * @param tests codes of the tests that are to be done now
     */
    record Candidate(String at, @Nullable String id, Status diagnosis, List<String> tests) {}

    /** Reads the results and writes all files. */
    Summary write(Suppression suppression, boolean parquet) throws IOException {
        Tally tally = new Tally(knowledge);
        try (BufferedReader results = Files.newBufferedReader(folder.resolve(ResultFolder.RESULTS));
                OutputStream candidates = Files.newOutputStream(folder.resolve(WHOM_TO_TEST));
                Rows rows = parquet ? new ParquetRows(folder.resolve(PARQUET)) : result -> {}) {
            for (String line = results.readLine(); line != null; line = results.readLine()) {
                Result result = Result.read(line);
                tally.add(result);
                rows.add(result);
                if (result.mayBeUndiagnosed()) {
                    candidates.write(Json.line(new Candidate(
                            result.at(),
                            result.id(),
                            result.diagnosis(),
                            result.testsForSps().toList())));
                }
            }
        }
        try (BufferedReader setAside = Files.newBufferedReader(folder.resolve(ResultFolder.SET_ASIDE))) {
            for (String line = setAside.readLine(); line != null; line = setAside.readLine()) {
                tally.add(Json.read(line, SetAside.class));
            }
        }
        Summary summary = tally.summary(suppression);
        write(TEXT, SummaryText.of(summary));
        write(CSV, SummaryCsv.of(summary));
        write(JSON, Json.page(summary));
        write(PAGE, SummaryPage.of(summary, knowledge));
        return summary;
    }

    private void write(String name, String content) throws IOException {
        try (BufferedWriter file = Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8)) {
            file.write(content);
        }
    }

    /** Takes results one after the other. */
    @FunctionalInterface
    interface Rows extends Closeable {

        void add(Result result) throws IOException;

        @Override
        default void close() throws IOException {}
    }
}
