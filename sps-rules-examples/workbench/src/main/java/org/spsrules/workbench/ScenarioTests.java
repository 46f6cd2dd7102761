package org.spsrules.workbench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spsrules.SpsRules;
import org.spsrules.authoring.Diagnostic;
import org.spsrules.authoring.Diagnostics;
import org.spsrules.authoring.KnowledgeFolder;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.ScenarioRun;
import org.spsrules.authoring.scenario.Scenarios;
import org.spsrules.authoring.scenario.Trace;
import org.spsrules.explain.ReferenceEvaluator;
import org.spsrules.knowledge.Knowledge;
import org.spsrules.knowledge.Rule;
import org.spsrules.knowledge.Suggestion;

/** Runs the scenarios of a folder, and shows each that fails. Every run reads the folder anew. */
final class ScenarioTests {

    private static final double NANOSECONDS = 1e9;

    private final KnowledgePlace place;
    private final String prefix;
    private final SecondOpinion secondOpinion;
    private final Terminal terminal;

    ScenarioTests(KnowledgePlace place, String prefix, SecondOpinion secondOpinion, Terminal terminal) {
        this.place = place;
        this.prefix = prefix;
        this.secondOpinion = secondOpinion;
        this.terminal = terminal;
    }

    /** A scenario that fails, and how. */
    private record Failure(Scenario scenario, List<String> mismatches) {}

    /** Runs them. */
    ExitCode run() throws IOException {
        long began = System.nanoTime();
        KnowledgeFolder.Content content = KnowledgeFolder.read(place.folder());
        Knowledge knowledge = content.knowledge();
        if (!content.diagnostics().isEmpty()) {
            return notInOrder(content.diagnostics());
        }
        Diagnostics diagnostics = new Diagnostics();
        List<Scenario> all = Scenarios.read(place.folder(), knowledge, diagnostics);
        List<Scenario> chosen = all.stream()
                .filter(scenario -> scenario.ruleId().startsWith(prefix))
                .toList();
        if (chosen.isEmpty() && !prefix.isEmpty()) {
            return nothingChosen(knowledge);
        }
        diagnostics.sorted().forEach(this::complain);
        List<Failure> failures =
                failures(SpsRules.of(knowledge, new ReferenceEvaluator(knowledge.rules())::evaluate), chosen);
        show(failures, new Trace(knowledge));
        String engines = "on the reference evaluator";
        if (failures.isEmpty()) {
            Optional<SpsRules> second = secondOpinion.on(knowledge);
            if (second.isPresent()) {
                try (SpsRules compiled = second.get()) {
                    failures = failures(compiled, chosen);
                }
                show(failures, new Trace(knowledge));
                engines = "on the reference evaluator and on Drools";
            }
        }
        terminal.write(summary(knowledge, chosen.size(), failures.size(), engines, began));
        return failures.isEmpty() && diagnostics.sorted().isEmpty() ? ExitCode.WELL : ExitCode.FINDINGS;
    }

    private String summary(Knowledge knowledge, int scenarios, int failures, String engines, long began) {
        return String.format(
                        Locale.ROOT,
                        "%d rules, %d scenarios, %s, %.1f s %s%n",
                        knowledge.rules().size(),
                        scenarios,
                        failures == 0 ? "all hold" : failures + " failed",
                        (System.nanoTime() - began) / NANOSECONDS,
                        engines)
                .replace(System.lineSeparator(), "\n");
    }

    private static List<Failure> failures(SpsRules rules, List<Scenario> scenarios) {
        ScenarioRun run = new ScenarioRun(rules);
        return scenarios.parallelStream()
                .map(scenario -> new Failure(scenario, run.mismatches(scenario)))
                .filter(failure -> !failure.mismatches.isEmpty())
                .toList();
    }

    private void show(List<Failure> failures, Trace trace) {
        for (Failure failure : failures) {
            Scenario scenario = failure.scenario;
            List<String> lines = new ArrayList<>();
            lines.add(shown(scenario.file()) + ":" + scenario.position().line() + ": " + scenario.name());
            failure.mismatches.forEach(mismatch -> lines.add("    " + mismatch));
            trace.of(scenario).forEach(line -> lines.add("      " + line));
            lines.forEach(line -> terminal.write(terminal.look().alphabet().spell(line) + "\n"));
        }
    }

    private ExitCode notInOrder(List<Diagnostic> diagnostics) {
        diagnostics.forEach(this::complain);
        terminal.write(
                diagnostics.size() + (diagnostics.size() == 1 ? " problem" : " problems") + "; no scenario was run\n");
        return ExitCode.FINDINGS;
    }

    private ExitCode nothingChosen(Knowledge knowledge) {
        terminal.complain("--only: error: no rule with a scenario has an id that begins with " + prefix
                + Suggestion.didYouMean(
                        prefix, knowledge.rules().stream().map(Rule::id).toList()));
        return ExitCode.UNUSABLE_INPUT;
    }

    private void complain(Diagnostic diagnostic) {
        terminal.complain(shown(diagnostic.toString()));
    }

    /** A path of the folder as the reader would write it. */
    private String shown(String path) {
        return place.archive().isPresent() ? path : place.name() + "/" + path;
    }
}
