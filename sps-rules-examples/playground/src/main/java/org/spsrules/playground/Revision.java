package org.spsrules.playground;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spsrules.SpsRules;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diff.Side;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.folder.KnowledgeFolder.Content;
import org.spsrules.authoring.folder.MergedFiles;
import org.spsrules.authoring.folder.ReadBefore;
import org.spsrules.authoring.language.RuleFile;
import org.spsrules.authoring.lint.Linter;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.ScenarioFile;
import org.spsrules.authoring.scenario.Scenarios;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;

/**
 * The rules as they are at one time. Nothing of them is compiled: the reference evaluator reads them, and only if there is no
 * error in them. Immutable.
 *
 * @param name what people call it
 * @param files the files
 * @param content what was read of them
 * @param problems what is wrong, as far as it can be told while somebody types
 * @param answering the rules, to ask them; empty while there is an error
 */
record Revision(
        String name, MergedFiles files, Content content, List<Diagnostic> problems, Optional<SpsRules> answering) {

    /**
     * The rules in files.
     *
     * @param edited the ids of the rules that are edited; of these the scenarios are read as well, and of all it would take longer
     *     than somebody who types waits
     * @param readBefore what has been read before
     */
    static Revision of(
            String name, MergedFiles files, Set<String> edited, Diagnostics diagnostics, ReadBefore readBefore) {
        Content content = KnowledgeFolder.read(files, diagnostics, readBefore);
        Diagnostics all = new Diagnostics();
        content.diagnostics().forEach(all::add);
        scenarios(content, edited, all);
        List<Diagnostic> problems = known(all, content);
        return new Revision(
                name,
                files,
                content,
                problems,
                problems.stream().anyMatch(Diagnostic::isError)
                        ? Optional.empty()
                        : Optional.of(answering(name, content.knowledge())));
    }

    /** What is wrong, and what is most likely a mistake in some of the rules, given by their ids. */
    List<Diagnostic> findings(Set<String> ruleIds) {
        Diagnostics all = new Diagnostics();
        problems.forEach(all::add);
        Linter.check(content, ruleIds, scenarios(content, ruleIds, all), all);
        return known(all, content);
    }

    private static List<Scenario> scenarios(Content content, Set<String> ruleIds, Diagnostics diagnostics) {
        SortedMap<String, String> beside = new TreeMap<>(content.scenarios());
        beside.keySet().removeIf(path -> !ruleIds.contains(ScenarioFile.ruleOf(path)));
        return Scenarios.read(beside, content.knowledge(), diagnostics);
    }

    private static List<Diagnostic> known(Diagnostics diagnostics, Content content) {
        return diagnostics.sorted().stream()
                .filter(problem -> !isOfUnread(problem, content))
                .toList();
    }

    /** Whether a rule is said to have no scenarios only because they were not read here. */
    private static boolean isOfUnread(Diagnostic problem, Content content) {
        return problem.code().equals(LintCode.NO_SCENARIOS.code())
                && !content.scenariosOf(new RuleFile(problem.file(), "").id()).isEmpty();
    }

    private static SpsRules answering(String name, Knowledge knowledge) {
        Knowledge unchecked = knowledge.marked(
                knowledge.version() + "+unchecked",
                "From " + name + ": no scenario was run, and the reference evaluator alone answered.");
        return SpsRules.of(unchecked, new ReferenceEvaluator(unchecked.rules())::evaluate);
    }

    /** The rules as one side of a comparison of cases at hand. */
    Side side() {
        return new Side(name, content.knowledge(), List.of());
    }

    /** The rules as one side of a comparison that looks for cases of its own, among them the scenarios. */
    Side sideWithScenarios() {
        return new Side(
                name, content.knowledge(), Scenarios.read(content.scenarios(), content.knowledge(), new Diagnostics()));
    }
}
