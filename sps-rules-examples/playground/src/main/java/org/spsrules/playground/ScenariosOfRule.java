package org.spsrules.playground;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.spsrules.PatientCase;
import org.spsrules.SpsRules;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.invariant.Scrutiny;
import org.spsrules.authoring.scenario.CaseText;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.ScenarioFile;
import org.spsrules.authoring.scenario.ScenarioRun;
import org.spsrules.authoring.scenario.Scenarios;
import org.spsrules.internal.rule.Rule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The scenarios beside one rule: whether they hold, and one more of the patient at hand. For one call. */
final class ScenariosOfRule {

    /** As many as somebody who types waits for. */
    private static final int MOST = 200;

    private final Revision revision;
    private final String ruleId;

    /**
     * The scenarios beside a rule.
     *
     * @param path of the rule, or of the file of its scenarios
     */
    ScenariosOfRule(Revision revision, String path) {
        this.revision = revision;
        this.ruleId = RuleBase.ruleAt(path);
    }

    private String path() {
        return ScenarioFile.pathOf(ruleId);
    }

    private String text() {
        return revision.files().scenarios().getOrDefault(path(), "");
    }

    private List<Scenario> scenarios() {
        return Scenarios.read(
                new TreeMap<>(Map.of(path(), text())), revision.content().knowledge(), new Diagnostics());
    }

    /** How many of them are not run, because there are too many. */
    int notRun() {
        return Math.max(0, scenarios().size() - MOST);
    }

    /** Whether each of the first of them holds; none while there is an error in the rules. */
    ArrayNode outcomes() {
        ArrayNode outcomes = Json.array();
        revision.answering().ifPresent(rules -> {
            ScenarioRun run = new ScenarioRun(rules, new Scrutiny(rules.knowledge())::of);
            for (Scenario scenario : scenarios().stream().limit(MOST).toList()) {
                List<String> mismatches = run.mismatches(scenario);
                ObjectNode outcome = outcomes.addObject()
                        .put("name", scenario.name())
                        .put("file", path())
                        .put("line", scenario.position().line())
                        .put("column", scenario.position().column())
                        .put("holds", mismatches.isEmpty());
                mismatches.forEach(outcome.putArray("mismatches")::add);
            }
        });
        return outcomes;
    }

    /**
     * The file with one more scenario: this patient, and that the rule does with it what it does now.
     *
     * @param rules the rules that answer
     */
    ObjectNode with(PatientCase patientCase, SpsRules rules) {
        List<String> applied = rules.evaluate(patientCase).appliedRules();
        List<String> rows = rules.knowledge().rules().stream()
                .map(Rule::id)
                .filter(id -> Rule.fileOf(id).equals(ruleId) && Rule.rowOf(id).isPresent())
                .toList();
        Optional<String> row = rows.isEmpty()
                ? Optional.empty()
                : rows.stream()
                        .filter(applied::contains)
                        .flatMap(id -> Rule.rowOf(id).stream())
                        .findFirst()
                        .or(() -> Optional.of("\"FILL IN: the row of the table that is meant\""));
        boolean fires = applied.stream().anyMatch(id -> Rule.fileOf(id).equals(ruleId));
        String scenario = CaseText.scenario(
                '"'
                        + nameOf(patientCase)
                                .replaceAll("\\p{Cntrl}+", " ")
                                .replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                        + '"',
                row,
                CaseText.tree(patientCase),
                fires ? "fires" : "silent");
        String before = text().isBlank() ? "scenarios:\n" : text().stripTrailing() + "\n";
        return Json.object().put("path", path()).put("text", before + scenario);
    }

    /** The title of the case, with a number where a scenario is called so. */
    private String nameOf(PatientCase patientCase) {
        Set<String> taken = scenarios().stream().map(Scenario::name).collect(Collectors.toSet());
        return patientCase
                .title()
                .flatMap(title -> IntStream.iterate(1, number -> number + 1)
                        .mapToObj(number -> number == 1 ? title : title + " (" + number + ")")
                        .filter(name -> !taken.contains(name))
                        .findFirst())
                .orElse("FILL IN: what this patient shows");
    }
}
