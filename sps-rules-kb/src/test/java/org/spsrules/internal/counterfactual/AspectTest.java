package org.spsrules.internal.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.Report.Obstacle;
import org.spsrules.SpsRules;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.fact.Option;
import org.spsrules.internal.fact.Plan;
import org.spsrules.internal.fact.Treatment;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.Conditions;
import org.spsrules.internal.reference.Reevaluation;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.report.Offers;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.shape.Aspect;
import org.spsrules.internal.shape.Aspects;
import org.spsrules.kb.BuiltIn;
import org.spsrules.kb.Volume;

/** The search for changes leaves out only what a question cannot depend on. */
class AspectTest {

    private static final long SEED = 20260122;
    private static final int CASES = Volume.of("sps.cases", 20_000) / 1_000;
    private static final int MADE_AGAIN_OF_AN_ASPECT = 4;
    private static final Set<String> SINGLE = Set.of("Patient", "Diagnosis", "Course", "History", "Tests");
    private static final Set<String> SEVERAL = Set.of("Treatment", "Plan", "Option", "Contraindication", "Interaction");

    @Test
    void everyQuestionHasAnAspectThatItReads() {
        for (FactModel.FactType type : FactModel.instance().types().values()) {
            for (String question : type.questions().keySet()) {
                assertThat(Aspects.values())
                        .as("%s.%s", type.name(), question)
                        .anyMatch(aspect -> aspect.isReadBy(type.name(), question));
            }
        }
    }

    /** A misspelt question would be read by nothing, in silence. */
    @Test
    void everyAspectNamesQuestionsThatThereAre() {
        for (Aspect aspect : Aspects.values()) {
            assertThat(FactModel.instance()
                            .type(aspect.factType())
                            .orElseThrow()
                            .questions()
                            .keySet())
                    .as("%s", aspect)
                    .containsAll(aspect.describing())
                    .containsAll(aspect.others());
            aspect.behind()
                    .forEach((type, questions) -> assertThat(FactModel.instance()
                                    .type(type)
                                    .orElseThrow()
                                    .questions()
                                    .keySet())
                            .as("%s behind %s", aspect, type)
                            .containsAll(questions));
        }
    }

    /** All of it is looked at in one walk: to make the changes takes longer than to look at what they do. */
    @Test
    void aChangeDoesOnlyWhatItsAspectLetsItDo() {
        SpsRules rules = BuiltIn.rules();
        eachChange(
                rules,
                CASES,
                List.of(
                        onlyQuestionsThatReadItTurn(rules),
                        AspectTest::onlyFactsThatComeAndGoWithItDo,
                        onlyOffersThatReadItTurn(rules),
                        theFactsAfterItAreThoseOfTheChangedCase(rules)));
    }

    private static Consumer<Changed> onlyQuestionsThatReadItTurn(SpsRules rules) {
        Set<Asked> different = new LinkedHashSet<>();
        for (Rule rule : rules.knowledge().rules()) {
            for (Pattern pattern : rule.patterns()) {
                for (Constraint constraint : pattern.constraints()) {
                    if (SINGLE.contains(pattern.factType()) && !isOpen(constraint)) {
                        different.add(new Asked(pattern.factType(), constraint));
                    }
                }
            }
        }
        List<Asked> asked = List.copyOf(different);
        Map<Facts, BitSet> holding = new IdentityHashMap<>();
        return changed -> {
            BitSet turned = holding(asked, changed.after().facts());
            turned.xor(holding.computeIfAbsent(changed.before().facts(), facts -> holding(asked, facts)));
            turned.stream()
                    .mapToObj(asked::get)
                    .forEach(one -> assertThat(
                                    Aspects.feeding(one.type(), one.constraint().asked()))
                            .as("%s turns %s", changed, one)
                            .contains(changed.change().slot().aspect()));
        };
    }

    private static void onlyFactsThatComeAndGoWithItDo(Changed changed) {
        for (String type : SEVERAL) {
            if (!several(changed.before().facts(), type)
                    .equals(several(changed.after().facts(), type))) {
                assertThat(Aspects.bringing(type))
                        .as("%s makes or ends facts of type %s", changed, type)
                        .contains(changed.change().slot().aspect());
            }
        }
    }

    private static Consumer<Changed> onlyOffersThatReadItTurn(SpsRules rules) {
        Offers offers = new Offers(rules.knowledge(), rules.vocabulary());
        Map<Facts, Map<String, List<Obstacle>>> standing = new IdentityHashMap<>();
        return changed -> standing.computeIfAbsent(changed.before().facts(), facts -> against(offers, facts))
                .forEach((therapy, obstacles) -> {
                    if (!obstacles.equals(
                            offers.against(therapy, changed.after().facts()))) {
                        assertThat(Offers.reads())
                                .as("%s turns what stands against %s", changed, therapy)
                                .contains(changed.change().slot().aspect());
                    }
                });
    }

    /**
     * What rests on nothing that a change touches is not made again, and no rule is asked again that reads nothing of it;
     * nothing else may be left as it was. Looked at in some changes of each aspect of each case.
     */
    private static Consumer<Changed> theFactsAfterItAreThoseOfTheChangedCase(SpsRules rules) {
        CaseFacts facts = new CaseFacts(rules.vocabulary(), rules.knowledge());
        ReferenceEvaluator evaluator = new ReferenceEvaluator(rules.knowledge().rules());
        Reevaluation reevaluation = new Reevaluation(rules.knowledge().rules());
        FeltChanges felt = new FeltChanges(reevaluation, rules.vocabulary());
        Map<Facts, Reevaluation.Base> evaluated = new IdentityHashMap<>();
        Map<List<Object>, Integer> tried = new HashMap<>();
        return changed -> {
            Aspect aspect = changed.change().slot().aspect();
            if (tried.merge(List.of(changed.number(), aspect), 1, Integer::sum) <= MADE_AGAIN_OF_AN_ASPECT) {
                Set<Match> matches = evaluator.evaluate(facts.of(changed.after().patientCase()));
                assertThat(evaluator.evaluate(changed.after().facts()))
                        .as("%s", changed)
                        .isEqualTo(matches);
                Reevaluation.Base before =
                        evaluated.computeIfAbsent(changed.before().facts(), reevaluation::of);
                assertThat(before.matches(before.otherwise(changed.after().facts())))
                        .as("%s, where only what it touches is asked again", changed)
                        .isEqualTo(matches);
                List<Reevaluation.Felt> turning = felt.by(
                        List.of(changed.change().slot()), changed.before().patientCase());
                assertThat(before.matches(before.otherwise(changed.after().facts(), turning)))
                        .as("%s, where only what it can turn is looked at", changed)
                        .isEqualTo(matches);
                assertThat(evaluator.evaluate(before.after(changed.after().facts(), turning)))
                        .as("%s, where only what it can reach is evaluated", changed)
                        .isEqualTo(matches);
            }
        };
    }

    /** A question of a fact of which there is exactly one. */
    private record Asked(String type, Constraint constraint) {

        boolean holds(Facts facts) {
            return Conditions.holds(constraint, facts.of(type).get(0), Map.of());
        }
    }

    /** A case before and after a change. */
    private record Changed(int number, Change change, CaseFacts.Baseline before, CaseFacts.Baseline after) {

        @Override
        public String toString() {
            return "case %d of seed %d: %s".formatted(number, SEED, change.shown());
        }
    }

    /**
     * The changes of so many cases, as far as they do not contradict the case, in an order of chance; by hand as many of them as
     * it takes to meet each aspect.
     */
    private static void eachChange(SpsRules rules, int cases, List<Consumer<Changed>> checks) {
        Knowledge knowledge = rules.knowledge();
        CaseFacts facts = new CaseFacts(rules.vocabulary(), knowledge);
        ReferencedTerms mentions =
                new ReferencedTerms(knowledge.rules(), knowledge, Optional.empty(), rules.vocabulary());
        CaseGenerator generator = new CaseGenerator(knowledge, SEED);
        for (int i = 0; i < cases; i++) {
            PatientCase patientCase = generator.next();
            CaseFacts.Baseline before = new CaseFacts.Baseline(patientCase, facts.of(patientCase));
            List<Change> changes =
                    new ArrayList<>(Changes.of(patientCase, before.facts().patient(), mentions, rules.vocabulary()));
            Collections.shuffle(changes, new Random(SEED + i));
            for (Change change : changes.subList(0, Volume.of(changes.size()))) {
                CaseDraft draft = new CaseDraft(patientCase);
                change.edit().accept(draft);
                CaseFacts.Baseline after;
                try {
                    PatientCase edited = draft.toCase();
                    after = new CaseFacts.Baseline(edited, facts.of(edited, before));
                } catch (InvalidCaseException contradiction) {
                    continue;
                }
                Changed changed = new Changed(i, change, before, after);
                checks.forEach(check -> check.accept(changed));
            }
        }
    }

    private static BitSet holding(List<Asked> asked, Facts facts) {
        BitSet holding = new BitSet();
        for (int i = 0; i < asked.size(); i++) {
            holding.set(i, asked.get(i).holds(facts));
        }
        return holding;
    }

    /** What stands against each therapy on record. */
    private static Map<String, List<Obstacle>> against(Offers offers, Facts facts) {
        Map<String, List<Obstacle>> standing = new TreeMap<>();
        facts.treatments()
                .forEach(treatment -> standing.put(treatment.therapy(), offers.against(treatment.therapy(), facts)));
        return standing;
    }

    /** The facts of a type, as far as they can be told from each other. */
    private static List<Object> several(Facts facts, String type) {
        return facts.of(type).stream()
                .<Object>map(fact -> fact instanceof Option option ? option.therapy() + option.declined() : fact)
                .map(fact -> fact instanceof Plan plan ? plan.stated().action() + " " + plan.therapy() : fact)
                .map(fact -> fact instanceof Treatment treatment ? treatment.therapy() : fact)
                .toList();
    }

    private static boolean isOpen(Constraint constraint) {
        return constraint instanceof Constraint.Predicate predicate
                && predicate.arguments().stream().anyMatch(Operand.Variable.class::isInstance);
    }
}
