package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.authoring.generate.Cases;
import org.spsrules.authoring.model.RuleModel;
import org.spsrules.authoring.mutation.Mutant;
import org.spsrules.authoring.mutation.Mutants;
import org.spsrules.authoring.mutation.MutatedEngine;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.report.ReportAssembly;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;

/**
 * The model of all cases says of each case by every rule what the reference evaluator says: of 250 cases of each generator in
 * every build, and of 80,000 in the long profile, where it makes a case for every rule, and not only for each fortieth. That this
 * says something is shown by engines with a fault, each of which is found among 3,200 that aim at the rules with a fault.
 */
class RuleModelTest {

    private static final long SEED = 20261130;
    private static final int CASES = Volume.of("sps.differential.cases", 12_000) / 12;
    private static final int MOST_CASES = 3_200;
    private static final int FAULTS = 10;
    private static final int EACH = Math.max(1, 10_000 / CASES);

    private static Knowledge knowledge;
    private static RuleModel model;
    private static CaseFacts facts;

    @BeforeAll
    static void model() {
        knowledge = BuiltIn.rules().knowledge();
        model = new RuleModel(knowledge);
        facts = new CaseFacts(knowledge.vocabulary(), knowledge);
    }

    @ParameterizedTest
    @EnumSource
    void theModelAgreesWithTheReferenceEvaluatorAndWithReports(Generators generators) {
        ReferenceEvaluator evaluator = new ReferenceEvaluator(knowledge.rules());
        ReportAssembly assembly = new ReportAssembly(knowledge, knowledge.vocabulary());
        Cases generator = generators.of(knowledge, SEED);
        for (int i = 0; i < CASES; i += RuleModel.MOST_CASES) {
            List<PatientCase> cases = some(generator);
            List<Set<Match>> found = model.matchesOf(cases);
            List<Set<Match>> said = model.saidOf(cases);
            for (int j = 0; j < cases.size(); j++) {
                Facts known = facts.of(cases.get(j));
                Set<Match> matches = evaluator.evaluate(known);
                Report report = assembly.report(cases.get(j), known, matches);
                Supplier<String> shown = shown(i + j, generators, cases.get(j));
                assertThat(found.get(j)).as(shown).isEqualTo(new HashSet<>(matches));
                assertThat(recommended(said.get(j))).as(shown).isEqualTo(recommended(report));
            }
        }
    }

    private static Supplier<String> shown(int number, Generators generators, PatientCase patientCase) {
        return () -> "case %d of %s, seed %d: %s".formatted(number, generators, SEED, patientCase);
    }

    /** The rules that recommend, each with what it recommends. */
    private static Set<String> recommended(Set<Match> said) {
        return said.stream()
                .filter(match -> match.rule().then().verb() != Verb.CONCLUDE)
                .filter(match -> match.rule().then().verb().role() != Verb.Role.ALERT)
                .map(match -> match.rule().id() + " " + match.subject())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> recommended(Report report) {
        return report.recommendations().stream()
                .flatMap(item -> item.bases()
                        .map(basis -> basis.ruleId() + " "
                                + item.subject().map(Report.Subject::code).orElse("")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** So many cases as can be read at once, without those beyond the bounds. */
    private static List<PatientCase> some(Cases generator) {
        List<PatientCase> cases = new ArrayList<>();
        while (cases.size() < RuleModel.MOST_CASES) {
            PatientCase patientCase = generator.next();
            if (model.standsFor(patientCase)) {
                cases.add(patientCase);
            }
        }
        return cases;
    }

    @Test
    void everyRuleIsSeen() {
        knowledge.rules().forEach(model::matches);

        assertThat(model.unseen()).isEmpty();
    }

    @Test
    void everyInjectedFaultIsFound() {
        Map<Mutant, MutatedEngine> unfound = new LinkedHashMap<>();
        for (Mutant mutant : Mutants.of(knowledge).some(FAULTS, SEED)) {
            unfound.put(mutant, new MutatedEngine(mutant, knowledge.rules()));
        }
        assertThat(unfound).hasSize(FAULTS);

        Cases generator = new CaseGenerator(
                knowledge, unfound.keySet().stream().map(Mutant::rule).toList(), SEED);
        for (int i = 0; i < MOST_CASES && !unfound.isEmpty(); i += RuleModel.MOST_CASES) {
            List<PatientCase> cases = some(generator);
            List<Set<Match>> found = model.matchesOf(cases);
            for (int j = 0; j < cases.size(); j++) {
                Facts caseFacts = facts.of(cases.get(j));
                Set<Match> sound = found.get(j);
                unfound.values()
                        .removeIf(faulty ->
                                !said(faulty.evaluate(caseFacts), faulty).equals(said(sound, faulty)));
            }
        }
        assertThat(unfound.keySet())
                .as("faults that no case of seed %d shows", SEED)
                .isEmpty();
    }

    private static Set<Match> said(Set<Match> matches, MutatedEngine faulty) {
        Set<Match> reached = new HashSet<>(matches);
        reached.removeIf(match -> !faulty.reaches(match.rule()));
        return reached;
    }

    @Test
    void aCaseInWhichTheModelSaysThatARuleAppliesIsOne() {
        ReferenceEvaluator evaluator = new ReferenceEvaluator(knowledge.rules());
        for (int i = 0; i < knowledge.rules().size(); i += EACH) {
            Rule rule = knowledge.rules().get(i);
            Optional<PatientCase> found =
                    model.caseWhere(model.any(model.matches(rule).values()));

            assertThat(found).as(rule.id()).isPresent();
            assertThat(evaluator.evaluate(facts.of(found.orElseThrow())))
                    .extracting(Match::rule)
                    .contains(rule);
        }
    }
}
