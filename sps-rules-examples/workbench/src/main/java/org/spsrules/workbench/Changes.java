package org.spsrules.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.spsrules.OpenQuestion;
import org.spsrules.Report;
import org.spsrules.ReportDifference;
import org.spsrules.SpsRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The subcommand {@code changes}. */
@Command(
        name = "changes",
        description = "Says what a report of a patient says otherwise since an earlier visit.",
        footer = {
            "",
            "Exit codes: 0 both cases have their report, 2 wrong usage or a case that cannot be",
            "read, 3 sps itself failed."
        })
final class Changes implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The case as it was, in YAML or JSON.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "The case as it is now; or - for the standard input.")
    private String after = "";

    @Mixin
    private RulesInUse rulesInUse = new RulesInUse();

    @Mixin
    private UnknownTerms unknownTerms = new UnknownTerms();

    @Mixin
    private HelpOption help = new HelpOption();

    Changes(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        for (String argument : List.of(before, after)) {
            if (CaseInputs.isFolder(argument)) {
                terminal.complain(argument + ": error: is a folder; changes takes two cases");
                return ExitCode.UNUSABLE_INPUT.number();
            }
        }
        List<CaseInput> inputs = new CaseInputs(terminal.in()).of(List.of(before, after));
        return rulesInUse.ask(terminal, rules -> between(inputs, rules)).number();
    }

    private ExitCode between(List<CaseInput> inputs, SpsRules rules) {
        Both reports = new Both();
        ExitCode exitCode =
                new Evaluation(rules, unknownTerms.reader(rules.vocabulary()), reports, terminal).of(inputs);
        if (reports.shown.size() == inputs.size()) {
            TextPage page = new TextPage(terminal.look());
            Report now = reports.shown.get(1);
            new ChangesPage(page).write(ReportDifference.between(reports.shown.get(0), now));
            new Footer(page, List.of()).status(now, "");
            terminal.write(page.text());
        }
        return exitCode;
    }

    /** Keeps the reports until both are there. */
    private static final class Both implements Reports {

        private final List<Report> shown = new ArrayList<>();

        @Override
        public void show(String name, Report report, Supplier<List<OpenQuestion>> questions) {
            shown.add(report);
        }

        @Override
        public void passOver() {}

        @Override
        public void end() {}
    }
}
