package org.spsrules.internal.cases;

import static org.spsrules.vocabulary.Concept.Kind.CONDITION;
import static org.spsrules.vocabulary.Concept.Kind.SIDE_EFFECT;
import static org.spsrules.vocabulary.Concept.Kind.SYMPTOM;
import static org.spsrules.vocabulary.Concept.Kind.TEST;
import static org.spsrules.vocabulary.Concept.Kind.TRIGGER;
import static org.spsrules.vocabulary.Concept.Kind.VARIANT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.spsrules.Answer;
import org.spsrules.Dose;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Diagnosis;
import org.spsrules.PatientCase.Person;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.Problem;
import org.spsrules.UnknownTherapyException;
import org.spsrules.internal.fact.PersonalCondition;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Checks the terms of a case against the vocabulary, and puts codes in the place of names, brands and synonyms.
 * Thread-safe.
 */
public final class CaseTerms {

    private static final Set<Concept.Kind> THERAPY = Vocabulary.therapies();

    private final Vocabulary vocabulary;

    /** Checks cases against this vocabulary. */
    public CaseTerms(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * The same case in codes.
     *
     * @throws InvalidCaseException with every problem
     */
    public PatientCase resolve(PatientCase patientCase) {
        Resolution resolution = new Resolution();
        PatientCase resolved = resolution.of(patientCase);
        if (!resolution.problems.isEmpty()) {
            throw new InvalidCaseException(resolution.problems);
        }
        return resolved;
    }

    /** Every problem that the vocabulary reveals in a case. */
    public List<Problem> problemsIn(PatientCase patientCase) {
        Resolution resolution = new Resolution();
        try {
            resolution.of(patientCase);
        } catch (InvalidCaseException e) {
            return e.problems();
        }
        return resolution.problems;
    }

    /** Every problem that the vocabulary reveals in the parts of a case, whether or not they fit together. */
    public List<Problem> problemsIn(
            Person person,
            Diagnosis diagnosis,
            Checklist symptoms,
            Checklist triggers,
            Checklist conditions,
            Checklist allergies,
            List<Test> tests,
            Treatments treatments,
            List<Plan> plans) {
        Resolution resolution = new Resolution();
        resolution.checklist("symptoms", symptoms, EnumSet.of(SYMPTOM));
        resolution.checklist("triggers", triggers, EnumSet.of(TRIGGER));
        resolution.checklist("conditions", conditions, EnumSet.of(CONDITION));
        resolution.checklist("allergies", allergies, THERAPY);
        resolution.personAgainstConditions(person, conditions);
        resolution.diagnosis(diagnosis);
        resolution.tests(tests);
        resolution.treatments(treatments);
        resolution.plans(plans);
        return resolution.problems;
    }

    /**
     * The code of a therapy or class.
     *
     * @throws UnknownTherapyException if the vocabulary knows none by this name
     */
    public String therapy(String term) {
        return vocabulary
                .resolve(term, THERAPY)
                .map(Concept::code)
                .orElseThrow(() -> new UnknownTherapyException(new Resolution().unknown(term, THERAPY)));
    }

    private final class Resolution {

        private final List<Problem> problems = new ArrayList<>();

        PatientCase of(PatientCase stated) {
            Checklist symptoms = checklist("symptoms", stated.symptoms(), EnumSet.of(SYMPTOM));
            Checklist triggers = checklist("triggers", stated.triggers(), EnumSet.of(TRIGGER));
            Checklist conditions = checklist("conditions", stated.conditions(), EnumSet.of(CONDITION));
            Checklist allergies = checklist("allergies", stated.allergies(), THERAPY);
            personAgainstConditions(stated.person(), stated.conditions());
            Diagnosis diagnosis = diagnosis(stated.diagnosis());
            List<Test> tests = tests(stated.tests());
            Treatments treatments = treatments(stated.treatments());
            List<Plan> plans = plans(stated.plans());
            if (!problems.isEmpty()) {
                return stated;
            }
            return new PatientCase(
                    stated.asOf(),
                    stated.title(),
                    stated.citation(),
                    stated.person(),
                    diagnosis,
                    stated.course(),
                    stated.setting(),
                    symptoms,
                    triggers,
                    conditions,
                    allergies,
                    tests,
                    treatments,
                    plans,
                    stated.acknowledged());
        }

        private Diagnosis diagnosis(Diagnosis stated) {
            return new Diagnosis(
                    stated.status(),
                    stated.variant().map(variant -> code("diagnosis.variant", variant, EnumSet.of(VARIANT))),
                    stated.treatedAsSps(),
                    codes("diagnosis.psychiatricLabels", stated.psychiatricLabels(), EnumSet.of(CONDITION)),
                    stated.onset());
        }

        private Checklist checklist(String path, Checklist list, Set<Concept.Kind> kinds) {
            Set<String> present = codes(path + ".present", list.present(), kinds);
            Set<String> absent = codes(path + ".absent", list.absent(), kinds);
            for (String term : list.absent()) {
                String broader = codeOf(term, kinds);
                for (String code : present) {
                    if (vocabulary.isA(code, broader)) {
                        add(
                                path + ".absent[" + term + "]",
                                broader.equals(code)
                                        ? code + " is both present and absent"
                                        : broader + " is absent, but " + code + ", a kind of it, is present");
                    }
                }
            }
            return new Checklist(present, absent, list.completeness());
        }

        private void personAgainstConditions(Person person, Checklist conditions) {
            for (PersonalCondition condition : PersonalCondition.all()) {
                Answer answer = condition.answer().apply(person);
                String message = "contradicts patient." + condition.field();
                if (answer == Answer.YES) {
                    refuse("conditions.absent", conditions.absent(), condition.code(), message);
                } else if (answer == Answer.NO) {
                    refuse("conditions.present", conditions.present(), condition.code(), message);
                }
            }
        }

        private void refuse(String path, Set<String> terms, String condition, String message) {
            terms.stream()
                    .filter(term -> codeOf(term, EnumSet.of(CONDITION)).equals(condition))
                    .forEach(term -> add(path + "[" + term + "]", message));
        }

        private List<Test> tests(List<Test> stated) {
            List<Test> resolved = new ArrayList<>();
            for (Test test : stated) {
                String path = "tests[" + resolved.size() + "]";
                String code = code(path + ".test", test.test(), EnumSet.of(TEST));
                test.value().ifPresent(value -> {
                    List<String> units =
                            vocabulary.concept(code).map(Concept::units).orElse(List.of());
                    if (vocabulary.concept(code).isPresent() && !units.contains(value.unit())) {
                        add(
                                path + ".value",
                                "\"" + value.unit() + "\" is not a unit of " + code
                                        + (units.isEmpty()
                                                ? ", which is stated without a figure"
                                                : "; its units are " + String.join(", ", units)));
                    }
                });
                resolved.add(new Test(code, test.result(), test.value(), test.assay(), test.date()));
            }
            return resolved;
        }

        private Treatments treatments(Treatments stated) {
            List<Treatment> given = new ArrayList<>();
            for (Treatment treatment : stated.given()) {
                String path = "treatments.given[" + given.size() + "]";
                String code = code(path + ".therapy", treatment.therapy(), THERAPY);
                treatment.dose().ifPresent(dose -> checkUnit(path + ".dose", dose, code));
                given.add(new Treatment(
                        code,
                        treatment.current(),
                        treatment.dose(),
                        treatment.schedule(),
                        treatment.started(),
                        treatment.stopped(),
                        treatment.response(),
                        treatment.adequateTrial(),
                        treatment.tolerated(),
                        codes(path + ".sideEffects", treatment.sideEffects(), EnumSet.of(SIDE_EFFECT)),
                        treatment.woreOff(),
                        treatment.label().or(() -> brand(treatment.therapy(), code))));
            }
            Set<String> declined = codes("treatments.declined", stated.declined(), THERAPY);
            Set<String> unavailable = codes("treatments.unavailable", stated.unavailable(), THERAPY);
            return new Treatments(stated.history(), stated.medication(), given, unavailable, declined);
        }

        /** The name by which a drug is stated, where it is a name of its own; brands tell entries of one drug apart. */
        private Optional<String> brand(String term, String code) {
            return Optional.of(term)
                    .filter(name -> !name.equalsIgnoreCase(code))
                    .filter(name -> !name.equalsIgnoreCase(vocabulary.nameOf(code)));
        }

        private void checkUnit(String path, Dose dose, String therapy) {
            Optional<Concept> concept = vocabulary.concept(therapy);
            List<String> units = concept.map(Concept::units).orElse(List.of());
            boolean fits = units.stream()
                    .map(unit -> Dose.parse("1 " + unit))
                    .anyMatch(unit -> unit.unit().comparableWith(dose.unit()));
            if (concept.isPresent() && !fits) {
                add(
                        path,
                        "\"" + dose.unit().symbol() + "\" does not fit " + therapy
                                + (units.isEmpty()
                                        ? ", which is stated without a dose"
                                        : "; give the dose in " + String.join(", ", units)));
            }
        }

        private List<Plan> plans(List<Plan> stated) {
            List<Plan> resolved = new ArrayList<>();
            for (Plan plan : stated) {
                String path = "plans[" + resolved.size() + "].therapy";
                Optional<String> therapy = plan.therapy().map(term -> code(path, term, THERAPY));
                resolved.add(new Plan(plan.action(), therapy, plan.manner(), plan.requestedBy()));
            }
            return resolved;
        }

        private Set<String> codes(String path, Collection<String> terms, Set<Concept.Kind> kinds) {
            return terms.stream()
                    .map(term -> code(path + "[" + term + "]", term, kinds))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private String code(String path, String term, Set<Concept.Kind> kinds) {
            if (vocabulary.resolve(term, kinds).isEmpty()) {
                add(path, unknown(term, kinds));
            }
            return codeOf(term, kinds);
        }

        private String codeOf(String term, Set<Concept.Kind> kinds) {
            return vocabulary.resolve(term, kinds).map(Concept::code).orElse(term);
        }

        private String unknown(String term, Set<Concept.Kind> kinds) {
            String expected = kinds.stream().map(Concept.Kind::word).collect(Collectors.joining(" or "));
            Optional<Concept> elsewhere = vocabulary.resolve(term, EnumSet.allOf(Concept.Kind.class));
            if (elsewhere.isPresent()) {
                return "\"" + term + "\" is a " + elsewhere.get().kind().word() + ", not a " + expected;
            }
            return "\"" + term + "\" is not a known " + expected
                    + vocabulary
                            .nearest(term, kinds)
                            .map(nearest -> "; did you mean " + nearest + "?")
                            .orElse("");
        }

        private void add(String path, String message) {
            problems.add(new Problem(path, message));
        }
    }
}
