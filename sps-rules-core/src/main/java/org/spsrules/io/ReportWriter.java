package org.spsrules.io;

import org.spsrules.Report;

/** Writes reports in the format {@value #FORMAT}. Safe for use by several threads. */
public final class ReportWriter {

    /** The name of the format, which a report states in its field {@code format}. */
    public static final String FORMAT = "sps-report/1";

    /** The report as JSON; equal reports give the same characters, with {@code \n} at the ends of lines. */
    public String json(Report report) {
        return PrettyJson.of(FORMAT, json -> RecordWriting.fields(report, json));
    }
}
