package org.spsrules.workbench;

import java.util.List;
import java.util.stream.Collectors;
import org.spsrules.FactChange;
import org.spsrules.Reason;
import org.spsrules.Report.Citation;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Subject;
import org.spsrules.SmallestChange;
import org.spsrules.WhyNot;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;
import org.spsrules.workbench.Colours.Tone;
import org.spsrules.workbench.ReportText.Detail;

/** Writes why a therapy is not recommended. For one answer; not safe for use by several threads. */
final class WhyNotPage {

    private static final int FEW = 3;

    private final Page page;
    private final Detail detail;
    private final Vocabulary vocabulary;
    private final ReasonTree tree;

    WhyNotPage(Page page, Detail detail, Vocabulary vocabulary) {
        this.page = page;
        this.detail = detail;
        this.vocabulary = vocabulary;
        this.tree = new ReasonTree(page, detail);
    }

    void write(WhyNot answer) {
        String name = answer.therapy().name();
        page.paragraph(Tone.STRONG, "Why not " + name + "?");
        page.gap();
        page.paragraph(Tone.NORMAL, verdict(answer));
        if (answer.status() == WhyNot.Status.NO_RULE) {
            about(answer.therapy());
        }
        if (!answer.broader().isEmpty()) {
            page.paragraph(
                    Tone.NORMAL,
                    "Rules speak of a class it belongs to: "
                            + answer.broader().stream().map(Subject::name).collect(Collectors.joining(", "))
                            + ". Ask for that as well.");
        }
        recommended(answer);
        obstacles(answer);
        if (answer.status() != WhyNot.Status.RECOMMENDED) {
            missing(answer.rules());
        }
        answer.change().ifPresent(change -> change(change, name));
        page.gap();
        page.paragraph(Tone.FAINT, ReasonTree.LEGEND);
    }

    private static String verdict(WhyNot answer) {
        return switch (answer.status()) {
            case RECOMMENDED -> "It is recommended; without --therapy, explain tells why.";
            case WITHHELD -> "Withheld: a rule would offer it, but something stands against it.";
            case NOT_INDICATED ->
                answer.obstacles().isEmpty()
                        ? "Not indicated: no rule offers it to this patient as things are."
                        : "Not indicated, and something would stand against it as well.";
            case NO_RULE -> "No rule recommends it to anybody, so no fact about this patient would bring it.";
        };
    }

    /** What the vocabulary knows of a therapy of which no rule speaks. */
    private void about(Subject therapy) {
        String classes = vocabulary.selfAndAncestors(therapy.code()).stream()
                .filter(code -> !code.equals(therapy.code()))
                .sorted()
                .map(vocabulary::nameOf)
                .collect(Collectors.joining(", "));
        if (!classes.isEmpty()) {
            page.paragraph(Tone.NORMAL, "The knowledge base counts it as: " + classes + ".");
        }
        vocabulary.concept(therapy.code()).flatMap(Concept::note).ifPresent(note -> page.paragraph(Tone.NORMAL, note));
    }

    private void recommended(WhyNot answer) {
        if (!answer.recommended().isEmpty()) {
            page.gap();
            page.paragraph(Tone.STRONG, "RECOMMENDED");
            answer.recommended().forEach(item -> page.item("-", Tone.NORMAL, item.title()));
        }
    }

    private void obstacles(WhyNot answer) {
        List<Obstacle> obstacles = answer.withheld().isEmpty()
                ? answer.obstacles()
                : answer.withheld().stream()
                        .flatMap(item -> item.obstacles().stream())
                        .distinct()
                        .toList();
        if (answer.status() == WhyNot.Status.RECOMMENDED || obstacles.isEmpty()) {
            return;
        }
        page.gap();
        page.paragraph(Tone.ALARM, "STANDS AGAINST IT");
        for (Obstacle obstacle : obstacles) {
            String ids = obstacle.citations().stream().map(Citation::id).collect(Collectors.joining(", "));
            page.item(
                    "x",
                    Tone.NORMAL,
                    obstacle.about() + ": " + obstacle.reason()
                            + (obstacle.verified() ? "" : " (unverified)")
                            + (ids.isEmpty() ? "" : " [" + ids + "]"));
        }
    }

    private void missing(List<Reason> rules) {
        if (rules.isEmpty()) {
            return;
        }
        page.gap();
        page.paragraph(Tone.STRONG, "WHAT IS MISSING, by the rules that could recommend it, nearest first");
        int shown = detail == Detail.FULL ? rules.size() : Math.min(FEW, rules.size());
        for (int i = 0; i < shown; i++) {
            if (i > 0) {
                page.gap();
            }
            tree.rule(i + 1 + ".", rules.get(i));
            tree.missing(rules.get(i));
        }
        if (rules.size() > shown) {
            page.gap();
            page.more(Tone.FAINT, further(rules.size() - shown) + " further away (--verbose shows all).");
        }
    }

    private static String further(int count) {
        return count == 1 ? "One more rule is" : count + " more rules are";
    }

    private void change(SmallestChange change, String name) {
        page.gap();
        page.paragraph(Tone.STRONG, "WHAT WOULD BRING IT");
        if (change.alternatives().isEmpty()) {
            page.more(
                    Tone.NORMAL,
                    "No change of " + facts(change.searched()) + " or fewer brings " + name + ". More were not tried.");
            return;
        }
        int size = change.alternatives().get(0).size();
        page.more(
                Tone.NORMAL,
                ItemWords.capitalised(facts(size)) + " otherwise, and it would be recommended."
                        + (change.count() > change.alternatives().size()
                                ? " " + change.count() + " such changes were found, among them:"
                                : ""));
        for (List<FactChange> facts : change.alternatives()) {
            page.item("*", Tone.NORMAL, facts.stream().map(WhyNotPage::words).collect(Collectors.joining("; and ")));
        }
    }

    private static String words(FactChange change) {
        return change.subject() + ": " + change.to()
                + (change.kind() == FactChange.Kind.ANSWER ? " (not known now)" : " instead of " + change.from());
    }

    private static String facts(int count) {
        return count == 1 ? "one fact" : count + " facts";
    }
}
