package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spsrules.PatientCase;
import org.spsrules.authoring.differential.Differential;
import org.spsrules.authoring.differential.Disagreement;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.authoring.generate.Cases;
import org.spsrules.authoring.mutation.Mutant;
import org.spsrules.authoring.mutation.Mutants;
import org.spsrules.authoring.mutation.MutatedEngine;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.internal.Engine;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.io.PatientCaseReader;

/**
 * Drools and the reference evaluator agree on every scenario, in a build by hand on a quarter of them, and on the cases of each
 * generator: 3,000 of each in every build, 12,000 in the gate, a million in the long profile. That this says something is shown by engines with a fault, each of which is
 * found by the scenarios of its rule, or by others, or among 40,000 cases.
 */
class DifferentialTest {

    private static final long SEED = 20260119;
    private static final int QUICK = 20_000;
    private static final int CASES = Volume.of("sps.differential.cases", 12_000);
    private static final int THREADS = 2;
    private static final int WHOLE_REPORT_EACH = 50;
    private static final int FAULTS = Volume.of(50);

    private static final Knowledge KNOWLEDGE = BuiltIn.rules().knowledge();
    private static final Engine DROOLS = BuiltIn.drools();
    private static final Differential DIFFERENTIAL =
            new Differential(KNOWLEDGE, DROOLS, new ReferenceEvaluator(KNOWLEDGE.rules())::evaluate);

    @Test
    void bothEnginesAgreeOnEveryScenario() {
        List<Scenario> scenarios = Volume.of(BuiltIn.scenarios());
        assertThat(scenarios).isNotEmpty();
        assertThat(DIFFERENTIAL.on(casesOf(scenarios.stream()))).isEmpty();
    }

    private static Stream<PatientCase> casesOf(Stream<Scenario> scenarios) {
        PatientCaseReader reader = new PatientCaseReader(KNOWLEDGE.vocabulary());
        return scenarios.map(scenario -> reader.read(scenario.patientCase()));
    }

    @ParameterizedTest
    @EnumSource
    void bothEnginesAgreeOnGeneratedCases(Generators generators) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Optional<Disagreement>>> found = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Cases generator = generators.of(KNOWLEDGE, SEED + thread);
            found.add(threads.submit(
                    () -> DIFFERENTIAL.on(Stream.generate(generator::next).limit(CASES / THREADS))));
        }
        threads.shutdown();
        for (Future<Optional<Disagreement>> disagreement : found) {
            assertThat(disagreement.get()).as("%s, seed %d", generators, SEED).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportsAreTheSameToTheLastCharacter(Generators generators) {
        Cases generator = generators.of(KNOWLEDGE, SEED);

        for (int i = 0; i < CASES / WHOLE_REPORT_EACH; i++) {
            PatientCase patientCase = generator.next();
            assertThat(DIFFERENTIAL.reportAlike(patientCase))
                    .as("case %d of %s, seed %d: %s", i, generators, SEED, patientCase)
                    .isTrue();
        }
    }

    /** Most faults show in a scenario of the rule that has it; only for the others all else is tried. */
    @Test
    void everyInjectedFaultIsFound() {
        CaseFacts facts = new CaseFacts(KNOWLEDGE.vocabulary(), KNOWLEDGE);
        CaseTerms terms = new CaseTerms(KNOWLEDGE.vocabulary());
        Engine sound = new LastAnswer(DROOLS);
        Map<Mutant, Differential> unfound = new HashMap<>();
        for (Mutant mutant : Mutants.of(KNOWLEDGE).some(FAULTS, SEED)) {
            MutatedEngine faulty = new MutatedEngine(mutant, KNOWLEDGE.rules());
            unfound.put(mutant, new Differential(KNOWLEDGE, sound, faulty, faulty::reaches));
        }
        assertThat(unfound).hasSize(FAULTS);

        unfound.entrySet()
                .removeIf(entry -> casesOf(BuiltIn.scenarios().stream()
                                .filter(scenario -> scenario.ruleId()
                                        .equals(entry.getKey().rule().id())))
                        .map(terms::resolve)
                        .map(facts::of)
                        .anyMatch(caseFacts -> !entry.getValue().agree(caseFacts)));
        Iterator<Facts> tried = Stream.concat(
                        casesOf(BuiltIn.scenarios().stream()).map(terms::resolve),
                        Stream.of(Generators.values())
                                .map(generators -> generators.of(KNOWLEDGE, SEED))
                                .flatMap(generator ->
                                        Stream.generate(generator::next).limit(QUICK)))
                .map(facts::of)
                .iterator();
        while (tried.hasNext() && !unfound.isEmpty()) {
            Facts caseFacts = tried.next();
            unfound.values().removeIf(differential -> !differential.agree(caseFacts));
        }

        assertThat(unfound.keySet())
                .as(
                        "faults that no scenario and no case of seed %d shows; if one changes nothing, say why in"
                                + " Equivalence",
                        SEED)
                .isEmpty();
    }

    @Test
    void aDisagreementIsShownByTheSmallestScenario() {
        Rule lost = KNOWLEDGE.rules().stream()
                .filter(rule -> rule.id().equals("diagnosis/test-anti-gad65"))
                .findFirst()
                .orElseThrow();
        Engine faulty = new ReferenceEvaluator(Mutant.missing(lost).in(KNOWLEDGE.rules()))::evaluate;
        CaseGenerator generator = new CaseGenerator(KNOWLEDGE, SEED);

        Disagreement disagreement = new Differential(KNOWLEDGE, DROOLS, faulty)
                .on(Stream.generate(generator::next).limit(QUICK))
                .orElseThrow();

        assertThat(disagreement.onlySecond()).isEmpty();
        assertThat(disagreement.onlyFirst()).extracting(Match::rule).containsExactly(lost);
        assertThat(disagreement.scenario()).isEqualTo("""
                  - name: the engines disagree
                    case: {asOf: 2026-01-15, diagnosis: {status: suspected}}
                    expect: fires
                """);
    }
}
