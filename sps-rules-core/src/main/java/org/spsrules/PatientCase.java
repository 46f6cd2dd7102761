package org.spsrules;

import static org.spsrules.internal.Given.given;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.Contradictions;
import org.spsrules.internal.shape.ValueCheck;
import org.spsrules.internal.shape.Values;
import org.spsrules.vocabulary.OtherTerm;

/**
 * What is known about one patient on one day. Immutable and safe for use by several threads.
 *
 * <p>What is not stated is unknown. Drugs, conditions, symptoms and tests go by the codes of the vocabulary, or by a
 * name, brand or synonym of it; {@link SpsRules#evaluate} checks them.
 *
 * @param asOf the day to which the case refers; rules never read the clock
 * @param title a heading for the report; holds nothing that rules read
 * @param citation where a published case was described; likewise
 * @param person age, body and what concerns pregnancy
 * @param diagnosis how certain SPS is
 * @param course how the disease goes
 * @param setting where the patient is
 * @param symptoms symptoms and signs
 * @param triggers what brings on spasms
 * @param conditions comorbidities and other states
 * @param allergies therapies that the patient is allergic to
 * @param tests results of tests
 * @param treatments what was and is given
 * @param plans what is planned, ordered or wished
 * @param acknowledged ids of rules whose alerts a clinician has acknowledged, or of one and, behind a blank, the drug that
 *     its alert is about
 */
public record PatientCase(
        LocalDate asOf,
        Optional<String> title,
        Optional<String> citation,
        Person person,
        Diagnosis diagnosis,
        Course course,
        Setting setting,
        Checklist symptoms,
        Checklist triggers,
        Checklist conditions,
        Checklist allergies,
        List<Test> tests,
        Treatments treatments,
        List<Plan> plans,
        Set<String> acknowledged) {

    /**
     * A case whose facts fit together.
     *
     * @throws InvalidCaseException with every value that is out of range and every contradiction
     */
    public PatientCase {
        given(asOf, "asOf");
        given(title, "title");
        given(citation, "citation");
        given(setting, "setting");
        tests = List.copyOf(tests);
        plans = List.copyOf(plans);
        acknowledged = sorted(acknowledged);
        Values<PatientCase> values = CaseFields.PART.values(
                title,
                citation,
                asOf,
                person,
                diagnosis,
                course,
                setting,
                symptoms,
                triggers,
                conditions,
                allergies,
                tests,
                treatments,
                plans,
                acknowledged);
        List<Problem> problems = new ArrayList<>(ValueCheck.problemsIn(values));
        problems.addAll(Contradictions.in(values));
        if (!problems.isEmpty()) {
            throw new InvalidCaseException(problems);
        }
    }

    /** An unmodifiable copy whose order does not depend on how the set was made. */
    private static Set<String> sorted(Set<String> values) {
        return sorted(values, Set.of());
    }

    private static Set<String> sorted(Set<String> values, Set<String> more) {
        SortedSet<String> sorted = new TreeSet<>(values);
        sorted.addAll(more);
        return Collections.unmodifiableSortedSet(sorted);
    }

    /**
     * A term for what the vocabulary may not know: {@code current(other("amoxicillin"))}. It is kept, and the report names it as
     * not understood; if the vocabulary knows the name after all, it is read like any term.
     *
     * @param name as it stands in the record
     */
    public static String other(String name) {
        return OtherTerm.of(given(name, "name"));
    }

    /**
     * Begins a case.
     *
     * @param asOf the day to which the case refers
     */
    public static PatientCaseBuilder asOf(LocalDate asOf) {
        return new PatientCaseBuilder(asOf);
    }

    /**
     * The person.
     *
     * @param age in completed years, 0 to 130
     * @param sex as far as known
     * @param weight in kilograms, more than 0 and at most 500
     * @param creatinineClearance in mL/min, 0 to 300
     * @param liverFunction as judged by a clinician
     * @param pregnancy whether the patient is pregnant
     * @param pregnancyPotential whether the patient can become pregnant
     * @param effectiveContraception whether effective contraception is used
     * @param breastfeeding whether the patient breastfeeds
     * @param drugSensitivity whether the patient is known to react to small doses
     * @param frailty whether the patient is frail
     */
    public record Person(
            Optional<Integer> age,
            Sex sex,
            Optional<BigDecimal> weight,
            Optional<BigDecimal> creatinineClearance,
            LiverFunction liverFunction,
            Answer pregnancy,
            Answer pregnancyPotential,
            Answer effectiveContraception,
            Answer breastfeeding,
            Answer drugSensitivity,
            Answer frailty) {

        public Person {
            weight = weight.map(Decimals::plain);
            creatinineClearance = creatinineClearance.map(Decimals::plain);
        }
    }

    /** How well the liver works, as judged by a clinician. */
    public enum LiverFunction {
        NORMAL,
        IMPAIRED,
        SEVERELY_IMPAIRED,
        UNKNOWN
    }

    /**
     * How certain the diagnosis of SPS is.
     *
     * @param status as stated by a clinician
     * @param variant code of the variant, for example {@code stiff-limb}
     * @param treatedAsSps whether a clinician has decided to treat as SPS; counts as confirmed for the ladder (D-11)
     * @param psychiatricLabels codes of the psychiatric conditions that the symptoms have been put down to
     * @param onset when the symptoms began, as exactly as that is known
     */
    public record Diagnosis(
            Status status,
            Optional<String> variant,
            Answer treatedAsSps,
            Set<String> psychiatricLabels,
            Optional<PartialDate> onset) {

        /** Copies the labels. */
        public Diagnosis {
            psychiatricLabels = sorted(psychiatricLabels);
        }

        /** The certainty of a diagnosis. */
        public enum Status {
            SUSPECTED,
            CONFIRMED,
            EXCLUDED,
            UNKNOWN
        }
    }

    /**
     * How the disease goes.
     *
     * @param control how well the symptoms are controlled, as judged by a clinician
     * @param disabling whether it disables the patient
     * @param acuteSevereExacerbation whether there is an acute severe exacerbation, as judged by a clinician
     * @param relapse whether symptoms have come back after they were controlled
     */
    public record Course(Control control, Answer disabling, Answer acuteSevereExacerbation, Answer relapse) {

        /** How well symptoms are controlled. */
        public enum Control {
            GOOD,
            PARTIAL,
            POOR,
            UNKNOWN
        }
    }

    /** Where the patient is. */
    public enum Setting {
        OUTPATIENT,
        EMERGENCY,
        WARD,
        INTENSIVE_CARE,
        THEATRE,
        UNKNOWN
    }

    /**
     * A list of things that a patient has or does not have.
     *
     * @param present what the patient has
     * @param absent what the patient is known not to have
     * @param completeness whether everything that is not listed is absent
     * @param severe what the patient has severely; it is present
     */
    public record Checklist(Set<String> present, Set<String> absent, Completeness completeness, Set<String> severe) {

        /** A list that says of nothing how severe it is. */
        public Checklist(Set<String> present, Set<String> absent, Completeness completeness) {
            this(present, absent, completeness, Set.of());
        }

        /** Copies the lists; what is severe is present, whether or not it is listed there. */
        public Checklist {
            present = sorted(present, severe);
            absent = sorted(absent);
            severe = sorted(severe);
        }
    }

    /**
     * The result of a test.
     *
     * @param test code of the test
     * @param result what came of it
     * @param value the figure with its unit, for example {@code 93.57 U/mL}
     * @param assay the method, for example {@code ELISA}
     * @param date when it was taken, as exactly as that is known
     */
    public record Test(
            String test, Result result, Optional<Quantity> value, Optional<String> assay, Optional<PartialDate> date) {

        /** What came of a test. */
        public enum Result {
            POSITIVE,
            NEGATIVE,
            LOW,
            NORMAL,
            HIGH,
            PENDING,
            NOT_DONE,
            UNKNOWN;

            /** Whether it says where a value lies; what that means, the vocabulary says of the test. */
            public boolean isLevel() {
                return this == LOW || this == NORMAL || this == HIGH;
            }
        }
    }

    /**
     * A measured value.
     *
     * @param comparator whether the true value is this one, or beyond it
     * @param value 0 or more
     * @param unit as the laboratory states it
     */
    public record Quantity(Comparator comparator, BigDecimal value, String unit) {

        private static final int MOST_DIGITS = 30;

        /** How the true value stands to the one that is stated. */
        public enum Comparator {
            EQUAL(""),
            BELOW("<"),
            AT_MOST("<="),
            ABOVE(">"),
            AT_LEAST(">=");

            private final String sign;

            Comparator(String sign) {
                this.sign = sign;
            }

            /** How it is written; empty for a value that is the true one. */
            public String sign() {
                return sign;
            }

            /**
             * The comparator that is written like this.
             *
             * @throws IllegalArgumentException if there is none
             */
            public static Comparator of(String sign) {
                for (Comparator comparator : values()) {
                    if (comparator.sign.equals(sign)) {
                        return comparator;
                    }
                }
                throw new IllegalArgumentException("\"" + sign + "\" is none of < <= > >=");
            }
        }

        /** A value that is the true one. */
        public Quantity(BigDecimal value, String unit) {
            this(Comparator.EQUAL, value, unit);
        }

        /**
         * A value that can be written out.
         *
         * @throws IllegalArgumentException if it would take more than 30 digits
         */
        public Quantity {
            if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
                throw new IllegalArgumentException(value + " has too many digits for a measured value");
            }
            value = Decimals.plain(value);
        }

        @Override
        public String toString() {
            return comparator.sign() + value.toPlainString() + " " + unit;
        }
    }

    /**
     * What was and is given.
     *
     * @param history whether every treatment ever given for SPS is listed (D-30)
     * @param medication whether everything that the patient takes now is listed
     * @param given treatments, past and current
     * @param unavailable codes of therapies that cannot be had
     * @param declined codes of therapies that the patient has declined
     * @param unsuitable codes of therapies that a clinician has judged unsuitable for the patient
     * @param never codes of therapies that were never given, whether or not the history is complete
     * @param ever codes of therapies that were given, without a word on whether they still are
     */
    public record Treatments(
            Completeness history,
            Completeness medication,
            List<Treatment> given,
            Set<String> unavailable,
            Set<String> declined,
            Set<String> unsuitable,
            Set<String> never,
            Set<String> ever) {

        /** Copies the lists. */
        public Treatments {
            given = List.copyOf(given);
            unavailable = sorted(unavailable);
            declined = sorted(declined);
            unsuitable = sorted(unsuitable);
            never = sorted(never);
            ever = sorted(ever);
        }
    }

    /**
     * One treatment, past or current.
     *
     * @param therapy code of the therapy
     * @param current whether it is given now
     * @param dose the dose, the highest one if it is past
     * @param highestTolerated whether that is the highest dose that the patient tolerates
     * @param indication what it is given for
     * @param schedule whether a drug is taken regularly
     * @param takenAsPrescribed whether the patient takes it as it was prescribed
     * @param courses how many courses of it were given
     * @param singleDose whether it was one dose and no more
     * @param supplyDays for how many days what the patient has of it lasts
     * @param addedLast whether it was added after all others that are given now
     * @param started when it was begun, as exactly as that is known
     * @param stopped when it was ended, as exactly as that is known; only if it is past
     * @param ending how it was ended; only if it is past
     * @param response what it did, as judged by a clinician
     * @param adequateTrial whether dose and duration were enough to judge it, as decided by a clinician
     * @param tolerated whether it was tolerated
     * @param sideEffects codes of its side effects
     * @param severeSideEffects codes of those that are severe; they are side effects
     * @param woreOff whether a good response has worn off
     * @param label what tells it from another entry of the same drug: the name on the package, or who prescribes it
     */
    public record Treatment(
            String therapy,
            boolean current,
            Optional<Dose> dose,
            Answer highestTolerated,
            Indication indication,
            Schedule schedule,
            Answer takenAsPrescribed,
            Optional<Integer> courses,
            Answer singleDose,
            Optional<Integer> supplyDays,
            Answer addedLast,
            Optional<PartialDate> started,
            Optional<PartialDate> stopped,
            Plan.Manner ending,
            Response response,
            Answer adequateTrial,
            Answer tolerated,
            Set<String> sideEffects,
            Set<String> severeSideEffects,
            Answer woreOff,
            Optional<String> label) {

        /** Copies the side effects; those that are severe are among them, whether or not they are listed there. */
        public Treatment {
            sideEffects = sorted(sideEffects, severeSideEffects);
            severeSideEffects = sorted(severeSideEffects);
        }

        /** What a treatment is given for. */
        public enum Indication {
            SPS,
            ANOTHER_DISEASE,
            UNKNOWN
        }

        /** How a drug is taken. */
        public enum Schedule {
            SCHEDULED,
            AS_NEEDED,
            UNKNOWN
        }

        /** What a treatment did. */
        public enum Response {
            GOOD,
            PARTIAL,
            NONE,
            WORSE,
            UNKNOWN
        }
    }

    /**
     * Something planned, ordered or wished.
     *
     * @param action what
     * @param therapy with which therapy, for a switch the one that is taken now; empty for a plan that concerns none, such
     *     as surgery
     * @param to the therapy that is to take its place; only of a switch
     * @param manner how a stop or reduction is to be done
     * @param requestedBy who wants it
     */
    public record Plan(
            Action action, Optional<String> therapy, Optional<String> to, Manner manner, RequestedBy requestedBy) {

        /** A plan that names no therapy to take the place of another one. */
        public Plan(Action action, Optional<String> therapy, Manner manner, RequestedBy requestedBy) {
            this(action, therapy, Optional.empty(), manner, requestedBy);
        }

        /** What is planned. */
        public enum Action {
            START,
            STOP,
            REDUCE,
            SWITCH,
            CONTINUE,
            DETOXIFICATION,
            SURGERY,
            PREGNANCY;

            /** Whether a plan for this names a therapy. */
            public boolean concernsTherapy() {
                return this == START || this == STOP || this == REDUCE || this == SWITCH || this == CONTINUE;
            }
        }

        /** How a stop or a reduction is to be done. */
        public enum Manner {
            ABRUPT,
            GRADUAL,
            UNKNOWN
        }

        /** Who wants it. */
        public enum RequestedBy {
            PATIENT,
            CLINICIAN,
            EMERGENCY_STAFF,
            UNKNOWN
        }
    }
}
