package org.spsrules.workbench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.spsrules.SpsRules;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.invariant.Scrutiny;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.ScenarioRun;
import org.spsrules.authoring.scenario.Scenarios;
import org.spsrules.authoring.scenario.Trace;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.spelling.Suggestion;

/**
 * Runs the scenarios of a folder, and shows each that fails. Every run reads the folder anew; what lies beside the rules
 * that were edited since the last run comes first, because that is what an author waits for. To be used by one thread.
 */
final class ScenarioTests {

    private static final double NANOSECONDS = 1e9;

    private final KnowledgePlace place;
    private final Overlays overlays;
    private final String prefix;
    private final Optional<SecondOpinion> secondOpinion;
    private final Terminal terminal;
    private final Edits edits = new Edits();

    /**
     * Tests of a folder.
     *
     * @param overlays what is laid over it
     * @param prefix what the id of a rule begins with whose scenarios are run
     * @param secondOpinion what is asked beside the reference evaluator
     */
    ScenarioTests(
            KnowledgePlace place,
            Overlays overlays,
            String prefix,
            Optional<SecondOpinion> secondOpinion,
            Terminal terminal) {
        this.place = place;
        this.overlays = overlays;
        this.prefix = prefix;
        this.secondOpinion = secondOpinion;
        this.terminal = terminal;
    }

    /** A scenario that fails, and how. */
    record Failure(Scenario scenario, List<String> lines) {}

    /** Runs them. */
    ExitCode run() throws IOException, UnreadableException {
        long began = System.nanoTime();
        OpenKnowledge opened = overlays.over(place);
        KnowledgeFolder.Content content = opened.content();
        Knowledge knowledge = content.knowledge();
        if (!content.diagnostics().isEmpty()) {
            return notInOrder(opened);
        }
        Diagnostics diagnostics = new Diagnostics();
        List<Scenario> chosen = Scenarios.read(content.scenarios(), knowledge, diagnostics).stream()
                .filter(scenario -> scenario.ruleId().startsWith(prefix))
                .toList();
        if (chosen.isEmpty() && !prefix.isEmpty()) {
            return nothingChosen(knowledge);
        }
        opened.lines(diagnostics.sorted()).forEach(terminal::complain);
        List<List<Scenario>> turns = turns(chosen, edits.in(content));
        int failed = secondOpinion.isPresent()
                ? onBothEngines(turns, opened, secondOpinion.get(), diagnostics)
                : onTheReferenceEvaluator(turns, opened);
        terminal.write(summary(knowledge, chosen.size(), failed, began));
        return failed == 0 && diagnostics.sorted().isEmpty() ? ExitCode.WELL : ExitCode.FINDINGS;
    }

    private int onBothEngines(
            List<List<Scenario>> turns, OpenKnowledge opened, SecondOpinion opinion, Diagnostics diagnostics) {
        try (EngineCheck check = new EngineCheck(opened.content().knowledge(), opinion)) {
            int failed = onTheReferenceEvaluator(turns, opened);
            List<Failure> disagreements =
                    check.of(turns.stream().flatMap(List::stream).toList());
            show(disagreements, opened);
            opened.lines(check.problems()).forEach(terminal::complain);
            check.problems().forEach(diagnostics::add);
            return failed + disagreements.size();
        }
    }

    private int onTheReferenceEvaluator(List<List<Scenario>> turns, OpenKnowledge opened) {
        Knowledge knowledge = opened.content().knowledge();
        ScenarioRun run = new ScenarioRun(
                SpsRules.of(knowledge, new ReferenceEvaluator(knowledge.rules())::evaluate),
                new Scrutiny(knowledge)::of);
        int failed = 0;
        for (List<Scenario> turn : turns) {
            List<Failure> failures = turn.parallelStream()
                    .map(scenario -> new Failure(scenario, run.mismatches(scenario)))
                    .filter(failure -> !failure.lines.isEmpty())
                    .toList();
            show(failures, opened);
            failed += failures.size();
        }
        return failed;
    }

    private static List<List<Scenario>> turns(List<Scenario> scenarios, Set<String> edited) {
        return List.copyOf(scenarios.stream()
                .collect(Collectors.groupingBy(
                        scenario -> edited.contains(scenario.ruleId()) ? 0 : 1, TreeMap::new, Collectors.toList()))
                .values());
    }

    private String summary(Knowledge knowledge, int scenarios, int failures, long began) {
        return String.format(
                        Locale.ROOT,
                        "%d rules, %d scenarios, %s, %.1f s %s%n",
                        knowledge.rules().size(),
                        scenarios,
                        failures == 0 ? "all hold" : failures + " failed",
                        (System.nanoTime() - began) / NANOSECONDS,
                        secondOpinion.isPresent()
                                ? "on the reference evaluator and on Drools"
                                : "on the reference evaluator; Drools was not asked")
                .replace(System.lineSeparator(), "\n");
    }

    private void show(List<Failure> failures, OpenKnowledge opened) {
        if (failures.isEmpty()) {
            return;
        }
        Trace trace = new Trace(opened.content().knowledge());
        for (Failure failure : failures) {
            Scenario scenario = failure.scenario;
            List<String> lines = new ArrayList<>();
            lines.add(opened.shown(scenario.file()) + ":" + scenario.position().line() + ": " + scenario.name());
            failure.lines.forEach(line -> lines.add("    " + line));
            trace.of(scenario).forEach(line -> lines.add("      " + line));
            lines.forEach(line -> terminal.write(terminal.look().alphabet().spell(line) + "\n"));
        }
    }

    private ExitCode notInOrder(OpenKnowledge opened) {
        List<Diagnostic> problems = opened.content().diagnostics();
        opened.lines(problems).forEach(terminal::complain);
        terminal.write(problems.size() + (problems.size() == 1 ? " problem" : " problems") + "; no scenario was run\n");
        return ExitCode.FINDINGS;
    }

    private ExitCode nothingChosen(Knowledge knowledge) {
        terminal.complain("--only: error: no rule with a scenario has an id that begins with " + prefix
                + Suggestion.didYouMean(
                        prefix, knowledge.rules().stream().map(Rule::id).toList()));
        return ExitCode.UNUSABLE_INPUT;
    }
}
