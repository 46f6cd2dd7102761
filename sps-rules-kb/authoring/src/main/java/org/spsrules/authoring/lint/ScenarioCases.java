package org.spsrules.authoring.lint;

import org.spsrules.InvalidCaseException;
import org.spsrules.Problem;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.io.PatientCaseReader;

/** The case of every scenario is a valid one. */
final class ScenarioCases implements Check {

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        PatientCaseReader reader = new PatientCaseReader(subject.vocabulary());
        for (Scenario scenario : subject.scenarios()) {
            try {
                reader.read(scenario.patientCase());
            } catch (InvalidCaseException e) {
                for (Problem problem : e.problems()) {
                    diagnostics.add(
                            scenario.file(),
                            problem.position().orElse(scenario.position()),
                            LintCode.SCENARIO,
                            problem.toString());
                }
            }
        }
    }
}
