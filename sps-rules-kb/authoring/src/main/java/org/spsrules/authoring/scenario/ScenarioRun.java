package org.spsrules.authoring.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.InvalidCaseException;
import org.spsrules.Problem;
import org.spsrules.Report;
import org.spsrules.Report.Subject;
import org.spsrules.SpsRules;
import org.spsrules.authoring.scenario.Scenario.Expectation;
import org.spsrules.io.PatientCaseReader;

/** Runs scenarios. Thread-safe. */
public final class ScenarioRun {

    private final SpsRules rules;
    private final PatientCaseReader reader;

    /** Runs scenarios with these rules. */
    public ScenarioRun(SpsRules rules) {
        this.rules = rules;
        this.reader = new PatientCaseReader(rules.vocabulary());
    }

    /** Where a scenario's outcome is not what was expected; empty if all is well. */
    public List<String> mismatches(Scenario scenario) {
        Report report;
        try {
            report = rules.evaluate(reader.read(scenario.patientCase()));
        } catch (InvalidCaseException e) {
            return e.problems().stream().map(ScenarioRun::described).toList();
        }
        return new Comparison(report).with(scenario);
    }

    private static String described(Problem problem) {
        return problem.position().map(position -> "line " + position + ": ").orElse("") + problem;
    }

    private static final class Comparison {

        private final Report report;
        private final List<String> mismatches = new ArrayList<>();

        Comparison(Report report) {
            this.report = report;
        }

        List<String> with(Scenario scenario) {
            Expectation expected = scenario.expected();
            boolean applied = report.appliedRules().contains(scenario.ruleId());
            expected.fires()
                    .filter(Predicate.isEqual(!applied))
                    .ifPresent(fires -> mismatches.add(
                            fires ? "the rule should apply, and does not" : "the rule should not apply, and does"));
            expected.line()
                    .filter(line -> line != report.standing().line())
                    .ifPresent(line -> mismatches.add("expected line " + line + ", got "
                            + report.standing().line()));
            Set<String> recommended = phrases(
                    report.recommendations().stream().map(item -> phrase(item.action(), item.subject().stream())));
            Set<String> withheld =
                    phrases(report.withheld().stream().map(item -> phrase(item.action(), item.subject().stream())));
            Set<String> alerts =
                    phrases(report.alerts().stream().map(alert -> alert.basis().ruleId()));
            contains("recommendation", recommended, expected.recommends());
            containsNot("recommendation", recommended, expected.doesNotRecommend());
            contains("withheld offer", withheld, expected.withholds());
            contains("alert", alerts, expected.alerts());
            containsNot("alert", alerts, expected.doesNotAlert());
            says(expected.says());
            return mismatches;
        }

        private void says(Collection<String> expected) {
            Set<String> texts = expected.isEmpty() ? Set.of() : ReportTexts.of(report);
            for (String text : expected) {
                if (texts.stream().noneMatch(said -> said.contains(text))) {
                    mismatches.add("nothing in the report says \"" + text + "\"");
                }
            }
        }

        private static Set<String> phrases(Stream<String> phrases) {
            return phrases.collect(Collectors.toCollection(TreeSet::new));
        }

        private static String phrase(String action, Stream<Subject> subject) {
            return subject.map(about -> action + " " + about.code()).findFirst().orElse(action);
        }

        private void contains(String what, Set<String> actual, Collection<String> expected) {
            for (String phrase : expected) {
                if (!actual.contains(phrase)) {
                    mismatches.add("no " + what + " \"" + phrase + "\"; there are " + actual);
                }
            }
        }

        private void containsNot(String what, Set<String> actual, Collection<String> unwanted) {
            for (String phrase : unwanted) {
                if (actual.contains(phrase)) {
                    mismatches.add("there must be no " + what + " \"" + phrase + "\"");
                }
            }
        }
    }
}
