package org.spsrules.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.RuleFailedException;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.differential.Differential;
import org.spsrules.authoring.differential.Disagreement;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.internal.Engine;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.rule.Match;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.workbench.ScenarioTests.Failure;

/**
 * Asks Drools what the reference evaluator was asked. Where they say the same of a case, its report is the same too. To be
 * used by one thread.
 */
final class EngineCheck implements AutoCloseable {

    private final Knowledge knowledge;
    private final PatientCaseReader reader;
    private final Diagnostics diagnostics = new Diagnostics();
    private final CompletableFuture<Optional<Engine>> drools;

    /** Gets Drools ready, which may take seconds, while other work is done. */
    EngineCheck(Knowledge knowledge, SecondOpinion opinion) {
        this.knowledge = knowledge;
        this.reader = new PatientCaseReader(knowledge.vocabulary());
        this.drools = CompletableFuture.supplyAsync(() -> opinion.on(knowledge, diagnostics));
    }

    /** The scenarios about whose cases the engines disagree; none if Drools does not take the rules. */
    List<Failure> of(List<Scenario> scenarios) {
        return drools.join()
                .map(engine -> new Differential(knowledge, new ReferenceEvaluator(knowledge.rules())::evaluate, engine))
                .map(differential -> scenarios.parallelStream()
                        .map(scenario -> new Failure(scenario, lines(scenario, differential)))
                        .filter(failure -> !failure.lines().isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** Why Drools does not take the rules. */
    List<Diagnostic> problems() {
        drools.join();
        return diagnostics.sorted();
    }

    private List<String> lines(Scenario scenario, Differential differential) {
        try {
            PatientCase patientCase = reader.read(scenario.patientCase());
            return differential.about(patientCase).map(EngineCheck::lines).orElse(List.of());
        } catch (InvalidCaseException e) {
            // The reference evaluator was asked first, and that it is not valid was said then.
            return List.of();
        } catch (RuleFailedException e) {
            return List.of("asked of both engines: " + e.getMessage());
        }
    }

    private static List<String> lines(Disagreement disagreement) {
        List<String> lines = new ArrayList<>();
        for (String ruleId : disagreement.ruleIds()) {
            Optional<String> reference = about(ruleId, disagreement.onlyFirst());
            Optional<String> compiled = about(ruleId, disagreement.onlySecond());
            lines.add("the engines disagree about " + ruleId + ": it applies"
                    + (reference.isPresent()
                            ? reference.get() + " for the reference evaluator, and "
                                    + compiled.map(objects -> "it applies" + objects)
                                            .orElse("not")
                                    + " for Drools"
                            : compiled.orElse("") + " for Drools, and not for the reference evaluator"));
        }
        return lines;
    }

    /** What a rule speaks of, if it applies. */
    private static Optional<String> about(String ruleId, Set<Match> matches) {
        Set<String> objects = matches.stream()
                .filter(match -> match.rule().id().equals(ruleId))
                .map(match -> String.join(" ", match.objects()))
                .collect(Collectors.toCollection(TreeSet::new));
        return objects.isEmpty()
                ? Optional.empty()
                : Optional.of(objects.stream()
                        .filter(object -> !object.isEmpty())
                        .map(object -> " to " + object)
                        .collect(Collectors.joining(" and")));
    }

    @Override
    public void close() {
        drools.join().ifPresent(Engine::close);
    }
}
