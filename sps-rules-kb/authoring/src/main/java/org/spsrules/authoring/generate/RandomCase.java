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
import org.spsrules.PatientCase.Course.Control;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.LiverFunction;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Setting;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.Sex;
import org.spsrules.authoring.generate.CaseDraft.Checklist;
import org.spsrules.authoring.generate.CaseDraft.Given;
import org.spsrules.authoring.generate.CaseDraft.Planned;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.vocabulary.Concept.Kind;

/** A patient about whom anything may be stated, mostly in words that rules know. Not thread-safe. */
final class RandomCase {

    private static final List<BigDecimal> AGES = numbers(7, 17, 18, 30, 55, 83);
    private static final List<BigDecimal> MONTHS = numbers(1, 60);
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
        person(draft);
        draft.status = draw.likely(Status.CONFIRMED, Status.values());
        draft.treatedAsSps = draw.mostlyUnknown();
        draft.control = draw.one(Control.values());
        draft.disabling = draw.one(Answer.values());
        draft.acuteSevereExacerbation = draw.mostlyUnknown();
        draft.relapse = draw.mostlyUnknown();
        draft.setting = draw.one(Setting.values());
        if (draw.chance(30)) {
            draft.variant = draw.any(concepts.of(Kind.VARIANT));
        }
        draft.monthsSinceOnset = sometimes(30, "monthsSinceOnset", MONTHS).map(BigDecimal::intValue);
        if (draw.chance(20)) {
            draft.labels.addAll(some(Kind.CONDITION, 1));
        }
        list(draft.symptoms, Kind.SYMPTOM);
        list(draft.triggers, Kind.TRIGGER);
        list(draft.conditions, Kind.CONDITION);
        if (draw.chance(20)) {
            draft.allergies.addAll(some(draw.one(List.of(Kind.THERAPY, Kind.THERAPY_CLASS)), 1));
        }
        some(Kind.TEST, 3).forEach(test -> draft.tests.put(test, draw.one(Test.Result.values())));
        draft.history = draw.one(Completeness.values());
        draft.medication = draw.one(Completeness.values());
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

    private void person(CaseDraft draft) {
        draft.sex = draw.one(Sex.values());
        draft.liverFunction = draw.one(LiverFunction.values());
        draft.pregnancy = draw.mostlyUnknown();
        draft.pregnancyPotential = draw.mostlyUnknown();
        draft.effectiveContraception = draw.mostlyUnknown();
        draft.breastfeeding = draw.mostlyUnknown();
        draft.drugSensitivity = draw.mostlyUnknown();
        draft.frailty = draw.mostlyUnknown();
        draft.age = sometimes(80, "age", AGES).map(BigDecimal::intValue);
        draft.weight = sometimes(40, "weight", WEIGHTS);
        draft.creatinineClearance = sometimes(50, "creatinineClearance", CLEARANCES);
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
        Given past = new Given(therapy);
        past.current = false;
        switch (draw.below(9)) {
            case 0 -> draft.unavailable.add(therapy);
            case 1 -> draft.declined.add(therapy);
            case 2 -> {
                past.tolerated = Answer.NO;
                past.sideEffects.addAll(some(Kind.SIDE_EFFECT, 1));
                draft.given.add(past);
            }
            case 3 -> draft.given.add(treatment(therapy));
            case 4 -> {
                past.adequateTrial = draw.one(Answer.values());
                past.response = draw.one(Treatment.Response.values());
                draft.given.add(past);
            }
            case 5 -> {
                past.response = Treatment.Response.GOOD;
                past.woreOff = Answer.YES;
                draft.given.add(past);
            }
            default -> {
                past.adequateTrial = Answer.YES;
                past.response = draw.one(
                        List.of(Treatment.Response.PARTIAL, Treatment.Response.NONE, Treatment.Response.WORSE));
                draft.given.add(past);
            }
        }
    }

    /** A treatment with this therapy, of which anything may be stated. */
    Given treatment(String therapy) {
        Given treatment = new Given(therapy);
        treatment.current = draw.chance(60);
        treatment.response = draw.one(Treatment.Response.values());
        treatment.adequateTrial = draw.one(Answer.values());
        treatment.tolerated = draw.one(Answer.values());
        treatment.schedule = draw.one(Treatment.Schedule.values());
        treatment.sideEffects.addAll(some(Kind.SIDE_EFFECT, 1));
        treatment.woreOff = treatment.response == Treatment.Response.NONE ? Answer.NO : draw.mostlyUnknown();
        if (draw.chance(30)) {
            treatment.started = Optional.of(CaseDraft.asOf().minusDays(draw.below(1000)));
        }
        List<String> units = concepts.units(therapy);
        if (!units.isEmpty() && draw.chance(60)) {
            treatment.dose = Optional.of(dose(units));
        }
        return treatment;
    }

    private String dose(List<String> units) {
        List<Dose> named = limits.doses(units);
        return named.isEmpty() || draw.chance(30)
                ? draw.one(AMOUNTS) + " " + units.get(0)
                : draw.one(named).toString();
    }

    /** A plan of any kind. */
    Planned plan() {
        Plan.Action action = draw.one(Plan.Action.values());
        if (!action.concernsTherapy()) {
            return new Planned(action, Optional.empty());
        }
        List<String> onLadder = ladder.stream()
                .flatMap(step -> step.therapies().stream())
                .filter(code -> concepts.isA(code, Kind.THERAPY))
                .toList();
        boolean anything = onLadder.isEmpty() || draw.chance(50);
        Planned plan = new Planned(action, draw.any(anything ? concepts.of(Kind.THERAPY) : onLadder));
        plan.manner = draw.one(Plan.Manner.values());
        plan.requestedBy = draw.one(Plan.RequestedBy.values());
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
