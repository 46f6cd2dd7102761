package org.spsrules.authoring.generate;

import java.util.List;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Plan.Action;
import org.spsrules.PatientCase.Plan.Manner;
import org.spsrules.PatientCase.Plan.RequestedBy;
import org.spsrules.internal.shape.Draft;
import org.spsrules.internal.shape.PlanFields;
import org.spsrules.vocabulary.Concept.Kind;

/** Makes plans of which rules get the answers that they ask for. Not thread-safe. */
final class PlanAim {

    private static final List<Action> ENDS = List.of(Action.STOP, Action.REDUCE, Action.SWITCH);

    private final Draw draw;
    private final RelevantConcepts concepts;

    PlanAim(Draw draw, RelevantConcepts concepts) {
        this.draw = draw;
        this.concepts = concepts;
    }

    /** Sees to it that the wish comes true of the plan. */
    void meet(Wish wish, Draft<Plan> plan) {
        switch (wish.question()) {
            case "action" -> plan.set(PlanFields.ACTION, Words.constant(Action.values(), wish.about()));
            case "requestedBy" -> plan.set(PlanFields.REQUESTED_BY, Words.constant(RequestedBy.values(), wish.about()));
            case "abrupt" -> plan.set(PlanFields.MANNER, Manner.ABRUPT);
            case "gradual" -> plan.set(PlanFields.MANNER, Manner.GRADUAL);
            case "maybeAbrupt" -> plan.set(PlanFields.MANNER, draw.one(List.of(Manner.ABRUPT, Manner.UNKNOWN)));
            case "end" -> end(plan);
            case "abruptEnd" -> {
                end(plan);
                plan.set(PlanFields.MANNER, Manner.ABRUPT);
            }
            case "maybeAbruptEnd" -> {
                end(plan);
                plan.set(PlanFields.MANNER, draw.one(List.of(Manner.ABRUPT, Manner.UNKNOWN)));
            }
            default -> {}
        }
    }

    /** Sees to it that the wish mostly does not come true of the plan. */
    void miss(Wish wish, Draft<Plan> plan) {
        switch (wish.question()) {
            case "action" -> plan.set(PlanFields.ACTION, draw.one(Action.values()));
            case "requestedBy" -> plan.set(PlanFields.REQUESTED_BY, draw.one(RequestedBy.values()));
            case "abrupt", "gradual", "maybeAbrupt" -> plan.set(PlanFields.MANNER, draw.one(Manner.values()));
            case "end" -> plan.set(PlanFields.ACTION, Action.START);
            case "abruptEnd", "maybeAbruptEnd" -> {
                if (draw.chance(50)) {
                    plan.set(PlanFields.MANNER, draw.one(Manner.values()));
                } else {
                    plan.set(PlanFields.ACTION, Action.START);
                }
            }
            case "concerns", "therapy" -> plan.set(PlanFields.THERAPY, draw.any(concepts.of(Kind.THERAPY)));
            default -> {}
        }
    }

    private void end(Draft<Plan> plan) {
        if (!ENDS.contains(plan.get(PlanFields.ACTION))) {
            plan.set(PlanFields.ACTION, draw.one(ENDS));
        }
    }
}
