package org.spsrules.workbench;

import java.util.List;
import java.util.function.Supplier;
import org.spsrules.OpenQuestion;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.io.ReportWriter;

/** Shows the report of one case as a JSON document; nothing if it has none. */
final class JsonReport implements Reports {

    private final Terminal terminal;
    private final ReportWriter writer = new ReportWriter();

    JsonReport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void show(String name, PatientCase patientCase, Report report, Supplier<List<OpenQuestion>> questions) {
        terminal.write(writer.json(report) + "\n");
    }
}
