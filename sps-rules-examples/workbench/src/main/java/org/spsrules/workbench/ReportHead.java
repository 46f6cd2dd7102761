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
     * @param cited whether it says where the case was published, which nobody reads in an emergency
     */
    static void write(Report report, boolean cited, Sheet page) {
        page.paragraph(Tone.STRONG, report.title().orElse("Patient case"));
        report.citation().filter(citation -> cited).ifPresent(citation -> page.paragraph(Tone.FAINT, citation));
        page.paragraph(Tone.FAINT, "As of " + report.asOf());
        page.gap();
        Standing standing = report.standing();
        page.field(0, "Line", ItemWords.place(standing).orElse("none"));
        standing.reason().forEach(reason -> page.field(0, "Note", reason));
        if (standing.lineInForce() != Line.NONE && standing.lineInForce() != standing.line()) {
            page.field(0, "So far", "treatments have reached the " + standing.lineInForce() + " line");
        }
    }
}
