package org.spsrules.internal.counterfactual;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spsrules.Answer;
import org.spsrules.PatientCase.Person;
import org.spsrules.Sex;
import org.spsrules.internal.fact.PersonalCondition;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.PersonFields;
import org.spsrules.internal.shape.Types;

/** What the patient section of a case states. */
final class PersonChanges {

    private static final BigDecimal IMPAIRED_CLEARANCE = BigDecimal.valueOf(59);
    private static final BigDecimal NORMAL_CLEARANCE = BigDecimal.valueOf(90);
    private static final int ADULT = 18;
    private static final Set<String> LIVER = PersonalCondition.statedBy(PersonFields.LIVER_FUNCTION);
    private static final Set<String> KIDNEY = PersonalCondition.statedBy(PersonFields.CREATININE_CLEARANCE);
    private static final Set<String> PREGNANCY = PersonalCondition.statedBy(PersonFields.PREGNANCY);

    private final Changes changes;
    private final ReferencedTerms mentions;
    private final Person stated;

    PersonChanges(Changes changes) {
        this.changes = changes;
        this.mentions = changes.mentions();
        this.stated = changes.patientCase().person();
    }

    void find() {
        for (PersonalCondition condition : PersonalCondition.all()) {
            condition.stated().ifPresent(field -> condition(condition.code(), field));
        }
        if (LIVER.stream().anyMatch(mentions::concerns)) {
            words(PersonFields.LIVER_FUNCTION, LIVER);
        }
        clearance();
        age();
        if (stated.sex() == Sex.UNKNOWN
                && (mentions.asks("Patient.female")
                        || mentions.asks("Patient.male")
                        || PREGNANCY.stream().anyMatch(mentions::concerns))) {
            words(PersonFields.SEX, Set.of());
        }
        numbers(PersonFields.WEIGHT, around(mentions.numbers("Patient.weight")), Set.of());
    }

    /** A condition with a field of its own. One that is part of a person's nature can only become known. */
    private void condition(String code, Field<Person, Answer> field) {
        boolean ofWomen = field == PersonFields.PREGNANCY || field == PersonFields.PREGNANCY_POTENTIAL;
        Answer known = changes.patient().answer(code);
        if (!mentions.concerns(code)
                || field.isLasting() && known != Answer.UNKNOWN
                || ofWomen && stated.sex() == Sex.MALE) {
            return;
        }
        changes.others(
                Slot.of(CaseFields.CONDITIONS, code),
                path(field),
                changes.vocabulary().nameOf(code),
                known,
                (Types.Word<Answer>) field.value(),
                (draft, value) -> set(draft, field, value, Set.of(code)));
    }

    private <E extends Enum<E>> void words(Field<Person, E> field, Set<String> conditions) {
        changes.others(
                Slot.of(field),
                path(field),
                field.called(),
                field.of(stated),
                (Types.Word<E>) field.value(),
                (draft, value) -> set(draft, field, value, conditions));
    }

    /** Sets a field of the person, of which the list of conditions then says nothing. */
    private static <V> void set(CaseDraft draft, Field<Person, V> field, V value, Set<String> conditions) {
        draft.set(CaseFields.PERSON, PersonFields.PART, field, value);
        draft.forgetConditions(conditions);
    }

    private static String path(Field<Person, ?> field) {
        return "patient." + field.name();
    }

    private void clearance() {
        Set<BigDecimal> values = around(mentions.numbers("Patient.creatinineClearance"));
        if (KIDNEY.stream().anyMatch(mentions::concerns)) {
            values.add(IMPAIRED_CLEARANCE);
            values.add(NORMAL_CLEARANCE);
        }
        if (values.isEmpty() && mentions.asks("Patient.creatinineClearanceUnknown")) {
            values.add(NORMAL_CLEARANCE);
        }
        numbers(PersonFields.CREATININE_CLEARANCE, values, KIDNEY);
    }

    private void numbers(Field<Person, Optional<BigDecimal>> field, Set<BigDecimal> values, Set<String> conditions) {
        Types.Measure type = (Types.Measure) field.value();
        Optional<BigDecimal> now = field.of(stated);
        String from =
                now.map(value -> value.toPlainString() + " " + type.unit()).orElse(Changes.NOT_KNOWN);
        for (BigDecimal value : values) {
            boolean other = now.filter(known -> known.compareTo(value) == 0).isEmpty();
            if (other && type.refusal(value).isEmpty()) {
                changes.add(
                        Slot.of(field),
                        path(field),
                        field.called(),
                        from,
                        value.toPlainString() + " " + type.unit(),
                        draft -> set(draft, field, Optional.of(value), conditions));
            }
        }
    }

    /** Values on either side of each number, and the number itself. */
    static Set<BigDecimal> around(Set<BigDecimal> numbers) {
        Set<BigDecimal> values = new TreeSet<>();
        for (BigDecimal number : numbers) {
            values.add(number.subtract(BigDecimal.ONE).max(BigDecimal.ZERO));
            values.add(number);
            values.add(number.add(BigDecimal.ONE));
        }
        return values;
    }

    private void age() {
        if (stated.age().isPresent()) {
            return;
        }
        Set<BigDecimal> ages = around(mentions.numbers("Patient.age"));
        if (mentions.asks("Patient.adult") || mentions.asks("Patient.child")) {
            ages.add(BigDecimal.valueOf(ADULT - 1));
            ages.add(BigDecimal.valueOf(ADULT));
        }
        if (ages.isEmpty() && mentions.asks("Patient.ageUnknown")) {
            ages.add(BigDecimal.valueOf(ADULT));
        }
        for (BigDecimal age : ages) {
            changes.add(
                    Slot.of(PersonFields.AGE),
                    path(PersonFields.AGE),
                    PersonFields.AGE.called(),
                    Changes.NOT_KNOWN,
                    age.toPlainString(),
                    draft -> set(draft, PersonFields.AGE, Optional.of(age.intValue()), Set.of()));
        }
    }
}
