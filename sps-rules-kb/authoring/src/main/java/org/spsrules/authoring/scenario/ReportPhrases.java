package org.spsrules.authoring.scenario;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Subject;
import org.spsrules.internal.rule.AlertLevel;

/**
 * The phrases by which scenarios expect what a report shows.
 *
 * @param recommended what is recommended, each as action and code
 * @param withheld what is withheld, likewise
 * @param alerts the rules whose alert is raised, each as level, id and what it is about
 */
public record ReportPhrases(SortedSet<String> recommended, SortedSet<String> withheld, SortedSet<String> alerts) {

    private static final String ABOUT = " about ";

    /** The phrases of a report. */
    public static ReportPhrases of(Report report) {
        return new ReportPhrases(
                sorted(report.recommendations().stream().map(item -> phrase(item.action(), item.subject().stream()))),
                sorted(report.withheld().stream().map(item -> phrase(item.action(), item.subject().stream()))),
                sorted(report.everyAlert().map(ReportPhrases::phrase)));
    }

    /** Whether a rule raises an alert, of which the level and what it is about may be said. */
    boolean isAlert(String expected) {
        return alerts.stream()
                .anyMatch(alert -> Stream.of(alert, withoutLevel(alert))
                        .anyMatch(said ->
                                said.equals(expected) || withoutSubject(said).equals(expected)));
    }

    /** The id of the rule of an alert that is expected. */
    static String ruleOf(String alert) {
        return withoutSubject(withoutLevel(alert));
    }

    /** What an alert is expected to be about, if that is said. */
    static Optional<String> subjectOf(String alert) {
        int about = alert.indexOf(ABOUT);
        return about < 0 ? Optional.empty() : Optional.of(alert.substring(about + ABOUT.length()));
    }

    private static String withoutSubject(String alert) {
        int about = alert.indexOf(ABOUT);
        return about < 0 ? alert : alert.substring(0, about);
    }

    private static String withoutLevel(String alert) {
        int blank = alert.indexOf(' ');
        return blank > 0 && AlertLevel.of(alert.substring(0, blank)).isPresent() ? alert.substring(blank + 1) : alert;
    }

    private static String phrase(Alert alert) {
        return level(alert).word() + " " + alert.basis().ruleId()
                + alert.subject().map(about -> ABOUT + about.code()).orElse("");
    }

    private static AlertLevel level(Alert alert) {
        return switch (alert.level()) {
            case CRITICAL -> AlertLevel.CRITICAL;
            case WARNING -> AlertLevel.WARNING;
            case INFORMATION -> AlertLevel.NOTE;
        };
    }

    private static SortedSet<String> sorted(Stream<String> phrases) {
        return Collections.unmodifiableSortedSet(phrases.collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String phrase(String action, Stream<Subject> subject) {
        return subject.map(about -> action + " " + about.code()).findFirst().orElse(action);
    }
}
