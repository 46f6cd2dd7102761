package org.spsrules.workbench;

import java.util.List;
import org.spsrules.SpsRules;
import org.spsrules.workbench.ReportText.Detail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The subcommand {@code evaluate}. */
@Command(
        name = "evaluate",
        description = "Says what the knowledge base recommends for patient cases.",
        footer = {
            "",
            "A case that cannot be read is reported on the standard error as",
            "path:line:column: error: message, and does not keep the others back.",
            "",
            "JSON is a document for one file, and for a folder or several files an array",
            "with one element for each case, in order, null for one that cannot be read.",
            "",
            "Exit codes: 0 every case has its report, 2 wrong usage or a case that cannot be",
            "read, 3 sps itself failed."
        })
final class Evaluate extends Subcommand {

    @Parameters(
            paramLabel = "CASE",
            arity = "1..*",
            description = {
                "A case in YAML or JSON; a folder, for all cases in it and in the folders below (files that end in yaml,"
                        + " yml or json); or - for the standard input."
            })
    private List<String> arguments = List.of();

    @Mixin
    private RulesInUse rulesInUse = new RulesInUse();

    @Mixin
    private ReportFormat format = new ReportFormat();

    @Option(
            names = {"-v", "--verbose"},
            description = {
                "Say everything, and spell out what each item rests on: facts, statements, evidence, rule, review and"
                        + " codes. JSON always does."
            })
    private boolean verbose;

    @Option(
            names = "--patient",
            description = {
                "Add a block with what is to be said to the patient, in plain words. A page (--html) is then for the patient, and"
                        + " says nothing else."
            })
    private boolean forPatient;

    @Mixin
    private UnknownTerms unknownTerms = new UnknownTerms();

    Evaluate(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        List<CaseInput> inputs = new CaseInputs(terminal.in()).of(arguments);
        return rulesInUse.ask(terminal, rules -> evaluation(inputs, rules)).number();
    }

    private ExitCode evaluation(List<CaseInput> inputs, SpsRules rules) {
        return new Evaluation(rules, unknownTerms.reader(rules.vocabulary()), reports(inputs.size(), rules), terminal)
                .of(inputs);
    }

    private Reports reports(int cases, SpsRules rules) {
        Detail detail = verbose ? Detail.FULL : Detail.SHORT;
        ReportText text = new ReportText(terminal.look(), detail, forPatient, rules.knowledge());
        return switch (format.name()) {
            case text -> new TextReports(terminal, text, cases);
            case html -> new HtmlReports(terminal, text, rules.knowledge(), forPatient, cases);
            case json ->
                arguments.size() > 1 || CaseInputs.isFolder(arguments.get(0))
                        ? new JsonReports(terminal)
                        : new JsonReport(terminal);
        };
    }
}
