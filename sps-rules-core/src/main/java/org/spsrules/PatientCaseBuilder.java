package org.spsrules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Course;
import org.spsrules.PatientCase.Diagnosis;
import org.spsrules.PatientCase.LiverFunction;
import org.spsrules.PatientCase.Person;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Quantity;
import org.spsrules.PatientCase.Setting;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatments;

/**
 * Builds a {@link PatientCase}. What is not stated stays unknown. Not safe for use by several threads.
 *
 * <p>No method throws: mistakes are collected, and {@link #build} reports all of them. Methods for tests, treatments and
 * plans add to what was stated before; all others replace it.
 */
public final class PatientCaseBuilder {

    private final List<Problem> problems = new ArrayList<>();
    private final LocalDate asOf;
    private Optional<String> title = Optional.empty();
    private Optional<String> citation = Optional.empty();
    private Optional<Integer> age = Optional.empty();
    private Sex sex = Sex.UNKNOWN;
    private Optional<BigDecimal> weight = Optional.empty();
    private Optional<BigDecimal> creatinineClearance = Optional.empty();
    private LiverFunction liverFunction = LiverFunction.UNKNOWN;
    private Answer pregnancy = Answer.UNKNOWN;
    private Answer pregnancyPotential = Answer.UNKNOWN;
    private Answer effectiveContraception = Answer.UNKNOWN;
    private Answer breastfeeding = Answer.UNKNOWN;
    private Answer drugSensitivity = Answer.UNKNOWN;
    private Answer frailty = Answer.UNKNOWN;
    private Diagnosis.Status status = Diagnosis.Status.UNKNOWN;
    private Optional<String> variant = Optional.empty();
    private Answer treatedAsSps = Answer.UNKNOWN;
    private Set<String> psychiatricLabels = Set.of();
    private Optional<LocalDate> onset = Optional.empty();
    private Course.Control control = Course.Control.UNKNOWN;
    private Answer disabling = Answer.UNKNOWN;
    private Answer acuteSevereExacerbation = Answer.UNKNOWN;
    private Answer relapse = Answer.UNKNOWN;
    private Setting setting = Setting.UNKNOWN;
    private final ChecklistDraft symptoms = new ChecklistDraft();
    private final ChecklistDraft triggers = new ChecklistDraft();
    private final ChecklistDraft conditions = new ChecklistDraft();
    private final ChecklistDraft allergies = new ChecklistDraft();
    private final List<Test> tests = new ArrayList<>();
    private Completeness history = Completeness.UNKNOWN;
    private Completeness medication = Completeness.UNKNOWN;
    private final List<Treatment> given = new ArrayList<>();
    private Set<String> unavailable = Set.of();
    private Set<String> declined = Set.of();
    private final List<Plan> plans = new ArrayList<>();
    private Set<String> acknowledged = Set.of();

    PatientCaseBuilder(LocalDate asOf) {
        this.asOf = orElse("asOf", asOf, CaseLimits.LAST_DAY);
    }

    /** A heading for the report. */
    public PatientCaseBuilder title(String value) {
        title = optional("title", value);
        return this;
    }

    /** Where a published case was described. */
    public PatientCaseBuilder citation(String value) {
        citation = optional("citation", value);
        return this;
    }

    /** Age in completed years, 0 to 130. */
    public PatientCaseBuilder age(int years) {
        age = Optional.of(years);
        return this;
    }

    /** Sex. */
    public PatientCaseBuilder sex(Sex value) {
        sex = orElse("patient.sex", value, sex);
        return this;
    }

    /** Weight in kilograms, more than 0 and at most 500. */
    public PatientCaseBuilder weight(BigDecimal kilograms) {
        weight = optional("patient.weight", kilograms);
        return this;
    }

    /** Creatinine clearance in mL/min, 0 to 300. */
    public PatientCaseBuilder creatinineClearance(BigDecimal millilitresPerMinute) {
        creatinineClearance = optional("patient.creatinineClearance", millilitresPerMinute);
        return this;
    }

    /** Liver function, as judged by a clinician. */
    public PatientCaseBuilder liverFunction(LiverFunction value) {
        liverFunction = orElse("patient.liverFunction", value, liverFunction);
        return this;
    }

    /** Whether the patient is pregnant. */
    public PatientCaseBuilder pregnancy(Answer value) {
        pregnancy = orElse("patient.pregnancy", value, pregnancy);
        return this;
    }

    /** Whether the patient can become pregnant. */
    public PatientCaseBuilder pregnancyPotential(Answer value) {
        pregnancyPotential = orElse("patient.pregnancyPotential", value, pregnancyPotential);
        return this;
    }

    /** Whether effective contraception is used. */
    public PatientCaseBuilder effectiveContraception(Answer value) {
        effectiveContraception = orElse("patient.effectiveContraception", value, effectiveContraception);
        return this;
    }

    /** Whether the patient breastfeeds. */
    public PatientCaseBuilder breastfeeding(Answer value) {
        breastfeeding = orElse("patient.breastfeeding", value, breastfeeding);
        return this;
    }

    /** Whether the patient is known to react to small doses. */
    public PatientCaseBuilder drugSensitivity(Answer value) {
        drugSensitivity = orElse("patient.drugSensitivity", value, drugSensitivity);
        return this;
    }

    /** Whether the patient is frail. */
    public PatientCaseBuilder frailty(Answer value) {
        frailty = orElse("patient.frailty", value, frailty);
        return this;
    }

    /** How certain SPS is. */
    public PatientCaseBuilder diagnosis(Diagnosis.Status value) {
        status = orElse("diagnosis.status", value, status);
        return this;
    }

    /** The variant of SPS, for example {@code stiff-limb}. */
    public PatientCaseBuilder variant(String code) {
        variant = optional("diagnosis.variant", code);
        return this;
    }

    /** Whether a clinician has decided to treat as SPS. */
    public PatientCaseBuilder treatedAsSps(Answer value) {
        treatedAsSps = orElse("diagnosis.treatedAsSps", value, treatedAsSps);
        return this;
    }

    /** Psychiatric conditions that the symptoms have been put down to. */
    public PatientCaseBuilder psychiatricLabels(String... codes) {
        psychiatricLabels = codes("diagnosis.psychiatricLabels", codes);
        return this;
    }

    /** When the symptoms began. */
    public PatientCaseBuilder onset(LocalDate date) {
        onset = optional("diagnosis.onset", date);
        return this;
    }

    /** How well the symptoms are controlled, as judged by a clinician. */
    public PatientCaseBuilder control(Course.Control value) {
        control = orElse("course.control", value, control);
        return this;
    }

    /** Whether the disease disables the patient. */
    public PatientCaseBuilder disabling(Answer value) {
        disabling = orElse("course.disabling", value, disabling);
        return this;
    }

    /** Whether there is an acute severe exacerbation, as judged by a clinician. */
    public PatientCaseBuilder acuteSevereExacerbation(Answer value) {
        acuteSevereExacerbation = orElse("course.acuteSevereExacerbation", value, acuteSevereExacerbation);
        return this;
    }

    /** Whether symptoms have come back after they were controlled. */
    public PatientCaseBuilder relapse(Answer value) {
        relapse = orElse("course.relapse", value, relapse);
        return this;
    }

    /** Where the patient is. */
    public PatientCaseBuilder setting(Setting value) {
        setting = orElse("setting", value, setting);
        return this;
    }

    /** Symptoms and signs that are present. */
    public PatientCaseBuilder symptoms(String... codes) {
        symptoms.present = codes("symptoms.present", codes);
        return this;
    }

    /** Symptoms and signs that are known to be absent. */
    public PatientCaseBuilder noSymptoms(String... codes) {
        symptoms.absent = codes("symptoms.absent", codes);
        return this;
    }

    /** Whether all symptoms are listed. */
    public PatientCaseBuilder symptomList(Completeness value) {
        symptoms.completeness = orElse("symptoms.list", value, symptoms.completeness);
        return this;
    }

    /** Triggers of spasms. */
    public PatientCaseBuilder triggers(String... codes) {
        triggers.present = codes("triggers.present", codes);
        return this;
    }

    /** What is known not to trigger spasms. */
    public PatientCaseBuilder noTriggers(String... codes) {
        triggers.absent = codes("triggers.absent", codes);
        return this;
    }

    /** Whether all triggers are listed. */
    public PatientCaseBuilder triggerList(Completeness value) {
        triggers.completeness = orElse("triggers.list", value, triggers.completeness);
        return this;
    }

    /** Conditions that are present. */
    public PatientCaseBuilder conditions(String... codes) {
        conditions.present = codes("conditions.present", codes);
        return this;
    }

    /** Conditions that are known to be absent. */
    public PatientCaseBuilder noConditions(String... codes) {
        conditions.absent = codes("conditions.absent", codes);
        return this;
    }

    /** Whether all conditions are listed. */
    public PatientCaseBuilder conditionList(Completeness value) {
        conditions.completeness = orElse("conditions.list", value, conditions.completeness);
        return this;
    }

    /** Therapies that the patient is allergic to. */
    public PatientCaseBuilder allergies(String... codes) {
        allergies.present = codes("allergies.present", codes);
        return this;
    }

    /** Therapies that the patient is known not to be allergic to. */
    public PatientCaseBuilder noAllergies(String... codes) {
        allergies.absent = codes("allergies.absent", codes);
        return this;
    }

    /** Whether all allergies are listed. */
    public PatientCaseBuilder allergyList(Completeness value) {
        allergies.completeness = orElse("allergies.list", value, allergies.completeness);
        return this;
    }

    /** Adds the result of a test. */
    public PatientCaseBuilder test(String code, Test.Result result, Consumer<TestDraft> details) {
        TestDraft draft = new TestDraft("tests[" + tests.size() + "]");
        if (present(draft.path, details)) {
            details.accept(draft);
        }
        tests.add(new Test(
                orElse(draft.path + ".test", code, ""),
                orElse(draft.path + ".result", result, Test.Result.UNKNOWN),
                draft.value,
                draft.assay,
                draft.date));
        return this;
    }

    /** Whether every treatment ever given for SPS is listed (D-30). */
    public PatientCaseBuilder treatmentHistory(Completeness value) {
        history = orElse("treatments.history", value, history);
        return this;
    }

    /** Whether everything that the patient takes now is listed. */
    public PatientCaseBuilder medicationList(Completeness value) {
        medication = orElse("treatments.medication", value, medication);
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
        TreatmentDraft draft = new TreatmentDraft("treatments.given[" + given.size() + "]");
        if (present(draft.path, details)) {
            details.accept(draft);
        }
        given.add(new Treatment(
                orElse(draft.path + ".therapy", therapy, ""),
                current,
                draft.dose,
                draft.schedule,
                draft.started,
                draft.stopped,
                draft.response,
                draft.adequateTrial,
                draft.tolerated,
                draft.sideEffects,
                draft.woreOff,
                draft.label));
        return this;
    }

    /** Therapies that cannot be had. */
    public PatientCaseBuilder unavailable(String... codes) {
        unavailable = codes("treatments.unavailable", codes);
        return this;
    }

    /** Therapies that the patient has declined. */
    public PatientCaseBuilder declined(String... codes) {
        declined = codes("treatments.declined", codes);
        return this;
    }

    /** Adds a plan, order or wish that concerns a therapy. */
    public PatientCaseBuilder plan(
            Plan.Action action, String therapy, Plan.Manner manner, Plan.RequestedBy requestedBy) {
        return plan(action, optional("plans[" + plans.size() + "].therapy", therapy), manner, requestedBy);
    }

    /** Adds a plan, order or wish that concerns no therapy, such as surgery. */
    public PatientCaseBuilder plan(Plan.Action action) {
        return plan(action, Optional.empty(), Plan.Manner.UNKNOWN, Plan.RequestedBy.UNKNOWN);
    }

    private PatientCaseBuilder plan(
            Plan.Action action, Optional<String> therapy, Plan.Manner manner, Plan.RequestedBy requestedBy) {
        String path = "plans[" + plans.size() + "]";
        if (present(path + ".action", action)) {
            plans.add(new Plan(
                    action,
                    therapy,
                    orElse(path + ".manner", manner, Plan.Manner.UNKNOWN),
                    orElse(path + ".requestedBy", requestedBy, Plan.RequestedBy.UNKNOWN)));
        }
        return this;
    }

    /** Ids of rules whose alerts a clinician has acknowledged. */
    public PatientCaseBuilder acknowledged(String... ruleIds) {
        acknowledged = codes("acknowledged", ruleIds);
        return this;
    }

    /**
     * The case.
     *
     * @throws InvalidCaseException with every missing, impossible and contradictory value
     */
    public PatientCase build() {
        List<Problem> all = new ArrayList<>(problems);
        try {
            PatientCase patientCase = new PatientCase(
                    asOf,
                    title,
                    citation,
                    new Person(
                            age,
                            sex,
                            weight,
                            creatinineClearance,
                            liverFunction,
                            pregnancy,
                            pregnancyPotential,
                            effectiveContraception,
                            breastfeeding,
                            drugSensitivity,
                            frailty),
                    new Diagnosis(status, variant, treatedAsSps, psychiatricLabels, onset),
                    new Course(control, disabling, acuteSevereExacerbation, relapse),
                    setting,
                    symptoms.toChecklist(),
                    triggers.toChecklist(),
                    conditions.toChecklist(),
                    allergies.toChecklist(),
                    tests,
                    new Treatments(history, medication, given, unavailable, declined),
                    plans,
                    acknowledged);
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
            problems.add(new Problem(path, "is null; leave out what is not known"));
        }
        return value != null;
    }

    private <T> T orElse(String path, @Nullable T value, T otherwise) {
        return present(path, value) && value != null ? value : otherwise;
    }

    private <T> Optional<T> optional(String path, @Nullable T value) {
        return present(path, value) ? Optional.ofNullable(value) : Optional.empty();
    }

    private Set<String> codes(String path, String @Nullable [] codes) {
        Set<String> found = new LinkedHashSet<>();
        if (present(path, codes) && codes != null) {
            Arrays.stream(codes).filter(code -> present(path, code)).forEach(found::add);
        }
        return found;
    }

    private static final class ChecklistDraft {

        private Set<String> present = Set.of();
        private Set<String> absent = Set.of();
        private Completeness completeness = Completeness.UNKNOWN;

        private Checklist toChecklist() {
            return new Checklist(present, absent, completeness);
        }
    }

    /** The details of a test. */
    public final class TestDraft {

        private final String path;
        private Optional<Quantity> value = Optional.empty();
        private Optional<String> assay = Optional.empty();
        private Optional<LocalDate> date = Optional.empty();

        private TestDraft(String path) {
            this.path = path;
        }

        /** The measured value, 0 or more, in a unit that the vocabulary lists for the test. */
        public TestDraft value(BigDecimal amount, String unit) {
            Optional<String> symbol = optional(path + ".value", unit);
            try {
                value = optional(path + ".value", amount)
                        .flatMap(figure -> symbol.map(name -> new Quantity(figure, name)));
            } catch (IllegalArgumentException e) {
                problems.add(new Problem(path + ".value", String.valueOf(e.getMessage())));
            }
            return this;
        }

        /** The method, for example {@code ELISA}. */
        public TestDraft assay(String name) {
            assay = optional(path + ".assay", name);
            return this;
        }

        /** When it was taken. */
        public TestDraft date(LocalDate day) {
            date = optional(path + ".date", day);
            return this;
        }
    }

    /** The details of a treatment. */
    public final class TreatmentDraft {

        private final String path;
        private Optional<Dose> dose = Optional.empty();
        private Treatment.Schedule schedule = Treatment.Schedule.UNKNOWN;
        private Optional<LocalDate> started = Optional.empty();
        private Optional<LocalDate> stopped = Optional.empty();
        private Treatment.Response response = Treatment.Response.UNKNOWN;
        private Answer adequateTrial = Answer.UNKNOWN;
        private Answer tolerated = Answer.UNKNOWN;
        private Set<String> sideEffects = Set.of();
        private Answer woreOff = Answer.UNKNOWN;
        private Optional<String> label = Optional.empty();

        private TreatmentDraft(String path) {
            this.path = path;
        }

        /** The dose, for example {@code 60 mg/day}; the highest one if the treatment is past. */
        public TreatmentDraft dose(String text) {
            if (present(path + ".dose", text)) {
                try {
                    dose = Optional.of(Dose.parse(text));
                } catch (IllegalArgumentException e) {
                    problems.add(new Problem(path + ".dose", String.valueOf(e.getMessage())));
                }
            }
            return this;
        }

        /** Whether a drug is taken regularly. */
        public TreatmentDraft schedule(Treatment.Schedule value) {
            schedule = orElse(path + ".schedule", value, schedule);
            return this;
        }

        /** When it was begun. */
        public TreatmentDraft started(LocalDate date) {
            started = optional(path + ".started", date);
            return this;
        }

        /** When it was ended. */
        public TreatmentDraft stopped(LocalDate date) {
            stopped = optional(path + ".stopped", date);
            return this;
        }

        /** What it did, as judged by a clinician. */
        public TreatmentDraft response(Treatment.Response value) {
            response = orElse(path + ".response", value, response);
            return this;
        }

        /** Whether dose and duration were enough to judge it, as decided by a clinician. */
        public TreatmentDraft adequateTrial(Answer value) {
            adequateTrial = orElse(path + ".adequateTrial", value, adequateTrial);
            return this;
        }

        /** Whether it was tolerated. */
        public TreatmentDraft tolerated(Answer value) {
            tolerated = orElse(path + ".tolerated", value, tolerated);
            return this;
        }

        /** Its side effects. */
        public TreatmentDraft sideEffects(String... codes) {
            sideEffects = codes(path + ".sideEffects", codes);
            return this;
        }

        /** Whether a good response has worn off. */
        public TreatmentDraft woreOff(Answer value) {
            woreOff = orElse(path + ".woreOff", value, woreOff);
            return this;
        }

        /** What tells it from another entry of the same drug: the name on the package, or who prescribes it. */
        public TreatmentDraft label(String text) {
            label = optional(path + ".label", text);
            return this;
        }
    }
}
