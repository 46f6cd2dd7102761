package org.spsrules.authoring.generate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.Dose;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Course.Control;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.LiverFunction;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Setting;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.PatientCase.Treatment.Schedule;
import org.spsrules.Sex;
import org.spsrules.internal.knowledge.DoseRow;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.CourseFields;
import org.spsrules.internal.shape.DiagnosisFields;
import org.spsrules.internal.shape.Draft;
import org.spsrules.internal.shape.PersonFields;
import org.spsrules.internal.shape.PlanFields;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/**
 * A patient as a ward might have one: stiff and in spasm, with one or two other diseases and the drugs for them, treated
 * for a while with more or less success, in doses that people take. Not thread-safe.
 */
final class LikelyPatient {

    private static final List<String> FOR_STIFFNESS = List.of(
            "diazepam", "clonazepam", "oral-baclofen", "pregabalin", "levetiracetam", "gabapentin", "tizanidine");
    private static final List<String> FOR_IMMUNITY = List.of(
            "ivig",
            "plasmapheresis",
            "rituximab",
            "prednisone",
            "tacrolimus",
            "mycophenolate",
            "azathioprine",
            "intrathecal-baclofen",
            "hsct");
    private static final List<String> SIGNS = List.of(
            "rigidity",
            "painful-spasm",
            "spasm",
            "startle",
            "lumbar-pain",
            "falls",
            "gait-impairment",
            "anxiety-like-symptoms",
            "fatigue",
            "fever",
            "sweating",
            "tachycardia",
            "confusion",
            "breathing-worse",
            "high-creatine-kinase",
            "seizure",
            "myoclonus",
            "ophthalmoplegia");
    private static final List<String> TRIGGERS =
            List.of("sudden-noise", "touch", "cold", "movement", "emotional-trigger", "anxiety-trigger");
    private static final List<String> SIDE_EFFECTS = List.of(
            "sedation",
            "confusion-on-treatment",
            "weight-gain",
            "rash",
            "infusion-reaction",
            "hypotension-on-treatment",
            "drug-related-falls",
            "behaviour-change",
            "hyperglycaemia-on-treatment",
            "kidney-injury");
    private static final List<String> TESTS =
            List.of("anti-gad65", "emg", "anti-amphiphysin", "hepatitis-b-screen", "anti-hbc", "iga", "csf");

    private final Draw draw;
    private final Vocabulary vocabulary;
    private final List<DoseRow> doses;

    LikelyPatient(Draw draw, Knowledge knowledge, Vocabulary vocabulary) {
        this.draw = draw;
        this.vocabulary = vocabulary;
        this.doses = knowledge.dosing();
    }

    /** The next patient; the statements may contradict each other by chance. */
    PatientCase next() {
        CaseDraft draft = new CaseDraft();
        person(draft);
        draft.diagnosis.set(DiagnosisFields.STATUS, draw.chance(70) ? Status.CONFIRMED : draw.one(Status.values()));
        draft.course.set(CourseFields.CONTROL, draw.one(Control.values()));
        draft.course.set(CourseFields.DISABLING, draw.mostlyUnknown());
        draft.course.set(CourseFields.RELAPSE, draw.mostlyUnknown());
        draft.root.set(CaseFields.SETTING, draw.likely(Setting.OUTPATIENT, Setting.values()));
        draft.symptoms.present.addAll(some(SIGNS, 4));
        draft.triggers.present.addAll(some(TRIGGERS, 2));
        draft.conditions.completeness = draw.one(Completeness.values());
        draft.treatments.set(TreatmentsFields.MEDICATION, draw.one(Completeness.values()));
        draft.treatments.set(TreatmentsFields.HISTORY, draw.one(Completeness.values()));
        some(TESTS, 2).forEach(test -> draft.tests.put(test, draw.one(Test.Result.values())));
        some(FOR_STIFFNESS, 4).forEach(therapy -> draft.given.add(treatment(therapy)));
        some(FOR_IMMUNITY, 2).forEach(therapy -> draft.given.add(treatment(therapy)));
        for (int i = 1 + draw.below(2); i > 0; i--) {
            Background background = draw.one(Background.values());
            draft.conditions.present.addAll(some(background.conditions(), 2));
            some(background.drugs(), 2).forEach(drug -> draft.given.add(taken(drug)));
        }
        if (draw.chance(15)) {
            draft.allergies.present.addAll(some(FOR_STIFFNESS, 1));
        }
        if (draw.chance(50)) {
            draft.add(plan(draft));
        }
        return draft.build();
    }

    private void person(CaseDraft draft) {
        draft.person.set(PersonFields.AGE, draw.chance(90) ? Optional.of(15 + draw.below(75)) : Optional.empty());
        draft.person.set(PersonFields.SEX, draw.one(Sex.values()));
        draft.person.set(
                PersonFields.CREATININE_CLEARANCE,
                draw.chance(40) ? Optional.of(BigDecimal.valueOf(5 + draw.below(120))) : Optional.empty());
        draft.person.set(PersonFields.LIVER_FUNCTION, draw.likely(LiverFunction.UNKNOWN, LiverFunction.values()));
        draft.person.set(PersonFields.PREGNANCY, draw.chance(10) ? Answer.YES : draw.mostlyUnknown());
        draft.person.set(PersonFields.FRAILTY, draw.mostlyUnknown());
    }

    /** Something given for stiffness, with what came of it. */
    private Draft<Treatment> treatment(String therapy) {
        Draft<Treatment> given = taken(therapy);
        given.set(TreatmentFields.CURRENT, draw.chance(60));
        given.set(TreatmentFields.RESPONSE, draw.one(Response.values()));
        given.set(TreatmentFields.ADEQUATE_TRIAL, draw.mostlyUnknown());
        given.set(TreatmentFields.TOLERATED, draw.mostlyUnknown());
        if (draw.chance(25)) {
            given.set(TreatmentFields.SIDE_EFFECTS, some(SIDE_EFFECTS, 1));
        }
        return given;
    }

    /** Something taken now, of which little more is known than the dose. */
    private Draft<Treatment> taken(String therapy) {
        Draft<Treatment> given = CaseDraft.treatment(therapy);
        given.set(TreatmentFields.SCHEDULE, draw.likely(Schedule.SCHEDULED, Schedule.values()));
        if (draw.chance(70)) {
            given.set(TreatmentFields.DOSE, dose(therapy));
        }
        return given;
    }

    /** A dose within what a source names, rounded as people do. */
    private Optional<Dose> dose(String therapy) {
        List<DoseRow> rows = doses.stream()
                .filter(row -> row.therapy().equals(therapy))
                .filter(row -> vocabulary
                        .concept(therapy)
                        .map(Concept::units)
                        .orElse(List.of())
                        .contains(row.unit()))
                .toList();
        return draw.any(rows).map(row -> {
            BigDecimal share = BigDecimal.valueOf(draw.below(5)).divide(BigDecimal.valueOf(4));
            BigDecimal amount = row.from()
                    .add(row.to().subtract(row.from()).multiply(share))
                    .setScale(2, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
            return Dose.parse(amount.toPlainString() + " " + row.unit());
        });
    }

    private Draft<Plan> plan(CaseDraft draft) {
        Plan.Action action = draw.one(Plan.Action.values());
        if (!action.concernsTherapy()) {
            return CaseDraft.plan(action, Optional.empty());
        }
        List<String> taken = draft.given.stream()
                .map(given -> given.get(TreatmentFields.THERAPY))
                .toList();
        List<String> others = new ArrayList<>(FOR_STIFFNESS);
        others.addAll(FOR_IMMUNITY);
        draw.any(List.of(Background.values())).ifPresent(background -> others.addAll(background.drugs()));
        boolean begins = action == Plan.Action.START || taken.isEmpty();
        Draft<Plan> plan = CaseDraft.plan(action, draw.any(known(begins ? others : taken)));
        plan.set(PlanFields.MANNER, draw.one(Plan.Manner.values()));
        plan.set(PlanFields.REQUESTED_BY, draw.one(Plan.RequestedBy.values()));
        return plan;
    }

    private List<String> known(List<String> codes) {
        return codes.stream()
                .filter(code -> vocabulary.concept(code).isPresent())
                .toList();
    }

    private Set<String> some(List<String> codes, int most) {
        List<String> choice = known(codes);
        Set<String> chosen = new TreeSet<>();
        for (int i = choice.isEmpty() ? 0 : draw.below(most + 1); i > 0; i--) {
            chosen.add(draw.one(choice));
        }
        return chosen;
    }
}
