package org.spsrules.authoring.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spsrules.Completeness;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Course;
import org.spsrules.PatientCase.Diagnosis;
import org.spsrules.PatientCase.Person;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.CourseFields;
import org.spsrules.internal.shape.DiagnosisFields;
import org.spsrules.internal.shape.Draft;
import org.spsrules.internal.shape.PersonFields;
import org.spsrules.internal.shape.PlanFields;
import org.spsrules.internal.shape.TestFields;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;

/** A case that can still be changed; nothing is known at first. Not thread-safe. */
final class CaseDraft {

    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 15);

    final Draft<PatientCase> root = new Draft<>(CaseFields.PART);
    final Draft<Person> person = new Draft<>(PersonFields.PART);
    final Draft<Diagnosis> diagnosis = new Draft<>(DiagnosisFields.PART);
    final Draft<Course> course = new Draft<>(CourseFields.PART);
    final Draft<Treatments> treatments = new Draft<>(TreatmentsFields.PART);
    final Checklist symptoms = new Checklist();
    final Checklist triggers = new Checklist();
    final Checklist conditions = new Checklist();
    final Checklist allergies = new Checklist();
    final Map<String, Test.Result> tests = new LinkedHashMap<>();
    final Map<String, Integer> daysSinceTests = new LinkedHashMap<>();
    final List<Draft<Treatment>> given = new ArrayList<>();
    final Set<String> unavailable = new LinkedHashSet<>();
    final Set<String> declined = new LinkedHashSet<>();
    final Set<String> unsuitable = new LinkedHashSet<>();
    final List<Draft<Plan>> plans = new ArrayList<>();

    /** A list of what is present and absent. */
    static final class Checklist {
        final Set<String> present = new LinkedHashSet<>();
        final Set<String> absent = new LinkedHashSet<>();
        Completeness completeness = Completeness.UNKNOWN;

        private PatientCase.Checklist toPart() {
            return new PatientCase.Checklist(present, absent, completeness);
        }
    }

    /** A treatment that is given now, of which nothing else is stated. */
    static Draft<Treatment> treatment(String therapy) {
        Draft<Treatment> treatment = new Draft<>(TreatmentFields.PART);
        treatment.set(TreatmentFields.THERAPY, therapy);
        treatment.set(TreatmentFields.CURRENT, true);
        return treatment;
    }

    /** What is given now has not ended. */
    private static Treatment toPart(Draft<Treatment> treatment) {
        if (treatment.get(TreatmentFields.CURRENT)) {
            treatment.set(TreatmentFields.ENDING, Plan.Manner.UNKNOWN);
            treatment.set(TreatmentFields.STOPPED, Optional.empty());
        }
        return treatment.toPart();
    }

    /** A plan of which only the action is stated, and the therapy if it concerns one. */
    static Draft<Plan> plan(Plan.Action action, Optional<String> therapy) {
        Draft<Plan> plan = new Draft<>(PlanFields.PART);
        plan.set(PlanFields.ACTION, action);
        plan.set(PlanFields.THERAPY, therapy);
        return plan;
    }

    /** Adds a plan, unless the same is stated already. */
    void add(Draft<Plan> plan) {
        if (plans.stream().noneMatch(other -> other.toPart().equals(plan.toPart()))) {
            plans.add(plan);
        }
    }

    /** The date that lies so many days before that day. */
    static Optional<PartialDate> daysAgo(Optional<Integer> days) {
        return days.map(AS_OF::minusDays).map(PartialDate::of);
    }

    /** The day to which every draft refers. */
    static LocalDate asOf() {
        return AS_OF;
    }

    /** A case that states nothing. */
    static PatientCase blank() {
        return CaseFields.PART.make(CaseFields.PART.unstated().with(CaseFields.AS_OF, AS_OF));
    }

    /**
     * The case.
     *
     * @throws org.spsrules.InvalidCaseException if the draft contradicts itself
     */
    PatientCase build() {
        treatments.set(
                TreatmentsFields.GIVEN, given.stream().map(CaseDraft::toPart).toList());
        treatments.set(TreatmentsFields.UNAVAILABLE, unavailable);
        treatments.set(TreatmentsFields.DECLINED, declined);
        treatments.set(TreatmentsFields.UNSUITABLE, unsuitable);
        root.set(CaseFields.AS_OF, AS_OF);
        root.set(CaseFields.PERSON, person.toPart());
        root.set(CaseFields.DIAGNOSIS, diagnosis.toPart());
        root.set(CaseFields.COURSE, course.toPart());
        root.set(CaseFields.SYMPTOMS, symptoms.toPart());
        root.set(CaseFields.TRIGGERS, triggers.toPart());
        root.set(CaseFields.CONDITIONS, conditions.toPart());
        root.set(CaseFields.ALLERGIES, allergies.toPart());
        root.set(
                CaseFields.TESTS,
                tests.entrySet().stream()
                        .map(test -> TestFields.PART.make(TestFields.PART
                                .unstated()
                                .with(TestFields.TEST, test.getKey())
                                .with(TestFields.RESULT, test.getValue())
                                .with(
                                        TestFields.DATE,
                                        daysAgo(Optional.ofNullable(daysSinceTests.get(test.getKey()))))))
                        .toList());
        root.set(CaseFields.TREATMENTS, treatments.toPart());
        root.set(CaseFields.PLANS, plans.stream().map(Draft::toPart).toList());
        return root.toPart();
    }
}
