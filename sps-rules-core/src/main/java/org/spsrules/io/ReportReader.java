package org.spsrules.io;

import static org.spsrules.internal.Given.given;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Optional;
import org.spsrules.Problem;
import org.spsrules.Report;
import org.spsrules.UnreadableReportException;

/**
 * Reads reports that {@link ReportWriter} wrote, in the format {@value ReportWriter#FORMAT}: what is read equals what was
 * written. Fields that this version does not know are passed over, because a later one may have added them. Immutable and
 * safe for use by several threads.
 */
public final class ReportReader {

    /**
     * Reads a report.
     *
     * @param json the whole document
     * @throws UnreadableReportException if it is none, or of another format
     */
    public Report read(String json) {
        given(json, "json");
        try {
            return read(Documents.readJson(json));
        } catch (Documents.UnreadableException e) {
            throw new UnreadableReportException(e.problem());
        }
    }

    /**
     * Reads a report to the end of the source, and leaves it open.
     *
     * @throws UnreadableReportException like {@link #read(String)}
     * @throws IOException if the source fails
     */
    public Report read(Reader source) throws IOException {
        given(source, "source");
        return read(Documents.text(source));
    }

    /**
     * Reads a report in UTF-8 to the end of the source, and leaves it open.
     *
     * @throws UnreadableReportException like {@link #read(String)}
     * @throws IOException if the source fails
     */
    public Report read(InputStream source) throws IOException {
        given(source, "source");
        try {
            return read(Documents.text(source));
        } catch (Documents.UnreadableException e) {
            throw new UnreadableReportException(e.problem());
        }
    }

    /**
     * Reads a report that is part of a document, as it is of an explanation.
     *
     * @throws UnreadableReportException like {@link #read(String)}
     */
    public Report read(Node node) {
        given(node, "node");
        checkFormat(node);
        return RecordReading.of(Report.class, node);
    }

    private static void checkFormat(Node node) {
        Optional<Node> format = node instanceof Node.Fields fields ? fields.get("format") : Optional.empty();
        if (format.isEmpty()) {
            throw refusal(node, "is missing; write " + ReportWriter.FORMAT);
        } else if (!(format.get() instanceof Node.Scalar scalar && scalar.text().equals(ReportWriter.FORMAT))) {
            throw refusal(
                    format.get(),
                    "this version reads " + ReportWriter.FORMAT + "; found "
                            + format.get().describe());
        }
    }

    private static UnreadableReportException refusal(Node node, String message) {
        return new UnreadableReportException(
                new Problem(Problem.Kind.UNREADABLE, "format", message, Optional.of(node.position())));
    }
}
