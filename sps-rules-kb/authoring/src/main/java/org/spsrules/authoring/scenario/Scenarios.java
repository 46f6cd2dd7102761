package org.spsrules.authoring.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.UnknownConcept;
import org.spsrules.authoring.language.RuleFile;
import org.spsrules.authoring.scenario.Scenario.Expectation;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.internal.spelling.Suggestion;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** The scenarios of a whole knowledge base. */
public final class Scenarios {

    private static final List<Verb> RECOMMENDING = Arrays.stream(Verb.values())
            .filter(verb -> verb.role() == Verb.Role.ADVICE || verb.role() == Verb.Role.EXPOSURE)
            .toList();

    private final Diagnostics diagnostics;
    private final Set<String> ruleIds;
    private final Set<String> fileIds;
    private final Vocabulary vocabulary;

    private Scenarios(Knowledge knowledge, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.ruleIds = knowledge.rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        this.fileIds = ruleIds.stream().map(Rule::fileOf).collect(Collectors.toCollection(TreeSet::new));
        this.vocabulary = knowledge.vocabulary();
    }

    /**
     * All scenarios of a knowledge base, in the order of their files. Scenarios beside no rule, rules without scenarios, and
     * expectations that name what does not exist go into the diagnostics.
     *
     * @param files texts by path, relative to the folder of the knowledge base
     */
    public static List<Scenario> read(SortedMap<String, String> files, Knowledge knowledge, Diagnostics diagnostics) {
        return new Scenarios(knowledge, diagnostics).read(files);
    }

    private List<Scenario> read(SortedMap<String, String> files) {
        List<Scenario> scenarios = new ArrayList<>();
        Set<String> covered = new TreeSet<>();
        files.forEach((file, text) -> {
            String ruleId = ScenarioFile.ruleOf(file);
            if (fileIds.contains(ruleId)) {
                covered.add(ruleId);
            } else {
                diagnostics.add(
                        file,
                        LintCode.SCENARIO,
                        "there is no rule " + ruleId + " beside this file" + Suggestion.didYouMean(ruleId, fileIds));
            }
            scenarios.addAll(ScenarioFile.read(file, ruleId, text, diagnostics));
        });
        for (String ruleId : fileIds) {
            if (!covered.contains(ruleId)) {
                diagnostics.add(
                        RuleFile.pathOf(ruleId),
                        LintCode.NO_SCENARIOS,
                        "the rule has no scenarios; write " + ScenarioFile.pathOf(ruleId));
            }
        }
        scenarios.forEach(this::row);
        scenarios.forEach(this::check);
        return scenarios;
    }

    /** A scenario beside a rule about rows says of which row it is; whether the rule is about rows, its ids tell. */
    private void row(Scenario scenario) {
        String file = Rule.fileOf(scenario.ruleId());
        if (!fileIds.contains(file) || ruleIds.contains(scenario.ruleId())) {
            return;
        }
        List<String> rows = ruleIds.stream()
                .filter(id -> Rule.fileOf(id).equals(file))
                .flatMap(id -> Rule.rowOf(id).stream())
                .toList();
        String row = Rule.rowOf(scenario.ruleId()).orElse("");
        diagnostics.add(
                scenario.file(),
                scenario.position(),
                LintCode.SCENARIO,
                rows.isEmpty()
                        ? "the rule is not about rows, so a scenario has no \"of\""
                        : (row.isEmpty() ? "say which row of the rule is meant" : "the rule has no row " + row)
                                + ", with \"of\" and one of " + String.join(", ", rows)
                                + Suggestion.didYouMean(row, rows));
    }

    /** An expectation that something be absent holds all too easily if that something is misspelt. */
    private void check(Scenario scenario) {
        Expectation expected = scenario.expected();
        Stream.of(expected.recommends(), expected.doesNotRecommend(), expected.withholds())
                .flatMap(List::stream)
                .forEach(phrase -> phraseProblem(phrase).ifPresent(problem -> fail(scenario, phrase, problem)));
        Stream.of(expected.alerts(), expected.doesNotAlert())
                .flatMap(List::stream)
                .forEach(alert -> alertProblem(alert).ifPresent(problem -> fail(scenario, alert, problem)));
    }

    private Optional<String> alertProblem(String alert) {
        String ruleId = ReportPhrases.ruleOf(alert);
        return ruleIds.contains(ruleId)
                ? ReportPhrases.subjectOf(alert).flatMap(this::codeProblem)
                : Optional.of("there is no rule " + ruleId + Suggestion.didYouMean(ruleId, ruleIds));
    }

    private Optional<String> phraseProblem(String phrase) {
        for (Verb verb : RECOMMENDING) {
            String code = phrase.startsWith(verb.phrase() + " ")
                    ? phrase.substring(verb.phrase().length() + 1)
                    : "";
            if (!code.isEmpty() && !code.contains(" ")) {
                return codeProblem(code);
            }
        }
        return Optional.of("\"" + phrase + "\" does not begin with a verb; write it as in start diazepam");
    }

    private Optional<String> codeProblem(String code) {
        return vocabulary.concept(code).isPresent()
                ? Optional.empty()
                : Optional.of(
                        UnknownConcept.message(code, vocabulary.nearest(code, EnumSet.allOf(Concept.Kind.class))));
    }

    private void fail(Scenario scenario, String expected, String message) {
        diagnostics.add(
                scenario.file(),
                scenario.expected().places().getOrDefault(expected, scenario.position()),
                LintCode.SCENARIO,
                message);
    }
}
