package org.spsrules.internal.counterfactual;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.spsrules.Answer;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.Report;
import org.spsrules.Sex;
import org.spsrules.internal.fact.Patient;
import org.spsrules.internal.knowledge.PlausibilityRow;
import org.spsrules.internal.knowledge.PlausibilityRow.Chance;
import org.spsrules.internal.rule.Verb;
import org.spsrules.internal.shape.Aspect;
import org.spsrules.internal.shape.Aspects;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.CourseFields;
import org.spsrules.internal.shape.DiagnosisFields;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.PersonFields;
import org.spsrules.internal.shape.TestFields;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** How likely it is of one patient what a case leaves open (decision D-67). Not thread-safe. */
final class Plausibility {

    /** Whoever asks knows where the patient is, and no report turns on the weight. */
    private static final Set<Aspect> NEVER = Aspects.of(CaseFields.SETTING, PersonFields.WEIGHT);

    /** What the symptoms would show if they were not well controlled. */
    private static final Set<Aspect> OF_THE_UNCONTROLLED =
            Aspects.of(CourseFields.ACUTE_SEVERE_EXACERBATION, CourseFields.RELAPSE);

    private final List<PlausibilityRow> rows;
    private final Vocabulary vocabulary;
    private final PatientCase patientCase;
    private final Report report;
    private final Set<String> stated;

    /**
     * The chances of what one case leaves open.
     *
     * @param steps the therapies of the ladder, of which a plan brings nothing yet that could be so
     */
    Plausibility(
            List<PlausibilityRow> rows,
            Set<String> steps,
            Vocabulary vocabulary,
            PatientCase patientCase,
            Report report) {
        this.rows = rows;
        this.vocabulary = vocabulary;
        this.patientCase = patientCase;
        this.report = report;
        this.stated = stated(patientCase, steps, vocabulary);
    }

    private static Set<String> stated(PatientCase patientCase, Set<String> steps, Vocabulary vocabulary) {
        Set<String> codes = new TreeSet<>(patientCase.conditions().present());
        codes.addAll(patientCase.symptoms().present());
        codes.addAll(patientCase.triggers().present());
        codes.addAll(patientCase.diagnosis().psychiatricLabels());
        patientCase.diagnosis().variant().ifPresent(codes::add);
        patientCase.treatments().given().forEach(treatment -> codes.add(treatment.therapy()));
        patientCase.plans().stream()
                .flatMap(plan -> plan.therapy().stream())
                .filter(therapy -> steps.stream().noneMatch(step -> vocabulary.isA(therapy, step)))
                .forEach(codes::add);
        patientCase.tests().stream()
                .filter(test -> test.result() == PatientCase.Test.Result.POSITIVE)
                .forEach(test -> codes.add(test.test()));
        return codes;
    }

    /** How likely an answer to what is not known is; empty if it is a remote possibility, which is not asked about. */
    Optional<Chance> of(Slot slot) {
        if (NEVER.contains(slot.aspect())) {
            return Optional.empty();
        }
        if (slot.feeds(CaseFields.ALLERGIES)) {
            return isOffered(slot.about()) && !isTakenWell(slot.about())
                    ? Optional.of(Chance.SELDOM)
                    : Optional.empty();
        }
        Optional<Field<Treatment, ?>> ofTreatment =
                TreatmentFields.ASKED_IF_PLAUSIBLE.stream().filter(slot::feeds).findFirst();
        if (ofTreatment.isPresent()) {
            String therapy = patientCase.treatments().given().get(slot.index()).therapy();
            return chance(rows.stream()
                    .filter(row -> row.field().equals(ofTreatment.map(Field::name)))
                    .filter(row -> isAbout(row, therapy)));
        }
        if (slot.feeds(TreatmentFields.TOLERATED) && isHelping(slot.index())) {
            return Optional.empty();
        }
        if (slot.feeds(TreatmentFields.DOSE) && isChild()) {
            return Optional.empty();
        }
        if (slot.feeds(TestFields.RESULT) && isKnownNotToBeDone(slot.about())) {
            return Optional.empty();
        }
        boolean ofConcept = slot.feeds(CaseFields.CONDITIONS)
                || slot.feeds(TestFields.RESULT)
                || slot.feeds(TreatmentFields.THERAPY);
        if (ofConcept) {
            return chance(rows.stream().filter(row -> row.field().isEmpty()).filter(row -> isAbout(row, slot.about())));
        }
        if (slot.feeds(DiagnosisFields.VARIANT)) {
            return rows.stream()
                    .filter(row -> row.about().stream().anyMatch(this::isVariant))
                    .filter(this::fits)
                    .findFirst()
                    .map(PlausibilityRow::chance);
        }
        if (slot.feeds(CourseFields.ACUTE_SEVERE_EXACERBATION) && isFollowedAtTheClinic()) {
            return Optional.empty();
        }
        if (OF_THE_UNCONTROLLED.contains(slot.aspect())) {
            return Optional.of(Chance.SELDOM).filter(chance -> !isStable());
        }
        return Optional.of(Chance.OFTEN);
    }

    /** The chance of the first of these rows, if it fits the patient. */
    private Optional<Chance> chance(Stream<PlausibilityRow> about) {
        return about.findFirst().filter(this::fits).map(PlausibilityRow::chance);
    }

    private boolean isAbout(PlausibilityRow row, String concept) {
        return row.about().stream().anyMatch(code -> vocabulary.isA(concept, code));
    }

    private boolean isKnownNotToBeDone(String test) {
        return patientCase.tests().stream()
                .anyMatch(known ->
                        known.result() == PatientCase.Test.Result.NOT_DONE && vocabulary.isA(test, known.test()));
    }

    /** Doses are those of adults (D-40), and so are what turns on them. */
    private boolean isChild() {
        return patientCase.person().age().filter(age -> age < Patient.ADULT).isPresent();
    }

    /** Whoever goes on with what helps tolerates it. */
    private boolean isHelping(int treatment) {
        Treatment given = patientCase.treatments().given().get(treatment);
        return given.current() && EnumSet.of(Response.GOOD, Response.PARTIAL).contains(given.response());
    }

    private boolean fits(PlausibilityRow row) {
        Predicate<PlausibilityRow.Ages> inTime = ages -> patientCase
                .person()
                .age()
                .filter(age -> age < ages.from() || age > ages.to())
                .isEmpty();
        return row.ages().filter(inTime.negate()).isEmpty()
                && row.sex().filter(this::isOther).isEmpty()
                && (row.with().isEmpty()
                        || row.with().stream()
                                .anyMatch(code -> stated.stream().anyMatch(known -> vocabulary.isA(known, code))));
    }

    private boolean isStable() {
        PatientCase.Course course = patientCase.course();
        return course.control() == PatientCase.Course.Control.GOOD || course.relapse() == Answer.NO;
    }

    /** Whoever is seen at the clinic, and whose control is stated there, would be sent to hospital in an exacerbation. */
    private boolean isFollowedAtTheClinic() {
        return patientCase.setting() == PatientCase.Setting.OUTPATIENT
                && patientCase.course().control() != PatientCase.Course.Control.UNKNOWN;
    }

    private boolean isOther(Sex sex) {
        Sex known = patientCase.person().sex();
        return known != Sex.UNKNOWN && known != sex;
    }

    private boolean isVariant(String code) {
        return vocabulary
                .concept(code)
                .filter(concept -> concept.kind() == Concept.Kind.VARIANT)
                .isPresent();
    }

    private boolean isOffered(String therapy) {
        return report.recommendations().stream()
                .filter(advice -> Verb.isExposure(advice.action()))
                .anyMatch(advice -> advice.subject()
                        .filter(subject -> subject.code().equals(therapy))
                        .isPresent());
    }

    /** Whoever takes a drug without harm has no allergy to it. */
    private boolean isTakenWell(String therapy) {
        return patientCase.treatments().given().stream()
                .filter(treatment -> vocabulary.isA(treatment.therapy(), therapy))
                .anyMatch(treatment -> treatment.tolerated() != Answer.NO && isGiven(treatment));
    }

    private static boolean isGiven(Treatment treatment) {
        return treatment.current() || treatment.response() != Treatment.Response.UNKNOWN;
    }
}
