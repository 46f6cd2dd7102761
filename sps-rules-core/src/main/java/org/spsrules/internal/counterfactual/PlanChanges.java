package org.spsrules.internal.counterfactual;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Plan.Action;
import org.spsrules.PatientCase.Plan.Manner;
import org.spsrules.PatientCase.Plan.RequestedBy;
import org.spsrules.internal.counterfactual.WordChanges.Setter;
import org.spsrules.internal.counterfactual.WordChanges.Subject;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.PlanFields;
import org.spsrules.vocabulary.Vocabulary;

/** Plans that are made, dropped, or carried out in another way. */
final class PlanChanges {

    private static final Set<String> ENDS =
            Set.of("end", "abruptEnd", "maybeAbruptEnd", "abrupt", "gradual", "maybeAbrupt");

    private final Changes changes;
    private final ReferencedTerms mentions;
    private final Vocabulary vocabulary;

    PlanChanges(Changes changes) {
        this.changes = changes;
        this.mentions = changes.mentions();
        this.vocabulary = changes.vocabulary();
    }

    void find() {
        if (!mentions.any("Plan")) {
            return;
        }
        List<Plan> plans = changes.patientCase().plans();
        for (int i = 0; i < plans.size(); i++) {
            existing(i, plans.get(i));
        }
        Set<Action> actions = new TreeSet<>();
        for (Action action : Action.values()) {
            if (mentions.words("Plan.action").contains(Changes.word(action).replace(' ', '-'))) {
                actions.add(action);
            }
        }
        if (ENDS.stream().anyMatch(question -> mentions.asks("Plan." + question))) {
            actions.add(Action.STOP);
        }
        actions.forEach(this::add);
    }

    private void existing(int index, Plan plan) {
        String subject = "plan: " + words(plan.action(), plan.therapy());
        drop(index, plan, subject);
        Setter<Plan> setter = new Setter<>() {
            @Override
            public <V> void set(CaseDraft draft, Field<Plan, V> field, V value) {
                draft.plan(index, now -> PlanFields.PART.with(now, field, value));
            }
        };
        WordChanges.find(
                changes,
                PlanFields.PART,
                new Subject<>(plan, index, "plans[" + index + "].", subject + ", ", true, setter));
    }

    /** A pregnancy that is no longer planned is no longer a condition of the patient either. */
    private void drop(int index, Plan plan, String subject) {
        boolean ofPregnancy = plan.action() == Action.PREGNANCY;
        Slot slot = new Slot(PlanFields.PLAN, ofPregnancy ? CaseFacts.PLANNING_PREGNANCY : "", index);
        changes.add(slot, "plans[" + index + "]", subject, "stated", "dropped", draft -> {
            draft.drop(index);
            if (ofPregnancy) {
                draft.forgetConditions(Set.of(CaseFacts.PLANNING_PREGNANCY));
            }
        });
    }

    private String words(Action action, Optional<String> therapy) {
        return Changes.word(action)
                + therapy.map(code -> " " + vocabulary.nameOf(code)).orElse("");
    }

    private void add(Action action) {
        if (!action.concernsTherapy()) {
            add(new Plan(action, Optional.empty(), Manner.UNKNOWN, RequestedBy.UNKNOWN));
            return;
        }
        Set<Manner> manners =
                action == Action.START ? EnumSet.of(Manner.UNKNOWN) : EnumSet.of(Manner.ABRUPT, Manner.GRADUAL);
        for (String therapy : mentions.representatives(Vocabulary.therapies())) {
            for (Manner manner : manners) {
                for (RequestedBy person : requesters()) {
                    add(new Plan(action, Optional.of(therapy), manner, person));
                }
            }
        }
    }

    private List<RequestedBy> requesters() {
        List<RequestedBy> requesters = new ArrayList<>(List.of(RequestedBy.UNKNOWN));
        for (RequestedBy person : RequestedBy.values()) {
            if (mentions.words("Plan.requestedBy").contains(Changes.word(person).replace(' ', '-'))) {
                requesters.add(person);
            }
        }
        return requesters.stream().distinct().toList();
    }

    private void add(Plan plan) {
        String manner = plan.manner() == Manner.UNKNOWN ? "" : ", " + Changes.word(plan.manner());
        String person = plan.requestedBy() == RequestedBy.UNKNOWN ? "" : ", by " + Changes.word(plan.requestedBy());
        changes.add(
                Slot.of(
                        PlanFields.ACTION,
                        plan.action() == Action.PREGNANCY
                                ? CaseFacts.PLANNING_PREGNANCY
                                : plan.action() + " " + plan.therapy().orElse("")),
                "plans",
                "plan: " + words(plan.action(), plan.therapy()) + manner + person,
                "none",
                "stated",
                draft -> draft.add(plan));
    }
}
