package org.spsrules.authoring.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.spsrules.Dose;
import org.spsrules.InvalidCaseException;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.CaseFacts.Baseline;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.DiagnosisFields;
import org.spsrules.internal.shape.Draft;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.FieldVisitor;
import org.spsrules.internal.shape.Part;
import org.spsrules.internal.shape.Types;
import org.spsrules.internal.shape.Values;
import org.spsrules.vocabulary.Concept;

/**
 * States in a part of a case what a rule asks of the fact that is made of it. What makes the answer to a question is written
 * down nowhere: values of the fields that can turn it are tried, and the fact itself is asked. Not thread-safe.
 *
 * @param <P> the part
 */
final class PartAim<P> {

    /** For what is asked without a number, as whether somebody is grown up. */
    private static final List<BigDecimal> USUAL = Stream.of(1, 9, 17, 18, 40, 59, 65, 80, 400)
            .map(BigDecimal::valueOf)
            .toList();

    private static final int OTHERS = 12;

    private final Means means;
    private final String factType;
    private final Part<P> part;
    private final Values<P> blank;
    private final Function<P, PatientCase> alone;
    private final Map<List<Object>, Ways<P>> known = new HashMap<>();

    /**
     * An aim at parts of one kind.
     *
     * @param factType the facts that are made of them
     * @param blank the least that such a part can state
     * @param alone the case that states nothing else
     */
    PartAim(Means means, String factType, Part<P> part, Values<P> blank, Function<P, PatientCase> alone) {
        this.means = means;
        this.factType = factType;
        this.part = part;
        this.blank = blank;
        this.alone = alone;
    }

    /** An aim at the one part of a kind that each case has. */
    static <P> PartAim<P> ofOne(Means means, String factType, Field<PatientCase, P> field, Part<P> part) {
        return new PartAim<>(
                means,
                factType,
                part,
                part.unstated(),
                stated -> CaseFields.PART.with(CaseDraft.blank(), field, stated));
    }

    /**
     * What all aims share.
     *
     * @param nothing a case that states nothing, and its facts
     */
    record Means(Draw draw, RelevantConcepts concepts, CaseFacts facts, Baseline nothing) {
        Means(Draw draw, RelevantConcepts concepts, CaseFacts facts) {
            this(draw, concepts, facts, new Baseline(CaseDraft.blank(), facts.of(CaseDraft.blank())));
        }
    }

    /**
     * What can be stated in some fields.
     *
     * @param fields the fields that can turn an answer
     * @param answers by what is stated in them: whether a part that states no more answers as wished; empty if no case can
     *     state it
     * @param meeting some that do
     * @param missing some that do not
     */
    private record Ways<P>(
            List<Field<P, ?>> fields,
            Map<List<Object>, Optional<Boolean>> answers,
            List<Values<P>> meeting,
            List<Values<P>> missing) {}

    /** Sees to it that the wish comes true of the part; a question that it does not turn on is left to chance. */
    void meet(Wish wish, Draft<P> draft, List<String> units) {
        Ways<P> ways = ways(wish, units);
        List<Object> stated =
                ways.fields.stream().<Object>map(field -> draft.get(field)).toList();
        boolean met = ways.answers
                .computeIfAbsent(stated, unknown -> answer(wish, of(draft, ways.fields)))
                .orElse(false);
        if (!met) {
            means.draw.any(ways.meeting).ifPresent(values -> state(values, ways.fields, draft));
        }
    }

    /** What a draft states in some fields, and no more. */
    private Values<P> of(Draft<P> draft, List<Field<P, ?>> fields) {
        Values<P> stated = blank;
        for (Field<P, ?> field : fields) {
            stated = with(stated, field, draft);
        }
        return stated;
    }

    /** Sees to it that the wish does not come true of the part. */
    void miss(Wish wish, Draft<P> draft, List<String> units) {
        Ways<P> ways = ways(wish, units);
        means.draw.any(ways.missing).ifPresent(values -> state(values, ways.fields, draft));
    }

    /** The same for the one such part of a case. */
    FactAim in(Function<CaseDraft, Draft<P>> where) {
        return new FactAim() {
            @Override
            public void meet(Wish wish, CaseDraft draft) {
                PartAim.this.meet(wish, where.apply(draft), List.of());
            }

            @Override
            public void miss(Wish wish, CaseDraft draft) {
                PartAim.this.miss(wish, where.apply(draft), List.of());
            }
        };
    }

    private static <P> void state(Values<P> values, List<Field<P, ?>> fields, Draft<P> draft) {
        fields.forEach(field -> state(values, field, draft));
    }

    private static <P, V> void state(Values<P> values, Field<P, V> field, Draft<P> draft) {
        draft.set(field, values.get(field));
    }

    private Ways<P> ways(Wish wish, List<String> units) {
        return known.computeIfAbsent(List.of(wish, units), unknown -> find(wish, units));
    }

    private Ways<P> find(Wish wish, List<String> units) {
        List<Field<P, ?>> fields = new ArrayList<>();
        List<Values<P>> tried = List.of(blank);
        FieldVisitor<P, List<?>> choice = new Choice(wish, units);
        for (Field<P, ?> field : part.fields()) {
            List<?> values = field.isReadBy(factType, wish.question()) ? field.accept(choice) : List.of();
            if (!values.isEmpty()) {
                fields.add(field);
                tried = tried.stream().flatMap(so -> with(so, field, values)).toList();
            }
        }
        Map<List<Object>, Optional<Boolean>> answers = new HashMap<>();
        List<Values<P>> meeting = new ArrayList<>();
        List<Values<P>> missing = new ArrayList<>();
        for (Values<P> values : tried) {
            Optional<Boolean> answer = fields.isEmpty() ? Optional.empty() : answer(wish, values);
            answers.put(fields.stream().<Object>map(values::get).toList(), answer);
            answer.ifPresent(yes -> (yes ? meeting : missing).add(values));
        }
        return new Ways<>(fields, answers, meeting, missing);
    }

    private static <P, V> Values<P> with(Values<P> values, Field<P, V> field, Draft<P> draft) {
        return values.with(field, draft.get(field));
    }

    @SuppressWarnings("unchecked") // the choice for a field holds its values
    private static <P, V> Stream<Values<P>> with(Values<P> values, Field<P, V> field, List<?> choice) {
        return ((List<V>) choice).stream().map(value -> values.with(field, value));
    }

    /** Whether a part answers as wished; empty if no case can state it, or no fact is made of it. */
    private Optional<Boolean> answer(Wish wish, Values<P> stated) {
        try {
            return means.facts.of(alone.apply(part.make(stated)), means.nothing).of(factType).stream()
                    .findFirst()
                    .map(wish::isMetBy);
        } catch (InvalidCaseException e) {
            return Optional.empty();
        }
    }

    /** Values of a field among which are some that answer one way and some that answer the other; none if others decide. */
    private final class Choice implements FieldVisitor<P, List<?>> {

        private final Wish wish;
        private final List<String> units;

        Choice(Wish wish, List<String> units) {
            this.wish = wish;
            this.units = units;
        }

        @Override
        public List<?> other(Field<P, ?> field) {
            return List.of();
        }

        @Override
        public <E extends Enum<E>> List<?> word(Field<P, E> field, Types.Word<E> type) {
            return type.words();
        }

        @Override
        public List<?> state(Field<P, Boolean> field, Types.State type) {
            return List.of(true, false);
        }

        @Override
        public List<?> whole(Field<P, Optional<Integer>> field, Types.Whole type) {
            return orNothing(numbers()
                    .map(BigDecimal::intValue)
                    .filter(number -> type.refusal(number).isEmpty()));
        }

        @Override
        public List<?> measure(Field<P, Optional<BigDecimal>> field, Types.Measure type) {
            return orNothing(numbers().filter(number -> type.refusal(number).isEmpty()));
        }

        @Override
        public List<?> date(Field<P, Optional<PartialDate>> field) {
            IntFunction<LocalDate> ago =
                    field.equals(DiagnosisFields.ONSET) ? CaseDraft.asOf()::minusMonths : CaseDraft.asOf()::minusDays;
            return orNothing(numbers()
                    .filter(number -> number.signum() >= 0)
                    .map(number -> PartialDate.of(ago.apply(number.intValue()))));
        }

        @Override
        public List<?> dose(Field<P, Optional<Dose>> field) {
            return orNothing(
                    wish.arguments().isEmpty()
                            ? units.stream().map(unit -> Dose.parse("5 " + unit))
                            : wish.arguments().stream().flatMap(limit -> Limits.around(Dose.parse(limit)).stream()));
        }

        @Override
        public List<?> term(Field<P, String> field, Types.Term type) {
            return terms(type.kinds());
        }

        @Override
        public List<?> optionalTerm(Field<P, Optional<String>> field, Types.OptionalTerm type) {
            List<String> terms = terms(type.kinds());
            return terms.isEmpty() ? List.of() : orNothing(terms.stream());
        }

        @Override
        public List<?> terms(Field<P, Set<String>> field, Types.Terms type) {
            return Stream.concat(Stream.of(Set.<String>of()), named().map(Set::of))
                    .toList();
        }

        /** What is named, and a few others. */
        private List<String> terms(Set<Concept.Kind> kinds) {
            List<String> others = kinds.stream()
                    .sorted()
                    .flatMap(kind -> means.concepts.of(kind).stream())
                    .toList();
            return named().findAny().isEmpty()
                    ? List.of()
                    : Stream.concat(
                                    named(),
                                    means.draw.shuffled(others).stream().limit(OTHERS))
                            .distinct()
                            .toList();
        }

        private Stream<String> named() {
            return wish.arguments().stream().flatMap(code -> means.concepts.selfAndNarrower(code).stream());
        }

        private Stream<BigDecimal> numbers() {
            return wish.limit().map(Limits::around).orElse(USUAL).stream();
        }

        private <T> List<Optional<T>> orNothing(Stream<T> values) {
            return Stream.concat(Stream.of(Optional.<T>empty()), values.map(Optional::of))
                    .toList();
        }
    }
}
