package org.spsrules.workbench;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.Line;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Standing;
import org.spsrules.Report.Unlisted;
import org.spsrules.Report.Unread;
import org.spsrules.Report.Withheld;
import org.spsrules.ReportDifference;
import org.spsrules.ReportDifference.Change;
import org.spsrules.ReportDifference.Changes;
import org.spsrules.workbench.Colours.Tone;

/** Writes what a later report of a patient says otherwise: what is new, what is gone, and what has changed in the rest. */
final class ChangesPage {

    private final Sheet page;

    ChangesPage(Sheet page) {
        this.page = page;
    }

    /** Writes which reports are compared, and why they may not be those that are meant. */
    void head(Report before, Report after, List<String> doubts) {
        page.field(0, "Before", visit(before));
        page.field(0, "Now", visit(after));
        doubts.forEach(doubt -> page.alert(Alert.Level.WARNING, doubt));
    }

    private static String visit(Report report) {
        return report.asOf() + ", " + report.title().orElse("Patient case");
    }

    void write(ReportDifference difference) {
        if (difference.isEmpty()) {
            page.gap();
            page.paragraph(Tone.NORMAL, "The report says the same as before.");
            return;
        }
        difference.standing().ifPresent(this::standing);
        Changes<Alert> alerts = difference.alerts();
        Changes<Recommendation> advice = difference.recommendations();
        Changes<Withheld> withheld = difference.withheld();
        Changes<Unlisted> unlisted = difference.unlisted();
        Changes<Unread> unread = difference.unread();
        section("NEW", alerts.added(), advice.added(), withheld.added(), unlisted.added(), unread.added());
        section("GONE", alerts.gone(), advice.gone(), withheld.gone(), unlisted.gone(), unread.gone());
        if (!alerts.changed().isEmpty()
                || !advice.changed().isEmpty()
                || !withheld.changed().isEmpty()) {
            heading("SAID OTHERWISE");
            changed(alerts.changed(), ItemParts.ALERT, this::alert);
            changed(advice.changed(), ItemParts.RECOMMENDATION, this::recommendation);
            changed(withheld.changed(), ItemParts.WITHHELD, this::withheld);
        }
    }

    private void standing(Change<Standing> change) {
        page.gap();
        page.paragraph(Tone.STRONG, "Line before: " + line(change.before()) + " Now: " + line(change.after()));
    }

    private static String line(Standing standing) {
        Line reached = standing.lineInForce();
        String soFar = reached == Line.NONE || reached == standing.line()
                ? ""
                : " Treatments have reached the " + reached + " line.";
        return Stream.concat(
                                Stream.of(ItemWords.place(standing).orElse("on no line") + "."),
                                standing.reason().stream())
                        .collect(Collectors.joining(" "))
                + soFar;
    }

    private void section(
            String heading,
            List<Alert> alerts,
            List<Recommendation> advice,
            List<Withheld> withheld,
            List<Unlisted> unlisted,
            List<Unread> unread) {
        if (Stream.of(alerts, advice, withheld, unlisted, unread).allMatch(List::isEmpty)) {
            return;
        }
        heading(heading);
        alerts.stream().sorted(Comparator.comparing(Alert::level)).forEach(this::alert);
        advice.forEach(this::recommendation);
        withheld.forEach(this::withheld);
        Stream.concat(ItemWords.unlisted(unlisted).stream(), ItemWords.unread(unread).stream())
                .forEach(line -> page.item("-", Tone.NORMAL, line));
    }

    private <T> void changed(List<Change<T>> changes, ItemParts<T> parts, Consumer<T> writing) {
        for (Change<T> change : changes) {
            writing.accept(change.after());
            parts.writeChanged(change, page);
        }
    }

    private void heading(String heading) {
        page.gap();
        page.paragraph(Tone.STRONG, heading);
    }

    private void alert(Alert alert) {
        page.alert(alert.level(), ItemWords.title(alert, subject -> true));
    }

    private void recommendation(Recommendation item) {
        page.item("+", Tone.NORMAL, item.title());
    }

    private void withheld(Withheld offer) {
        page.item("x", Tone.NORMAL, "Withheld: " + ItemWords.offer(offer));
    }
}
