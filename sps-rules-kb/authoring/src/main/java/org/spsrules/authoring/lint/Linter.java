package org.spsrules.authoring.lint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.ScenarioFile;
import org.spsrules.authoring.scenario.Scenarios;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Rule;
import org.spsrules.vocabulary.Vocabulary;

/** Checks a folder that holds a knowledge base, as thoroughly as can be done without running its rules. */
public final class Linter {

    /** What these find in some rules is true whatever is wrong with the others. */
    private static final List<Check> OF_RULES = List.of(
            new TitleStyle(),
            new TextStyle(),
            new LayoutStyle(),
            new ShortForms(),
            new SayExists(),
            new UnusedVariable(),
            new MixedUnits(),
            new NeverFires(),
            new RedundantCondition(),
            new ScenarioOutcomes(),
            new ScenarioCases(),
            new UntestedThreshold(),
            new SubsumedRule(),
            new ContradictingRules());

    /** What this misses may stand in a rule that could not be read. */
    private static final Check AMONG_RULES = new FindingsInUse();

    /** What these miss may stand in a rule or an entry that could not be read; none of them speaks of a rule. */
    private static final List<Check> OF_ENTRIES = List.of(
            new UnusedConcept(), new UnreadTerm(), new UnusedSources(), new UnguardedTherapy(), new UntestedRow());

    private Linter() {}

    /**
     * Everything that is wrong with a knowledge base.
     *
     * @throws IOException if the folder or a file in it cannot be read
     */
    public static LintReport check(Path folder) throws IOException {
        return check(KnowledgeFolder.read(folder));
    }

    /** Everything that is wrong with a knowledge base that has been read. */
    public static LintReport check(KnowledgeFolder.Content content) {
        Knowledge knowledge = content.knowledge();
        Diagnostics diagnostics = new Diagnostics();
        content.diagnostics().forEach(diagnostics::add);
        List<Scenario> scenarios = Scenarios.read(content.scenarios(), knowledge, diagnostics);
        check(content, scenarios, diagnostics);
        return new LintReport(
                diagnostics.sorted(),
                knowledge.rules().size(),
                scenarios.size(),
                knowledge.concepts().size(),
                knowledge.statements().size());
    }

    /**
     * Adds what can be found in a knowledge base beside that which has been found already: in reading it, and in reading
     * its scenarios.
     *
     * @param content what was read
     * @param scenarios the scenarios that could be read
     * @param diagnostics everything that was found in reading both
     */
    public static void check(KnowledgeFolder.Content content, List<Scenario> scenarios, Diagnostics diagnostics) {
        check(content, rule -> true, scenarios, diagnostics, OF_ENTRIES);
    }

    /**
     * Adds what can be found in some of the rules, for somebody who edits them and waits for it. The others are compared with
     * them, and what the entries of vocabulary and sources lack is not looked for.
     *
     * @param content what was read
     * @param ruleFiles the ids of the rule files that are looked at
     * @param scenarios the scenarios beside these that could be read
     * @param diagnostics everything that was found in reading both
     */
    public static void check(
            KnowledgeFolder.Content content, Set<String> ruleFiles, List<Scenario> scenarios, Diagnostics diagnostics) {
        check(content, rule -> ruleFiles.contains(Rule.fileOf(rule.rule().id())), scenarios, diagnostics, List.of());
    }

    private static void check(
            KnowledgeFolder.Content content,
            Predicate<ParsedRule> isLookedAt,
            List<Scenario> scenarios,
            Diagnostics diagnostics,
            List<Check> ofEntries) {
        Set<String> unreadable = filesWithErrors(content.diagnostics());
        unreadable.removeIf(Linter::holdsScenarios);
        Set<String> faulty = filesWithErrors(diagnostics.sorted());
        faulty.removeIf(file -> !holdsScenarios(file));
        List<ParsedRule> sound = readable(content.rules(), unreadable);
        Vocabulary vocabulary = content.knowledge().vocabulary();
        Subject subject = new Subject(
                content.knowledge(),
                vocabulary,
                chosen(readable(content.written(), unreadable), isLookedAt),
                chosen(sound, isLookedAt),
                sound,
                scenarios,
                faulty,
                content.locations(),
                content.care(),
                content.referenceNotes(),
                new FactSpace(vocabulary, content.knowledge()));
        OF_RULES.forEach(check -> check.run(subject, diagnostics));
        if (unreadable.isEmpty()) {
            AMONG_RULES.run(subject, diagnostics);
            ofEntries.forEach(check -> check.run(subject, diagnostics));
        }
    }

    private static List<ParsedRule> readable(List<ParsedRule> rules, Set<String> unreadable) {
        return rules.stream().filter(rule -> !unreadable.contains(rule.file())).toList();
    }

    private static List<ParsedRule> chosen(List<ParsedRule> rules, Predicate<ParsedRule> isLookedAt) {
        return rules.stream().filter(isLookedAt).toList();
    }

    private static Set<String> filesWithErrors(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::file)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean holdsScenarios(String file) {
        return file.endsWith(ScenarioFile.ENDING);
    }
}
