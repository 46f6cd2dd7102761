package org.spsrules.workbench;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.Problem;
import org.spsrules.RuleFailedException;
import org.spsrules.SpsRules;
import org.spsrules.UnknownTherapyException;
import org.spsrules.io.ExplanationWriter;
import org.spsrules.workbench.ReportText.Detail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The subcommand {@code explain}. */
@Command(
        name = "explain",
        description = "Says why a report says what it says, or why it does not recommend a therapy.",
        footer = {
            "",
            "Exit codes: 0 the case is explained, 2 wrong usage, an unknown therapy or a case",
            "that cannot be read, 3 sps itself failed."
        })
final class Explain extends Subcommand {

    @Parameters(paramLabel = "CASE", description = "A case in YAML or JSON; or - for the standard input.")
    private String argument = "";

    @Option(
            names = "--therapy",
            paramLabel = "X",
            description =
                    "Say why this therapy or class is not recommended, and the smallest change that would bring it.")
    private @Nullable String therapy;

    @Mixin
    private RulesInUse rulesInUse = new RulesInUse();

    @Mixin
    private OutputFormat format = new OutputFormat();

    @Option(
            names = {"-v", "--verbose"},
            description = "Show also what rules had to be silent, and every rule that could recommend the therapy.")
    private boolean verbose;

    @Mixin
    private UnknownTerms unknownTerms = new UnknownTerms();

    Explain(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        List<CaseInput> inputs = new CaseInputs(terminal.in()).of(List.of(argument));
        if (inputs.size() > 1 || CaseInputs.isFolder(argument)) {
            terminal.complain(argument + ": error: is a folder; explain takes one case");
            return ExitCode.UNUSABLE_INPUT.number();
        }
        return rulesInUse.ask(terminal, rules -> explain(rules, inputs.get(0))).number();
    }

    private ExitCode explain(SpsRules rules, CaseInput input) {
        try {
            PatientCase patientCase = unknownTerms.reader(rules.vocabulary()).read(input.text(), input.name());
            terminal.write(therapy == null ? why(rules, patientCase) : whyNot(rules, patientCase, therapy));
            return ExitCode.WELL;
        } catch (UnreadableException e) {
            return refuse(input, List.of(e.problem()), ExitCode.UNUSABLE_INPUT);
        } catch (InvalidCaseException e) {
            return refuse(input, e.problems(), ExitCode.UNUSABLE_INPUT);
        } catch (UnknownTherapyException e) {
            terminal.complain("--therapy: error: " + e.getMessage());
            return ExitCode.UNUSABLE_INPUT;
        } catch (RuleFailedException e) {
            return refuse(input, List.of(new Problem("", String.valueOf(e.getMessage()))), ExitCode.FAILURE);
        }
    }

    private ExitCode refuse(CaseInput input, List<Problem> problems, ExitCode reason) {
        problems.forEach(problem -> terminal.complain(input.name(), problem));
        return reason;
    }

    private Detail detail() {
        return verbose ? Detail.FULL : Detail.SHORT;
    }

    private String why(SpsRules rules, PatientCase patientCase) {
        if (format.isJson()) {
            return new ExplanationWriter().json(rules.explain(patientCase), rules.questions(patientCase)) + "\n";
        }
        TextPage page = new TextPage(terminal.look());
        new WhyPage(page, detail()).write(rules.explain(patientCase), rules.questions(patientCase));
        return page.text();
    }

    private String whyNot(SpsRules rules, PatientCase patientCase, String asked) {
        if (format.isJson()) {
            return new ExplanationWriter().json(rules.whyNot(patientCase, asked)) + "\n";
        }
        TextPage page = new TextPage(terminal.look());
        new WhyNotPage(page, detail(), rules.vocabulary()).write(rules.whyNot(patientCase, asked));
        return page.text();
    }
}
