package org.spsrules.internal.counterfactual;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spsrules.Answer;
import org.spsrules.PatientCase.LiverFunction;
import org.spsrules.PatientCase.Person;
import org.spsrules.Sex;
import org.spsrules.internal.fact.Aspect;

/** What the patient section of a case states. */
final class PersonChanges {

    private static final BigDecimal IMPAIRED_CLEARANCE = BigDecimal.valueOf(59);
    private static final BigDecimal NORMAL_CLEARANCE = BigDecimal.valueOf(90);
    private static final int ADULT = 18;
    private static final Set<String> LIVER = Set.of("liver-disease", "severe-liver-disease");
    private static final Set<String> KIDNEY = Set.of("kidney-impairment");

    private final Changes changes;
    private final ReferencedTerms mentions;
    private final Person stated;

    PersonChanges(Changes changes) {
        this.changes = changes;
        this.mentions = changes.mentions();
        this.stated = changes.patientCase().person();
    }

    void find() {
        if (stated.sex() != Sex.MALE) {
            condition("pregnancy", "pregnancy", stated.pregnancy(), true, PersonDraft::pregnancy);
            condition(
                    "pregnancy-potential",
                    "pregnancyPotential",
                    stated.pregnancyPotential(),
                    false,
                    PersonDraft::pregnancyPotential);
        }
        condition(
                "effective-contraception",
                "effectiveContraception",
                stated.effectiveContraception(),
                true,
                PersonDraft::effectiveContraception);
        condition("breastfeeding", "breastfeeding", stated.breastfeeding(), true, PersonDraft::breastfeeding);
        condition("drug-sensitivity", "drugSensitivity", stated.drugSensitivity(), false, PersonDraft::drugSensitivity);
        condition("frailty", "frailty", stated.frailty(), true, PersonDraft::frailty);
        if (LIVER.stream().anyMatch(mentions::concerns)) {
            changes.others(
                    Slot.of(Aspect.LIVER_FUNCTION),
                    "patient.liverFunction",
                    "liver function",
                    stated.liverFunction(),
                    LiverFunction.UNKNOWN,
                    LiverFunction.values(),
                    (draft, value) -> {
                        draft.person = new PersonDraft(draft.person)
                                .liverFunction(value)
                                .toPerson();
                        draft.conditions = CaseDraft.without(draft.conditions, LIVER);
                    });
        }
        clearance();
        age();
        sex();
        weight();
    }

    private interface AnswerSetter {
        PersonDraft set(PersonDraft draft, Answer value);
    }

    /** A condition with a field of its own. One that is part of a person's nature can only become known. */
    private void condition(String code, String field, Answer now, boolean canChange, AnswerSetter setter) {
        Answer known = changes.patient().answer(code);
        if (!mentions.concerns(code) || !canChange && known != Answer.UNKNOWN) {
            return;
        }
        changes.others(
                Slot.of(Aspect.CONCEPTS, code),
                "patient." + field,
                changes.vocabulary().nameOf(code),
                known,
                (draft, value) -> {
                    draft.person =
                            setter.set(new PersonDraft(draft.person), value).toPerson();
                    draft.conditions = CaseDraft.without(draft.conditions, Set.of(code));
                });
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
        Optional<BigDecimal> now = stated.creatinineClearance();
        String from = now.map(value -> value.toPlainString() + " mL/min").orElse(Changes.NOT_KNOWN);
        for (BigDecimal value : values) {
            if (now.filter(known -> known.compareTo(value) == 0).isEmpty()) {
                changes.add(
                        Slot.of(Aspect.CREATININE_CLEARANCE),
                        "patient.creatinineClearance",
                        "creatinine clearance",
                        from,
                        value.toPlainString() + " mL/min",
                        draft -> {
                            draft.person = new PersonDraft(draft.person)
                                    .creatinineClearance(value)
                                    .toPerson();
                            draft.conditions = CaseDraft.without(draft.conditions, KIDNEY);
                        });
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
                    Slot.of(Aspect.AGE),
                    "patient.age",
                    "age",
                    Changes.NOT_KNOWN,
                    age.toPlainString(),
                    draft -> draft.person =
                            new PersonDraft(draft.person).age(age.intValue()).toPerson());
        }
    }

    private void sex() {
        if (mentions.asks("Patient.female") || mentions.asks("Patient.male") || mentions.concerns("pregnancy")) {
            changes.answers(
                    Slot.of(Aspect.SEX),
                    "patient.sex",
                    "sex",
                    stated.sex(),
                    Sex.UNKNOWN,
                    Sex.values(),
                    (draft, value) -> draft.person =
                            new PersonDraft(draft.person).sex(value).toPerson());
        }
    }

    private void weight() {
        String from =
                stated.weight().map(value -> value.toPlainString() + " kg").orElse(Changes.NOT_KNOWN);
        for (BigDecimal weight : around(mentions.numbers("Patient.weight"))) {
            if (weight.signum() > 0
                    && stated.weight()
                            .filter(known -> known.compareTo(weight) == 0)
                            .isEmpty()) {
                changes.add(
                        Slot.of(Aspect.WEIGHT),
                        "patient.weight",
                        "weight",
                        from,
                        weight.toPlainString() + " kg",
                        draft -> draft.person =
                                new PersonDraft(draft.person).weight(weight).toPerson());
            }
        }
    }
}
