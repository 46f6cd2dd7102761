package org.spsrules.internal.shape;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.Answer;
import org.spsrules.Dose;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Plan.Manner;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatment.Indication;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.PatientCase.Treatment.Schedule;
import org.spsrules.vocabulary.Concept.Kind;
import org.spsrules.vocabulary.Vocabulary;

/** The fields of a treatment. */
public final class TreatmentFields {

    private static final String HAD = "had hadAny neverHad untried ";
    private static final String ENDED = "daysSinceEnd endDateUnknown endedAbruptly endedGradually maybeEndedAbruptly";
    private static final String TAKES = "takes takesNo mayTake";

    public static final Field<Treatment, String> THERAPY = Field.of(
                    "therapy", new Types.Term(Vocabulary.therapies()), Treatment::therapy, "Which therapy")
            .feeds(
                    Aspect.of("Treatment", "therapy", "isA isAny")
                            .bringing("Treatment")
                            .bringing("Interaction")
                            .bringing("Contraindication")
                            .behind("History", HAD + TAKES),
                    "treatment");

    public static final Field<Treatment, Boolean> CURRENT = Field.of(
                    "status", new Types.State("current", "past"), Treatment::current, "Is it given now?")
            .feeds(
                    Aspect.of("Treatment", "current past", ENDED)
                            .bringing("Interaction")
                            .behind("History", HAD + TAKES),
                    "treatment");

    public static final Field<Treatment, Optional<Dose>> DOSE = Field.of(
                    "dose", Types.DOSE, Treatment::dose, "The dose, the highest one if the treatment is past")
            .note("More than 0, in a unit that fits the therapy, for example 60 mg/day or 2 g/kg/course.")
            .feeds(
                    Aspect.of("Treatment", "doseUnknown", "doseBelow doseAtLeast")
                            .asking("What is the dose of {0}?"),
                    "dose");

    public static final Field<Treatment, Answer> HIGHEST_TOLERATED = Field.of(
                    "highestTolerated",
                    Types.word(Answer.UNKNOWN),
                    Treatment::highestTolerated,
                    "Is that the highest dose that the patient tolerates?")
            .feeds(
                    Aspect.of("Treatment", "highestTolerated", "")
                            .asking("Is the dose of {0} the highest that the patient tolerates?"),
                    "highest dose that is tolerated");

    public static final Field<Treatment, Indication> INDICATION = Field.of(
                    "indication", Types.word(Indication.UNKNOWN), Treatment::indication, "What is it given for?")
            .note("Only what is given for SPS enters or closes a step of the ladder.")
            .feeds(
                    Aspect.of("Treatment", "forSps forAnotherDisease indicationUnknown", "forSpsUnlessSaid")
                            .asking("What is {0} given for, SPS or another disease?")
                            .behind("History", HAD),
                    "given for");

    public static final Field<Treatment, Schedule> SCHEDULE = Field.of(
                    "schedule", Types.word(Schedule.UNKNOWN), Treatment::schedule, "Is a drug taken regularly?")
            .feeds(
                    Aspect.of("Treatment", "scheduled asNeeded scheduleUnknown", "")
                            .asking("Is {0} taken on a schedule, or as needed?"),
                    "taken");

    public static final Field<Treatment, Answer> TAKEN_AS_PRESCRIBED = Field.of(
                    "takenAsPrescribed",
                    Types.word(Answer.UNKNOWN),
                    Treatment::takenAsPrescribed,
                    "Does the patient take it as it was prescribed?")
            .feeds(
                    Aspect.of("Treatment", "takenAsPrescribed notTakenAsPrescribed", "")
                            .asking("Is {0} taken as it was prescribed?"),
                    "taken as prescribed");

    public static final Field<Treatment, Optional<Integer>> COURSES = Field.of(
                    "courses",
                    Types.count(1, 1_000, "a number of courses; give those that were given, 1 to 1000"),
                    Treatment::courses,
                    "How many courses of it were given")
            .note("No statement says how many are enough, so no rule reads it.");

    public static final Field<Treatment, Answer> SINGLE_DOSE = Field.of(
                    "singleDose", Types.word(Answer.UNKNOWN), Treatment::singleDose, "Was it one dose and no more?")
            .note("What was given once has no end of which to be warned.")
            .feeds(Aspect.of("Treatment", "singleDose", "maybeEndedAbruptly"), "a single dose")
            .reported();

    public static final Field<Treatment, Optional<Integer>> SUPPLY_DAYS = Field.of(
                    "supplyDays",
                    Types.count(0, 400, "a number of days; give those for which what the patient has lasts, 0 to 400"),
                    Treatment::supplyDays,
                    "For how many days does the supply last?")
            .feeds(Aspect.of("Treatment", "supplyDays", ""), "days of supply");

    public static final Field<Treatment, Answer> ADDED_LAST = Field.of(
                    "addedLast",
                    Types.word(Answer.UNKNOWN),
                    Treatment::addedLast,
                    "Was it added after all others that are given now?")
            .note("No statement says that the one that came last is to go first, so no rule reads it.");

    public static final Field<Treatment, Optional<PartialDate>> STARTED = Field.of(
                    "started", Types.DATE, Treatment::started, "When it was begun")
            .note(Types.AS_EXACT_AS_KNOWN)
            .feeds(
                    Aspect.of("Treatment", "daysSinceStart startDateUnknown", "")
                            .asking("When did {0} begin?"),
                    "begin");

    public static final Field<Treatment, Optional<PartialDate>> STOPPED = Field.of(
                    "stopped", Types.DATE, Treatment::stopped, "When it was ended")
            .note(Types.AS_EXACT_AS_KNOWN + " Only if the status is past.")
            .feeds(Aspect.of("Treatment", "daysSinceEnd endDateUnknown", "").asking("When did {0} end?"), "end");

    public static final Field<Treatment, Manner> ENDING = Field.of(
                    "ending", Types.word(Manner.UNKNOWN), Treatment::ending, "Was it ended abruptly or gradually?")
            .note("Only if the status is past.")
            .feeds(
                    Aspect.of("Treatment", "endedAbruptly endedGradually", "maybeEndedAbruptly")
                            .asking("Did {0} end abruptly, or by a taper?"),
                    "ended");

    public static final Field<Treatment, Response> RESPONSE = Field.of(
                    "response",
                    Types.word(Response.UNKNOWN),
                    Treatment::response,
                    "What it did, as judged by a clinician")
            .feeds(
                    Aspect.of("Treatment", "response", "helped fellShort insufficientResponse failed")
                            .asking("What did {0} do?"),
                    "response");

    public static final Field<Treatment, Answer> ADEQUATE_TRIAL = Field.of(
                    "adequateTrial",
                    Types.word(Answer.UNKNOWN),
                    Treatment::adequateTrial,
                    "Were dose and duration enough to judge it, as decided by a clinician?")
            .feeds(
                    Aspect.of(
                                    "Treatment",
                                    "adequateTrial inadequateTrial adequacyUnknown",
                                    "maybeInadequateTrial insufficientResponse failed")
                            .asking("Were dose and duration enough to judge {0}?"),
                    "adequate trial");

    public static final Field<Treatment, Answer> TOLERATED = Field.of(
                    "tolerated", Types.word(Answer.UNKNOWN), Treatment::tolerated, "Was it tolerated?")
            .feeds(
                    Aspect.of("Treatment", "tolerated notTolerated", "")
                            .asking("Was {0} tolerated?")
                            .behind("History", HAD),
                    "tolerated");

    public static final Field<Treatment, Set<String>> SIDE_EFFECTS = Field.of(
                    "sideEffects",
                    new Types.Terms(Set.of(Kind.SIDE_EFFECT)),
                    Treatment::sideEffects,
                    "Its side effects")
            .feeds(Aspect.of("Treatment", "sideEffect", "").bringing("Contraindication"), "side effect")
            .reported();

    public static final Field<Treatment, Set<String>> SEVERE_SIDE_EFFECTS = Field.of(
                    "severeSideEffects",
                    new Types.Terms(Set.of(Kind.SIDE_EFFECT)),
                    Treatment::severeSideEffects,
                    "Those of its side effects that are severe")
            .note("They are side effects, too. No statement says what severity changes, so no rule reads more of it.");

    public static final Field<Treatment, Answer> WORE_OFF = Field.of(
                    "woreOff", Types.word(Answer.UNKNOWN), Treatment::woreOff, "Has a good response worn off?")
            .feeds(
                    Aspect.of("Treatment", "woreOff", "").asking("Has the response to {0} worn off?"),
                    "response has worn off");

    public static final Field<Treatment, Optional<String>> LABEL = Field.of(
            "label",
            Types.TEXT,
            Treatment::label,
            "What tells it from another entry of the same drug: the name on the package, or who prescribes it");

    public static final Part<Treatment> PART = Part.of(
            "treatment",
            "A treatment",
            values -> new Treatment(
                    values.get(THERAPY),
                    values.get(CURRENT),
                    values.get(DOSE),
                    values.get(HIGHEST_TOLERATED),
                    values.get(INDICATION),
                    values.get(SCHEDULE),
                    values.get(TAKEN_AS_PRESCRIBED),
                    values.get(COURSES),
                    values.get(SINGLE_DOSE),
                    values.get(SUPPLY_DAYS),
                    values.get(ADDED_LAST),
                    values.get(STARTED),
                    values.get(STOPPED),
                    values.get(ENDING),
                    values.get(RESPONSE),
                    values.get(ADEQUATE_TRIAL),
                    values.get(TOLERATED),
                    values.get(SIDE_EFFECTS),
                    values.get(SEVERE_SIDE_EFFECTS),
                    values.get(WORE_OFF),
                    values.get(LABEL)),
            THERAPY,
            CURRENT,
            DOSE,
            HIGHEST_TOLERATED,
            INDICATION,
            SCHEDULE,
            TAKEN_AS_PRESCRIBED,
            COURSES,
            SINGLE_DOSE,
            SUPPLY_DAYS,
            ADDED_LAST,
            STARTED,
            STOPPED,
            ENDING,
            RESPONSE,
            ADEQUATE_TRIAL,
            TOLERATED,
            SIDE_EFFECTS,
            SEVERE_SIDE_EFFECTS,
            WORE_OFF,
            LABEL);

    /** The fields that are asked about only of therapies of which the knowledge base says that it is worth asking. */
    public static final List<Field<Treatment, ?>> ASKED_IF_PLAUSIBLE =
            List.of(HIGHEST_TOLERATED, INDICATION, TAKEN_AS_PRESCRIBED, STARTED, STOPPED, ENDING);

    private TreatmentFields() {}
}
