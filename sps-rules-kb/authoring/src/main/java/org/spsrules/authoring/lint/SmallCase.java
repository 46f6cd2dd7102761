package org.spsrules.authoring.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.spsrules.Completeness;
import org.spsrules.InvalidCaseException;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Checklist;
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
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** A small case in the making, with one treatment and one plan at most beside what its history holds. */
final class SmallCase {

    private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 15);

    final Draft<PatientCase> root = new Draft<>(CaseFields.PART);
    final Draft<Person> person = new Draft<>(PersonFields.PART);
    final Draft<Diagnosis> diagnosis = new Draft<>(DiagnosisFields.PART);
    final Draft<Course> course = new Draft<>(CourseFields.PART);
    final Draft<Treatments> treatments = new Draft<>(TreatmentsFields.PART);
    final Draft<Treatment> treatment = new Draft<>(TreatmentFields.PART);
    final Draft<Plan> plan = new Draft<>(PlanFields.PART);

    /** A result of a test, of which no more can be stated than this one. */
    final Draft<Test> testResult = new Draft<>(TestFields.PART);

    final Set<String> unavailable = new TreeSet<>();
    final Set<String> declined = new TreeSet<>();
    final Set<String> unsuitable = new TreeSet<>();
    final Set<String> allergies = new TreeSet<>();
    final Set<String> labels = new TreeSet<>();
    Optional<String> therapy = Optional.empty();

    private final Vocabulary vocabulary;
    private final Set<String> present = new TreeSet<>();
    private final Set<String> absent = new TreeSet<>();
    private boolean planned;

    SmallCase(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        treatment.set(TreatmentFields.CURRENT, true);
    }

    void present(String code) {
        present.add(code);
    }

    void absent(String code) {
        absent.add(code);
    }

    void onset(int monthsAgo) {
        diagnosis.set(DiagnosisFields.ONSET, Optional.of(PartialDate.of(SOME_DAY.minusMonths(monthsAgo))));
    }

    void start(int daysAgo) {
        treatment.set(TreatmentFields.STARTED, Optional.of(PartialDate.of(SOME_DAY.minusDays(daysAgo))));
    }

    void end(int daysAgo) {
        treatment.set(TreatmentFields.STOPPED, Optional.of(PartialDate.of(SOME_DAY.minusDays(daysAgo))));
    }

    void taken(int daysAgo) {
        testResult.set(TestFields.DATE, Optional.of(PartialDate.of(SOME_DAY.minusDays(daysAgo))));
    }

    void test(String code, Test.Result result) {
        Draft<Test> test = new Draft<>(TestFields.PART);
        test.set(TestFields.TEST, code);
        test.set(TestFields.RESULT, result);
        root.add(CaseFields.TESTS, test.toPart());
    }

    /** Adds a treatment of which nothing is known but whether it is given now. */
    void given(String code, boolean current) {
        Draft<Treatment> given = new Draft<>(TreatmentFields.PART);
        given.set(TreatmentFields.THERAPY, code);
        given.set(TreatmentFields.CURRENT, current);
        treatments.add(TreatmentsFields.GIVEN, given.toPart());
    }

    /** Makes the therapy one that is planned instead of given. */
    void plan(Plan.Action action) {
        planned = true;
        plan.set(PlanFields.ACTION, action);
    }

    private Checklist list(Concept.Kind kind) {
        return new Checklist(of(kind, present), of(kind, absent), Completeness.UNKNOWN);
    }

    private Set<String> of(Concept.Kind kind, Set<String> codes) {
        return codes.stream()
                .filter(code -> vocabulary.concept(code).orElseThrow().kind() == kind)
                .collect(Collectors.toSet());
    }

    /** The case, unless it contradicts itself. */
    Optional<PatientCase> build() {
        diagnosis.set(DiagnosisFields.PSYCHIATRIC_LABELS, labels);
        treatments.set(TreatmentsFields.UNAVAILABLE, unavailable);
        treatments.set(TreatmentsFields.DECLINED, declined);
        treatments.set(TreatmentsFields.UNSUITABLE, unsuitable);
        if (planned) {
            plan.set(PlanFields.THERAPY, therapy);
            root.set(CaseFields.PLANS, List.of(plan.toPart()));
        } else if (therapy.isPresent()) {
            treatment.set(TreatmentFields.THERAPY, therapy.get());
            treatments.add(TreatmentsFields.GIVEN, treatment.toPart());
        }
        if (!testResult.get(TestFields.TEST).isEmpty()) {
            root.add(CaseFields.TESTS, testResult.toPart());
        }
        root.set(CaseFields.AS_OF, SOME_DAY);
        root.set(CaseFields.PERSON, person.toPart());
        root.set(CaseFields.DIAGNOSIS, diagnosis.toPart());
        root.set(CaseFields.COURSE, course.toPart());
        root.set(CaseFields.SYMPTOMS, list(Concept.Kind.SYMPTOM));
        root.set(CaseFields.TRIGGERS, list(Concept.Kind.TRIGGER));
        root.set(CaseFields.CONDITIONS, list(Concept.Kind.CONDITION));
        root.set(CaseFields.ALLERGIES, new Checklist(allergies, Set.of(), Completeness.UNKNOWN));
        root.set(CaseFields.TREATMENTS, treatments.toPart());
        try {
            return Optional.of(root.toPart());
        } catch (InvalidCaseException e) {
            return Optional.empty();
        }
    }
}
