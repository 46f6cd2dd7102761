package org.spsrules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Course;
import org.spsrules.PatientCase.Diagnosis;
import org.spsrules.PatientCase.LiverFunction;
import org.spsrules.PatientCase.Person;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Setting;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.CheckedDraft;
import org.spsrules.internal.shape.CourseFields;
import org.spsrules.internal.shape.DiagnosisFields;
import org.spsrules.internal.shape.PersonFields;
import org.spsrules.internal.shape.PlanFields;
import org.spsrules.internal.shape.TestFields;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;

/**
 * Builds a {@link PatientCase}. What is not stated stays unknown. Not safe for use by several threads.
 *
 * <p>No method throws: mistakes are collected, and {@link #build} reports all of them. What can be several (terms, tests,
 * treatments, plans) is added to what was stated before; a single value replaces the one before.
 */
public final class PatientCaseBuilder {

    private final List<Problem> problems = new ArrayList<>();
    private final CheckedDraft<PatientCase> root = new CheckedDraft<>("", CaseFields.PART, problems);
    private final CheckedDraft<Person> person = new CheckedDraft<>("patient.", PersonFields.PART, problems);
    private final CheckedDraft<Diagnosis> diagnosis = new CheckedDraft<>("diagnosis.", DiagnosisFields.PART, problems);
    private final CheckedDraft<Course> course = new CheckedDraft<>("course.", CourseFields.PART, problems);
    private final CheckedDraft<Checklist> symptoms =
            new CheckedDraft<>("symptoms.", CaseFields.SYMPTOM_LIST.part(), problems);
    private final CheckedDraft<Checklist> triggers =
            new CheckedDraft<>("triggers.", CaseFields.TRIGGER_LIST.part(), problems);
    private final CheckedDraft<Checklist> conditions =
            new CheckedDraft<>("conditions.", CaseFields.CONDITION_LIST.part(), problems);
    private final CheckedDraft<Checklist> allergies =
            new CheckedDraft<>("allergies.", CaseFields.ALLERGY_LIST.part(), problems);
    private final CheckedDraft<Treatments> treatments =
            new CheckedDraft<>("treatments.", TreatmentsFields.PART, problems);

    PatientCaseBuilder(LocalDate asOf) {
        root.set(CaseFields.AS_OF, asOf);
    }

    /** A heading for the report. */
    public PatientCaseBuilder title(String value) {
        root.setOptional(CaseFields.TITLE, value);
        return this;
    }

    /** Where a published case was described. */
    public PatientCaseBuilder citation(String value) {
        root.setOptional(CaseFields.CITATION, value);
        return this;
    }

    /** Age in completed years, 0 to 130. */
    public PatientCaseBuilder age(int years) {
        person.setOptional(PersonFields.AGE, years);
        return this;
    }

    /** Age in months, of a small child; counted as the years that they complete. */
    public PatientCaseBuilder ageInMonths(int months) {
        return age(PersonFields.years(months));
    }

    /** Sex. */
    public PatientCaseBuilder sex(Sex value) {
        person.set(PersonFields.SEX, value);
        return this;
    }

    /** Weight in kilograms, more than 0 and at most 500. */
    public PatientCaseBuilder weight(BigDecimal kilograms) {
        person.setOptional(PersonFields.WEIGHT, kilograms, Decimals::plain);
        return this;
    }

    /** Creatinine clearance in mL/min, 0 to 300. */
    public PatientCaseBuilder creatinineClearance(BigDecimal millilitresPerMinute) {
        person.setOptional(PersonFields.CREATININE_CLEARANCE, millilitresPerMinute, Decimals::plain);
        return this;
    }

    /** Liver function, as judged by a clinician. */
    public PatientCaseBuilder liverFunction(LiverFunction value) {
        person.set(PersonFields.LIVER_FUNCTION, value);
        return this;
    }

    /** Whether the patient is pregnant. */
    public PatientCaseBuilder pregnancy(Answer value) {
        person.set(PersonFields.PREGNANCY, value);
        return this;
    }

    /** Whether the patient can become pregnant. */
    public PatientCaseBuilder pregnancyPotential(Answer value) {
        person.set(PersonFields.PREGNANCY_POTENTIAL, value);
        return this;
    }

    /** Whether effective contraception is used. */
    public PatientCaseBuilder effectiveContraception(Answer value) {
        person.set(PersonFields.EFFECTIVE_CONTRACEPTION, value);
        return this;
    }

    /** Whether the patient breastfeeds. */
    public PatientCaseBuilder breastfeeding(Answer value) {
        person.set(PersonFields.BREASTFEEDING, value);
        return this;
    }

    /** Whether the patient is known to react to small doses. */
    public PatientCaseBuilder drugSensitivity(Answer value) {
        person.set(PersonFields.DRUG_SENSITIVITY, value);
        return this;
    }

    /** Whether the patient is frail. */
    public PatientCaseBuilder frailty(Answer value) {
        person.set(PersonFields.FRAILTY, value);
        return this;
    }

    /** How certain SPS is. */
    public PatientCaseBuilder diagnosis(Diagnosis.Status value) {
        diagnosis.set(DiagnosisFields.STATUS, value);
        return this;
    }

    /** The variant of SPS, for example {@code stiff-limb}. */
    public PatientCaseBuilder variant(String code) {
        diagnosis.setOptional(DiagnosisFields.VARIANT, code);
        return this;
    }

    /** Whether a clinician has decided to treat as SPS. */
    public PatientCaseBuilder treatedAsSps(Answer value) {
        diagnosis.set(DiagnosisFields.TREATED_AS_SPS, value);
        return this;
    }

    /** Psychiatric conditions that the symptoms have been put down to. */
    public PatientCaseBuilder psychiatricLabels(String... codes) {
        diagnosis.addTerms(DiagnosisFields.PSYCHIATRIC_LABELS, codes);
        return this;
    }

    /** Psychiatric conditions that the symptoms have been put down to. */
    public PatientCaseBuilder psychiatricLabels(Collection<String> codes) {
        diagnosis.addTerms(DiagnosisFields.PSYCHIATRIC_LABELS, codes);
        return this;
    }

    /** When the symptoms began, as exactly as that is known. */
    public PatientCaseBuilder onset(PartialDate date) {
        diagnosis.setOptional(DiagnosisFields.ONSET, date);
        return this;
    }

    /** The day on which the symptoms began. */
    public PatientCaseBuilder onset(LocalDate day) {
        diagnosis.setOptional(DiagnosisFields.ONSET, day, PartialDate::of);
        return this;
    }

    /** The month in which the symptoms began. */
    public PatientCaseBuilder onset(YearMonth month) {
        diagnosis.setOptional(DiagnosisFields.ONSET, month, PartialDate::of);
        return this;
    }

    /** The year in which the symptoms began. */
    public PatientCaseBuilder onset(Year year) {
        diagnosis.setOptional(DiagnosisFields.ONSET, year, PartialDate::of);
        return this;
    }

    /** How well the symptoms are controlled, as judged by a clinician. */
    public PatientCaseBuilder control(Course.Control value) {
        course.set(CourseFields.CONTROL, value);
        return this;
    }

    /** Whether the disease disables the patient. */
    public PatientCaseBuilder disabling(Answer value) {
        course.set(CourseFields.DISABLING, value);
        return this;
    }

    /** Whether there is an acute severe exacerbation, as judged by a clinician. */
    public PatientCaseBuilder acuteSevereExacerbation(Answer value) {
        course.set(CourseFields.ACUTE_SEVERE_EXACERBATION, value);
        return this;
    }

    /** Whether symptoms have come back after they were controlled. */
    public PatientCaseBuilder relapse(Answer value) {
        course.set(CourseFields.RELAPSE, value);
        return this;
    }

    /** Where the patient is. */
    public PatientCaseBuilder setting(Setting value) {
        root.set(CaseFields.SETTING, value);
        return this;
    }

    /** Symptoms and signs that are present. */
    public PatientCaseBuilder symptoms(String... codes) {
        symptoms.addTerms(CaseFields.SYMPTOM_LIST.present(), codes);
        return this;
    }

    /** Symptoms and signs that are present. */
    public PatientCaseBuilder symptoms(Collection<String> codes) {
        symptoms.addTerms(CaseFields.SYMPTOM_LIST.present(), codes);
        return this;
    }

    /** Symptoms and signs that are known to be absent. */
    public PatientCaseBuilder noSymptoms(String... codes) {
        symptoms.addTerms(CaseFields.SYMPTOM_LIST.absent(), codes);
        return this;
    }

    /** Symptoms and signs that are known to be absent. */
    public PatientCaseBuilder noSymptoms(Collection<String> codes) {
        symptoms.addTerms(CaseFields.SYMPTOM_LIST.absent(), codes);
        return this;
    }

    /** Symptoms and signs that are present and severe. */
    public PatientCaseBuilder severeSymptoms(String... codes) {
        symptoms.addTerms(CaseFields.SYMPTOM_LIST.severe(), codes);
        return this;
    }

    /** Symptoms and signs that are present and severe. */
    public PatientCaseBuilder severeSymptoms(Collection<String> codes) {
        symptoms.addTerms(CaseFields.SYMPTOM_LIST.severe(), codes);
        return this;
    }

    /** Whether all symptoms are listed. */
    public PatientCaseBuilder symptomList(Completeness value) {
        symptoms.set(CaseFields.SYMPTOM_LIST.completeness(), value);
        return this;
    }

    /** Triggers of spasms. */
    public PatientCaseBuilder triggers(String... codes) {
        triggers.addTerms(CaseFields.TRIGGER_LIST.present(), codes);
        return this;
    }

    /** Triggers of spasms. */
    public PatientCaseBuilder triggers(Collection<String> codes) {
        triggers.addTerms(CaseFields.TRIGGER_LIST.present(), codes);
        return this;
    }

    /** What is known not to trigger spasms. */
    public PatientCaseBuilder noTriggers(String... codes) {
        triggers.addTerms(CaseFields.TRIGGER_LIST.absent(), codes);
        return this;
    }

    /** What is known not to trigger spasms. */
    public PatientCaseBuilder noTriggers(Collection<String> codes) {
        triggers.addTerms(CaseFields.TRIGGER_LIST.absent(), codes);
        return this;
    }

    /** Triggers of severe spasms. */
    public PatientCaseBuilder severeTriggers(String... codes) {
        triggers.addTerms(CaseFields.TRIGGER_LIST.severe(), codes);
        return this;
    }

    /** Triggers of severe spasms. */
    public PatientCaseBuilder severeTriggers(Collection<String> codes) {
        triggers.addTerms(CaseFields.TRIGGER_LIST.severe(), codes);
        return this;
    }

    /** Whether all triggers are listed. */
    public PatientCaseBuilder triggerList(Completeness value) {
        triggers.set(CaseFields.TRIGGER_LIST.completeness(), value);
        return this;
    }

    /** Conditions that are present. */
    public PatientCaseBuilder conditions(String... codes) {
        conditions.addTerms(CaseFields.CONDITION_LIST.present(), codes);
        return this;
    }

    /** Conditions that are present. */
    public PatientCaseBuilder conditions(Collection<String> codes) {
        conditions.addTerms(CaseFields.CONDITION_LIST.present(), codes);
        return this;
    }

    /** Conditions that are known to be absent. */
    public PatientCaseBuilder noConditions(String... codes) {
        conditions.addTerms(CaseFields.CONDITION_LIST.absent(), codes);
        return this;
    }

    /** Conditions that are known to be absent. */
    public PatientCaseBuilder noConditions(Collection<String> codes) {
        conditions.addTerms(CaseFields.CONDITION_LIST.absent(), codes);
        return this;
    }

    /** Conditions that are present and severe. */
    public PatientCaseBuilder severeConditions(String... codes) {
        conditions.addTerms(CaseFields.CONDITION_LIST.severe(), codes);
        return this;
    }

    /** Conditions that are present and severe. */
    public PatientCaseBuilder severeConditions(Collection<String> codes) {
        conditions.addTerms(CaseFields.CONDITION_LIST.severe(), codes);
        return this;
    }

    /** Whether all conditions are listed. */
    public PatientCaseBuilder conditionList(Completeness value) {
        conditions.set(CaseFields.CONDITION_LIST.completeness(), value);
        return this;
    }

    /** Therapies that the patient is allergic to. */
    public PatientCaseBuilder allergies(String... codes) {
        allergies.addTerms(CaseFields.ALLERGY_LIST.present(), codes);
        return this;
    }

    /** Therapies that the patient is allergic to. */
    public PatientCaseBuilder allergies(Collection<String> codes) {
        allergies.addTerms(CaseFields.ALLERGY_LIST.present(), codes);
        return this;
    }

    /** Therapies that the patient is known not to be allergic to. */
    public PatientCaseBuilder noAllergies(String... codes) {
        allergies.addTerms(CaseFields.ALLERGY_LIST.absent(), codes);
        return this;
    }

    /** Therapies that the patient is known not to be allergic to. */
    public PatientCaseBuilder noAllergies(Collection<String> codes) {
        allergies.addTerms(CaseFields.ALLERGY_LIST.absent(), codes);
        return this;
    }

    /** Therapies to which the patient has a severe allergy. */
    public PatientCaseBuilder severeAllergies(String... codes) {
        allergies.addTerms(CaseFields.ALLERGY_LIST.severe(), codes);
        return this;
    }

    /** Therapies to which the patient has a severe allergy. */
    public PatientCaseBuilder severeAllergies(Collection<String> codes) {
        allergies.addTerms(CaseFields.ALLERGY_LIST.severe(), codes);
        return this;
    }

    /** Whether all allergies are listed. */
    public PatientCaseBuilder allergyList(Completeness value) {
        allergies.set(CaseFields.ALLERGY_LIST.completeness(), value);
        return this;
    }

    /** Adds the result of a test. */
    public PatientCaseBuilder test(String code, Test.Result result, Consumer<TestDraft> details) {
        CheckedDraft<Test> draft =
                new CheckedDraft<>("tests[" + root.count(CaseFields.TESTS) + "].", TestFields.PART, problems);
        draft.set(TestFields.TEST, code);
        draft.set(TestFields.RESULT, result);
        if (present("tests[" + root.count(CaseFields.TESTS) + "]", details)) {
            details.accept(new TestDraft(draft));
        }
        root.add(CaseFields.TESTS, draft.toPart());
        return this;
    }

    /** Whether every treatment ever given for SPS is listed (D-30). */
    public PatientCaseBuilder treatmentHistory(Completeness value) {
        treatments.set(TreatmentsFields.HISTORY, value);
        return this;
    }

    /** Whether everything that the patient takes now is listed. */
    public PatientCaseBuilder medicationList(Completeness value) {
        treatments.set(TreatmentsFields.MEDICATION, value);
        return this;
    }

    /** Adds a treatment that is given now. */
    public PatientCaseBuilder current(String therapy, Consumer<TreatmentDraft> details) {
        return treatment(therapy, true, details);
    }

    /** Adds a treatment that is given now, without details. */
    public PatientCaseBuilder current(String therapy) {
        return treatment(therapy, true, draft -> {});
    }

    /** Adds a treatment that was given. */
    public PatientCaseBuilder past(String therapy, Consumer<TreatmentDraft> details) {
        return treatment(therapy, false, details);
    }

    private PatientCaseBuilder treatment(String therapy, boolean current, Consumer<TreatmentDraft> details) {
        String path = "treatments.given[" + treatments.count(TreatmentsFields.GIVEN) + "]";
        CheckedDraft<Treatment> draft = new CheckedDraft<>(path + ".", TreatmentFields.PART, problems);
        draft.set(TreatmentFields.THERAPY, therapy);
        draft.set(TreatmentFields.CURRENT, current);
        if (present(path, details)) {
            details.accept(new TreatmentDraft(draft));
        }
        treatments.add(TreatmentsFields.GIVEN, draft.toPart());
        return this;
    }

    /** Therapies that cannot be had. */
    public PatientCaseBuilder unavailable(String... codes) {
        treatments.addTerms(TreatmentsFields.UNAVAILABLE, codes);
        return this;
    }

    /** Therapies that cannot be had. */
    public PatientCaseBuilder unavailable(Collection<String> codes) {
        treatments.addTerms(TreatmentsFields.UNAVAILABLE, codes);
        return this;
    }

    /** Therapies that the patient has declined. */
    public PatientCaseBuilder declined(String... codes) {
        treatments.addTerms(TreatmentsFields.DECLINED, codes);
        return this;
    }

    /** Therapies that the patient has declined. */
    public PatientCaseBuilder declined(Collection<String> codes) {
        treatments.addTerms(TreatmentsFields.DECLINED, codes);
        return this;
    }

    /** Therapies that a clinician has judged unsuitable for the patient. */
    public PatientCaseBuilder unsuitable(String... codes) {
        treatments.addTerms(TreatmentsFields.UNSUITABLE, codes);
        return this;
    }

    /** Therapies that a clinician has judged unsuitable for the patient. */
    public PatientCaseBuilder unsuitable(Collection<String> codes) {
        treatments.addTerms(TreatmentsFields.UNSUITABLE, codes);
        return this;
    }

    /** Therapies that were never given, whether or not the treatment history is complete. */
    public PatientCaseBuilder never(String... codes) {
        treatments.addTerms(TreatmentsFields.NEVER, codes);
        return this;
    }

    /** Therapies that were never given, whether or not the treatment history is complete. */
    public PatientCaseBuilder never(Collection<String> codes) {
        treatments.addTerms(TreatmentsFields.NEVER, codes);
        return this;
    }

    /** Therapies that were given, without a word on whether they still are. */
    public PatientCaseBuilder ever(String... codes) {
        treatments.addTerms(TreatmentsFields.EVER, codes);
        return this;
    }

    /** Therapies that were given, without a word on whether they still are. */
    public PatientCaseBuilder ever(Collection<String> codes) {
        treatments.addTerms(TreatmentsFields.EVER, codes);
        return this;
    }

    /** Adds a plan, order or wish that concerns a therapy. */
    public PatientCaseBuilder plan(
            Plan.Action action, String therapy, Plan.Manner manner, Plan.RequestedBy requestedBy) {
        CheckedDraft<Plan> draft = plan();
        draft.setOptional(PlanFields.THERAPY, therapy);
        draft.set(PlanFields.MANNER, manner);
        draft.set(PlanFields.REQUESTED_BY, requestedBy);
        return add(draft, action);
    }

    /** Adds a plan to switch from one therapy to another one, which is planned to start with it. */
    public PatientCaseBuilder switchPlan(String therapy, String to, Plan.Manner manner, Plan.RequestedBy requestedBy) {
        CheckedDraft<Plan> draft = plan();
        draft.setOptional(PlanFields.THERAPY, therapy);
        draft.setOptional(PlanFields.TO, to);
        draft.set(PlanFields.MANNER, manner);
        draft.set(PlanFields.REQUESTED_BY, requestedBy);
        return add(draft, Plan.Action.SWITCH);
    }

    /** Adds a plan, order or wish that concerns no therapy, such as surgery. */
    public PatientCaseBuilder plan(Plan.Action action) {
        return add(plan(), action);
    }

    /** Adds a plan, order or wish. */
    public PatientCaseBuilder plan(Plan plan) {
        if (present("plans[" + root.count(CaseFields.PLANS) + "]", plan)) {
            CheckedDraft<Plan> draft = plan();
            draft.set(PlanFields.THERAPY, plan.therapy());
            draft.set(PlanFields.TO, plan.to());
            draft.set(PlanFields.MANNER, plan.manner());
            draft.set(PlanFields.REQUESTED_BY, plan.requestedBy());
            add(draft, plan.action());
        }
        return this;
    }

    private CheckedDraft<Plan> plan() {
        return new CheckedDraft<>("plans[" + root.count(CaseFields.PLANS) + "].", PlanFields.PART, problems);
    }

    private PatientCaseBuilder add(CheckedDraft<Plan> draft, Plan.Action action) {
        draft.set(PlanFields.ACTION, action);
        root.add(CaseFields.PLANS, draft.toPart());
        return this;
    }

    /** Ids of rules whose alerts a clinician has acknowledged, or of one and, behind a blank, the drug that its alert is about. */
    public PatientCaseBuilder acknowledged(String... ruleIds) {
        root.addTerms(CaseFields.ACKNOWLEDGED, ruleIds);
        return this;
    }

    /** Ids of rules whose alerts a clinician has acknowledged, or of one and, behind a blank, the drug that its alert is about. */
    public PatientCaseBuilder acknowledged(Collection<String> ruleIds) {
        root.addTerms(CaseFields.ACKNOWLEDGED, ruleIds);
        return this;
    }

    /**
     * The case.
     *
     * @throws InvalidCaseException with every missing, impossible and contradictory value
     */
    public PatientCase build() {
        root.set(CaseFields.PERSON, person.toPart());
        root.set(CaseFields.DIAGNOSIS, diagnosis.toPart());
        root.set(CaseFields.COURSE, course.toPart());
        root.set(CaseFields.SYMPTOMS, symptoms.toPart());
        root.set(CaseFields.TRIGGERS, triggers.toPart());
        root.set(CaseFields.CONDITIONS, conditions.toPart());
        root.set(CaseFields.ALLERGIES, allergies.toPart());
        root.set(CaseFields.TREATMENTS, treatments.toPart());
        List<Problem> all = new ArrayList<>(problems);
        try {
            PatientCase patientCase = root.toPart();
            if (all.isEmpty()) {
                return patientCase;
            }
        } catch (InvalidCaseException e) {
            all.addAll(e.problems());
        }
        throw new InvalidCaseException(all);
    }

    private boolean present(String path, @Nullable Object value) {
        if (value == null) {
            problems.add(new Problem(Problem.Kind.MISSING, path, "is null; leave out what is not known"));
        }
        return value != null;
    }
}
