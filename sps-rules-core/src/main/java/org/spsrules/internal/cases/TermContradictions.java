package org.spsrules.internal.cases;

import static org.spsrules.vocabulary.Concept.Kind.CONDITION;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spsrules.Answer;
import org.spsrules.Dose;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Person;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.Problem;
import org.spsrules.internal.fact.PersonalCondition;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.ChecklistFields;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.Types;
import org.spsrules.internal.shape.Values;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** The facts of a case that contradict each other by what the vocabulary knows: kinds, units, conditions of the person. */
final class TermContradictions {

    private static final Set<Concept.Kind> CONDITIONS = Set.of(CONDITION);

    private final Terms terms;

    TermContradictions(Terms terms) {
        this.terms = terms;
    }

    void find(Values<PatientCase> stated, Values<PatientCase> resolved) {
        checklist(CaseFields.SYMPTOMS, CaseFields.SYMPTOM_LIST, stated, resolved);
        checklist(CaseFields.TRIGGERS, CaseFields.TRIGGER_LIST, stated, resolved);
        checklist(CaseFields.CONDITIONS, CaseFields.CONDITION_LIST, stated, resolved);
        checklist(CaseFields.ALLERGIES, CaseFields.ALLERGY_LIST, stated, resolved);
        person(stated.get(CaseFields.PERSON), stated.get(CaseFields.CONDITIONS));
        tests(resolved.get(CaseFields.TESTS));
        doses(resolved.get(CaseFields.TREATMENTS).given());
    }

    private void checklist(
            Field<PatientCase, Checklist> list,
            ChecklistFields fields,
            Values<PatientCase> stated,
            Values<PatientCase> resolved) {
        Set<Concept.Kind> kinds = ((Types.Terms) fields.absent().value()).kinds();
        for (String term : stated.get(list).absent()) {
            String broader = terms.codeOf(term, kinds);
            for (String code : resolved.get(list).present()) {
                if (terms.vocabulary().isA(code, broader)) {
                    terms.add(
                            Problem.Kind.CONTRADICTION,
                            list.name() + ".absent[" + term + "]",
                            broader.equals(code)
                                    ? code + " is both present and absent"
                                    : broader + " is absent, but " + code + ", a kind of it, is present");
                }
            }
        }
    }

    /** What was never given and is or was; that a combination never was says nothing of the drugs in it. */
    void neverGiven(Treatments stated, Treatments resolved) {
        Set<String> had = new TreeSet<>(resolved.ever());
        resolved.given().forEach(treatment -> had.add(treatment.therapy()));
        for (String term : stated.never()) {
            if (terms.vocabulary().combination(term).isPresent()) {
                continue;
            }
            String broader = terms.codeOf(term, Vocabulary.therapies());
            had.stream()
                    .filter(code -> terms.vocabulary().isA(code, broader))
                    .forEach(code -> terms.add(
                            Problem.Kind.CONTRADICTION,
                            "treatments.never[" + term + "]",
                            broader.equals(code)
                                    ? code + " is both given and never given"
                                    : broader + " was never given, but " + code + ", a kind of it, is or was"));
        }
    }

    private void person(Person person, Checklist conditions) {
        for (PersonalCondition condition : PersonalCondition.all()) {
            Answer answer = condition.answer().apply(person);
            String message = "contradicts patient." + condition.field().name();
            if (answer == Answer.YES) {
                refuse("conditions.absent", conditions.absent(), condition.code(), message);
            } else if (answer == Answer.NO) {
                refuse("conditions.present", conditions.present(), condition.code(), message);
            }
        }
    }

    private void refuse(String path, Set<String> stated, String condition, String message) {
        stated.stream()
                .filter(term -> terms.codeOf(term, CONDITIONS).equals(condition))
                .forEach(term -> terms.add(Problem.Kind.CONTRADICTION, path + "[" + term + "]", message));
    }

    private void tests(List<Test> tests) {
        for (int i = 0; i < tests.size(); i++) {
            Test test = tests.get(i);
            String path = "tests[" + i + "].value";
            Optional<Concept> concept = terms.vocabulary().concept(test.test());
            test.value()
                    .filter(value -> concept.isPresent()
                            && concept.get().units().stream()
                                    .noneMatch(unit -> spelling(unit).equals(spelling(value.unit()))))
                    .ifPresent(value -> terms.add(
                            Problem.Kind.WRONG_UNIT,
                            path,
                            "\"" + value.unit() + "\" is not a unit of " + test.test()
                                    + (concept.get().units().isEmpty()
                                            ? ", which is stated without a figure"
                                            : "; its units are "
                                                    + String.join(
                                                            ", ", concept.get().units()))));
        }
    }

    /**
     * Laboratories write international units in brackets or without and in the order of their language, micro in three ways, and
     * litres as they like.
     */
    private static String spelling(String unit) {
        return unit.replace('\u03bc', 'u')
                .replace('\u00b5', 'u')
                .replace("[", "")
                .replace("]", "")
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^ui(?=/)", "iu");
    }

    private void doses(List<Treatment> given) {
        for (int i = 0; i < given.size(); i++) {
            String path = "treatments.given[" + i + "].dose";
            String therapy = given.get(i).therapy();
            given.get(i).dose().ifPresent(dose -> unit(path, dose, therapy));
        }
    }

    private void unit(String path, Dose dose, String therapy) {
        Optional<Concept> concept = terms.vocabulary()
                .concept(therapy)
                .filter(known -> terms.vocabulary().isListed(therapy));
        List<String> units = concept.map(Concept::units).orElse(List.of());
        boolean fits = units.stream()
                .map(unit -> Dose.parse("1 " + unit))
                .anyMatch(unit -> unit.unit().comparableWith(dose.unit()));
        if (!units.isEmpty() && !fits) {
            terms.add(
                    Problem.Kind.WRONG_UNIT,
                    path,
                    "\"" + dose.unit().symbol() + "\" does not fit " + therapy + "; give the dose in "
                            + String.join(", ", units));
        }
    }
}
