package org.spsrules.internal.counterfactual;

import java.math.BigDecimal;
import java.util.Optional;
import org.spsrules.Answer;
import org.spsrules.PatientCase.LiverFunction;
import org.spsrules.PatientCase.Person;
import org.spsrules.Sex;

/** A person that is being changed. Not safe for use by several threads. */
final class PersonDraft {

    private Optional<Integer> age;
    private Sex sex;
    private Optional<BigDecimal> weight;
    private Optional<BigDecimal> creatinineClearance;
    private LiverFunction liverFunction;
    private Answer pregnancy;
    private Answer pregnancyPotential;
    private Answer effectiveContraception;
    private Answer breastfeeding;
    private Answer drugSensitivity;
    private Answer frailty;

    PersonDraft(Person base) {
        age = base.age();
        sex = base.sex();
        weight = base.weight();
        creatinineClearance = base.creatinineClearance();
        liverFunction = base.liverFunction();
        pregnancy = base.pregnancy();
        pregnancyPotential = base.pregnancyPotential();
        effectiveContraception = base.effectiveContraception();
        breastfeeding = base.breastfeeding();
        drugSensitivity = base.drugSensitivity();
        frailty = base.frailty();
    }

    PersonDraft age(int value) {
        age = Optional.of(value);
        return this;
    }

    PersonDraft sex(Sex value) {
        sex = value;
        return this;
    }

    PersonDraft weight(BigDecimal value) {
        weight = Optional.of(value);
        return this;
    }

    PersonDraft creatinineClearance(BigDecimal value) {
        creatinineClearance = Optional.of(value);
        return this;
    }

    PersonDraft liverFunction(LiverFunction value) {
        liverFunction = value;
        return this;
    }

    PersonDraft pregnancy(Answer value) {
        pregnancy = value;
        return this;
    }

    PersonDraft pregnancyPotential(Answer value) {
        pregnancyPotential = value;
        return this;
    }

    PersonDraft effectiveContraception(Answer value) {
        effectiveContraception = value;
        return this;
    }

    PersonDraft breastfeeding(Answer value) {
        breastfeeding = value;
        return this;
    }

    PersonDraft drugSensitivity(Answer value) {
        drugSensitivity = value;
        return this;
    }

    PersonDraft frailty(Answer value) {
        frailty = value;
        return this;
    }

    Person toPerson() {
        return new Person(
                age,
                sex,
                weight,
                creatinineClearance,
                liverFunction,
                pregnancy,
                pregnancyPotential,
                effectiveContraception,
                breastfeeding,
                drugSensitivity,
                frailty);
    }
}
