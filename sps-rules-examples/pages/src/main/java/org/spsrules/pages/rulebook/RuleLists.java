package org.spsrules.pages.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.spsrules.internal.knowledge.RuleFolder;
import org.spsrules.internal.knowledge.RuleFolder.Kind;
import org.spsrules.internal.rule.AlertLevel;
import org.spsrules.internal.rule.Rule;
import org.spsrules.pages.rulebook.ListView.Group;
import org.spsrules.pages.rulebook.TherapyView.Brief;

/** Lists of rules: all of them, those that alert, those about mistakes. Immutable. */
final class RuleLists {

    private final Book book;
    private final Links links;

    RuleLists(Book book, Links links) {
        this.book = book;
        this.links = links;
    }

    ListView all() {
        return new ListView(
                "All rules",
                book.knowledge.rules().size() + " rules, in the order in which a report shows what they say.",
                book.knowledge.folders().stream()
                        .map(folder -> new Group(
                                folder.name(),
                                folder.name(),
                                folder.kind().meaning(),
                                briefs(book.knowledge.rules(), in(folder), false)))
                        .filter(group -> !group.rules().isEmpty())
                        .toList());
    }

    ListView alerts() {
        return new ListView(
                "Alerts",
                "Every rule that raises an alert, the gravest level first.",
                Arrays.stream(AlertLevel.values())
                        .map(level -> new Group(
                                level.word(),
                                level.word(),
                                meaning(level),
                                briefs(
                                        book.speaking(),
                                        rule -> rule.then().level().equals(Optional.of(level)),
                                        false)))
                        .toList());
    }

    ListView pitfalls() {
        return new ListView(
                "Pitfalls",
                "Mistakes that are easily made in stiff-person syndrome, and what to do instead.",
                book.knowledge.folders().stream()
                        .filter(folder -> folder.kind() == Kind.CORRECTION)
                        .map(folder ->
                                new Group(folder.name(), folder.name(), "", briefs(book.speaking(), in(folder), true)))
                        .toList());
    }

    private static String meaning(AlertLevel level) {
        return switch (level) {
            case CRITICAL -> "Harm threatens now.";
            case WARNING -> "Harm may come.";
            case NOTE -> "Good to know; interrupts nobody.";
        };
    }

    private static Predicate<Rule> in(RuleFolder folder) {
        return rule -> rule.folder().equals(folder.name());
    }

    private List<Brief> briefs(List<Rule> rules, Predicate<Rule> which, boolean because) {
        return rules.stream().filter(which).map(rule -> brief(rule, because)).toList();
    }

    Brief brief(Rule rule, boolean because) {
        return new Brief(
                links.rule(rule.id(), rule.title()),
                rule.then().level().map(level -> Tone.of(level).css()),
                book.says(rule.then()),
                Optional.empty(),
                rule.then().because().filter(text -> because),
                List.of(),
                List.of());
    }
}
