package org.spsrules.workbench;

import java.util.List;
import java.util.Optional;
import org.spsrules.Explanation;
import org.spsrules.Explanation.Item;
import org.spsrules.OpenQuestion;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Subject;
import org.spsrules.workbench.Colours.Tone;
import org.spsrules.workbench.ReportText.Detail;

/** Writes why a report says what it says. For one report; not safe for use by several threads. */
final class WhyPage {

    private final Page page;
    private final Detail detail;
    private final ReasonTree tree;

    WhyPage(Page page, Detail detail) {
        this.page = page;
        this.detail = detail;
        this.tree = new ReasonTree(page, detail);
    }

    void write(Explanation explanation, List<OpenQuestion> questions) {
        page.paragraph(Tone.STRONG, explanation.report().title().orElse("Patient case"));
        page.paragraph(Tone.FAINT, "As of " + explanation.report().asOf());
        section("ALERTS, and why", interruptive(explanation));
        section("RECOMMENDED, and why", of(explanation, Item.Kind.RECOMMENDATION));
        section("WITHHELD, and why the ladder would offer it", of(explanation, Item.Kind.WITHHELD));
        information(explanation);
        new QuestionList(page).write(questions);
        page.gap();
        page.paragraph(Tone.FAINT, ReasonTree.LEGEND);
    }

    private static List<Item> of(Explanation explanation, Item.Kind kind) {
        return explanation.items().stream().filter(item -> item.kind() == kind).toList();
    }

    /** The alerts whose reasons are told: all, or those that somebody must see now. */
    private List<Item> interruptive(Explanation explanation) {
        List<Item> alerts = of(explanation, Item.Kind.ALERT);
        return detail == Detail.FULL ? alerts : alerts.subList(0, alerts.size() - goodToKnow(explanation));
    }

    /** How many of the alerts, at the end of their list, are information. */
    private static int goodToKnow(Explanation explanation) {
        return (int) explanation.report().alerts().stream()
                .filter(alert -> alert.level() == Alert.Level.INFORMATION)
                .count();
    }

    private void information(Explanation explanation) {
        List<Item> alerts = of(explanation, Item.Kind.ALERT);
        List<Item> information = alerts.subList(alerts.size() - goodToKnow(explanation), alerts.size());
        if (detail == Detail.FULL || information.isEmpty()) {
            return;
        }
        page.gap();
        page.paragraph(Tone.STRONG, "GOOD TO KNOW (--verbose tells why)");
        information.forEach(item -> page.item(
                "i", Tone.NORMAL, title(item) + " [" + item.reason().rule().orElse("") + "]"));
    }

    private void section(String heading, List<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        page.gap();
        page.paragraph(Tone.STRONG, heading);
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                page.gap();
            }
            Item item = items.get(i);
            page.item(i + 1 + ".", Tone.STRONG, title(item));
            tree.met(item.reason());
            page.more(Tone.FAINT, "[" + item.reason().rule().orElse("") + "]");
        }
    }

    private static String title(Item item) {
        Optional<String> subject = item.subject().map(Subject::name);
        return item.title()
                + item.action()
                        .map(action ->
                                " (" + action + subject.map(name -> " " + name).orElse("") + ")")
                        .orElse("");
    }
}
