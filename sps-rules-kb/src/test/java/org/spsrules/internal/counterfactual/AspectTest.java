package org.spsrules.internal.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import org.spsrules.internal.report.Offers;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.shape.Aspect;
import org.spsrules.internal.shape.Aspects;

/** The search for changes leaves out only what a question cannot depend on. */
class AspectTest {

    private static final long SEED = 20260122;
    private static final int CASES = 40;
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

    @Test
    void onlyChangesOfWhatAQuestionReadsTurnItsAnswer() {
        try (SpsRules rules = SpsRules.load()) {
            Set<Constraint> seen = new HashSet<>();
            List<Asked> asked = new ArrayList<>();
            for (Rule rule : rules.knowledge().rules()) {
                for (Pattern pattern : rule.patterns()) {
                    for (Constraint constraint : pattern.constraints()) {
                        if (SINGLE.contains(pattern.factType()) && !isOpen(constraint) && seen.add(constraint)) {
                            asked.add(new Asked(pattern.factType(), constraint));
                        }
                    }
                }
            }
            Map<Facts, BitSet> holding = new IdentityHashMap<>();
            eachChange(rules, (change, before, after, what) -> {
                BitSet turned = holding(asked, after);
                turned.xor(holding.computeIfAbsent(before, facts -> holding(asked, facts)));
                turned.stream()
                        .mapToObj(asked::get)
                        .forEach(one -> assertThat(Aspects.feeding(
                                        one.type(), one.constraint().asked()))
                                .as("%s turns %s", what, one)
                                .contains(change.slot().aspect()));
            });
        }
    }

    @Test
    void onlyChangesOfWhatFactsComeAndGoWithMakeAndEndThem() {
        try (SpsRules rules = SpsRules.load()) {
            eachChange(rules, (change, before, after, what) -> {
                for (String type : SEVERAL) {
                    if (!several(before, type).equals(several(after, type))) {
                        assertThat(Aspects.bringing(type))
                                .as("%s makes or ends facts of type %s", what, type)
                                .contains(change.slot().aspect());
                    }
                }
            });
        }
    }

    @Test
    void onlyChangesOfWhatOffersReadEndWhatStandsAgainstATherapy() {
        try (SpsRules rules = SpsRules.load()) {
            Offers offers = new Offers(rules.knowledge(), rules.vocabulary());
            Map<Facts, Map<String, List<Obstacle>>> standing = new IdentityHashMap<>();
            eachChange(
                    rules,
                    (change, before, after, what) -> standing.computeIfAbsent(before, facts -> against(offers, facts))
                            .forEach((therapy, obstacles) -> {
                                if (!obstacles.equals(offers.against(therapy, after))) {
                                    assertThat(Offers.reads())
                                            .as("%s turns what stands against %s", what, therapy)
                                            .contains(change.slot().aspect());
                                }
                            }));
        }
    }

    /** A question of a fact of which there is exactly one. */
    private record Asked(String type, Constraint constraint) {

        boolean holds(Facts facts) {
            return Conditions.holds(constraint, facts.of(type).get(0), Map.of());
        }
    }

    /** Sees the facts before and after a change. */
    private interface Check {
        void of(Change change, Facts before, Facts after, String what);
    }

    /** Every change of every case, as far as it does not contradict the case. */
    private static void eachChange(SpsRules rules, Check check) {
        Knowledge knowledge = rules.knowledge();
        CaseFacts facts = new CaseFacts(rules.vocabulary(), knowledge);
        ReferencedTerms mentions =
                new ReferencedTerms(knowledge.rules(), knowledge, Optional.empty(), rules.vocabulary());
        CaseGenerator generator = new CaseGenerator(knowledge, SEED);
        for (int i = 0; i < CASES; i++) {
            PatientCase patientCase = generator.next();
            Facts before = facts.of(patientCase);
            for (Change change : Changes.of(patientCase, before.patient(), mentions, rules.vocabulary())) {
                CaseDraft draft = new CaseDraft(patientCase);
                change.edit().accept(draft);
                Facts after;
                try {
                    after = facts.of(draft.toCase());
                } catch (InvalidCaseException contradiction) {
                    continue;
                }
                check.of(change, before, after, "case %d of seed %d: %s".formatted(i, SEED, change.shown()));
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
