package org.spsrules.workbench;

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
    public void show(String name, Report report) {
        terminal.write(writer.json(report) + "\n");
    }

    @Override
    public void passOver() {}

    @Override
    public void end() {}
}
