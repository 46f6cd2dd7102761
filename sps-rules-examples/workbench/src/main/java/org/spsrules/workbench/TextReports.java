package org.spsrules.workbench;

import java.util.List;
import java.util.function.Supplier;
import org.spsrules.OpenQuestion;
import org.spsrules.PatientCase;
import org.spsrules.Report;

/** Shows reports as text; several are told apart by the names of their files. */
final class TextReports implements Reports {

    /** Questions take longer to find than reports to make, and nobody reads those of very many cases. */
    static final int FEW = 20;

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
    public void show(String name, PatientCase patientCase, Report report, Supplier<List<OpenQuestion>> questions) {
        String heading = cases > 1 ? "==> " + terminal.look().alphabet().spell(name) + " <==\n\n" : "";
        terminal.write(gap + heading + text.of(report, cases <= FEW ? questions.get() : List.of()));
        gap = "\n\n";
    }
}
