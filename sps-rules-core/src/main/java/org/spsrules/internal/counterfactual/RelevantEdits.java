package org.spsrules.internal.counterfactual;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spsrules.PatientCase;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.Plan;
import org.spsrules.internal.fact.TestResult;
import org.spsrules.internal.fact.Treatment;
import org.spsrules.internal.reference.Conditions;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.shape.Aspect;
import org.spsrules.internal.shape.Aspects;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.DiagnosisFields;
import org.spsrules.internal.shape.PersonFields;
import org.spsrules.internal.shape.PlanFields;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;
import org.spsrules.vocabulary.Vocabulary;

/** Finds the changes that can turn the answer to one question about one fact. Not thread-safe. */
final class RelevantEdits {

    /** What decides about some concepts beside the lists, and each alone. */
    private static final Set<Aspect> BESIDE_LISTS = Aspects.of(
            PersonFields.SEX, PersonFields.CREATININE_CLEARANCE, PersonFields.LIVER_FUNCTION, PlanFields.ACTION);

    private static final Set<Aspect> OF_SEVERAL_FIELDS =
            Aspects.of(DiagnosisFields.STATUS, TreatmentsFields.MEDICATION);

    private static final Set<Aspect> OF_SEVERAL_CODES =
            Aspects.of(CaseFields.CONDITIONS, DiagnosisFields.PSYCHIATRIC_LABELS);

    private final Candidates hypotheses;
    private final Vocabulary vocabulary;

    RelevantEdits(Candidates hypotheses, Vocabulary vocabulary) {
        this.hypotheses = hypotheses;
        this.vocabulary = vocabulary;
    }

    /**
     * Changes that turn a constraint on a fact, or can together with others.
     *
     * @param scope which changes are looked at; where one is left, it must do it by itself
     */
    Set<Integer> turning(Candidate now, Constraint constraint, Fact fact, Map<String, Object> variables, Scope scope) {
        int left = scope.left();
        Set<Aspect> feeding = feeding(fact, constraint.asked());
        boolean holds = Conditions.holds(constraint, fact, variables);
        boolean joint = left > 1 && isJoint(feeding, holds);
        List<String> arguments = constraint.isOpen(variables) ? List.of() : constraint.argumentsIn(variables);
        Set<Integer> levers = new TreeSet<>();
        for (int i : hypotheses.of(feeding)) {
            Slot slot = hypotheses.changes().get(i).slot();
            if (scope.includes(i)
                    && touches(slot, arguments, now, fact)
                    && !hypotheses.excludes(now.changes(), i)
                    && (joint && !isAdding(slot) || turns(now, i, constraint, fact, variables, holds, left))) {
                levers.add(i);
            }
        }
        return levers;
    }

    /** Whether one change alone may not be able to turn the answer. */
    private static boolean isJoint(Set<Aspect> feeding, boolean holds) {
        Set<Aspect> several = new LinkedHashSet<>(feeding);
        several.removeAll(BESIDE_LISTS);
        return several.size() > 1
                || !Collections.disjoint(several, OF_SEVERAL_FIELDS)
                || holds && !Collections.disjoint(several, OF_SEVERAL_CODES);
    }

    /** A treatment more does by itself what it can do at all. */
    private static boolean isAdding(Slot slot) {
        return slot.feeds(TreatmentFields.THERAPY);
    }

    private boolean touches(Slot slot, List<String> arguments, Candidate now, Fact fact) {
        if (fact instanceof Treatment treatment) {
            return slot.index() >= 0 && slot.index() == placeOf(treatment, now);
        }
        if (fact instanceof Plan plan) {
            return slot.index() >= 0 && isPlaceOf(plan, slot.index(), now);
        }
        return arguments.isEmpty() || isAbout(slot, arguments, now);
    }

    /** Where the changes are that feed what a question reads. */
    private static Set<Aspect> feeding(Fact fact, String question) {
        Set<Aspect> feeding = Aspects.feeding(FactModel.instance().nameOf(fact), question);
        if (fact instanceof Plan) {
            // A plan is another one if something else is planned.
            feeding = new LinkedHashSet<>(feeding);
            feeding.remove(PlanFields.PLAN);
        }
        return feeding;
    }

    private boolean isAbout(Slot slot, List<String> arguments, Candidate now) {
        String about = slot.index() >= 0 && slot.aspect().factType().equals("Treatment")
                ? now.given().get(slot.index()).therapy()
                : slot.about();
        boolean isNone = vocabulary.concept(about).isEmpty();
        if (isNone && slot.feeds(PlanFields.ACTION)) {
            return false;
        }
        return isNone || arguments.stream().anyMatch(argument -> isFelt(about, argument, now));
    }

    /**
     * Whether a change about one concept can be felt by a question about another: because one is a kind of the other, or
     * because what the case states is kin to both and comes or goes with the change.
     */
    boolean isFelt(String about, String asked, Candidate now) {
        return areKin(about, asked)
                || now.stated().stream().anyMatch(stated -> areKin(stated, about) && areKin(stated, asked));
    }

    private boolean areKin(String one, String other) {
        return vocabulary.isA(one, other) || vocabulary.isA(other, one);
    }

    private static int placeOf(Treatment treatment, Candidate now) {
        return now.given().indexOf(treatment.stated());
    }

    private boolean isPlaceOf(Plan plan, int index, Candidate now) {
        PatientCase base =
                hypotheses.after(List.of()).map(Candidate::patientCase).orElse(now.patientCase());
        PatientCase.Plan before = base.plans().get(index);
        return before.action() == plan.stated().action()
                && before.therapy().equals(plan.stated().therapy());
    }

    private boolean turns(
            Candidate now,
            int number,
            Constraint constraint,
            Fact fact,
            Map<String, Object> variables,
            boolean holds,
            int left) {
        Optional<Candidate> then = hypotheses.after(now, number);
        if (then.isEmpty()) {
            // What contradicts itself now may fit together with a further change.
            return left > 1 && fact instanceof Treatment;
        }
        Optional<? extends Fact> same = counterpart(now, fact, then.get());
        return same.filter(after -> Conditions.holds(constraint, after, variables) != holds)
                .isPresent();
    }

    /** The result that has changed, else the same one. */
    private static Optional<TestResult> counterpart(Candidate now, TestResult result, List<TestResult> then) {
        List<PatientCase.Test> before = now.patientCase().tests();
        return then.stream()
                .filter(other -> other.isResultOf(result))
                .min(Comparator.comparing((TestResult other) -> before.contains(other.stated()))
                        .thenComparing(other -> !other.stated().equals(result.stated())));
    }

    /** The same fact after one more change. */
    private static Optional<? extends Fact> counterpart(Candidate now, Fact fact, Candidate then) {
        if (fact instanceof Treatment treatment) {
            int place = placeOf(treatment, now);
            return then.facts().treatments().stream()
                    .filter(changed -> changed.stated().equals(then.given().get(place)))
                    .findFirst();
        } else if (fact instanceof Plan plan) {
            return then.facts().plans().stream()
                    .filter(changed ->
                            changed.stated().action() == plan.stated().action()
                                    && Objects.equals(changed.therapy(), plan.therapy()))
                    .findFirst();
        } else if (fact instanceof TestResult result) {
            return counterpart(now, result, then.facts().testResults());
        }
        return then.facts().of(FactModel.instance().nameOf(fact)).stream().findFirst();
    }
}
