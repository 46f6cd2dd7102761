package org.spsrules.workbench;

import java.util.List;
import java.util.function.Function;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Standing;
import org.spsrules.Report.Withheld;
import org.spsrules.ReportDifference;
import org.spsrules.ReportDifference.Change;
import org.spsrules.workbench.Colours.Tone;

/** Writes what a later report of a patient says otherwise: what is new, what is gone, and what is said for other reasons. */
final class ChangesPage {

    private final Sheet page;

    ChangesPage(Sheet page) {
        this.page = page;
    }

    void write(ReportDifference difference) {
        if (difference.isEmpty()) {
            page.paragraph(Tone.NORMAL, "The report says the same as before.");
            return;
        }
        difference
                .standing()
                .ifPresent(change -> page.paragraph(
                        Tone.STRONG, "Before: " + place(change.before()) + ". Now: " + place(change.after()) + "."));
        section(
                "NEW",
                difference.alerts().added(),
                difference.recommendations().added(),
                difference.withheld().added());
        section(
                "GONE",
                difference.alerts().gone(),
                difference.recommendations().gone(),
                difference.withheld().gone());
        section(
                "SAID OTHERWISE",
                now(difference.alerts().changed()),
                now(difference.recommendations().changed()),
                now(difference.withheld().changed()));
    }

    private static String place(Standing standing) {
        return ItemWords.place(standing).orElse("on no line");
    }

    private static <T> List<T> now(List<Change<T>> changed) {
        return changed.stream().map(Change::after).toList();
    }

    private void section(
            String heading, List<Alert> alerts, List<Recommendation> recommendations, List<Withheld> withheld) {
        if (alerts.isEmpty() && recommendations.isEmpty() && withheld.isEmpty()) {
            return;
        }
        page.gap();
        page.paragraph(Tone.STRONG, heading);
        items("!", alerts, alert -> ItemWords.title(alert, subject -> true));
        items("+", recommendations, Recommendation::title);
        items("x", withheld, offer -> "Withheld: " + offer.title());
    }

    private <T> void items(String mark, List<T> items, Function<T, String> words) {
        items.forEach(item -> page.item(mark, Tone.NORMAL, words.apply(item)));
    }
}
