package org.spsrules.internal.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    private static final BigDecimal IMPAIRED_BELOW = BigDecimal.valueOf(60);
    private static final BigDecimal NORMAL_FROM = BigDecimal.valueOf(80);

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
            new PersonalCondition("creatinineClearance", "kidney-impairment", PersonalCondition::kidney),
            new PersonalCondition(
                    "liverFunction",
                    "liver-disease",
                    person -> liver(person, LiverFunction.IMPAIRED, LiverFunction.SEVERELY_IMPAIRED)),
            new PersonalCondition(
                    "liverFunction", "severe-liver-disease", person -> liver(person, LiverFunction.SEVERELY_IMPAIRED)));

    private static final Set<String> CODES =
            ALL.stream().map(PersonalCondition::code).collect(Collectors.toUnmodifiableSet());

    /** All of them. */
    public static List<PersonalCondition> all() {
        return ALL;
    }

    /** Whether one of them has this code. */
    static boolean isOne(String code) {
        return CODES.contains(code);
    }

    private static Answer notIfMale(Person person, Answer stated) {
        return person.sex() == Sex.MALE ? Answer.NO : stated;
    }

    /** Labels begin to adjust doses below 80 mL/min, and all of those in question do below 60 (D-46). */
    private static Answer kidney(Person person) {
        return person.creatinineClearance()
                .map(clearance -> clearance.compareTo(IMPAIRED_BELOW) < 0
                        ? Answer.YES
                        : clearance.compareTo(NORMAL_FROM) >= 0 ? Answer.NO : Answer.UNKNOWN)
                .orElse(Answer.UNKNOWN);
    }

    private static Answer liver(Person person, LiverFunction... present) {
        if (person.liverFunction() == LiverFunction.UNKNOWN) {
            return Answer.UNKNOWN;
        }
        return List.of(present).contains(person.liverFunction()) ? Answer.YES : Answer.NO;
    }
}
