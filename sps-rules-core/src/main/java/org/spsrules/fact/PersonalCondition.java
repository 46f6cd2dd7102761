package org.spsrules.fact;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.spsrules.Answer;
import org.spsrules.PatientCase.LiverFunction;
import org.spsrules.PatientCase.Person;
import org.spsrules.Sex;

/**
 * A condition about which the patient section of a case has a field of its own. Silence never rules it out, not even in
 * a complete list of conditions (D-31).
 *
 * @param field name of the field in the patient section
 * @param code code of the condition
 * @param answer what the patient section says about it
 */
public record PersonalCondition(String field, String code, Function<Person, Answer> answer) {

    private static final List<PersonalCondition> ALL = List.of(
            new PersonalCondition("pregnancy", "pregnancy", person -> notIfMale(person, person.pregnancy())),
            new PersonalCondition(
                    "pregnancyPotential",
                    "pregnancy-potential",
                    person -> notIfMale(person, person.pregnancyPotential())),
            new PersonalCondition("effectiveContraception", "effective-contraception", Person::effectiveContraception),
            new PersonalCondition("breastfeeding", "breastfeeding", Person::breastfeeding),
            new PersonalCondition("drugSensitivity", "drug-sensitivity", Person::drugSensitivity),
            new PersonalCondition("frailty", "frailty", Person::frailty),
            new PersonalCondition(
                    "liverFunction",
                    "liver-disease",
                    person -> liver(person, LiverFunction.IMPAIRED, LiverFunction.SEVERELY_IMPAIRED)),
            new PersonalCondition(
                    "liverFunction", "severe-liver-disease", person -> liver(person, LiverFunction.SEVERELY_IMPAIRED)));

    /** All of them. */
    public static List<PersonalCondition> all() {
        return ALL;
    }

    /** The one with this code. */
    static Optional<PersonalCondition> of(String code) {
        return ALL.stream().filter(condition -> condition.code.equals(code)).findFirst();
    }

    private static Answer notIfMale(Person person, Answer stated) {
        return person.sex() == Sex.MALE ? Answer.NO : stated;
    }

    private static Answer liver(Person person, LiverFunction... present) {
        if (person.liverFunction() == LiverFunction.UNKNOWN) {
            return Answer.UNKNOWN;
        }
        return List.of(present).contains(person.liverFunction()) ? Answer.YES : Answer.NO;
    }
}
