package org.spsrules.authoring.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.Report;
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
        ReportPhrases phrases = ReportPhrases.of(report);
        missing("the recommendation", expected.recommends(), phrases.recommended(), mismatches);
        unwanted("recommendation", expected.doesNotRecommend(), phrases.recommended(), mismatches);
        missing("to be withheld", expected.withholds(), phrases.withheld(), mismatches);
        expected.alerts().stream()
                .filter(alert -> !phrases.isAlert(alert))
                .forEach(alert -> mismatches.add(missing("the alert", alert, phrases.alerts())));
        expected.doesNotAlert().stream()
                .filter(phrases::isAlert)
                .forEach(alert -> mismatches.add(unwanted("alert", alert)));
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

    private static void missing(String what, Collection<String> expected, Set<String> actual, List<String> mismatches) {
        expected.stream()
                .filter(phrase -> !actual.contains(phrase))
                .forEach(phrase -> mismatches.add(missing(what, phrase, actual)));
    }

    private static String missing(String what, String phrase, Set<String> actual) {
        return "expected " + what + " \"" + phrase + "\", got "
                + (actual.isEmpty() ? "none" : String.join(", ", actual));
    }

    private static void unwanted(
            String what, Collection<String> unwanted, Set<String> actual, List<String> mismatches) {
        unwanted.stream().filter(actual::contains).forEach(phrase -> mismatches.add(unwanted(what, phrase)));
    }

    private static String unwanted(String what, String phrase) {
        return "expected no " + what + " \"" + phrase + "\", and it is there";
    }
}
