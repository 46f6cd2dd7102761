package org.spsrules.internal.shape;

import static org.spsrules.vocabulary.Concept.Kind.CONDITION;
import static org.spsrules.vocabulary.Concept.Kind.SYMPTOM;
import static org.spsrules.vocabulary.Concept.Kind.TRIGGER;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Course;
import org.spsrules.PatientCase.Diagnosis;
import org.spsrules.PatientCase.Person;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Setting;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.vocabulary.Vocabulary;

/** The fields of a case. */
public final class CaseFields {

    private static final String NOT_READ = "Holds nothing that rules read.";

    public static final ChecklistFields SYMPTOM_LIST = new ChecklistFields(Set.of(SYMPTOM));
    public static final ChecklistFields TRIGGER_LIST = new ChecklistFields(Set.of(TRIGGER));
    public static final ChecklistFields CONDITION_LIST = new ChecklistFields(Set.of(CONDITION));
    public static final ChecklistFields ALLERGY_LIST = new ChecklistFields(Vocabulary.therapies());

    public static final Field<PatientCase, Optional<String>> TITLE = Field.of(
                    "title", Types.TEXT, PatientCase::title, "Heading for the report")
            .note(NOT_READ);

    public static final Field<PatientCase, Optional<String>> CITATION = Field.of(
                    "citation", Types.TEXT, PatientCase::citation, "Where a published case was described")
            .note(NOT_READ);

    public static final Field<PatientCase, LocalDate> AS_OF = Field.<PatientCase, LocalDate>of(
                    "asOf", Types.TODAY, PatientCase::asOf, "Day to which the case refers")
            .note("No date of the case is later. Rules never read the clock.");

    public static final Field<PatientCase, Person> PERSON =
            Field.of("patient", new Types.One<>(PersonFields.PART), PatientCase::person, "");

    public static final Field<PatientCase, Diagnosis> DIAGNOSIS =
            Field.of("diagnosis", new Types.One<>(DiagnosisFields.PART), PatientCase::diagnosis, "");

    public static final Field<PatientCase, Course> COURSE =
            Field.of("course", new Types.One<>(CourseFields.PART), PatientCase::course, "");

    public static final Field<PatientCase, Setting> SETTING = Field.of(
                    "setting", Types.word(Setting.UNKNOWN), PatientCase::setting, "Where the patient is")
            .feeds(Aspect.of("Patient", "setting", "").asking("Where is the patient?"), "setting");

    public static final Field<PatientCase, Checklist> SYMPTOMS = Field.of(
                    "symptoms", new Types.One<>(SYMPTOM_LIST.part()), PatientCase::symptoms, "Symptoms and signs")
            .feeds(PersonFields.CONCEPTS, "");

    public static final Field<PatientCase, Checklist> TRIGGERS = Field.of(
                    "triggers", new Types.One<>(TRIGGER_LIST.part()), PatientCase::triggers, "What brings on spasms")
            .feeds(PersonFields.CONCEPTS, "");

    public static final Field<PatientCase, Checklist> CONDITIONS = Field.of(
                    "conditions",
                    new Types.One<>(CONDITION_LIST.part()),
                    PatientCase::conditions,
                    "Comorbidities and other states")
            .feeds(PersonFields.CONCEPTS, "");

    public static final Field<PatientCase, Checklist> ALLERGIES = Field.of(
                    "allergies",
                    new Types.One<>(ALLERGY_LIST.part()),
                    PatientCase::allergies,
                    "Therapies that the patient is allergic to")
            .feeds(
                    Aspect.of("Patient", "allergicTo", "")
                            .asking("Present or absent: {0}?")
                            .bringing("Contraindication"),
                    "allergy to");

    public static final Field<PatientCase, List<Test>> TESTS =
            Field.of("tests", new Types.Many<>(TestFields.PART), PatientCase::tests, "Results of tests");

    public static final Field<PatientCase, Treatments> TREATMENTS =
            Field.of("treatments", new Types.One<>(TreatmentsFields.PART), PatientCase::treatments, "");

    public static final Field<PatientCase, List<Plan>> PLANS = Field.of(
            "plans", new Types.Many<>(PlanFields.PART), PatientCase::plans, "What is planned, ordered or wished");

    public static final Field<PatientCase, Set<String>> ACKNOWLEDGED = Field.of(
            "acknowledged",
            new Types.Terms(Set.of()),
            PatientCase::acknowledged,
            "Ids of rules whose alerts a clinician has acknowledged, or of one and, behind a blank, the drug that"
                    + " its alert is about");

    public static final Part<PatientCase> PART = Part.of(
            "case",
            "SPS Rules patient case",
            values -> new PatientCase(
                    values.get(AS_OF),
                    values.get(TITLE),
                    values.get(CITATION),
                    values.get(PERSON),
                    values.get(DIAGNOSIS),
                    values.get(COURSE),
                    values.get(SETTING),
                    values.get(SYMPTOMS),
                    values.get(TRIGGERS),
                    values.get(CONDITIONS),
                    values.get(ALLERGIES),
                    values.get(TESTS),
                    values.get(TREATMENTS),
                    values.get(PLANS),
                    values.get(ACKNOWLEDGED)),
            TITLE,
            CITATION,
            AS_OF,
            PERSON,
            DIAGNOSIS,
            COURSE,
            SETTING,
            SYMPTOMS,
            TRIGGERS,
            CONDITIONS,
            ALLERGIES,
            TESTS,
            TREATMENTS,
            PLANS,
            ACKNOWLEDGED);

    private CaseFields() {}
}
