package org.spsrules.internal.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.SpsRules;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.Patient;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.Conditions;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.shape.Aspect;
import org.spsrules.internal.shape.Aspects;
import org.spsrules.internal.shape.TreatmentFields;

/** The search for changes leaves out only what a question cannot depend on. */
class AspectTest {

    private static final long SEED = 20260122;
    private static final int CASES = 40;

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
        }
    }

    @Test
    void onlyChangesOfWhatAQuestionReadsTurnItsAnswer() {
        try (SpsRules rules = SpsRules.load()) {
            Knowledge knowledge = rules.knowledge();
            CaseFacts facts = new CaseFacts(rules.vocabulary(), knowledge);
            ReferencedTerms mentions =
                    new ReferencedTerms(knowledge.rules(), knowledge, Optional.empty(), rules.vocabulary());
            CaseGenerator generator = new CaseGenerator(knowledge, SEED);
            Set<Constraint> asked = new HashSet<>();
            List<Pattern> patterns = new ArrayList<>();
            for (Rule rule : knowledge.rules()) {
                for (Pattern pattern : rule.patterns()) {
                    if (isSingle(pattern) && pattern.constraints().stream().anyMatch(asked::add)) {
                        patterns.add(pattern);
                    }
                }
            }
            for (int i = 0; i < CASES; i++) {
                PatientCase patientCase = generator.next();
                List<Object> before = facts.of(patientCase);
                for (Change change : Changes.of(patientCase, (Patient) before.get(0), mentions, rules.vocabulary())) {
                    CaseDraft draft = new CaseDraft(patientCase);
                    change.edit().accept(draft);
                    List<Object> after;
                    try {
                        after = facts.of(draft.toCase());
                    } catch (InvalidCaseException contradiction) {
                        continue;
                    }
                    for (Pattern pattern : patterns) {
                        check(pattern, change, only(pattern, before), only(pattern, after), i);
                    }
                }
            }
        }
    }

    private static boolean isSingle(Pattern pattern) {
        return Set.of("Patient", "Diagnosis", "Course", "History", "Tests").contains(pattern.factType());
    }

    private static Object only(Pattern pattern, List<Object> facts) {
        return facts.stream()
                .filter(fact -> fact.getClass().getSimpleName().equals(pattern.factType()))
                .findFirst()
                .orElseThrow();
    }

    private static void check(Pattern pattern, Change change, Object before, Object after, int number) {
        for (Constraint constraint : pattern.constraints()) {
            boolean open = constraint instanceof Constraint.Predicate predicate
                    && predicate.arguments().stream().anyMatch(Operand.Variable.class::isInstance);
            if (open
                    || Conditions.holds(constraint, before, Map.of())
                            == Conditions.holds(constraint, after, Map.of())) {
                continue;
            }
            Set<Aspect> read = new HashSet<>(Aspects.readBy(pattern.factType(), Conditions.asked(constraint)));
            if (pattern.factType().equals("History")) {
                read.addAll(Aspects.of(
                        TreatmentFields.THERAPY,
                        TreatmentFields.CURRENT,
                        TreatmentFields.INDICATION,
                        TreatmentFields.TOLERATED));
            }
            assertThat(read)
                    .as("case %d of seed %d: %s turns %s", number, SEED, change.shown(), pattern.text())
                    .contains(change.slot().aspect());
        }
    }
}
