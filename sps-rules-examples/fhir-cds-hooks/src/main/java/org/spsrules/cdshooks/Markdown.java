package org.spsrules.cdshooks;

import java.util.List;
import java.util.stream.Collectors;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.fhir.record.Unused;

/** The details of cards. What stands in a record is no markup, so it is written such that nothing of it is read as any. */
final class Markdown {

    private Markdown() {}

    /** A text in which no character has a meaning for Markdown or HTML. */
    static String plain(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>|!&]|(?<!\\S)#)", "\\\\$1").replaceAll("\\s+", " ");
    }

    /** What an alert says, why, and what to do. */
    static String alert(Alert alert) {
        StringBuilder text = new StringBuilder("**" + plain(alert.title()) + "**\n\n");
        alert.reason().ifPresent(reason -> text.append(plain(reason)).append("\n\n"));
        alert.how().ifPresent(how -> text.append(plain(how)).append("\n\n"));
        alert.obstacles()
                .forEach(obstacle ->
                        text.append("- ").append(plain(obstacle.reason())).append('\n'));
        if (!alert.basis().because().isEmpty()) {
            text.append("Because of: ")
                    .append(plain(String.join("; ", alert.basis().because())))
                    .append("\n\n");
        }
        text.append("Rule ")
                .append(plain(alert.basis().ruleId()))
                .append("; ")
                .append(plain(citations(alert.basis().citations())))
                .append("\n\n");
        return text.toString();
    }

    private static String citations(List<Report.Citation> citations) {
        return citations.stream().map(Report.Citation::id).collect(Collectors.joining(", "));
    }

    /**
     * Everything that does not interrupt.
     *
     * @param quiet the alerts among it
     */
    static String report(Report report, List<Alert> quiet, List<Unused> unused) {
        StringBuilder text = new StringBuilder();
        report.standing().reason().forEach(reason -> text.append(plain(reason)).append("\n\n"));
        section(
                text,
                "Recommended",
                report.recommendations().stream().map(Markdown::advice).toList());
        section(
                text,
                "Withheld",
                report.withheld().stream()
                        .map(withheld -> withheld.title() + ": "
                                + withheld.obstacles().stream()
                                        .map(Report.Obstacle::reason)
                                        .collect(Collectors.joining(" ")))
                        .toList());
        section(
                text,
                "Alerts that need not interrupt here",
                quiet.stream()
                        .map(alert -> alert.title() + (alert.acknowledged() ? " (acknowledged)" : ""))
                        .toList());
        section(
                text,
                "Not known",
                report.questions().stream().map(Report.Question::text).toList());
        text.append(unused(unused));
        section(text, "Notes", report.notes().stream().map(Report.Note::text).toList());
        return text.toString();
    }

    /** What of a record was not used as it stands. */
    static String unused(List<Unused> unused) {
        StringBuilder text = new StringBuilder();
        section(text, "Not used", unused.stream().map(Unused::toString).toList());
        return text.toString();
    }

    private static String advice(Report.Recommendation advice) {
        return advice.title() + advice.reason().map(reason -> ": " + reason).orElse("");
    }

    private static void section(StringBuilder text, String title, List<String> items) {
        if (!items.isEmpty()) {
            text.append("**").append(title).append("**\n\n");
            items.forEach(item -> text.append("- ").append(plain(item)).append('\n'));
            text.append('\n');
        }
    }
}
