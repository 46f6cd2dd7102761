package org.spsrules.workbench;

import java.util.List;
import java.util.Optional;
import org.spsrules.Explanation;
import org.spsrules.Explanation.Item;
import org.spsrules.OpenQuestion;
import org.spsrules.Report.Subject;
import org.spsrules.workbench.ReportText.Detail;
import org.spsrules.workbench.Tones.Tone;

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
        section("ALERTS, and why", explanation, Item.Kind.ALERT);
        section("RECOMMENDED, and why", explanation, Item.Kind.RECOMMENDATION);
        section("WITHHELD, and why the ladder would offer it", explanation, Item.Kind.WITHHELD);
        (detail == Detail.FULL ? QuestionList.all(page) : QuestionList.few(page)).write(questions);
        page.gap();
        page.paragraph(Tone.FAINT, ReasonTree.LEGEND);
    }

    private void section(String heading, Explanation explanation, Item.Kind kind) {
        List<Item> items =
                explanation.items().stream().filter(item -> item.kind() == kind).toList();
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
