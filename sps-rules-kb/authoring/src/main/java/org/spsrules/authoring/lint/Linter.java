package org.spsrules.authoring.lint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.authoring.Diagnostic;
import org.spsrules.authoring.Diagnostics;
import org.spsrules.authoring.KnowledgeFolder;
import org.spsrules.authoring.ParsedRule;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.ScenarioFile;
import org.spsrules.authoring.scenario.Scenarios;
import org.spsrules.knowledge.Knowledge;
import org.spsrules.knowledge.Vocabulary;

/** Checks a folder that holds a knowledge base, as thoroughly as can be done without running its rules. */
public final class Linter {

    /** Each looks at one rule at a time, so that rules with errors do not keep it from looking at the others. */
    private static final List<Check> OF_RULES = List.of(
            new TitleStyle(),
            new TextStyle(),
            new SayExists(),
            new UnusedVariable(),
            new MixedUnits(),
            new NeverFires(),
            new RedundantCondition(),
            new ScenarioOutcomes());

    /** What these find could be the mere consequence of an error elsewhere. */
    private static final List<Check> OF_THE_WHOLE = List.of(
            new ScenarioCases(),
            new UntestedThreshold(),
            new FindingsInUse(),
            new SubsumedRule(),
            new ContradictingRules(),
            new UnusedConcept(),
            new UnusedSources());

    private Linter() {}

    /**
     * Everything that is wrong with a knowledge base.
     *
     * @throws IOException if the folder or a file in it cannot be read
     */
    public static LintReport check(Path folder) throws IOException {
        KnowledgeFolder.Content content = KnowledgeFolder.read(folder);
        Knowledge knowledge = content.knowledge();
        Diagnostics diagnostics = new Diagnostics();
        content.diagnostics().forEach(diagnostics::add);
        List<Scenario> scenarios = Scenarios.read(content.scenarios(), knowledge, diagnostics);

        Set<String> broken = diagnostics.sorted().stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::file)
                .collect(Collectors.toSet());
        List<ParsedRule> sound = content.rules().stream()
                .filter(rule -> !broken.contains(rule.file()) && !broken.contains(scenariosOf(rule)))
                .toList();
        Vocabulary vocabulary = new Vocabulary(knowledge.concepts());
        Subject subject = new Subject(
                knowledge,
                vocabulary,
                sound,
                scenarios,
                content.locations(),
                content.referenceNotes(),
                new FactSpace(vocabulary, knowledge));
        OF_RULES.forEach(check -> check.run(subject, diagnostics));
        if (broken.isEmpty()) {
            OF_THE_WHOLE.forEach(check -> check.run(subject, diagnostics));
        }
        return new LintReport(
                diagnostics.sorted(),
                knowledge.rules().size(),
                scenarios.size(),
                knowledge.concepts().size(),
                knowledge.statements().size());
    }

    private static String scenariosOf(ParsedRule rule) {
        return ScenarioFile.pathOf(rule.rule().id());
    }
}
