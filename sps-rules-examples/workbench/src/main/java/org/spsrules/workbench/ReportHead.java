package org.spsrules.workbench;

import org.spsrules.Line;
import org.spsrules.Report;
import org.spsrules.Report.Standing;
import org.spsrules.workbench.Colours.Tone;

/** The head of a report: whose it is, of which day, and where the patient stands on the ladder. */
final class ReportHead {

    private ReportHead() {}

    /**
     * Writes the head.
     *
     * @param roomy whether there is room for the date on its own, and for where the case was published, which nobody reads in
     *     an emergency or before a long page
     */
    static void write(Report report, boolean roomy, Sheet page) {
        String title = report.title().orElse("Patient case");
        if (roomy) {
            page.paragraph(Tone.STRONG, title);
            report.citation().ifPresent(citation -> page.paragraph(Tone.FAINT, citation));
            page.paragraph(Tone.FAINT, "As of " + report.asOf());
        } else {
            page.paragraph(Tone.STRONG, title + " (as of " + report.asOf() + ")");
        }
        page.gap();
        Standing standing = report.standing();
        page.field(0, "Line", ItemWords.place(standing).orElse("none"));
        standing.reason().forEach(reason -> page.field(0, "Note", reason));
        if (standing.lineInForce() != Line.NONE && standing.lineInForce() != standing.line()) {
            page.field(0, "So far", "treatments have reached the " + standing.lineInForce() + " line");
        }
    }
}
