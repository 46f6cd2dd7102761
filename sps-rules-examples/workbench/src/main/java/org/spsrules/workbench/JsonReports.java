package org.spsrules.workbench;

import java.util.List;
import java.util.function.Supplier;
import org.spsrules.OpenQuestion;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.io.ReportWriter;

/** Shows reports as a JSON array with one element for each case, which is null if the case has no report. */
final class JsonReports implements Reports {

    private final Terminal terminal;
    private final ReportWriter writer = new ReportWriter();
    private String before = "[\n";

    JsonReports(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void show(String name, PatientCase patientCase, Report report, Supplier<List<OpenQuestion>> questions) {
        add(writer.json(report));
    }

    @Override
    public void passOver() {
        add("null");
    }

    private void add(String element) {
        terminal.write(before + element);
        before = ",\n";
    }

    @Override
    public void end() {
        terminal.write("\n]\n");
    }
}
