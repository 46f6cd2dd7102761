package org.spsrules.authoring.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.spsrules.authoring.language.RuleFile;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.internal.knowledge.RuleFolder;
import org.spsrules.internal.rule.AlertLevel;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Vocabulary;

/** The whole ladder on one page, made from the rules, because nobody reads thirty files to see it. */
public final class LadderOverview {

    private LadderOverview() {}

    /** The page, in Markdown. */
    public static String of(Knowledge knowledge) {
        Vocabulary vocabulary = knowledge.vocabulary();
        StringBuilder page = new StringBuilder();
        page.append("# The ladder at a glance\n\n")
                .append("Generated from the rules by the build; do not edit. Not clinically reviewed; not a medical ")
                .append("device. Statements: ")
                .append(legend(knowledge))
                .append(".\n\n")
                .append(
                        "| Line | Step | Therapies, preferred first | DO calls it | LW calls it | Rules that offer it |\n")
                .append("|---|---|---|---|---|---|\n");
        for (LadderStep step : knowledge.ladder()) {
            page.append(row(
                    step.line().name(),
                    step.step(),
                    names(step.therapies(), vocabulary),
                    step.numbered().getOrDefault("DO", "-"),
                    step.numbered().getOrDefault("LW", "-"),
                    offering(step, knowledge)));
        }
        page.append("\n## All rules\n");
        Map<String, List<Rule>> byFolder = new TreeMap<>();
        knowledge
                .rules()
                .forEach(rule -> byFolder.computeIfAbsent(rule.folder(), folder -> new ArrayList<>())
                        .add(rule));
        for (RuleFolder folder : knowledge.folders()) {
            List<Rule> rules = byFolder.getOrDefault(folder.name(), List.of());
            if (!rules.isEmpty()) {
                page.append("\n### ")
                        .append(folder.name())
                        .append("\n\n| Rule | When | Then | Sources |\n|---|---|---|---|\n");
                rules.forEach(rule -> page.append(row(
                        "[" + rule.title() + "](" + RuleFile.pathOf(rule.id()) + ")",
                        rule.conditions().stream()
                                .map(condition -> "`" + condition.text() + "`")
                                .collect(Collectors.joining("<br>")),
                        said(rule, vocabulary),
                        String.join(", ", rule.sources()))));
            }
        }
        return page.toString();
    }

    /** What the beginning of the id of a statement stands for. */
    private static String legend(Knowledge knowledge) {
        return knowledge.sources().stream()
                .map(source -> source.code() + " = " + source.title())
                .collect(Collectors.joining("; "));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String names(List<String> codes, Vocabulary vocabulary) {
        return codes.stream().map(vocabulary::nameOf).collect(Collectors.joining(", "));
    }

    private static String offering(LadderStep step, Knowledge knowledge) {
        String rules = knowledge.rules().stream()
                .filter(rule -> rule.then().verb().role() == Verb.Role.EXPOSURE)
                .filter(rule -> rule.then().objects().stream()
                        .flatMap(object -> object.text().stream())
                        .anyMatch(step.therapies()::contains))
                .map(rule -> "[" + rule.id() + "](" + RuleFile.pathOf(rule.id()) + ")")
                .collect(Collectors.joining("<br>"));
        return rules.isEmpty() ? "none yet" : rules;
    }

    private static String said(Rule rule, Vocabulary vocabulary) {
        String objects = rule.then().objects().stream()
                .map(object -> object.text().map(vocabulary::nameOf).orElse(object.spelling()))
                .collect(Collectors.joining(", "));
        String verb = rule.then()
                .level()
                .map(AlertLevel::word)
                .orElse(rule.then().verb().phrase());
        return verb + (objects.isEmpty() ? "" : ": " + objects);
    }
}
