package org.spsrules.authoring.generate;

import java.util.List;
import java.util.Optional;
import org.spsrules.Answer;
import org.spsrules.Dose;
import org.spsrules.PatientCase.Plan.Manner;
import org.spsrules.PatientCase.Treatment.Indication;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.PatientCase.Treatment.Schedule;
import org.spsrules.authoring.generate.CaseDraft.Given;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.vocabulary.Concept.Kind;

/** Makes treatments of which rules get the answers that they ask for. Not thread-safe. */
final class TreatmentAim {

    private static final List<Response> SHORT_OF_GOOD = List.of(Response.PARTIAL, Response.NONE, Response.WORSE);

    private static final int MOST_DAYS = 60;

    private final Draw draw;
    private final RelevantConcepts concepts;

    TreatmentAim(Draw draw, RelevantConcepts concepts) {
        this.draw = draw;
        this.concepts = concepts;
    }

    /** Sees to it that the wish comes true of the treatment. */
    void meet(Wish wish, Given treatment) {
        switch (wish.question()) {
            case "current" -> treatment.stated.set(TreatmentFields.CURRENT, true);
            case "past" -> treatment.stated.set(TreatmentFields.CURRENT, false);
            case "response" ->
                treatment.stated.set(TreatmentFields.RESPONSE, Words.constant(Response.values(), wish.about()));
            case "adequateTrial" -> treatment.stated.set(TreatmentFields.ADEQUATE_TRIAL, Answer.YES);
            case "inadequateTrial" -> treatment.stated.set(TreatmentFields.ADEQUATE_TRIAL, Answer.NO);
            case "maybeInadequateTrial" ->
                treatment.stated.set(TreatmentFields.ADEQUATE_TRIAL, draw.one(List.of(Answer.NO, Answer.UNKNOWN)));
            case "insufficientResponse" -> {
                treatment.stated.set(TreatmentFields.ADEQUATE_TRIAL, Answer.YES);
                response(treatment, SHORT_OF_GOOD);
            }
            case "failed" -> {
                treatment.stated.set(TreatmentFields.ADEQUATE_TRIAL, Answer.YES);
                response(treatment, List.of(Response.NONE, Response.WORSE));
            }
            case "fellShort" -> response(treatment, SHORT_OF_GOOD);
            case "helped" -> response(treatment, List.of(Response.GOOD, Response.PARTIAL));
            case "tolerated" -> treatment.stated.set(TreatmentFields.TOLERATED, Answer.YES);
            case "notTolerated" -> treatment.stated.set(TreatmentFields.TOLERATED, Answer.NO);
            case "sideEffect" -> treatment.sideEffects.add(draw.one(concepts.selfAndNarrower(wish.about())));
            case "woreOff" -> {
                treatment.stated.set(TreatmentFields.WORE_OFF, Answer.YES);
                if (treatment.stated.get(TreatmentFields.RESPONSE) == Response.NONE) {
                    treatment.stated.set(TreatmentFields.RESPONSE, Response.PARTIAL);
                }
            }
            case "isAny" ->
                treatment.stated.set(
                        TreatmentFields.THERAPY, draw.one(concepts.selfAndNarrower(draw.one(wish.arguments()))));
            case "forSps" -> treatment.stated.set(TreatmentFields.INDICATION, Indication.SPS);
            case "forAnotherDisease" -> treatment.stated.set(TreatmentFields.INDICATION, Indication.ANOTHER_DISEASE);
            case "indicationUnknown" -> treatment.stated.set(TreatmentFields.INDICATION, Indication.UNKNOWN);
            case "forSpsUnlessSaid" ->
                treatment.stated.set(TreatmentFields.INDICATION, draw.one(List.of(Indication.SPS, Indication.UNKNOWN)));
            case "scheduled" -> treatment.stated.set(TreatmentFields.SCHEDULE, Schedule.SCHEDULED);
            case "scheduleUnknown" -> treatment.stated.set(TreatmentFields.SCHEDULE, Schedule.UNKNOWN);
            case "adequacyUnknown" -> treatment.stated.set(TreatmentFields.ADEQUATE_TRIAL, Answer.UNKNOWN);
            case "asNeeded" -> treatment.stated.set(TreatmentFields.SCHEDULE, Schedule.AS_NEEDED);
            case "doseUnknown" -> treatment.stated.set(TreatmentFields.DOSE, Optional.empty());
            case "doseBelow" -> {
                Dose limit = Dose.parse(wish.about());
                dose(treatment, limit, Limits.around(limit).subList(0, 1));
            }
            case "doseAtLeast" -> {
                Dose limit = Dose.parse(wish.about());
                dose(treatment, limit, Limits.around(limit).subList(1, 3));
            }
            case "highestTolerated" -> treatment.stated.set(TreatmentFields.HIGHEST_TOLERATED, Answer.YES);
            case "takenAsPrescribed" -> treatment.stated.set(TreatmentFields.TAKEN_AS_PRESCRIBED, Answer.YES);
            case "notTakenAsPrescribed" -> treatment.stated.set(TreatmentFields.TAKEN_AS_PRESCRIBED, Answer.NO);
            case "singleDose" -> treatment.stated.set(TreatmentFields.SINGLE_DOSE, Answer.YES);
            case "supplyDays" -> {
                treatment.stated.set(TreatmentFields.CURRENT, true);
                treatment.stated.set(TreatmentFields.SUPPLY_DAYS, wish.daysThatFit(draw));
            }
            case "daysSinceStart" -> treatment.daysSinceStart = wish.daysThatFit(draw);
            case "startDateUnknown" -> treatment.daysSinceStart = Optional.empty();
            case "daysSinceEnd" -> end(treatment, wish.daysThatFit(draw));
            case "endDateUnknown" -> end(treatment, Optional.empty());
            case "endedAbruptly" -> ending(treatment, List.of(Manner.ABRUPT));
            case "endedGradually" -> ending(treatment, List.of(Manner.GRADUAL));
            case "maybeEndedAbruptly" -> {
                ending(treatment, List.of(Manner.ABRUPT, Manner.UNKNOWN));
                treatment.stated.set(TreatmentFields.SINGLE_DOSE, draw.one(List.of(Answer.NO, Answer.UNKNOWN)));
            }
            default -> {}
        }
    }

    private void end(Given treatment, Optional<Integer> days) {
        treatment.stated.set(TreatmentFields.CURRENT, false);
        treatment.daysSinceEnd = days;
    }

    private void ending(Given treatment, List<Manner> choice) {
        treatment.stated.set(TreatmentFields.CURRENT, false);
        if (!choice.contains(treatment.stated.get(TreatmentFields.ENDING))) {
            treatment.stated.set(TreatmentFields.ENDING, draw.one(choice));
        }
    }

    /** Sees to it that the wish mostly does not come true of the treatment. */
    void miss(Wish wish, Given treatment) {
        switch (wish.question()) {
            case "current", "past" ->
                treatment.stated.set(TreatmentFields.CURRENT, !treatment.stated.get(TreatmentFields.CURRENT));
            case "response", "fellShort", "helped" ->
                treatment.stated.set(TreatmentFields.RESPONSE, draw.one(Response.values()));
            case "adequateTrial", "inadequateTrial", "adequacyUnknown", "maybeInadequateTrial" ->
                treatment.stated.set(TreatmentFields.ADEQUATE_TRIAL, draw.one(Answer.values()));
            case "insufficientResponse", "failed" -> {
                if (draw.chance(50)) {
                    treatment.stated.set(TreatmentFields.RESPONSE, draw.one(Response.values()));
                } else {
                    treatment.stated.set(TreatmentFields.ADEQUATE_TRIAL, draw.one(List.of(Answer.NO, Answer.UNKNOWN)));
                }
            }
            case "tolerated", "notTolerated" ->
                treatment.stated.set(TreatmentFields.TOLERATED, draw.one(Answer.values()));
            case "highestTolerated" ->
                treatment.stated.set(TreatmentFields.HIGHEST_TOLERATED, draw.one(List.of(Answer.NO, Answer.UNKNOWN)));
            case "takenAsPrescribed", "notTakenAsPrescribed" ->
                treatment.stated.set(TreatmentFields.TAKEN_AS_PRESCRIBED, draw.one(Answer.values()));
            case "singleDose" ->
                treatment.stated.set(TreatmentFields.SINGLE_DOSE, draw.one(List.of(Answer.NO, Answer.UNKNOWN)));
            case "supplyDays" ->
                treatment.stated.set(
                        TreatmentFields.SUPPLY_DAYS, draw.chance(30) ? Optional.empty() : wish.daysThatDoNot(draw));
            case "daysSinceStart" ->
                treatment.daysSinceStart = draw.chance(30) ? Optional.empty() : wish.daysThatDoNot(draw);
            case "startDateUnknown" -> treatment.daysSinceStart = Optional.of(draw.below(MOST_DAYS));
            case "daysSinceEnd" ->
                treatment.daysSinceEnd = draw.chance(30) ? Optional.empty() : wish.daysThatDoNot(draw);
            case "endDateUnknown" -> treatment.daysSinceEnd = Optional.of(draw.below(MOST_DAYS));
            case "endedAbruptly", "endedGradually", "maybeEndedAbruptly" ->
                treatment.stated.set(TreatmentFields.ENDING, draw.one(Manner.values()));
            case "sideEffect" -> {
                treatment.sideEffects.removeAll(concepts.selfAndNarrower(wish.about()));
                draw.any(concepts.of(Kind.SIDE_EFFECT)).ifPresent(treatment.sideEffects::add);
            }
            case "woreOff" ->
                treatment.stated.set(TreatmentFields.WORE_OFF, draw.one(List.of(Answer.NO, Answer.UNKNOWN)));
            case "scheduled", "asNeeded", "scheduleUnknown" ->
                treatment.stated.set(TreatmentFields.SCHEDULE, draw.one(Schedule.values()));
            case "forSps", "forAnotherDisease", "indicationUnknown", "forSpsUnlessSaid" ->
                treatment.stated.set(TreatmentFields.INDICATION, draw.one(Indication.values()));
            case "isA", "isAny", "therapy" ->
                draw.any(concepts.of(Kind.THERAPY))
                        .ifPresent(code -> treatment.stated.set(TreatmentFields.THERAPY, code));
            case "doseBelow", "doseAtLeast" ->
                treatment.stated.set(
                        TreatmentFields.DOSE,
                        draw.chance(30)
                                ? Optional.empty()
                                : Optional.of(draw.one(Limits.around(Dose.parse(wish.about())))));
            case "doseUnknown" -> {
                List<String> units = concepts.units(treatment.therapy());
                treatment.stated.set(TreatmentFields.DOSE, draw.any(units).map(unit -> Dose.parse("5 " + unit)));
            }
            default -> {}
        }
    }

    private void response(Given treatment, List<Response> choice) {
        if (!choice.contains(treatment.stated.get(TreatmentFields.RESPONSE))) {
            treatment.stated.set(TreatmentFields.RESPONSE, draw.one(choice));
        }
    }

    private void dose(Given treatment, Dose limit, List<Dose> choice) {
        boolean fits = treatment
                .stated
                .get(TreatmentFields.DOSE)
                .filter(dose -> dose.unit().comparableWith(limit.unit()))
                .filter(dose -> dose.compareTo(limit) < 0 == choice.get(0).compareTo(limit) < 0)
                .isPresent();
        if (!fits) {
            treatment.stated.set(TreatmentFields.DOSE, Optional.of(draw.one(choice)));
        }
    }
}
