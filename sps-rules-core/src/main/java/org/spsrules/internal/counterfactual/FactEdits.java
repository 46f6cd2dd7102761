package org.spsrules.internal.counterfactual;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.fact.Option;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.shape.Aspects;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.TestFields;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Finds the changes by which more facts fit a pattern, or fewer, among those in the scope. Where only one change is left,
 * leaves out what cannot do it alone, as far as that is quick to tell; else what cannot together with others. Not
 * thread-safe.
 */
final class FactEdits {

    private final Candidates hypotheses;
    private final RelevantEdits levers;
    private final Vocabulary vocabulary;

    FactEdits(Candidates hypotheses, Vocabulary vocabulary) {
        this.hypotheses = hypotheses;
        this.levers = new RelevantEdits(hypotheses, vocabulary);
        this.vocabulary = vocabulary;
    }

    /** Changes that turn a constraint on a fact. */
    Set<Integer> turning(Candidate now, Constraint constraint, Fact fact, Map<String, Object> variables, Scope scope) {
        return levers.turning(now, constraint, fact, variables, scope);
    }

    /** Changes by which a fact comes that fits; possibly some more. */
    Set<Integer> adding(Candidate now, Pattern pattern, Map<String, Object> variables, Scope scope) {
        Set<Integer> adding = new TreeSet<>();
        for (int change : hypotheses.adding(pattern, variables)) {
            if (scope.includes(change) && !hypotheses.excludes(now.changes(), change)) {
                adding.add(change);
            }
        }
        return adding;
    }

    /** Changes by which a fact that fits does not fit any more, or goes. */
    Set<Integer> removing(Candidate now, Pattern pattern, Fact fact, Map<String, Object> variables, Scope scope) {
        Set<Integer> removing = new TreeSet<>();
        for (Constraint constraint : pattern.constraints()) {
            removing.addAll(turning(now, constraint, fact, variables, scope));
        }
        List<Fact> before = now.conditions().fitting(pattern, variables);
        for (int change : hypotheses.of(Aspects.bringing(pattern.factType()))) {
            boolean removes = scope.includes(change)
                    && mayEnd(change, now)
                    && (!(fact instanceof Option option)
                            || vocabulary.isA(
                                    option.therapy(),
                                    hypotheses.changes().get(change).slot().about()))
                    && (scope.left() > 1
                            || hypotheses
                                    .after(now, change)
                                    .filter(then ->
                                            isMore(before, then.conditions().fitting(pattern, variables)))
                                    .isPresent());
            if (removes) {
                removing.add(change);
            }
        }
        return removing;
    }

    /** Whether the one are more, or some are not among the other. Only records are told from each other. */
    private static boolean isMore(List<Fact> one, List<Fact> other) {
        return one.size() > other.size()
                || one.stream().anyMatch(fact -> fact instanceof Record && !other.contains(fact));
    }

    /** Quick to tell: whether a fact or an obstacle can end with a change, which it cannot by what is only added. */
    boolean mayEnd(int number, Candidate now) {
        Slot slot = hypotheses.changes().get(number).slot();
        if (hypotheses.excludes(now.changes(), number)) {
            return false;
        } else if (slot.index() >= 0) {
            return !slot.feeds(TreatmentFields.SIDE_EFFECTS);
        } else if (slot.feeds(CaseFields.CONDITIONS)) {
            return now.facts().patient().has(slot.about());
        }
        for (Field<Treatments, Set<String>> closed : TreatmentsFields.CLOSING) {
            if (slot.feeds(closed)) {
                return closed.of(now.patientCase().treatments()).contains(slot.about());
            }
        }
        return slot.about().isEmpty() || slot.feeds(TestFields.RESULT);
    }
}
