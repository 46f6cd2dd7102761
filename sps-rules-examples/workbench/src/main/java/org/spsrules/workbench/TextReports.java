package org.spsrules.workbench;

import org.spsrules.Report;

/** Shows reports as text; several are told apart by the names of their files. */
final class TextReports implements Reports {

    private final Terminal terminal;
    private final ReportText text;
    private final int cases;
    private String gap = "";

    TextReports(Terminal terminal, ReportText text, int cases) {
        this.terminal = terminal;
        this.text = text;
        this.cases = cases;
    }

    @Override
    public void show(String name, Report report) {
        String heading = cases > 1 ? "==> " + terminal.look().alphabet().spell(name) + " <==\n\n" : "";
        terminal.write(gap + heading + text.of(report));
        gap = "\n\n";
    }

    @Override
    public void passOver() {}

    @Override
    public void end() {}
}
