package org.spsrules.authoring.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spsrules.Dose;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Person;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.internal.fact.PersonalCondition;
import org.spsrules.internal.shape.DiagnosisFields;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.FieldVisitor;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.Types;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** Values of fields among which are all that rules could tell apart. Not so of dates longer ago than a rule may ask about. */
final class Candidates {

    private static final int MOST_DAYS = 800;
    private static final int MOST_MONTHS = 600;
    private static final int MOST_HALVES = 1_200;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Vocabulary vocabulary;
    private final LocalDate asOf;
    private final List<Dose> limits;
    private final List<BigDecimal> numbers;

    /**
     * Candidates.
     *
     * @param limits the doses that rules name
     * @param numbers the other numbers that they name
     */
    Candidates(Vocabulary vocabulary, LocalDate asOf, Collection<Dose> limits, Collection<BigDecimal> numbers) {
        this.vocabulary = vocabulary;
        this.asOf = asOf;
        this.limits = List.copyOf(limits);
        this.numbers = List.copyOf(numbers);
    }

    <P, V> List<V> of(Field<P, V> field) {
        @SuppressWarnings("unchecked") // the visitor makes values of the field
        List<V> values = (List<V>) field.accept(new Visitor<P>());
        return values;
    }

    /** The values that fit what is stated: a dose is given in a unit of the therapy. */
    <P, V> List<V> fitting(Field<P, V> field, List<V> values, P stated) {
        if (!field.equals(TreatmentFields.DOSE) || !(stated instanceof Treatment treatment)) {
            return values;
        }
        List<Dose.Unit> units = units(treatment.therapy());
        return values.stream()
                .filter(value -> units.isEmpty()
                        || ((Optional<?>) value)
                                .map(dose -> units.stream().anyMatch(((Dose) dose).unit()::comparableWith))
                                .orElse(true))
                .toList();
    }

    private List<Dose.Unit> units(String therapy) {
        return vocabulary.concept(therapy).filter(concept -> vocabulary.isListed(therapy)).stream()
                .flatMap(concept -> concept.units().stream())
                .map(unit -> Dose.parse("1 " + unit).unit())
                .toList();
    }

    /** What is told of a part beside the answers to questions. */
    Object alsoTold(Object stated) {
        return stated instanceof Person person
                ? PersonalCondition.all().stream()
                        .map(condition -> condition.answer().apply(person))
                        .toList()
                : "";
    }

    private final class Visitor<P> implements FieldVisitor<P, List<?>> {
        @Override
        public List<?> other(Field<P, ?> field) {
            throw new UnmodelledException(field.name());
        }

        @Override
        public <E extends Enum<E>> List<?> word(Field<P, E> field, Types.Word<E> type) {
            return type.words();
        }

        @Override
        public List<?> state(Field<P, Boolean> field, Types.State type) {
            return List.of(false, true);
        }

        @Override
        public List<?> whole(Field<P, Optional<Integer>> field, Types.Whole type) {
            return orNothing(
                    IntStream.rangeClosed(type.least(), type.most()).boxed().toList());
        }

        @Override
        public List<?> measure(Field<P, Optional<BigDecimal>> field, Types.Measure type) {
            Stream<BigDecimal> halves =
                    IntStream.rangeClosed(0, MOST_HALVES).mapToObj(count -> HALF.multiply(BigDecimal.valueOf(count)));
            Stream<BigDecimal> near = numbers.stream()
                    .flatMap(number -> Stream.of(number.multiply(HALF), number, number.add(BigDecimal.ONE)));
            return orNothing(Stream.concat(halves, near)
                    .filter(number -> type.refusal(number).isEmpty())
                    .toList());
        }

        @Override
        public List<?> date(Field<P, Optional<PartialDate>> field) {
            return field.equals(DiagnosisFields.ONSET)
                    ? dates(field, MOST_MONTHS, asOf::minusMonths)
                    : dates(field, MOST_DAYS, asOf::minusDays);
        }

        private List<?> dates(Field<P, ?> field, int most, IntFunction<LocalDate> ago) {
            if (numbers.stream().anyMatch(number -> number.compareTo(BigDecimal.valueOf(most)) >= 0)) {
                throw new UnmodelledException(field.name() + " longer ago than " + most);
            }
            return orNothing(IntStream.rangeClosed(0, most)
                    .mapToObj(ago)
                    .map(PartialDate::of)
                    .toList());
        }

        @Override
        public List<?> dose(Field<P, Optional<Dose>> field) {
            List<Dose> doses = new ArrayList<>();
            for (Dose.Unit unit : Dose.Unit.values()) {
                doses.add(new Dose(HALF, unit));
            }
            for (Dose limit : limits) {
                doses.add(limit);
                doses.add(new Dose(limit.amount().multiply(HALF), limit.unit()));
            }
            return orNothing(doses);
        }

        @Override
        public List<?> optionalTerm(Field<P, Optional<String>> field, Types.OptionalTerm type) {
            return orNothing(vocabulary.concepts().stream()
                    .filter(concept -> type.kinds().contains(concept.kind()))
                    .map(Concept::code)
                    .sorted()
                    .toList());
        }

        private <T> List<Optional<T>> orNothing(List<T> values) {
            return Stream.concat(Stream.of(Optional.<T>empty()), values.stream().map(Optional::of))
                    .toList();
        }
    }
}
