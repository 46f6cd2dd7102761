package org.spsrules.fhir.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Timing;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.Dose;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Setting;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.Sex;
import org.spsrules.vocabulary.Coding.Match;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.OtherTerm;
import org.spsrules.vocabulary.Vocabulary;

/**
 * A case as the resources in which an EHR would hold it, as far as there are any, and the answers of a clinician for the rest.
 */
public final class CaseAsFhir {

    private static final String SNOMED = "http://snomed.info/sct";
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final String LOINC = "http://loinc.org";
    private static final Reference PATIENT = new Reference("Patient/1");

    private final Vocabulary vocabulary;
    private final PatientCase patientCase;
    private final List<Resource> resources = new ArrayList<>();
    private final QuestionnaireResponse answers = new QuestionnaireResponse();

    private CaseAsFhir(PatientCase patientCase, Vocabulary vocabulary) {
        this.patientCase = patientCase;
        this.vocabulary = vocabulary;
    }

    /** A bundle of what is on record. */
    public static Bundle of(PatientCase patientCase, Vocabulary vocabulary) {
        CaseAsFhir writing = new CaseAsFhir(patientCase, vocabulary);
        writing.write();
        Bundle bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        writing.resources.forEach(resource -> bundle.addEntry().setResource(resource));
        return bundle;
    }

    private void write() {
        answers.setQuestionnaire(ClinicianQuestionnaire.URL)
                .setStatus(QuestionnaireResponse.QuestionnaireResponseStatus.COMPLETED)
                .setSubject(PATIENT);
        patient();
        diagnosis();
        answer("course.control", patientCase.course().control());
        answer("course.disabling", patientCase.course().disabling());
        answer("course.acuteSevereExacerbation", patientCase.course().acuteSevereExacerbation());
        answer("course.relapse", patientCase.course().relapse());
        setting();
        conditions(patientCase.symptoms(), "symptoms");
        conditions(patientCase.triggers(), "triggers");
        conditions(patientCase.conditions(), "conditions");
        allergies();
        patientCase.tests().forEach(this::test);
        patientCase.treatments().given().forEach(this::treatment);
        answer("treatments.history", patientCase.treatments().history());
        answer("treatments.medication", patientCase.treatments().medication());
        terms("treatments.declined", patientCase.treatments().declined());
        terms("treatments.unavailable", patientCase.treatments().unavailable());
        terms("treatments.unsuitable", patientCase.treatments().unsuitable());
        terms("treatments.never", patientCase.treatments().never());
        terms("treatments.ever", patientCase.treatments().ever());
        patientCase.plans().forEach(this::plan);
        patientCase.acknowledged().forEach(this::acknowledged);
        add(answers, "answers");
    }

    private <R extends Resource> R add(R resource, String id) {
        resource.setId(id);
        resources.add(resource);
        return resource;
    }

    private String next(String prefix) {
        return String.format(Locale.ROOT, "%s%04d", prefix, resources.size());
    }

    private void patient() {
        Patient patient = add(new Patient(), "1");
        PatientCase.Person person = patientCase.person();
        if (person.sex() != Sex.UNKNOWN) {
            patient.setGender(person.sex() == Sex.MALE ? AdministrativeGender.MALE : AdministrativeGender.FEMALE);
        }
        person.age()
                .ifPresent(age -> patient.getBirthDateElement()
                        .setValueAsString(
                                patientCase.asOf().minusYears(age).minusDays(7).toString()));
        person.weight().ifPresent(weight -> observation("29463-7", weight.toPlainString(), "kg"));
        person.creatinineClearance().ifPresent(clearance -> observation("2164-2", clearance.toPlainString(), "mL/min"));
        if (person.pregnancy() != Answer.UNKNOWN) {
            Observation status = observation(coded(LOINC, "82810-3"));
            status.setValue(coded(SNOMED, person.pregnancy() == Answer.YES ? "77386006" : "60001007"));
        }
        answer("patient.liverFunction", person.liverFunction());
        answer("patient.pregnancyPotential", person.pregnancyPotential());
        answer("patient.effectiveContraception", person.effectiveContraception());
        answer("patient.breastfeeding", person.breastfeeding());
        answer("patient.drugSensitivity", person.drugSensitivity());
        answer("patient.frailty", person.frailty());
    }

    private Observation observation(CodeableConcept code) {
        return add(new Observation(), next("o"))
                .setStatus(Observation.ObservationStatus.FINAL)
                .setSubject(PATIENT)
                .setCode(code);
    }

    private void observation(String loinc, String value, String unit) {
        observation(coded(LOINC, loinc))
                .setValue(new Quantity()
                        .setValue(new java.math.BigDecimal(value))
                        .setUnit(unit)
                        .setSystem(UCUM)
                        .setCode(unit));
    }

    private static CodeableConcept coded(String system, String code) {
        return new CodeableConcept().addCoding(new Coding(system, code, null));
    }

    /** A term by a code that means exactly it, if there is one, else by its name; what is not known by its words. */
    private CodeableConcept term(String code) {
        if (OtherTerm.is(code)) {
            return new CodeableConcept().setText(OtherTerm.nameIn(code));
        }
        Optional<Concept> concept = vocabulary.concept(code);
        Optional<CodeableConcept> exact = concept.stream()
                .flatMap(known -> known.codes().stream())
                .filter(coding -> coding.match() == Match.EXACT)
                .filter(coding -> List.of(concept.get())
                        .equals(vocabulary.find(coding.system().uri(), coding.code())))
                .map(coding -> coded(coding.system().uri(), coding.code()))
                .findFirst();
        return exact.orElseGet(() -> new CodeableConcept().setText(code));
    }

    private void diagnosis() {
        PatientCase.Diagnosis diagnosis = patientCase.diagnosis();
        terms("diagnosis.psychiatricLabels", diagnosis.psychiatricLabels());
        answer("diagnosis.treatedAsSps", diagnosis.treatedAsSps());
        boolean more = diagnosis.variant().isPresent() || diagnosis.onset().isPresent();
        if (diagnosis.status() == Status.UNKNOWN && !more) {
            return;
        }
        Condition condition = condition(diagnosis.variant().orElse("stiff-person-syndrome"));
        diagnosis.onset().ifPresent(onset -> condition.setOnset(new DateTimeType(onset.toString())));
        String certainty = diagnosis.status() == Status.SUSPECTED ? "provisional" : "confirmed";
        condition.setVerificationStatus(coded("http://terminology.hl7.org/CodeSystem/condition-ver-status", certainty));
        if (diagnosis.status() == Status.EXCLUDED || diagnosis.status() == Status.UNKNOWN) {
            choice("diagnosis.status", QuestionnaireReader.word(diagnosis.status()));
        }
    }

    private Condition condition(String code) {
        Condition condition = add(new Condition(), next("c"));
        condition.setSubject(PATIENT).setCode(term(code));
        return condition;
    }

    private void setting() {
        Setting setting = patientCase.setting();
        if (setting == Setting.UNKNOWN) {
            return;
        }
        Encounter encounter = add(new Encounter(), next("e"));
        encounter.setStatus(Encounter.EncounterStatus.INPROGRESS).setSubject(PATIENT);
        String code = switch (setting) {
            case OUTPATIENT -> "AMB";
            case EMERGENCY -> "EMER";
            default -> "IMP";
        };
        encounter.setClass_(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", code, null));
        if (setting == Setting.INTENSIVE_CARE || setting == Setting.THEATRE) {
            Location location = new Location();
            location.setId("place");
            location.addType(
                    setting == Setting.THEATRE
                            ? new CodeableConcept().setText("Operating theatre")
                            : coded("http://terminology.hl7.org/CodeSystem/v3-RoleCode", "ICU"));
            encounter.addContained(location);
            encounter.addLocation().setLocation(new Reference("#place"));
        }
    }

    private void conditions(PatientCase.Checklist list, String field) {
        answer(field + ".list", list.completeness());
        terms(field + ".severe", list.severe());
        for (String code : list.present()) {
            CodeableConcept term = term(code);
            if (term.hasCoding()) {
                Condition condition = condition(code);
                condition.setClinicalStatus(
                        coded("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"));
            } else {
                terms(field + ".present", Set.of(code));
            }
        }
        for (String code : list.absent()) {
            if (term(code).hasCoding()) {
                condition(code)
                        .setVerificationStatus(
                                coded("http://terminology.hl7.org/CodeSystem/condition-ver-status", "refuted"));
            } else {
                terms(field + ".absent", Set.of(code));
            }
        }
    }

    private void allergies() {
        if (patientCase.allergies().completeness() == Completeness.COMPLETE) {
            AllergyIntolerance none = add(new AllergyIntolerance(), next("a"));
            none.setPatient(PATIENT).setCode(coded(SNOMED, "716186003"));
        } else {
            answer("allergies.list", patientCase.allergies().completeness());
        }
        terms("allergies.severe", patientCase.allergies().severe());
        patientCase.allergies().present().forEach(code -> allergy(code, "confirmed"));
        patientCase.allergies().absent().forEach(code -> allergy(code, "refuted"));
    }

    private void allergy(String code, String certainty) {
        AllergyIntolerance allergy = add(new AllergyIntolerance(), next("a"));
        allergy.setPatient(PATIENT).setCode(term(code));
        allergy.setVerificationStatus(
                coded("http://terminology.hl7.org/CodeSystem/allergyintolerance-verification", certainty));
    }

    private void test(Test test) {
        Observation observation = observation(term(test.test()));
        test.date().ifPresent(date -> observation.setEffective(new DateTimeType(date.toString())));
        test.assay().ifPresent(assay -> observation.setMethod(new CodeableConcept().setText(assay)));
        test.value().ifPresent(value -> observation.setValue(quantity(value)));
        switch (test.result()) {
            case POSITIVE -> observation.addInterpretation(interpretation("POS"));
            case NEGATIVE -> observation.addInterpretation(interpretation("NEG"));
            case LOW -> observation.addInterpretation(interpretation("L"));
            case NORMAL -> observation.addInterpretation(interpretation("N"));
            case HIGH -> observation.addInterpretation(interpretation("H"));
            case PENDING -> observation.setStatus(Observation.ObservationStatus.REGISTERED);
            case NOT_DONE ->
                observation.setDataAbsentReason(
                        coded("http://terminology.hl7.org/CodeSystem/data-absent-reason", "not-performed"));
            default ->
                observation.setDataAbsentReason(
                        coded("http://terminology.hl7.org/CodeSystem/data-absent-reason", "unknown"));
        }
    }

    private static CodeableConcept interpretation(String code) {
        return coded("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", code);
    }

    private static Quantity quantity(PatientCase.Quantity value) {
        Quantity quantity = new Quantity().setValue(value.value()).setUnit(value.unit());
        switch (value.comparator()) {
            case BELOW -> quantity.setComparator(Quantity.QuantityComparator.LESS_THAN);
            case AT_MOST -> quantity.setComparator(Quantity.QuantityComparator.LESS_OR_EQUAL);
            case ABOVE -> quantity.setComparator(Quantity.QuantityComparator.GREATER_THAN);
            case AT_LEAST -> quantity.setComparator(Quantity.QuantityComparator.GREATER_OR_EQUAL);
            default -> quantity.setComparator(null);
        }
        return quantity;
    }

    private void treatment(Treatment treatment) {
        MedicationStatement statement = add(new MedicationStatement(), next("m"));
        statement
                .setStatus(
                        treatment.current()
                                ? MedicationStatement.MedicationStatementStatus.ACTIVE
                                : MedicationStatement.MedicationStatementStatus.COMPLETED)
                .setSubject(PATIENT)
                .setMedication(term(treatment.therapy()));
        if (treatment.started().isPresent() || treatment.stopped().isPresent()) {
            Period period = new Period();
            treatment
                    .started()
                    .map(PartialDate::toString)
                    .ifPresent(date -> period.setStartElement(new DateTimeType(date)));
            treatment
                    .stopped()
                    .map(PartialDate::toString)
                    .ifPresent(date -> period.setEndElement(new DateTimeType(date)));
            statement.setEffective(period);
        }
        dosage(treatment).ifPresent(statement::addDosage);
        QuestionnaireResponseItemComponent group = answers.addItem().setLinkId(ClinicianQuestionnaire.TREATMENT);
        group.addItem()
                .setLinkId("treatments.given.resource")
                .addAnswer()
                .setValue(new Reference("MedicationStatement/" + statement.getIdPart()));
        inner(group, "response", QuestionnaireReader.word(treatment.response()));
        inner(group, "adequateTrial", QuestionnaireReader.word(treatment.adequateTrial()));
        inner(group, "highestTolerated", QuestionnaireReader.word(treatment.highestTolerated()));
        inner(group, "takenAsPrescribed", QuestionnaireReader.word(treatment.takenAsPrescribed()));
        count(group, "courses", treatment.courses());
        inner(group, "singleDose", QuestionnaireReader.word(treatment.singleDose()));
        count(group, "supplyDays", treatment.supplyDays());
        inner(group, "addedLast", QuestionnaireReader.word(treatment.addedLast()));
        inner(group, "tolerated", QuestionnaireReader.word(treatment.tolerated()));
        inner(group, "woreOff", QuestionnaireReader.word(treatment.woreOff()));
        inner(group, "ending", QuestionnaireReader.word(treatment.ending()));
        inner(group, "indication", QuestionnaireReader.word(treatment.indication()));
        treatment.label().ifPresent(label -> inner(group, "label", label));
        names(group, "sideEffects", treatment.sideEffects());
        names(group, "severeSideEffects", treatment.severeSideEffects());
    }

    private static void names(QuestionnaireResponseItemComponent group, String name, Set<String> codes) {
        if (!codes.isEmpty()) {
            QuestionnaireResponseItemComponent item = group.addItem().setLinkId(group.getLinkId() + "." + name);
            codes.forEach(code -> item.addAnswer().setValue(new StringType(OtherTerm.nameIn(code))));
        }
    }

    private static void count(QuestionnaireResponseItemComponent group, String name, Optional<Integer> count) {
        count.ifPresent(number -> group.addItem()
                .setLinkId(group.getLinkId() + "." + name)
                .addAnswer()
                .setValue(new IntegerType(number)));
    }

    private static void inner(QuestionnaireResponseItemComponent group, String name, String answer) {
        group.addItem()
                .setLinkId(group.getLinkId() + "." + name)
                .addAnswer()
                .setValue(
                        Set.of("label", "therapy", "to").contains(name)
                                ? new StringType(answer)
                                : new Coding().setCode(answer));
    }

    private static Optional<Dosage> dosage(Treatment treatment) {
        Dosage dosage = new Dosage();
        boolean structured = treatment.schedule() != Treatment.Schedule.UNKNOWN
                && treatment
                        .dose()
                        .filter(dose -> dose.unit() != Dose.Unit.GRAMS_PER_KILOGRAM_PER_COURSE)
                        .isPresent();
        if (structured) {
            String unit = treatment.dose().get().unit().symbol().split("/")[0].replace("\u00b5g", "ug");
            dosage.setTiming(daily());
            dosage.addDoseAndRate()
                    .setDose(new Quantity()
                            .setValue(treatment.dose().get().amount())
                            .setSystem(UCUM)
                            .setCode(unit)
                            .setUnit(unit));
        } else {
            treatment.dose().ifPresent(dose -> dosage.setText(dose.toString()));
            if (treatment.schedule() == Treatment.Schedule.SCHEDULED) {
                dosage.setTiming(
                        new Timing().setCode(coded("http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation", "QD")));
            }
        }
        if (treatment.schedule() == Treatment.Schedule.AS_NEEDED) {
            dosage.setAsNeeded(new org.hl7.fhir.r4.model.BooleanType(true));
        }
        return dosage.isEmpty() ? Optional.empty() : Optional.of(dosage);
    }

    private static Timing daily() {
        return new Timing()
                .setRepeat(new Timing.TimingRepeatComponent()
                        .setFrequency(1)
                        .setPeriod(1)
                        .setPeriodUnit(Timing.UnitsOfTime.D));
    }

    private void plan(Plan plan) {
        boolean order = plan.action() == Plan.Action.START
                && plan.manner() == Plan.Manner.UNKNOWN
                && plan.requestedBy() == Plan.RequestedBy.CLINICIAN
                && plan.therapy().isPresent()
                && patientCase.treatments().given().stream()
                        .noneMatch(
                                given -> given.therapy().equals(plan.therapy().get()))
                && patientCase.plans().stream()
                        .noneMatch(other -> other != plan && other.therapy().equals(plan.therapy()));
        if (order) {
            MedicationRequest request = add(new MedicationRequest(), next("r"));
            request.setStatus(MedicationRequest.MedicationRequestStatus.DRAFT)
                    .setIntent(MedicationRequest.MedicationRequestIntent.ORDER)
                    .setSubject(PATIENT)
                    .setRequester(new Reference("Practitioner/1"))
                    .setMedication(term(plan.therapy().get()));
            return;
        }
        QuestionnaireResponseItemComponent group = answers.addItem().setLinkId(ClinicianQuestionnaire.PLAN);
        inner(group, "action", QuestionnaireReader.word(plan.action()));
        plan.therapy().ifPresent(therapy -> inner(group, "therapy", OtherTerm.nameIn(therapy)));
        plan.to().ifPresent(therapy -> inner(group, "to", OtherTerm.nameIn(therapy)));
        inner(group, "manner", QuestionnaireReader.word(plan.manner()));
        inner(group, "requestedBy", QuestionnaireReader.word(plan.requestedBy()));
    }

    private void acknowledged(String rule) {
        DetectedIssue issue = add(new DetectedIssue(), next("d"));
        issue.setPatient(PATIENT).setStatus(DetectedIssue.DetectedIssueStatus.FINAL);
        issue.addIdentifier().setSystem(RecordMapping.RULES).setValue(rule);
        issue.addMitigation().setAction(new CodeableConcept().setText("Seen"));
    }

    private void answer(String field, Enum<?> value) {
        if (!value.name().equals("UNKNOWN")) {
            choice(field, QuestionnaireReader.word(value));
        }
    }

    private void choice(String field, String answer) {
        answers.addItem().setLinkId(field).addAnswer().setValue(new Coding().setCode(answer));
    }

    private void terms(String field, Set<String> terms) {
        if (!terms.isEmpty()) {
            QuestionnaireResponseItemComponent item = answers.addItem().setLinkId(field);
            terms.forEach(term -> item.addAnswer().setValue(new StringType(OtherTerm.nameIn(term))));
        }
    }
}
