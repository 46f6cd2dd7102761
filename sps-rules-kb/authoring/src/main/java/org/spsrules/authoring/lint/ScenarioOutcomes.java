package org.spsrules.authoring.lint;

import java.util.List;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.ScenarioFile;
import org.spsrules.internal.rule.Rule;

/** A rule has a scenario in which it applies and one in which it does not. */
final class ScenarioOutcomes implements Check {

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        for (ParsedRule rule : subject.rules()) {
            String file = ScenarioFile.pathOf(rule.rule().id());
            List<Scenario> scenarios = subject.scenariosOf(rule);
            boolean isWithout = subject.scenarios().stream()
                    .noneMatch(scenario -> scenario.file().equals(file));
            if (isWithout || subject.faultyScenarios().contains(file)) {
                // Which outcome the faulty one was to show is not known.
                continue;
            }
            String of = Rule.rowOf(rule.rule().id())
                    .map(row -> " of: " + row + " and")
                    .orElse("");
            if (!expects(scenarios, true)) {
                diagnostics.add(
                        file,
                        LintCode.NO_FIRING_SCENARIO,
                        "no scenario shows the rule applying; write one with" + of + " expect: fires");
            }
            if (!expects(scenarios, false)) {
                diagnostics.add(
                        file,
                        LintCode.NO_SILENT_SCENARIO,
                        "no scenario shows the rule keeping silent; write one with" + of
                                + " expect: silent that differs by one fact");
            }
        }
    }

    private static boolean expects(List<Scenario> scenarios, Boolean fires) {
        return scenarios.stream()
                .anyMatch(scenario ->
                        scenario.expected().fires().filter(fires::equals).isPresent());
    }
}
