package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.spsrules.SpsRules;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.differential.Differential;
import org.spsrules.authoring.differential.Disagreement;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.authoring.generate.Cases;
import org.spsrules.authoring.mutation.Mutant;
import org.spsrules.authoring.mutation.Mutants;
import org.spsrules.authoring.mutation.MutatedEngine;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.Scenarios;
import org.spsrules.internal.Engine;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.engine.DroolsEngine;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.io.PatientCaseReader;

/**
 * Drools and the reference evaluator agree on every scenario and on the cases of each generator: 12,000 in every build, a
 * million in the long profile. That this says something is shown by engines with a fault, each of which is found among the 20,000.
 */
class DifferentialTest {

    private static final long SEED = 20260119;
    private static final int QUICK = 20_000;
    private static final int CASES = Integer.getInteger("sps.differential.cases", 12_000);
    private static final int THREADS = 2;
    private static final int WHOLE_REPORT_EACH = 200;
    private static final int FAULTS = 50;

    @Test
    void bothEnginesAgreeOnEveryScenario() throws IOException {
        try (SpsRules rules = SpsRules.load();
                DroolsEngine drools = drools(rules.knowledge())) {
            Differential differential = new Differential(rules.knowledge(), drools, reference(rules.knowledge()));
            List<Scenario> scenarios = Scenarios.read(
                    KnowledgeFolder.read(Path.of("").toAbsolutePath()).scenarios(),
                    rules.knowledge(),
                    new Diagnostics());
            PatientCaseReader reader = new PatientCaseReader(rules.vocabulary());

            assertThat(scenarios).isNotEmpty();
            assertThat(differential.on(scenarios.stream().map(scenario -> reader.read(scenario.patientCase()))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothEnginesAgreeOnGeneratedCases(Generators generators) throws Exception {
        try (SpsRules rules = SpsRules.load();
                DroolsEngine drools = drools(rules.knowledge())) {
            Differential differential = new Differential(rules.knowledge(), drools, reference(rules.knowledge()));
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<Optional<Disagreement>>> found = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Cases generator = generators.of(rules.knowledge(), SEED + thread);
                found.add(threads.submit(
                        () -> differential.on(Stream.generate(generator::next).limit(CASES / THREADS))));
            }
            threads.shutdown();
            for (Future<Optional<Disagreement>> disagreement : found) {
                assertThat(disagreement.get())
                        .as("%s, seed %d", generators, SEED)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportsAreTheSameToTheLastCharacter(Generators generators) {
        try (SpsRules rules = SpsRules.load();
                DroolsEngine drools = drools(rules.knowledge())) {
            Differential differential = new Differential(rules.knowledge(), drools, reference(rules.knowledge()));
            Cases generator = generators.of(rules.knowledge(), SEED);

            for (int i = 0; i < CASES / WHOLE_REPORT_EACH; i++) {
                PatientCase patientCase = generator.next();
                assertThat(differential.reportAlike(patientCase))
                        .as("case %d of %s, seed %d: %s", i, generators, SEED, patientCase)
                        .isTrue();
            }
        }
    }

    @Test
    void everyInjectedFaultIsFound() throws IOException {
        try (SpsRules rules = SpsRules.load();
                DroolsEngine drools = drools(rules.knowledge())) {
            Knowledge knowledge = rules.knowledge();
            CaseFacts facts = new CaseFacts(rules.vocabulary(), knowledge);
            Engine sound = new LastAnswer(drools);
            Map<Mutant, Differential> unfound = new HashMap<>();
            for (Mutant mutant : Mutants.of(knowledge).some(FAULTS, SEED)) {
                MutatedEngine faulty = new MutatedEngine(mutant, knowledge.rules());
                unfound.put(mutant, new Differential(knowledge, sound, faulty, faulty::reaches));
            }
            assertThat(unfound).hasSize(FAULTS);

            for (Facts caseFacts : factsOfScenarios(knowledge, rules, facts)) {
                unfound.values().removeIf(differential -> !differential.agree(caseFacts));
            }
            for (Generators generators : Generators.values()) {
                Cases generator = generators.of(knowledge, SEED);
                for (int i = 0; i < QUICK && !unfound.isEmpty(); i++) {
                    Facts caseFacts = facts.of(generator.next());
                    unfound.values().removeIf(differential -> !differential.agree(caseFacts));
                }
            }

            assertThat(unfound.keySet())
                    .as(
                            "faults that no scenario and no case of seed %d shows; if one changes nothing, say why in"
                                    + " Equivalence",
                            SEED)
                    .isEmpty();
        }
    }

    private static List<Facts> factsOfScenarios(Knowledge knowledge, SpsRules rules, CaseFacts facts)
            throws IOException {
        PatientCaseReader reader = new PatientCaseReader(rules.vocabulary());
        CaseTerms terms = new CaseTerms(rules.vocabulary());
        return Scenarios.read(
                        KnowledgeFolder.read(Path.of("").toAbsolutePath()).scenarios(), knowledge, new Diagnostics())
                .stream()
                .map(scenario -> facts.of(terms.resolve(reader.read(scenario.patientCase()))))
                .toList();
    }

    @Test
    void aDisagreementIsShownByTheSmallestScenario() {
        try (SpsRules rules = SpsRules.load();
                DroolsEngine drools = drools(rules.knowledge())) {
            Knowledge knowledge = rules.knowledge();
            Rule lost = knowledge.rules().stream()
                    .filter(rule -> rule.id().equals("diagnosis/test-anti-gad65"))
                    .findFirst()
                    .orElseThrow();
            Engine faulty = new ReferenceEvaluator(Mutant.missing(lost).in(knowledge.rules()))::evaluate;
            CaseGenerator generator = new CaseGenerator(knowledge, SEED);

            Disagreement disagreement = new Differential(knowledge, drools, faulty)
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

    private static DroolsEngine drools(Knowledge knowledge) {
        return DroolsEngine.pooled(ShuffledRules.compiled(), knowledge.rules());
    }

    private static Engine reference(Knowledge knowledge) {
        return new ReferenceEvaluator(knowledge.rules())::evaluate;
    }
}
