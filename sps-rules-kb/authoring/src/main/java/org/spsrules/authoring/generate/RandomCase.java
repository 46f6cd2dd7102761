package org.spsrules.authoring.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.Dose;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.authoring.generate.CaseDraft.Checklist;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.internal.shape.CourseFields;
import org.spsrules.internal.shape.DiagnosisFields;
import org.spsrules.internal.shape.Draft;
import org.spsrules.internal.shape.PersonFields;
import org.spsrules.internal.shape.PlanFields;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.vocabulary.Concept.Kind;

/** A patient about whom anything may be stated, mostly in words that rules know. Not thread-safe. */
final class RandomCase {

    private static final List<BigDecimal> AGES = numbers(7, 17, 18, 30, 55, 83);
    private static final List<BigDecimal> MONTHS = numbers(1, 60);
    private static final List<BigDecimal> DAYS = numbers(1, 400);
    private static final List<BigDecimal> WEIGHTS = numbers(18, 48, 70, 130);
    /** Around the limits by which the case format itself judges the kidneys (D-46), and at either end. */
    private static final List<BigDecimal> CLEARANCES = numbers(14, 59, 60, 79, 80, 110);

    private static final List<BigDecimal> AMOUNTS = numbers(5, 60, 450);

    private final Draw draw;
    private final RelevantConcepts concepts;
    private final Limits limits;
    private final List<LadderStep> ladder;

    RandomCase(Draw draw, RelevantConcepts concepts, Limits limits, List<LadderStep> ladder) {
        this.draw = draw;
        this.concepts = concepts;
        this.limits = limits;
        this.ladder = ladder;
    }

    private static List<BigDecimal> numbers(int... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(BigDecimal::valueOf).toList();
    }

    /** States this and that about the patient. */
    void fill(CaseDraft draft) {
        RandomWords.fill(draft.root, draw);
        RandomWords.fill(draft.person, draw);
        RandomWords.fill(draft.diagnosis, draw);
        RandomWords.fill(draft.course, draw);
        RandomWords.fill(draft.treatments, draw);
        draft.diagnosis.set(DiagnosisFields.STATUS, draw.likely(Status.CONFIRMED, Status.values()));
        draft.course.set(CourseFields.DISABLING, draw.one(Answer.values()));
        draft.person.set(PersonFields.AGE, sometimes(80, "age", AGES).map(BigDecimal::intValue));
        draft.person.set(PersonFields.WEIGHT, sometimes(40, "weight", WEIGHTS));
        draft.person.set(PersonFields.CREATININE_CLEARANCE, sometimes(50, "creatinineClearance", CLEARANCES));
        if (draw.chance(30)) {
            draft.diagnosis.set(DiagnosisFields.VARIANT, draw.any(concepts.of(Kind.VARIANT)));
        }
        draft.diagnosis.set(
                DiagnosisFields.ONSET,
                sometimes(30, "monthsSinceOnset", MONTHS)
                        .map(months -> PartialDate.of(CaseDraft.asOf().minusMonths(months.longValue()))));
        if (draw.chance(20)) {
            draft.diagnosis.set(DiagnosisFields.PSYCHIATRIC_LABELS, Set.copyOf(some(Kind.CONDITION, 1)));
        }
        list(draft.symptoms, Kind.SYMPTOM);
        list(draft.triggers, Kind.TRIGGER);
        list(draft.conditions, Kind.CONDITION);
        if (draw.chance(20)) {
            draft.allergies.present.addAll(some(draw.one(List.of(Kind.THERAPY, Kind.THERAPY_CLASS)), 1));
        }
        some(Kind.TEST, 3).forEach(test -> draft.tests.put(test, draw.one(Test.Result.values())));
        if (draw.chance(50)) {
            climb(draft);
        } else {
            draft.unavailable.addAll(some(Kind.THERAPY, 1));
            draft.declined.addAll(some(Kind.THERAPY_CLASS, 1));
            some(Kind.THERAPY, 4).forEach(therapy -> draft.given.add(treatment(therapy)));
        }
        if (draw.chance(40)) {
            draft.plans.add(plan());
        }
    }

    private Optional<BigDecimal> sometimes(int percent, String field, List<BigDecimal> usual) {
        List<BigDecimal> all =
                Stream.concat(usual.stream(), limits.numbers(field).stream()).toList();
        return draw.chance(percent) ? Optional.of(draw.one(all)) : Optional.empty();
    }

    private void list(Checklist list, Kind kind) {
        list.completeness = draw.one(Completeness.values());
        list.present.addAll(some(kind, 3));
        list.absent.addAll(some(kind, 2));
        list.absent.removeAll(list.present);
    }

    /** A patient who has come some way up the ladder, by one reason or another at each step. */
    private void climb(CaseDraft draft) {
        for (LadderStep step : ladder.subList(0, draw.below(ladder.size() + 1))) {
            List<String> choice = step.therapies().stream()
                    .filter(code -> concepts.isA(code, Kind.THERAPY))
                    .toList();
            int tried = draw.chance(20) ? choice.size() : Math.min(1, choice.size());
            for (String therapy : choice.subList(0, tried)) {
                pass(draft, therapy);
            }
        }
    }

    /** Why a therapy of a step that lies behind the patient is not the answer. */
    private void pass(CaseDraft draft, String therapy) {
        Draft<Treatment> past = CaseDraft.treatment(therapy);
        past.set(TreatmentFields.CURRENT, false);
        switch (draw.below(9)) {
            case 0 -> draft.unavailable.add(therapy);
            case 1 -> draft.declined.add(therapy);
            case 2 -> {
                past.set(TreatmentFields.TOLERATED, Answer.NO);
                past.set(TreatmentFields.SIDE_EFFECTS, Set.copyOf(some(Kind.SIDE_EFFECT, 1)));
                draft.given.add(past);
            }
            case 3 -> draft.given.add(treatment(therapy));
            case 4 -> {
                past.set(TreatmentFields.ADEQUATE_TRIAL, draw.one(Answer.values()));
                past.set(TreatmentFields.RESPONSE, draw.one(Treatment.Response.values()));
                draft.given.add(past);
            }
            case 5 -> {
                past.set(TreatmentFields.RESPONSE, Treatment.Response.GOOD);
                past.set(TreatmentFields.WORE_OFF, Answer.YES);
                draft.given.add(past);
            }
            default -> {
                past.set(TreatmentFields.ADEQUATE_TRIAL, Answer.YES);
                past.set(
                        TreatmentFields.RESPONSE,
                        draw.one(List.of(
                                Treatment.Response.PARTIAL, Treatment.Response.NONE, Treatment.Response.WORSE)));
                draft.given.add(past);
            }
        }
    }

    /** A treatment with this therapy, of which anything may be stated. */
    Draft<Treatment> treatment(String therapy) {
        Draft<Treatment> treatment = CaseDraft.treatment(therapy);
        RandomWords.fill(treatment, draw);
        treatment.set(TreatmentFields.CURRENT, draw.chance(60));
        treatment.set(TreatmentFields.ADEQUATE_TRIAL, draw.one(Answer.values()));
        treatment.set(TreatmentFields.TOLERATED, draw.one(Answer.values()));
        treatment.set(TreatmentFields.SIDE_EFFECTS, Set.copyOf(some(Kind.SIDE_EFFECT, 1)));
        if (treatment.get(TreatmentFields.RESPONSE) == Treatment.Response.NONE) {
            treatment.set(TreatmentFields.WORE_OFF, Answer.NO);
        }
        if (draw.chance(30)) {
            treatment.set(TreatmentFields.STARTED, CaseDraft.daysAgo(Optional.of(1000 + draw.below(1000))));
        }
        treatment.set(
                TreatmentFields.STOPPED,
                CaseDraft.daysAgo(sometimes(40, "daysSinceEnd", DAYS).map(BigDecimal::intValue)));
        List<String> units = concepts.units(therapy);
        if (!units.isEmpty() && draw.chance(60)) {
            treatment.set(TreatmentFields.DOSE, Optional.of(dose(units)));
        }
        return treatment;
    }

    private Dose dose(List<String> units) {
        List<Dose> named = limits.doses(units);
        return named.isEmpty() || draw.chance(30)
                ? Dose.parse(draw.one(AMOUNTS) + " " + units.get(0))
                : draw.one(named);
    }

    /** A plan of any kind. */
    Draft<Plan> plan() {
        Plan.Action action = draw.one(Plan.Action.values());
        if (!action.concernsTherapy()) {
            return CaseDraft.plan(action, Optional.empty());
        }
        List<String> onLadder = ladder.stream()
                .flatMap(step -> step.therapies().stream())
                .filter(code -> concepts.isA(code, Kind.THERAPY))
                .toList();
        boolean anything = onLadder.isEmpty() || draw.chance(50);
        Draft<Plan> plan = CaseDraft.plan(action, draw.any(anything ? concepts.of(Kind.THERAPY) : onLadder));
        plan.set(PlanFields.MANNER, draw.one(Plan.Manner.values()));
        plan.set(PlanFields.REQUESTED_BY, draw.one(Plan.RequestedBy.values()));
        return plan;
    }

    private List<String> some(Kind kind, int most) {
        List<String> choice = concepts.of(kind);
        Set<String> chosen = new HashSet<>();
        List<String> inOrder = new ArrayList<>();
        for (int i = choice.isEmpty() ? 0 : draw.below(most + 1); i > 0; i--) {
            String code = draw.one(choice);
            if (chosen.add(code)) {
                inOrder.add(code);
            }
        }
        return inOrder;
    }
}
