package org.spsrules.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.spsrules.authoring.diff.Difference;
import org.spsrules.authoring.diff.Difference.Changed;
import org.spsrules.authoring.diff.Difference.Name;
import org.spsrules.authoring.diff.Difference.Witness;
import org.spsrules.authoring.diff.Item;
import org.spsrules.authoring.diff.RuleDifference;
import org.spsrules.authoring.diff.Sample;
import org.spsrules.workbench.Colours.Tone;

/** Writes a difference as text: what differs, what becomes otherwise by it, and in which smallest patient. */
final class DifferencePage {

    private static final int SHORT_HASH = 8;
    private static final int MOST_RULES = 20;
    private static final String BETWEEN = "  ";

    private final Page page;
    private final Look look;

    DifferencePage(Page page, Look look) {
        this.page = page;
        this.look = look;
    }

    void write(Difference difference) {
        page.field(0, "OLD", name(difference.before()));
        page.field(0, "NEW", name(difference.after()));
        if (difference.rules().isEmpty() && difference.data().isEmpty()) {
            page.gap();
            page.paragraph(Tone.NORMAL, "Nothing differs that means anything.");
            return;
        }
        what(difference);
        page.gap();
        if (difference.cases() == 0) {
            page.paragraph(Tone.NORMAL, "No report is made of what differs; nothing changes for any patient.");
            return;
        }
        page.paragraph(Tone.STRONG, "WHAT CHANGES");
        page.paragraph(Tone.NORMAL, counts(difference));
        difference.byRule().forEach(this::rule);
    }

    private static String name(Name side) {
        return side.name() + " (" + side.version() + ", " + side.rules() + " rules, "
                + side.hash().substring(0, Math.min(SHORT_HASH, side.hash().length())) + ")";
    }

    private void what(Difference difference) {
        page.gap();
        page.paragraph(Tone.STRONG, "WHAT DIFFERS");
        List<RuleDifference> rules = difference.rules();
        rules.stream()
                .limit(MOST_RULES)
                .forEach(rule -> page.item("-", Tone.NORMAL, rule.ruleId() + ": " + rule.what()));
        if (rules.size() > MOST_RULES) {
            page.item("-", Tone.NORMAL, "and " + (rules.size() - MOST_RULES) + " rules more");
        }
        difference.data().forEach(kind -> page.item("-", Tone.NORMAL, kind));
    }

    private static String counts(Difference difference) {
        String cases = difference.looked().entrySet().stream()
                .map(entry -> difference.concerned().getOrDefault(entry.getKey(), 0) + " of " + entry.getValue() + " "
                        + entry.getKey().plural())
                .collect(Collectors.joining(", "));
        String seed =
                difference.looked().containsKey(Sample.Origin.GENERATED) ? " (seed " + difference.seed() + ")" : "";
        return (difference.changes().isEmpty() ? "Nothing, in " : "Something, in ") + cases + seed + ".";
    }

    private void rule(String ruleId, List<Changed> changes) {
        page.gap();
        page.paragraph(Tone.STRONG, ruleId.isEmpty() ? "Cases and lines" : ruleId);
        for (Changed changed : changes) {
            page.item(
                    "*",
                    Tone.NORMAL,
                    ChangeWords.of(changed) + " (" + changed.cases() + (changed.cases() == 1 ? " case" : " cases")
                            + ")");
            witness(changed.witness());
        }
    }

    private void witness(Witness witness) {
        page.labelled("smallest case", witness.patientCase());
        beside("OLD", "NEW");
        Map<String, Map.Entry<String, String>> parts = witness.parts();
        if (parts.isEmpty()) {
            beside(items(witness.before()), items(witness.after()));
        }
        parts.forEach((name, texts) -> beside(name + ": " + texts.getKey(), name + ": " + texts.getValue()));
    }

    private static String items(List<Item> items) {
        return items.isEmpty() ? "-" : items.stream().map(ChangeWords::of).collect(Collectors.joining("; "));
    }

    /** Two texts, side by side. */
    private void beside(String first, String second) {
        int column = (look.width() - Page.ITEM_INDENT - BETWEEN.length()) / 2;
        List<String> left = lines(first, column);
        List<String> right = lines(second, column);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String one = i < left.size() ? left.get(i) : "";
            String other = i < right.size() ? right.get(i) : "";
            page.row(one + " ".repeat(Math.max(0, column - one.length())) + BETWEEN + other);
        }
    }

    private List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        Wrapping.lines(look.alphabet().spell(text), width, width - 2)
                .forEach(line -> lines.add(lines.isEmpty() ? line : "  " + line));
        return lines;
    }
}
