package org.spsrules.io;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
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
import org.spsrules.Problem;
import org.spsrules.Sex;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Reads patient cases in the format {@value #FORMAT}, as YAML or as JSON. Immutable and safe for use by several threads.
 */
public final class PatientCaseReader {

    /** The name of the format, which a file states in its field {@code format}. */
    public static final String FORMAT = "sps-patient-case/1";

    private static final int MOST_CHARACTERS = 100_000;
    private static final Form<String> THIS_FORMAT = Form.exactly(FORMAT);
    private static final Form<Boolean> CURRENT = Form.oneOf(new TreeMap<>(Map.of("current", true, "past", false)));

    private final CaseTerms terms;

    /** Reads cases whose terms are in this vocabulary. */
    public PatientCaseReader(Vocabulary vocabulary) {
        this.terms = new CaseTerms(vocabulary);
    }

    /**
     * Reads a file.
     *
     * @param text its content; it states its format
     * @throws InvalidCaseException with everything that is wrong with the file, each with its place in it
     */
    public PatientCase read(String text) {
        return read(document(text), root -> root.required("format", THIS_FORMAT, FORMAT));
    }

    /**
     * Reads a case that is part of a file.
     *
     * @param node the case; it need not state its format
     * @throws InvalidCaseException with everything that is wrong with the case, each with its place in the file
     */
    public PatientCase read(Node node) {
        return read(node, root -> root.optional("format", THIS_FORMAT));
    }

    private static Node document(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new InvalidCaseException(
                    List.of(new Problem("", "the file has more than 100,000 characters, too many for a case")));
        }
        try {
            return Documents.read(text);
        } catch (Documents.UnreadableException e) {
            throw new InvalidCaseException(List.of(e.problem()));
        }
    }

    private PatientCase read(Node node, Consumer<Section> format) {
        CaseProblems problems = new CaseProblems();
        Optional<PatientCase> patientCase = Section.read("", node, problems, root -> {
            format.accept(root);
            return patientCase(root, problems);
        });
        return patientCase
                .filter(complete -> problems.inOrder().isEmpty())
                .orElseThrow(() -> new InvalidCaseException(problems.inOrder()));
    }

    /** The case, unless its facts do not fit together. */
    private Optional<PatientCase> patientCase(Section root, CaseProblems problems) {
        Optional<String> title = root.optional("title", Form.TEXT);
        Optional<String> citation = root.optional("citation", Form.TEXT);
        LocalDate asOf = root.required("asOf", Form.DATE, LocalDate.of(9999, 12, 31));
        Person person = root.section("patient", PatientCaseReader::person);
        Diagnosis diagnosis = root.section("diagnosis", PatientCaseReader::diagnosis);
        Course course = root.section("course", PatientCaseReader::course);
        Setting setting = root.word("setting", Setting.UNKNOWN);
        Checklist symptoms = root.section("symptoms", PatientCaseReader::checklist);
        Checklist triggers = root.section("triggers", PatientCaseReader::checklist);
        Checklist conditions = root.section("conditions", PatientCaseReader::checklist);
        Checklist allergies = root.section("allergies", PatientCaseReader::checklist);
        List<Test> tests = root.sections("tests", PatientCaseReader::test);
        Treatments treatments = root.section("treatments", PatientCaseReader::treatments);
        List<Plan> plans = root.sections("plans", PatientCaseReader::plan);
        Set<String> acknowledged = root.terms("acknowledged");
        try {
            PatientCase patientCase = new PatientCase(
                    asOf,
                    title,
                    citation,
                    person,
                    diagnosis,
                    course,
                    setting,
                    symptoms,
                    triggers,
                    conditions,
                    allergies,
                    tests,
                    treatments,
                    plans,
                    acknowledged);
            problems.report(terms.problemsIn(patientCase));
            return Optional.of(patientCase);
        } catch (InvalidCaseException e) {
            problems.report(e.problems());
            problems.report(terms.problemsIn(
                    person, diagnosis, symptoms, triggers, conditions, allergies, tests, treatments, plans));
            return Optional.empty();
        }
    }

    private static Person person(Section patient) {
        return new Person(
                patient.optional("age", Form.YEARS),
                patient.word("sex", Sex.UNKNOWN),
                patient.optional("weight", Form.in("kg")),
                patient.optional("creatinineClearance", Form.in("mL/min")),
                patient.word("liverFunction", LiverFunction.UNKNOWN),
                patient.word("pregnancy", Answer.UNKNOWN),
                patient.word("pregnancyPotential", Answer.UNKNOWN),
                patient.word("effectiveContraception", Answer.UNKNOWN),
                patient.word("breastfeeding", Answer.UNKNOWN),
                patient.word("drugSensitivity", Answer.UNKNOWN),
                patient.word("frailty", Answer.UNKNOWN));
    }

    private static Diagnosis diagnosis(Section diagnosis) {
        return new Diagnosis(
                diagnosis.word("status", Diagnosis.Status.UNKNOWN),
                diagnosis.optional("variant", Form.TERM),
                diagnosis.word("treatedAsSps", Answer.UNKNOWN),
                diagnosis.terms("psychiatricLabels"),
                diagnosis.optional("onset", Form.DATE));
    }

    private static Course course(Section course) {
        return new Course(
                course.word("control", Course.Control.UNKNOWN),
                course.word("disabling", Answer.UNKNOWN),
                course.word("acuteSevereExacerbation", Answer.UNKNOWN),
                course.word("relapse", Answer.UNKNOWN));
    }

    private static Checklist checklist(Section list) {
        Completeness completeness = list.word("list", Completeness.UNKNOWN);
        return new Checklist(list.terms("present"), list.terms("absent"), completeness);
    }

    private static Test test(Section test) {
        return new Test(
                test.required("test", Form.TERM, ""),
                test.word("result", Test.Result.UNKNOWN),
                test.optional("value", Form.QUANTITY),
                test.optional("assay", Form.TEXT),
                test.optional("date", Form.DATE));
    }

    private static Treatments treatments(Section treatments) {
        return new Treatments(
                treatments.word("history", Completeness.UNKNOWN),
                treatments.word("medication", Completeness.UNKNOWN),
                treatments.sections("given", PatientCaseReader::treatment),
                treatments.terms("unavailable"),
                treatments.terms("declined"));
    }

    private static Treatment treatment(Section treatment) {
        return new Treatment(
                treatment.required("therapy", Form.TERM, ""),
                treatment.required("status", CURRENT, false),
                treatment.optional("dose", Form.DOSE),
                treatment.word("schedule", Treatment.Schedule.UNKNOWN),
                treatment.optional("started", Form.DATE),
                treatment.optional("stopped", Form.DATE),
                treatment.word("response", Treatment.Response.UNKNOWN),
                treatment.word("adequateTrial", Answer.UNKNOWN),
                treatment.word("tolerated", Answer.UNKNOWN),
                treatment.terms("sideEffects"),
                treatment.word("woreOff", Answer.UNKNOWN),
                treatment.optional("label", Form.TEXT));
    }

    private static Plan plan(Section plan) {
        return new Plan(
                plan.required("action", Form.wordFor(Plan.Action.class), Plan.Action.SURGERY),
                plan.optional("therapy", Form.TERM),
                plan.word("manner", Plan.Manner.UNKNOWN),
                plan.word("requestedBy", Plan.RequestedBy.UNKNOWN));
    }
}
