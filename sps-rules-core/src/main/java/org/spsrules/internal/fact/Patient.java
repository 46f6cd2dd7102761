package org.spsrules.internal.fact;

import static org.spsrules.vocabulary.Concept.Kind.CONDITION;
import static org.spsrules.vocabulary.Concept.Kind.SYMPTOM;
import static org.spsrules.vocabulary.Concept.Kind.THERAPY;
import static org.spsrules.vocabulary.Concept.Kind.THERAPY_CLASS;
import static org.spsrules.vocabulary.Concept.Kind.TRIGGER;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Person;
import org.spsrules.Sex;
import org.spsrules.internal.shape.PersonFields;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** The person: age and body, conditions, symptoms, triggers and allergies, and where the patient is. */
public final class Patient implements Fact {

    /** The age in years from which a patient is an adult (D-40). */
    public static final int ADULT = 18;

    private static final List<Integer> EITHER_SIDE_OF_ADULT = List.of(ADULT - 1, ADULT);

    private final Person person;
    private final String setting;
    private final Vocabulary vocabulary;
    private final Map<Concept.Kind, Known> lists;
    private final Known personal;
    private final Set<String> present = new HashSet<>();
    private final Checklist allergies;

    Patient(PatientCase patientCase, Map<Concept.Kind, Known> lists, Known personal, Vocabulary vocabulary) {
        this(
                patientCase.person(),
                CaseFacts.word(patientCase.setting()),
                lists,
                personal,
                patientCase.allergies(),
                vocabulary);
    }

    private Patient(
            Person person,
            String setting,
            Map<Concept.Kind, Known> lists,
            Known personal,
            Checklist allergies,
            Vocabulary vocabulary) {
        this.person = person;
        this.setting = setting;
        this.lists = lists;
        this.personal = personal;
        this.allergies = allergies;
        this.vocabulary = vocabulary;
        present.addAll(personal.present());
        lists.values().forEach(list -> present.addAll(list.present()));
    }

    @Override
    public List<Patient> completions(String question, List<String> arguments) {
        List<Patient> completions = new ArrayList<>();
        for (Person complete : persons()) {
            completions.add(new Patient(complete, setting, lists, personal, allergies, vocabulary));
        }
        for (String code : arguments) {
            if (vocabulary
                    .concept(code)
                    .filter(concept -> Vocabulary.therapies().contains(concept.kind()))
                    .isPresent()) {
                if (mayBeAllergicTo(code)) {
                    Set<String> present = new TreeSet<>(allergies.present());
                    present.add(code);
                    Checklist known = new Checklist(present, allergies.absent(), allergies.completeness());
                    completions.add(new Patient(person, setting, lists, personal, known, vocabulary));
                }
            } else if (answer(code) == Answer.UNKNOWN) {
                completions.add(with(personal.with(code, Answer.YES)));
                completions.add(with(personal.with(code, Answer.NO)));
            }
        }
        return completions;
    }

    private Patient with(Known known) {
        return new Patient(person, setting, lists, known, allergies, vocabulary);
    }

    private boolean mayBeAllergicTo(String therapy) {
        boolean open = allergies.completeness() != Completeness.COMPLETE
                || allergies.present().stream().anyMatch(vocabulary::isUnknown);
        return open && vocabulary.selfAndAncestors(therapy).stream().noneMatch(allergies.absent()::contains);
    }

    private List<Person> persons() {
        List<Person> persons = new ArrayList<>();
        List<Integer> ages = person.age().map(List::of).orElse(EITHER_SIDE_OF_ADULT);
        List<Sex> sexes = person.sex() == Sex.UNKNOWN ? List.of(Sex.FEMALE, Sex.MALE) : List.of(person.sex());
        for (int age : ages) {
            for (Sex sex : sexes) {
                Person aged = PersonFields.PART.with(person, PersonFields.AGE, Optional.of(age));
                persons.add(PersonFields.PART.with(aged, PersonFields.SEX, sex));
            }
        }
        return persons;
    }

    /** Age in completed years. */
    @Says("age {value}")
    public @Nullable Integer age() {
        return person.age().orElse(null);
    }

    /** Known to be 18 or older. */
    @Says("adult (18 or older)")
    public boolean adult() {
        return person.age().filter(age -> age >= ADULT).isPresent();
    }

    /** Known to be under 18. */
    @Says("under 18")
    public boolean child() {
        return person.age().filter(age -> age < ADULT).isPresent();
    }

    /** Age not stated. */
    @Says("age not stated")
    public boolean ageUnknown() {
        return person.age().isEmpty();
    }

    /** Known to be female. */
    @Says("female")
    public boolean female() {
        return person.sex() == Sex.FEMALE;
    }

    /** Known to be male. */
    @Says("male")
    public boolean male() {
        return person.sex() == Sex.MALE;
    }

    /** Weight in kilograms. */
    @Says("weight {value} kg")
    public @Nullable BigDecimal weight() {
        return person.weight().orElse(null);
    }

    /** Creatinine clearance in mL/min. */
    @Says("creatinine clearance {value} mL/min")
    public @Nullable BigDecimal creatinineClearance() {
        return person.creatinineClearance().orElse(null);
    }

    /** Creatinine clearance not stated. */
    @Says("creatinine clearance not stated")
    public boolean creatinineClearanceUnknown() {
        return person.creatinineClearance().isEmpty();
    }

    /** Where the patient is. */
    @Says(
            value = "setting: {value}",
            words = {"outpatient", "emergency", "ward", "intensive-care", "theatre", "unknown"})
    public String setting() {
        return setting;
    }

    /** Known to have it. */
    @Says(
            value = "{0}: present",
            of = {CONDITION, SYMPTOM, TRIGGER})
    public boolean has(String concept) {
        return present.contains(concept);
    }

    /** The codes of everything that the patient is known to have; out of reach of rules. */
    Set<String> present() {
        return present;
    }

    /** Known to have at least one of them. */
    @Says(
            value = "{0}: present",
            of = {CONDITION, SYMPTOM, TRIGGER})
    public boolean hasAny(String... concepts) {
        for (String concept : concepts) {
            if (has(concept)) {
                return true;
            }
        }
        return false;
    }

    /** Known not to have it. */
    @Says(
            value = "{0}: absent",
            of = {CONDITION, SYMPTOM, TRIGGER})
    public boolean hasNot(String concept) {
        return answer(concept) == Answer.NO;
    }

    /** Not known whether it is there. */
    @Says(
            value = "{0}: not known",
            of = {CONDITION, SYMPTOM, TRIGGER})
    public boolean unclear(String concept) {
        return answer(concept) == Answer.UNKNOWN;
    }

    /** Has it, or it is not known: whatever is not ruled out. */
    @Says(
            value = "{0}: not ruled out",
            of = {CONDITION, SYMPTOM, TRIGGER},
            strictly = "has",
            asks = "Present or absent: {0}?")
    public boolean mayHave(String concept) {
        return answer(concept) != Answer.NO;
    }

    /** Known to be allergic to it, to a class that it belongs to or, if it is a class, to one of its kind. */
    @Says(
            value = "allergy: {0}",
            of = {THERAPY, THERAPY_CLASS})
    public boolean allergicTo(String therapy) {
        return allergies.present().stream()
                .anyMatch(known -> vocabulary.isA(known, therapy) || vocabulary.isA(therapy, known));
    }

    /** What is known about a condition, symptom or trigger. */
    public Answer answer(String concept) {
        Answer stated = personal.stated(concept);
        if (stated != Answer.UNKNOWN || PersonalCondition.isOne(concept)) {
            return stated;
        }
        Concept.Kind kind = vocabulary.concept(concept).map(Concept::kind).orElse(CONDITION);
        Known list = lists.get(kind);
        return list == null ? Answer.UNKNOWN : list.of(concept);
    }
}
