package org.spsrules.internal.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spsrules.Answer;
import org.spsrules.PatientCase.LiverFunction;
import org.spsrules.PatientCase.Person;
import org.spsrules.Sex;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.PersonFields;

/**
 * A condition about which the patient section of a case has a field of its own. Silence never rules it out, not even in
 * a complete list of conditions (D-31).
 *
 * @param code code of the condition
 * @param field the field
 * @param stated the field, if it says no more than yes or no
 * @param answer what the patient section says about it
 */
public record PersonalCondition(
        String code, Field<Person, ?> field, Optional<Field<Person, Answer>> stated, Function<Person, Answer> answer) {

    private static final BigDecimal IMPAIRED_BELOW = BigDecimal.valueOf(60);
    private static final BigDecimal NORMAL_FROM = BigDecimal.valueOf(80);

    private static final List<PersonalCondition> ALL = List.of(
            of("pregnancy", PersonFields.PREGNANCY, PersonalCondition::notIfMale),
            of("pregnancy-potential", PersonFields.PREGNANCY_POTENTIAL, PersonalCondition::notIfMale),
            of("effective-contraception", PersonFields.EFFECTIVE_CONTRACEPTION, PersonalCondition::asStated),
            of("breastfeeding", PersonFields.BREASTFEEDING, PersonalCondition::asStated),
            of("drug-sensitivity", PersonFields.DRUG_SENSITIVITY, PersonalCondition::asStated),
            of("frailty", PersonFields.FRAILTY, PersonalCondition::asStated),
            new PersonalCondition(
                    "kidney-impairment",
                    PersonFields.CREATININE_CLEARANCE,
                    Optional.empty(),
                    PersonalCondition::kidney),
            new PersonalCondition(
                    "liver-disease",
                    PersonFields.LIVER_FUNCTION,
                    Optional.empty(),
                    person -> liver(person, LiverFunction.IMPAIRED, LiverFunction.SEVERELY_IMPAIRED)),
            new PersonalCondition(
                    "severe-liver-disease",
                    PersonFields.LIVER_FUNCTION,
                    Optional.empty(),
                    person -> liver(person, LiverFunction.SEVERELY_IMPAIRED)));

    private static PersonalCondition of(
            String code, Field<Person, Answer> field, BiFunction<Person, Answer, Answer> reading) {
        return new PersonalCondition(
                code, field, Optional.of(field), person -> reading.apply(person, field.of(person)));
    }

    private static Answer asStated(Person person, Answer stated) {
        return stated;
    }

    private static final Set<String> CODES =
            ALL.stream().map(PersonalCondition::code).collect(Collectors.toUnmodifiableSet());

    /** All of them. */
    public static List<PersonalCondition> all() {
        return ALL;
    }

    /** The codes of those that a field states. */
    public static Set<String> statedBy(Field<Person, ?> field) {
        return ALL.stream()
                .filter(condition -> condition.field == field)
                .map(PersonalCondition::code)
                .collect(Collectors.toUnmodifiableSet());
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
