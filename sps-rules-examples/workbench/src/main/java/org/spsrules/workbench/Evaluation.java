package org.spsrules.workbench;

import java.util.List;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.Problem;
import org.spsrules.RuleFailedException;
import org.spsrules.SpsRules;
import org.spsrules.io.PatientCaseReader;

/** Evaluates one case after the other; none keeps the others back. */
final class Evaluation {

    private final SpsRules rules;
    private final PatientCaseReader reader;
    private final Reports reports;
    private final Terminal terminal;
    private ExitCode exitCode = ExitCode.WELL;

    Evaluation(SpsRules rules, PatientCaseReader reader, Reports reports, Terminal terminal) {
        this.rules = rules;
        this.reader = reader;
        this.reports = reports;
        this.terminal = terminal;
    }

    /** Shows a report for each case, or what is wrong with it. */
    ExitCode of(List<CaseInput> inputs) {
        Progress progress = new Progress(terminal.progress(), inputs.size());
        for (CaseInput input : inputs) {
            progress.advance();
            try {
                PatientCase patientCase = reader.read(input.text(), input.name());
                reports.show(
                        input.name(), patientCase, rules.evaluate(patientCase), () -> rules.questions(patientCase));
            } catch (UnreadableException e) {
                progress.clear();
                passOver(input, List.of(e.problem()), ExitCode.UNUSABLE_INPUT);
            } catch (InvalidCaseException e) {
                progress.clear();
                passOver(input, e.problems(), ExitCode.UNUSABLE_INPUT);
            } catch (RuleFailedException e) {
                progress.clear();
                passOver(input, List.of(new Problem("", String.valueOf(e.getMessage()))), ExitCode.FAILURE);
            }
        }
        progress.clear();
        reports.end();
        return exitCode;
    }

    private void passOver(CaseInput input, List<Problem> problems, ExitCode reason) {
        problems.forEach(problem -> terminal.complain(input.name(), problem));
        reports.passOver();
        exitCode = exitCode.or(reason);
    }
}
