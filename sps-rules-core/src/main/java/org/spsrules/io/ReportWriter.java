package org.spsrules.io;

import static org.spsrules.internal.Given.given;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.spsrules.Report;

/** Writes reports in the format {@value #FORMAT}. Immutable and safe for use by several threads. */
public final class ReportWriter {

    /** The name of the format, which a report states in its field {@code format}. */
    public static final String FORMAT = "sps-report/1";

    private final Layout layout;

    /** Writes reports with a line for each field. */
    public ReportWriter() {
        this(Layout.INDENTED);
    }

    private ReportWriter(Layout layout) {
        this.layout = layout;
    }

    /** A writer of the same content on one line, for streams and storage. */
    public ReportWriter compact() {
        return new ReportWriter(Layout.COMPACT);
    }

    /** The report as JSON; equal reports give the same characters, with {@code \n} at the ends of lines. */
    public String json(Report report) {
        given(report, "report");
        return layout.document(FORMAT, json -> RecordWriting.fields(report, json));
    }

    /**
     * Writes the report as JSON, and leaves the target open.
     *
     * @throws IOException if the target fails
     */
    public void write(Report report, Writer target) throws IOException {
        given(target, "target").write(json(report));
    }

    /**
     * Writes the report as JSON in UTF-8, and leaves the target open.
     *
     * @throws IOException if the target fails
     */
    public void write(Report report, OutputStream target) throws IOException {
        given(target, "target").write(json(report).getBytes(StandardCharsets.UTF_8));
    }
}
