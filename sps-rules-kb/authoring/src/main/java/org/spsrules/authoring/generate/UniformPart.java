package org.spsrules.authoring.generate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.spsrules.Dose;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Quantity;
import org.spsrules.internal.shape.Draft;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.FieldVisitor;
import org.spsrules.internal.shape.Part;
import org.spsrules.internal.shape.Types;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Any value for every field of a part: each word, each term and each number as likely as every other. A field more in the
 * shape of a case is a field more here.
 */
final class UniformPart<P> implements FieldVisitor<P, Boolean> {

    private static final int MOST_TERMS = 3;
    private static final int MOST_ENTRIES = 4;
    private static final int MOST_DAYS = 4_000;
    /** Doses and measured values are spread over this many powers of ten. */
    private static final int POWERS = 5;

    private static final MathContext DIGITS = new MathContext(2);

    private final Source source;
    private final Draft<P> draft;
    private String about = "";

    private UniformPart(Source source, Draft<P> draft) {
        this.source = source;
        this.draft = draft;
    }

    /** What values are drawn from. */
    static final class Source {

        private final Draw draw;
        private final LocalDate asOf;
        private final Vocabulary vocabulary;
        private final Map<Concept.Kind, List<String>> codes = new EnumMap<>(Concept.Kind.class);

        Source(Draw draw, LocalDate asOf, Vocabulary vocabulary) {
            this.draw = draw;
            this.asOf = asOf;
            this.vocabulary = vocabulary;
            for (Concept.Kind kind : Concept.Kind.values()) {
                codes.put(
                        kind,
                        vocabulary.concepts().stream()
                                .filter(concept -> concept.kind() == kind)
                                .map(Concept::code)
                                .sorted()
                                .toList());
            }
        }

        private Optional<String> term(Set<Concept.Kind> kinds) {
            List<String> choice = new ArrayList<>();
            kinds.stream().sorted().forEach(kind -> choice.addAll(codes.getOrDefault(kind, List.of())));
            return draw.any(choice);
        }

        private BigDecimal amount() {
            BigDecimal digits = BigDecimal.valueOf(1 + draw.below(99));
            return digits.scaleByPowerOfTen(draw.below(POWERS) - 2).round(DIGITS);
        }

        private List<String> units(String code) {
            return vocabulary.concept(code).map(Concept::units).orElse(List.of());
        }
    }

    /** A part of which anything may be stated. */
    static <P> P of(Part<P> part, Source source) {
        return of(part, source, draft -> true);
    }

    /**
     * A part of which anything may be stated that can be: each field is drawn until it fits what is stated before it, because
     * of parts that are drawn as a whole nearly none fit together.
     */
    static <P> P of(Part<P> part, Source source, Predicate<Draft<P>> canBe) {
        Draft<P> draft = new Draft<>(part);
        UniformPart<P> uniform = new UniformPart<>(source, draft);
        for (Field<P, ?> field : part.fields()) {
            do {
                field.accept(uniform);
            } while (!canBe.test(draft));
        }
        return draft.toPart();
    }

    private boolean isStated() {
        return source.draw.chance(50);
    }

    @Override
    public Boolean other(Field<P, ?> field) {
        return false;
    }

    private <V> Boolean set(Field<P, V> field, V value) {
        draft.set(field, value);
        return true;
    }

    @Override
    public <E extends Enum<E>> Boolean word(Field<P, E> field, Types.Word<E> type) {
        return set(field, source.draw.one(type.words()));
    }

    @Override
    public Boolean state(Field<P, Boolean> field, Types.State type) {
        return set(field, source.draw.chance(50));
    }

    @Override
    public Boolean text(Field<P, Optional<String>> field) {
        return set(field, isStated() ? Optional.of("text " + source.draw.below(10)) : Optional.empty());
    }

    @Override
    public Boolean date(Field<P, Optional<PartialDate>> field) {
        LocalDate day = source.asOf.minusDays(source.draw.below(MOST_DAYS));
        PartialDate date = source.draw.one(
                List.of(PartialDate.of(day), PartialDate.of(YearMonth.from(day)), PartialDate.of(Year.from(day))));
        return set(field, isStated() ? Optional.of(date) : Optional.empty());
    }

    @Override
    public Boolean today(Field<P, LocalDate> field) {
        return set(field, source.asOf);
    }

    @Override
    public Boolean whole(Field<P, Optional<Integer>> field, Types.Whole type) {
        int number = type.least() + source.draw.below(type.most() - type.least() + 1);
        return set(field, isStated() ? Optional.of(number) : Optional.empty());
    }

    @Override
    public Boolean measure(Field<P, Optional<BigDecimal>> field, Types.Measure type) {
        Optional<BigDecimal> number = Optional.of(source.amount())
                .filter(amount -> type.refusal(amount).isEmpty());
        return set(field, isStated() ? number : Optional.empty());
    }

    @Override
    public Boolean dose(Field<P, Optional<Dose>> field) {
        Optional<String> unit = source.draw.any(source.units(about));
        return set(
                field,
                isStated() ? unit.map(in -> Dose.parse(source.amount().toPlainString() + " " + in)) : Optional.empty());
    }

    @Override
    public Boolean quantity(Field<P, Optional<Quantity>> field) {
        Optional<String> unit = source.draw.any(source.units(about));
        return set(field, isStated() ? unit.map(in -> new Quantity(source.amount(), in)) : Optional.empty());
    }

    @Override
    public Boolean term(Field<P, String> field, Types.Term type) {
        about = source.term(type.kinds()).orElse("");
        return set(field, about);
    }

    @Override
    public Boolean optionalTerm(Field<P, Optional<String>> field, Types.OptionalTerm type) {
        return set(field, isStated() ? source.term(type.kinds()) : Optional.empty());
    }

    @Override
    public Boolean terms(Field<P, Set<String>> field, Types.Terms type) {
        Set<String> terms = new TreeSet<>();
        for (int i = source.draw.below(MOST_TERMS + 1); i > 0; i--) {
            source.term(type.kinds()).ifPresent(terms::add);
        }
        return set(field, terms);
    }

    @Override
    public <Q> Boolean part(Field<P, Q> field, Types.One<Q> type) {
        return set(field, of(type.part(), source));
    }

    @Override
    public <Q> Boolean parts(Field<P, List<Q>> field, Types.Many<Q> type) {
        List<Q> entries = new ArrayList<>();
        for (int i = source.draw.below(MOST_ENTRIES + 1); i > 0; i--) {
            entries.add(of(type.part(), source));
        }
        return set(field, entries);
    }
}
