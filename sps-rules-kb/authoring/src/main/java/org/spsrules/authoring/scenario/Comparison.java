package org.spsrules.authoring.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.Report;
import org.spsrules.Report.Subject;
import org.spsrules.authoring.scenario.Scenario.Expectation;

/** Holds a report against what a scenario expects. */
public final class Comparison {

    private final Expectation expected;

    public Comparison(Scenario scenario) {
        this.expected = scenario.expected();
    }

    /** What is wrong with the rule beside the scenario applying, or not applying. */
    public Optional<String> ofRule(boolean applies) {
        return expected.fires()
                .filter(fires -> fires != applies)
                .map(fires -> fires
                        ? "expected the rule to apply, and it does not"
                        : "expected the rule not to apply, and it does");
    }

    /** Whether anything is expected of the report. */
    public boolean looksAtReport() {
        return expected.line().isPresent()
                || Stream.of(
                                expected.recommends(),
                                expected.doesNotRecommend(),
                                expected.withholds(),
                                expected.alerts(),
                                expected.doesNotAlert(),
                                expected.says())
                        .anyMatch(list -> !list.isEmpty());
    }

    /** What is wrong with what the report shows. */
    public List<String> ofReport(Report report) {
        List<String> mismatches = new ArrayList<>();
        expected.line()
                .filter(line -> line != report.standing().line())
                .ifPresent(line -> mismatches.add(
                        "expected line " + line + ", got " + report.standing().line()));
        Set<String> recommended =
                phrases(report.recommendations().stream().map(item -> phrase(item.action(), item.subject().stream())));
        Set<String> withheld =
                phrases(report.withheld().stream().map(item -> phrase(item.action(), item.subject().stream())));
        Set<String> alerts =
                phrases(report.everyAlert().map(alert -> alert.basis().ruleId()));
        missing("the recommendation", expected.recommends(), recommended, mismatches);
        unwanted("recommendation", expected.doesNotRecommend(), recommended, mismatches);
        missing("to be withheld", expected.withholds(), withheld, mismatches);
        missing("the alert", expected.alerts(), alerts, mismatches);
        unwanted("alert", expected.doesNotAlert(), alerts, mismatches);
        unsaid(report, mismatches);
        return mismatches;
    }

    private void unsaid(Report report, List<String> mismatches) {
        Set<String> texts = expected.says().isEmpty() ? Set.of() : ReportTexts.of(report);
        for (String text : expected.says()) {
            if (texts.stream().noneMatch(said -> said.contains(text))) {
                mismatches.add("expected the report to say \"" + text + "\", and nothing in it does");
            }
        }
    }

    private static Set<String> phrases(Stream<String> phrases) {
        return phrases.collect(Collectors.toCollection(TreeSet::new));
    }

    private static String phrase(String action, Stream<Subject> subject) {
        return subject.map(about -> action + " " + about.code()).findFirst().orElse(action);
    }

    private static void missing(String what, Collection<String> expected, Set<String> actual, List<String> mismatches) {
        for (String phrase : expected) {
            if (!actual.contains(phrase)) {
                mismatches.add("expected " + what + " \"" + phrase + "\", got "
                        + (actual.isEmpty() ? "none" : String.join(", ", actual)));
            }
        }
    }

    private static void unwanted(
            String what, Collection<String> unwanted, Set<String> actual, List<String> mismatches) {
        for (String phrase : unwanted) {
            if (actual.contains(phrase)) {
                mismatches.add("expected no " + what + " \"" + phrase + "\", and it is there");
            }
        }
    }
}
