package org.spsrules.internal.shape;

import java.math.BigDecimal;
import java.util.Optional;
import org.spsrules.Answer;
import org.spsrules.PatientCase.LiverFunction;
import org.spsrules.PatientCase.Person;
import org.spsrules.Sex;

/** The fields of the person. */
public final class PersonFields {

    private static final int MONTHS_OF_A_YEAR = 12;

    static final String CONCEPT_QUESTIONS = "has hasAny hasNot mayHave unclear";

    /** A condition, symptom or trigger, wherever the case states it. */
    public static final Aspect CONCEPTS = Aspect.of("Patient", "has hasNot unclear", "hasAny mayHave")
            .asking("Present or absent: {0}?")
            .bringing("Contraindication");

    public static final Field<Person, Optional<Integer>> AGE = Field.of(
                    "age",
                    Types.age(0, 130, "an age; give completed years from 0 to 130"),
                    Person::age,
                    "Age in completed years")
            .note("Or in months, which are counted as the years that they complete: 18 months are 1.")
            .feeds(Aspect.of("Patient", "age ageUnknown", "adult child").asking("How old is the patient?"), "age");

    public static final Field<Person, Sex> SEX = Field.of(
                    "sex", Types.word(Sex.UNKNOWN), Person::sex, "Sex, as far as known")
            .feeds(
                    Aspect.of("Patient", "female male", CONCEPT_QUESTIONS)
                            .asking("What is the sex of the patient?")
                            .bringing("Contraindication"),
                    "sex")
            .lasting();

    public static final Field<Person, Optional<BigDecimal>> WEIGHT = Field.of(
                    "weight",
                    new Types.Measure("kg", true, 500, "a weight; give kilograms, at most 500"),
                    Person::weight,
                    "Weight")
            .note("In kilograms, more than 0 and at most 500, for example 60 kg.")
            .feeds(Aspect.of("Patient", "weight", "").asking("What does the patient weigh?"), "weight");

    public static final Field<Person, Optional<BigDecimal>> CREATININE_CLEARANCE = Field.of(
                    "creatinineClearance",
                    new Types.Measure("mL/min", false, 300, "a creatinine clearance; give mL/min, 0 to 300"),
                    Person::creatinineClearance,
                    "Creatinine clearance")
            .note("In mL/min, 0 to 300, for example 75 mL/min.")
            .feeds(
                    Aspect.of("Patient", "creatinineClearance creatinineClearanceUnknown", CONCEPT_QUESTIONS)
                            .asking("What is the creatinine clearance?")
                            .bringing("Contraindication"),
                    "creatinine clearance");

    public static final Field<Person, LiverFunction> LIVER_FUNCTION = Field.of(
                    "liverFunction",
                    Types.word(LiverFunction.UNKNOWN),
                    Person::liverFunction,
                    "Liver function, as judged by a clinician")
            .feeds(
                    Aspect.of("Patient", "", CONCEPT_QUESTIONS)
                            .asking("How well does the liver work?")
                            .bringing("Contraindication"),
                    "liver function");

    public static final Field<Person, Answer> PREGNANCY =
            Field.of("pregnancy", Types.word(Answer.UNKNOWN), Person::pregnancy, "Is the patient pregnant?");

    public static final Field<Person, Answer> PREGNANCY_POTENTIAL = Field.of(
                    "pregnancyPotential",
                    Types.word(Answer.UNKNOWN),
                    Person::pregnancyPotential,
                    "Can the patient become pregnant?")
            .lasting();

    public static final Field<Person, Answer> EFFECTIVE_CONTRACEPTION = Field.of(
            "effectiveContraception",
            Types.word(Answer.UNKNOWN),
            Person::effectiveContraception,
            "Is effective contraception used?");

    public static final Field<Person, Answer> BREASTFEEDING = Field.of(
            "breastfeeding", Types.word(Answer.UNKNOWN), Person::breastfeeding, "Does the patient breastfeed?");

    public static final Field<Person, Answer> DRUG_SENSITIVITY = Field.of(
                    "drugSensitivity",
                    Types.word(Answer.UNKNOWN),
                    Person::drugSensitivity,
                    "Is the patient known to react to small doses?")
            .lasting();

    public static final Field<Person, Answer> FRAILTY =
            Field.of("frailty", Types.word(Answer.UNKNOWN), Person::frailty, "Is the patient frail?");

    public static final Part<Person> PART = Part.of(
            "patient",
            "The person",
            values -> new Person(
                    values.get(AGE),
                    values.get(SEX),
                    values.get(WEIGHT),
                    values.get(CREATININE_CLEARANCE),
                    values.get(LIVER_FUNCTION),
                    values.get(PREGNANCY),
                    values.get(PREGNANCY_POTENTIAL),
                    values.get(EFFECTIVE_CONTRACEPTION),
                    values.get(BREASTFEEDING),
                    values.get(DRUG_SENSITIVITY),
                    values.get(FRAILTY)),
            AGE,
            SEX,
            WEIGHT,
            CREATININE_CLEARANCE,
            LIVER_FUNCTION,
            PREGNANCY,
            PREGNANCY_POTENTIAL,
            EFFECTIVE_CONTRACEPTION,
            BREASTFEEDING,
            DRUG_SENSITIVITY,
            FRAILTY);

    private PersonFields() {}

    /** The years that so many months complete. */
    public static int years(int months) {
        return Math.floorDiv(months, MONTHS_OF_A_YEAR);
    }
}
