package org.spsrules.authoring.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.authoring.folder.KnowledgeFolder.Content;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.authoring.mutation.Reach;
import org.spsrules.authoring.proof.Mutation.Outcome;
import org.spsrules.authoring.proof.Mutation.Tried;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.internal.rule.Rule;

/**
 * Puts one fault after the other into rules and rows, and asks who notices: the scenarios of the rule first, then all others.
 * Where the rule has said the same in all of them, the model proves that it always does, or gives a case in which it does not.
 * Then the invariants are asked in this case and in generated ones. Only the faulty rule is asked anew; a report is made only of
 * cases in which it says something else.
 */
public final class MutationSearch {

    /** Fixed, so that the same rules come out alike wherever they are tried. */
    private static final long SEED = 20260119;

    /** The generator aims at one rule after the other. */
    private static final int CASES_FOR_EACH_RULE = 2;

    private static final int FEWEST_CASES = 100;

    private static final int AIMED_CASES = 60;

    private final Content content;
    private final List<Scenario> scenarios;
    private final TriedCase.Maker maker;
    private final Jury jury;
    private final Map<String, Reach> reach = new ConcurrentHashMap<>();

    /** The scenarios that would have noticed a fault, and whether they hold without one. */
    private final Map<Scenario, Boolean> asked = Collections.synchronizedMap(new IdentityHashMap<>());

    /** Tries the rules of a knowledge base in which no error was found. */
    public MutationSearch(Content content, List<Scenario> scenarios) {
        this.content = content;
        this.scenarios = scenarios;
        this.maker = new TriedCase.Maker(content.knowledge());
        this.jury = new Jury(maker);
    }

    /**
     * Tries the faults of the rules whose id is so, and of all rows if that is wanted.
     *
     * @param equivalents faults that change nothing
     * @param progress is told how many pieces of work there are; what it gives is run for each that is done
     */
    public Mutation run(
            Predicate<String> ruleIds, boolean withRows, Equivalents equivalents, IntFunction<Runnable> progress) {
        List<FaultOfFile> faults = FaultOfFile.in(content, ruleIds, this::reach);
        int generated = Math.max(
                FEWEST_CASES, CASES_FOR_EACH_RULE * content.knowledge().rules().size());
        Runnable done = progress.apply(2 * faults.size() + scenarios.size() + generated);
        byItsScenarios(faults, done);
        byOtherScenarios(faults, done);
        byModel(faults);
        byInvariants(faults, generated, done);
        WitnessSearch witnesses = new WitnessSearch(maker, jury);
        List<Tried> tried = new ArrayList<>(faults.parallelStream()
                .map(fault -> {
                    Tried found = fault.tried(equivalents, witnesses);
                    done.run();
                    return found;
                })
                .toList());
        if (withRows) {
            tried.addAll(new RowSearch(content, equivalents).run(scenarios));
        }
        return new Mutation(tried);
    }

    /** The scenarios that would have noticed a fault and fail without one too, so that they say nothing of it. */
    public List<Scenario> failing() {
        return scenarios.stream()
                .filter(scenario -> !asked.getOrDefault(scenario, true))
                .toList();
    }

    private Reach reach(String ruleId) {
        return reach.computeIfAbsent(
                ruleId,
                id -> Reach.of(Set.of(id), List.of(), content.knowledge().rules()));
    }

    private void byItsScenarios(List<FaultOfFile> faults, Runnable done) {
        Map<String, List<FaultOfFile>> byFile = faults.stream().collect(Collectors.groupingBy(FaultOfFile::file));
        Map<String, List<Scenario>> beside =
                scenarios.stream().collect(Collectors.groupingBy(scenario -> Rule.fileOf(scenario.ruleId())));
        List.copyOf(byFile.entrySet()).parallelStream().forEach(entry -> {
            for (Scenario scenario : beside.getOrDefault(entry.getKey(), List.of())) {
                onScenario(entry.getValue(), scenario);
            }
            entry.getValue().forEach(fault -> done.run());
        });
    }

    private void byOtherScenarios(List<FaultOfFile> faults, Runnable done) {
        scenarios.parallelStream().forEach(scenario -> {
            String file = Rule.fileOf(scenario.ruleId());
            onScenario(
                    faults.stream()
                            .filter(FaultOfFile::isAlive)
                            .filter(fault -> !fault.file().equals(file))
                            .toList(),
                    scenario);
            done.run();
        });
    }

    private void onScenario(List<FaultOfFile> faults, Scenario scenario) {
        if (faults.isEmpty()) {
            return;
        }
        maker.of(scenario.patientCase())
                .ifPresentOrElse(
                        tried -> on(
                                faults,
                                tried,
                                suspect ->
                                        jury.verdict(suspect, scenario, tried).filter(any -> holds(scenario, tried))),
                        () -> asked.put(scenario, false));
    }

    private boolean holds(Scenario scenario, TriedCase tried) {
        return asked.computeIfAbsent(scenario, any -> jury.holds(scenario, tried));
    }

    /** Settles what changes nothing in any case, and finds a case for everything else. */
    private void byModel(List<FaultOfFile> faults) {
        List<FaultOfFile> unchanged = faults.stream()
                .filter(FaultOfFile::isAlive)
                .filter(fault -> fault.members().stream()
                        .allMatch(member -> member.changedCase().isEmpty()))
                .toList();
        DifferenceModel model = new DifferenceModel(
                content.knowledge(),
                unchanged.stream()
                        .flatMap(fault -> fault.members().stream())
                        .map(Suspect::mutant)
                        .toList());
        for (FaultOfFile fault : unchanged) {
            if (fault.members().stream().noneMatch(member -> mayChange(member, model))) {
                fault.members().forEach(member -> member.settle(Outcome.PROVEN_EQUIVALENT));
            }
        }
    }

    private boolean mayChange(Suspect suspect, DifferenceModel model) {
        // A case that is met with is cheaper than one that is solved.
        if (!model.sees(suspect.mutant()) || aimedAt(suspect).anyMatch(suspect::changes)) {
            return true;
        }
        try {
            Optional<PatientCase> found = model.caseOf(suspect.mutant());
            found.ifPresent(patientCase -> on(suspect, maker.of(patientCase)));
            return found.isPresent();
        } catch (InvalidCaseException e) {
            // What the model takes for a case is none.
            return true;
        }
    }

    private Stream<TriedCase> aimedAt(Suspect suspect) {
        CaseGenerator generator =
                new CaseGenerator(content.knowledge(), List.of(suspect.mutant().rule()), SEED);
        return Stream.generate(generator::next).limit(AIMED_CASES).map(maker::of);
    }

    private void on(Suspect suspect, TriedCase tried) {
        if (suspect.changes(tried)) {
            jury.verdict(suspect, tried).ifPresent(suspect::settle);
        }
    }

    private void byInvariants(List<FaultOfFile> faults, int generated, Runnable done) {
        CaseGenerator generator = new CaseGenerator(content.knowledge(), SEED);
        List<PatientCase> cases =
                Stream.generate(generator::next).limit(generated).toList();
        cases.parallelStream().forEach(patientCase -> {
            TriedCase tried = maker.of(patientCase);
            on(faults.stream().filter(FaultOfFile::isAlive).toList(), tried, suspect -> jury.verdict(suspect, tried));
            done.run();
        });
    }

    private static void on(List<FaultOfFile> faults, TriedCase tried, Function<Suspect, Optional<Outcome>> verdict) {
        // Faults that make a rule say the same are mostly noticed alike; that one is, is found out for each.
        Set<List<Object>> unnoticed = new HashSet<>();
        for (FaultOfFile fault : faults) {
            for (Suspect suspect : fault.members()) {
                if (fault.isAlive() && suspect.changes(tried) && !unnoticed.contains(suspect.effect(tried))) {
                    verdict.apply(suspect).ifPresentOrElse(suspect::settle, () -> unnoticed.add(suspect.effect(tried)));
                }
            }
        }
    }
}
