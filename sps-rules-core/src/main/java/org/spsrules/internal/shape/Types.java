package org.spsrules.internal.shape;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.Dose;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Quantity;
import org.spsrules.vocabulary.Concept;

/** The types of fields. */
public final class Types {

    static final Value<Optional<String>> TEXT = new PlainTypes.Text();
    static final Value<Optional<PartialDate>> DATE = new PlainTypes.Date();
    static final Value<LocalDate> TODAY = new PlainTypes.Today();
    static final Value<Optional<Dose>> DOSE = new PlainTypes.DoseValue();
    static final Value<Optional<Quantity>> QUANTITY = new PlainTypes.QuantityValue();

    /** What a writer of cases has to know of every date. */
    static final String AS_EXACT_AS_KNOWN = "A day, a month or a year: 2013-05-14, 2013-05, 2013.";

    private Types() {}

    /** A word that may be left out; it is unknown then. */
    static <E extends Enum<E>> Value<E> word(E unknown) {
        return new Word<>(unknown, false);
    }

    /** A word that a case must state. */
    static <E extends Enum<E>> Value<E> requiredWord(E standIn) {
        return new Word<>(standIn, true);
    }

    /** A number of years, which may be written in months. */
    static Value<Optional<Integer>> age(int least, int most, String noun) {
        return new Whole(least, most, noun, true);
    }

    /** A number of things. */
    static Value<Optional<Integer>> count(int least, int most, String noun) {
        return new Whole(least, most, noun, false);
    }

    /** One of a few words. */
    public static final class Word<E extends Enum<E>> extends Value<E> {

        private final boolean required;

        private Word(E unstated, boolean required) {
            super(unstated);
            this.required = required;
        }

        @Override
        public boolean isRequired() {
            return required;
        }

        /** The words, in the order of the constants. */
        public List<E> words() {
            return Arrays.asList(unstated().getDeclaringClass().getEnumConstants());
        }

        /** The words other than the one that stands for nothing stated. */
        public List<E> known() {
            return words().stream()
                    .filter(word -> required || word != unstated())
                    .toList();
        }

        @Override
        <P, R> R accept(Field<P, E> field, FieldVisitor<P, R> visitor) {
            return visitor.word(field, this);
        }
    }

    /** One of two states, which a case must state. */
    public static final class State extends Value<Boolean> {

        private final String yes;
        private final String no;

        State(String yes, String no) {
            super(false);
            this.yes = yes;
            this.no = no;
        }

        /** The word for true. */
        public String yes() {
            return yes;
        }

        /** The word for false. */
        public String no() {
            return no;
        }

        @Override
        public boolean isRequired() {
            return true;
        }

        @Override
        <P, R> R accept(Field<P, Boolean> field, FieldVisitor<P, R> visitor) {
            return visitor.state(field, this);
        }
    }

    /** A whole number within bounds. */
    public static final class Whole extends Value<Optional<Integer>> {

        private final int least;
        private final int most;
        private final String noun;
        private final boolean age;

        private Whole(int least, int most, String noun, boolean age) {
            super(Optional.empty());
            this.least = least;
            this.most = most;
            this.noun = noun;
            this.age = age;
        }

        /** Whether it is a number of years, which may be written in months. */
        public boolean isAge() {
            return age;
        }

        /** The lowest number that makes sense. */
        public int least() {
            return least;
        }

        /** The highest number that makes sense. */
        public int most() {
            return most;
        }

        /** Why a number is refused; empty if it is not. */
        public Optional<String> refusal(int number) {
            return number >= least && number <= most ? Optional.empty() : Optional.of(number + " is not " + noun);
        }

        @Override
        <P, R> R accept(Field<P, Optional<Integer>> field, FieldVisitor<P, R> visitor) {
            return visitor.whole(field, this);
        }
    }

    /** A number in one unit, within bounds. */
    public static final class Measure extends Value<Optional<BigDecimal>> {

        private final String unit;
        private final boolean aboveZero;
        private final BigDecimal most;
        private final String noun;

        Measure(String unit, boolean aboveZero, int most, String noun) {
            super(Optional.empty());
            this.unit = unit;
            this.aboveZero = aboveZero;
            this.most = BigDecimal.valueOf(most);
            this.noun = noun;
        }

        /** The unit. */
        public String unit() {
            return unit;
        }

        /** Why a number is refused; empty if it is not. */
        public Optional<String> refusal(BigDecimal number) {
            boolean fits = number.signum() >= (aboveZero ? 1 : 0) && number.compareTo(most) <= 0;
            return fits ? Optional.empty() : Optional.of(number + " is not " + noun);
        }

        @Override
        <P, R> R accept(Field<P, Optional<BigDecimal>> field, FieldVisitor<P, R> visitor) {
            return visitor.measure(field, this);
        }
    }

    /** A term that a case must state. */
    public static final class Term extends Value<String> {

        private final Set<Concept.Kind> kinds;

        Term(Set<Concept.Kind> kinds) {
            super("");
            this.kinds = kinds;
        }

        /** The kinds of concept that it may name. */
        public Set<Concept.Kind> kinds() {
            return kinds;
        }

        @Override
        public boolean isRequired() {
            return true;
        }

        @Override
        <P, R> R accept(Field<P, String> field, FieldVisitor<P, R> visitor) {
            return visitor.term(field, this);
        }
    }

    /** A term that may be left out. */
    public static final class OptionalTerm extends Value<Optional<String>> {

        private final Set<Concept.Kind> kinds;

        OptionalTerm(Set<Concept.Kind> kinds) {
            super(Optional.empty());
            this.kinds = kinds;
        }

        /** The kinds of concept that it may name. */
        public Set<Concept.Kind> kinds() {
            return kinds;
        }

        @Override
        <P, R> R accept(Field<P, Optional<String>> field, FieldVisitor<P, R> visitor) {
            return visitor.optionalTerm(field, this);
        }
    }

    /** A list of terms. */
    public static final class Terms extends Value<Set<String>> {

        private final Set<Concept.Kind> kinds;

        Terms(Set<Concept.Kind> kinds) {
            super(Set.of());
            this.kinds = kinds;
        }

        /** The kinds of concept that they may name; none if they are no terms of the vocabulary. */
        public Set<Concept.Kind> kinds() {
            return kinds;
        }

        @Override
        <P, R> R accept(Field<P, Set<String>> field, FieldVisitor<P, R> visitor) {
            return visitor.terms(field, this);
        }
    }

    /** A part within the part. */
    public static final class One<Q> extends Value<Q> {

        private final Part<Q> part;

        One(Part<Q> part) {
            super(part.make(part.unstated()));
            this.part = part;
        }

        /** The part. */
        public Part<Q> part() {
            return part;
        }

        @Override
        <P, R> R accept(Field<P, Q> field, FieldVisitor<P, R> visitor) {
            return visitor.part(field, this);
        }
    }

    /** A list of parts. */
    public static final class Many<Q> extends Value<List<Q>> {

        private final Part<Q> part;

        Many(Part<Q> part) {
            super(List.of());
            this.part = part;
        }

        /** The part of which there can be several. */
        public Part<Q> part() {
            return part;
        }

        @Override
        <P, R> R accept(Field<P, List<Q>> field, FieldVisitor<P, R> visitor) {
            return visitor.parts(field, this);
        }
    }
}
