package org.spsrules.authoring.generate;

import java.util.List;
import java.util.Optional;
import org.spsrules.Answer;
import org.spsrules.Dose;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.PatientCase.Treatment.Schedule;
import org.spsrules.authoring.generate.CaseDraft.Given;
import org.spsrules.vocabulary.Concept.Kind;

/** Makes treatments of which rules get the answers that they ask for. Not thread-safe. */
final class TreatmentAim {

    private static final List<Response> SHORT_OF_GOOD = List.of(Response.PARTIAL, Response.NONE, Response.WORSE);

    private final Draw draw;
    private final RelevantConcepts concepts;

    TreatmentAim(Draw draw, RelevantConcepts concepts) {
        this.draw = draw;
        this.concepts = concepts;
    }

    /** Sees to it that the wish comes true of the treatment. */
    void meet(Wish wish, Given treatment) {
        switch (wish.question()) {
            case "current" -> treatment.current = true;
            case "past" -> treatment.current = false;
            case "response" -> treatment.response = Words.constant(Response.values(), wish.about());
            case "adequateTrial" -> treatment.adequateTrial = Answer.YES;
            case "inadequateTrial" -> treatment.adequateTrial = Answer.NO;
            case "maybeInadequateTrial" -> treatment.adequateTrial = draw.one(List.of(Answer.NO, Answer.UNKNOWN));
            case "inadequate" -> {
                treatment.adequateTrial = Answer.YES;
                response(treatment, SHORT_OF_GOOD);
            }
            case "failed" -> {
                treatment.adequateTrial = Answer.YES;
                response(treatment, List.of(Response.NONE, Response.WORSE));
            }
            case "fellShort" -> response(treatment, SHORT_OF_GOOD);
            case "helped" -> response(treatment, List.of(Response.GOOD, Response.PARTIAL));
            case "tolerated" -> treatment.tolerated = Answer.YES;
            case "notTolerated" -> treatment.tolerated = Answer.NO;
            case "sideEffect" -> treatment.sideEffects.add(draw.one(concepts.selfAndNarrower(wish.about())));
            case "woreOff" -> {
                treatment.woreOff = Answer.YES;
                if (treatment.response == Response.NONE) {
                    treatment.response = Response.PARTIAL;
                }
            }
            case "scheduled" -> treatment.schedule = Schedule.SCHEDULED;
            case "asNeeded" -> treatment.schedule = Schedule.AS_NEEDED;
            case "doseUnknown" -> treatment.dose = Optional.empty();
            case "doseBelow" -> {
                Dose limit = Dose.parse(wish.about());
                dose(treatment, limit, Limits.around(limit).subList(0, 1));
            }
            case "doseAtLeast" -> {
                Dose limit = Dose.parse(wish.about());
                dose(treatment, limit, Limits.around(limit).subList(1, 3));
            }
            default -> {}
        }
    }

    /** Sees to it that the wish mostly does not come true of the treatment. */
    void miss(Wish wish, Given treatment) {
        switch (wish.question()) {
            case "current", "past" -> treatment.current = !treatment.current;
            case "response", "fellShort", "helped" -> treatment.response = draw.one(Response.values());
            case "adequateTrial", "inadequateTrial", "maybeInadequateTrial" ->
                treatment.adequateTrial = draw.one(Answer.values());
            case "inadequate", "failed" -> {
                if (draw.chance(50)) {
                    treatment.response = draw.one(Response.values());
                } else {
                    treatment.adequateTrial = draw.one(List.of(Answer.NO, Answer.UNKNOWN));
                }
            }
            case "tolerated", "notTolerated" -> treatment.tolerated = draw.one(Answer.values());
            case "sideEffect" -> {
                treatment.sideEffects.removeAll(concepts.selfAndNarrower(wish.about()));
                draw.any(concepts.of(Kind.SIDE_EFFECT)).ifPresent(treatment.sideEffects::add);
            }
            case "woreOff" -> treatment.woreOff = draw.one(List.of(Answer.NO, Answer.UNKNOWN));
            case "scheduled", "asNeeded" -> treatment.schedule = draw.one(Schedule.values());
            case "isA", "therapy" -> draw.any(concepts.of(Kind.THERAPY)).ifPresent(code -> treatment.therapy = code);
            case "doseBelow", "doseAtLeast" ->
                treatment.dose = draw.chance(30)
                        ? Optional.empty()
                        : Optional.of(draw.one(Limits.around(Dose.parse(wish.about())))
                                .toString());
            case "doseUnknown" -> {
                List<String> units = concepts.units(treatment.therapy);
                treatment.dose = draw.any(units).map(unit -> "5 " + unit);
            }
            default -> {}
        }
    }

    private void response(Given treatment, List<Response> choice) {
        if (!choice.contains(treatment.response)) {
            treatment.response = draw.one(choice);
        }
    }

    private void dose(Given treatment, Dose limit, List<Dose> choice) {
        boolean fits = treatment
                .dose
                .map(Dose::parse)
                .filter(dose -> dose.unit().comparableWith(limit.unit()))
                .filter(dose -> dose.compareTo(limit) < 0 == choice.get(0).compareTo(limit) < 0)
                .isPresent();
        if (!fits) {
            treatment.dose = Optional.of(draw.one(choice).toString());
        }
    }
}
