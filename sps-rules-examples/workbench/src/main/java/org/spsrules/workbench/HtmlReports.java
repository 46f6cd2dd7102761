package org.spsrules.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.spsrules.OpenQuestion;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.pages.Frame;
import org.spsrules.pages.Templates;
import org.spsrules.pages.ladder.LadderPicture;
import org.spsrules.pages.ladder.LadderPicture.Format;
import org.spsrules.pages.report.ReportView;
import org.spsrules.pages.report.ReportView.Single;

/** Shows reports as one page for a browser or for paper, which needs no other file. */
final class HtmlReports implements Reports {

    private final Terminal terminal;
    private final ReportText text;
    private final Knowledge knowledge;
    private final boolean forPatient;
    private final int cases;
    private final LadderPicture ladder;
    private final List<Single> reports = new ArrayList<>();

    /**
     * Shows reports as a page.
     *
     * @param forPatient whether it is for the patient, and says nothing else
     * @param cases how many there are
     */
    HtmlReports(Terminal terminal, ReportText text, Knowledge knowledge, boolean forPatient, int cases) {
        this.terminal = terminal;
        this.text = text;
        this.knowledge = knowledge;
        this.forPatient = forPatient;
        this.cases = cases;
        this.ladder = LadderPicture.of(knowledge);
    }

    @Override
    public void show(String name, PatientCase patientCase, Report report, Supplier<List<OpenQuestion>> questions) {
        HtmlSheet sheet = HtmlSheet.titled();
        if (forPatient) {
            text.writeForPatient(report, sheet);
            reports.add(sheet.report(List.of(), List.of()));
        } else {
            HtmlSheet foundations = HtmlSheet.untitled();
            text.write(report, cases <= TextReports.FEW ? questions.get() : List.of(), sheet, foundations);
            LadderPicture place = ladder.marking(report.standing());
            reports.add(
                    sheet.report(List.of(place.svg(Format.WIDE), place.svg(Format.NARROW)), foundations.sections()));
        }
    }

    @Override
    public void end() {
        if (reports.isEmpty()) {
            return;
        }
        String title = reports.size() == 1 ? reports.get(0).title() : reports.size() + " reports";
        Frame frame = Frame.of(title, Optional.empty(), knowledge);
        terminal.write(Templates.render("report/reports", new ReportView(frame, List.copyOf(reports))));
    }
}
