package org.spsrules.authoring.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.Problem;
import org.spsrules.Report;
import org.spsrules.RuleFailedException;
import org.spsrules.SpsRules;
import org.spsrules.io.PatientCaseReader;

/** Runs scenarios. Thread-safe. */
public final class ScenarioRun {

    private final SpsRules rules;
    private final PatientCaseReader reader;
    private final BiFunction<PatientCase, Report, List<String>> scrutiny;

    /** Runs scenarios with these rules. */
    public ScenarioRun(SpsRules rules) {
        this(rules, (patientCase, report) -> List.of());
    }

    /**
     * Runs scenarios with these rules.
     *
     * @param scrutiny what else is wrong with a report, whatever its scenario expects
     */
    public ScenarioRun(SpsRules rules, BiFunction<PatientCase, Report, List<String>> scrutiny) {
        this.rules = rules;
        this.scrutiny = scrutiny;
        this.reader = new PatientCaseReader(rules.vocabulary());
    }

    /** Where a scenario's outcome is not what was expected; empty if all is well. */
    public List<String> mismatches(Scenario scenario) {
        try {
            PatientCase patientCase = reader.read(scenario.patientCase());
            Report report = rules.evaluate(patientCase);
            List<String> mismatches = new ArrayList<>(mismatches(scenario, report));
            mismatches.addAll(scrutiny.apply(patientCase, report));
            return mismatches;
        } catch (InvalidCaseException e) {
            return e.problems().stream().map(ScenarioRun::described).toList();
        } catch (RuleFailedException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** Where a report on the case of a scenario is not what was expected; empty if all is well. */
    public static List<String> mismatches(Scenario scenario, Report report) {
        Comparison comparison = new Comparison(scenario);
        List<String> mismatches = new ArrayList<>();
        comparison.ofRule(report.appliedRules().contains(scenario.ruleId())).ifPresent(mismatches::add);
        mismatches.addAll(comparison.ofReport(report));
        return mismatches;
    }

    private static String described(Problem problem) {
        return problem.position().map(position -> "line " + position + ": ").orElse("") + problem;
    }
}
