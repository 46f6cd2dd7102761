package org.spsrules.internal.shape;

import java.util.Optional;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Plan.Action;
import org.spsrules.PatientCase.Plan.Manner;
import org.spsrules.PatientCase.Plan.RequestedBy;
import org.spsrules.vocabulary.Vocabulary;

/** The fields of a plan. */
public final class PlanFields {

    /** The plan itself: what is to be done with which therapy. */
    public static final Aspect PLAN = Aspect.of("Plan", "action therapy", "concerns end abruptEnd maybeAbruptEnd")
            .bringing("Plan")
            .bringing("Interaction")
            .bringing("Contraindication")
            .behind("Patient", PersonFields.CONCEPT_QUESTIONS);

    public static final Field<Plan, Action> ACTION = Field.of(
                    "action", Types.requiredWord(Action.SURGERY), Plan::action, "What is planned")
            .feeds(PLAN, "plan")
            .reported();

    public static final Field<Plan, Optional<String>> THERAPY = Field.of(
                    "therapy", new Types.OptionalTerm(Vocabulary.therapies()), Plan::therapy, "With which therapy")
            .note(
                    "Needed for start, stop, reduce, switch and continue; for a switch, the one that is taken now. What is to be"
                            + " continued is taken now, whether or not it is listed.")
            .feeds(PLAN, "plan")
            .reported();

    public static final Field<Plan, Optional<String>> TO = Field.of(
                    "to",
                    new Types.OptionalTerm(Vocabulary.therapies()),
                    Plan::to,
                    "Which therapy is to take its place?")
            .note("Only of a switch. It is planned to start, and read as such.")
            .feeds(PLAN, "plan")
            .reported();

    public static final Field<Plan, Manner> MANNER = Field.of(
                    "manner", Types.word(Manner.UNKNOWN), Plan::manner, "How a stop or a reduction is to be done")
            .feeds(
                    Aspect.of("Plan", "abrupt gradual", "maybeAbrupt abruptEnd maybeAbruptEnd")
                            .asking("Is the {0} to be carried out abruptly or gradually?"),
                    "how");

    public static final Field<Plan, RequestedBy> REQUESTED_BY = Field.of(
                    "requestedBy", Types.word(RequestedBy.UNKNOWN), Plan::requestedBy, "Who wants it")
            .feeds(Aspect.of("Plan", "requestedBy", ""), "requested by");

    public static final Part<Plan> PART = Part.of(
            "plan",
            "Something planned, ordered or wished",
            values -> new Plan(
                    values.get(ACTION),
                    values.get(THERAPY),
                    values.get(TO),
                    values.get(MANNER),
                    values.get(REQUESTED_BY)),
            ACTION,
            THERAPY,
            TO,
            MANNER,
            REQUESTED_BY);

    private PlanFields() {}
}
