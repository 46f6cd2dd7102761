package org.spsrules.authoring.generate;

import java.util.List;
import org.spsrules.PatientCase.Plan.Action;
import org.spsrules.PatientCase.Plan.Manner;
import org.spsrules.PatientCase.Plan.RequestedBy;
import org.spsrules.authoring.generate.CaseDraft.Planned;
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
    void meet(Wish wish, Planned plan) {
        switch (wish.question()) {
            case "action" -> plan.action = Words.constant(Action.values(), wish.about());
            case "requestedBy" -> plan.requestedBy = Words.constant(RequestedBy.values(), wish.about());
            case "abrupt" -> plan.manner = Manner.ABRUPT;
            case "gradual" -> plan.manner = Manner.GRADUAL;
            case "maybeAbrupt" -> plan.manner = draw.one(List.of(Manner.ABRUPT, Manner.UNKNOWN));
            case "abruptEnd" -> {
                end(plan);
                plan.manner = Manner.ABRUPT;
            }
            case "maybeAbruptEnd" -> {
                end(plan);
                plan.manner = draw.one(List.of(Manner.ABRUPT, Manner.UNKNOWN));
            }
            default -> {}
        }
    }

    /** Sees to it that the wish mostly does not come true of the plan. */
    void miss(Wish wish, Planned plan) {
        switch (wish.question()) {
            case "action" -> plan.action = draw.one(Action.values());
            case "requestedBy" -> plan.requestedBy = draw.one(RequestedBy.values());
            case "abrupt", "gradual", "maybeAbrupt" -> plan.manner = draw.one(Manner.values());
            case "abruptEnd", "maybeAbruptEnd" -> {
                if (draw.chance(50)) {
                    plan.manner = draw.one(Manner.values());
                } else {
                    plan.action = Action.START;
                }
            }
            case "concerns", "therapy" -> plan.therapy = draw.any(concepts.of(Kind.THERAPY));
            default -> {}
        }
    }

    private void end(Planned plan) {
        if (!ENDS.contains(plan.action)) {
            plan.action = draw.one(ENDS);
        }
    }
}
