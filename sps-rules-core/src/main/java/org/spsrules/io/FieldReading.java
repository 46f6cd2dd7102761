package org.spsrules.io;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.spsrules.Dose;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Quantity;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.FieldVisitor;
import org.spsrules.internal.shape.Part;
import org.spsrules.internal.shape.Types;
import org.spsrules.internal.shape.Values;

/** The fields of a part of a case, read from a map of a file. */
final class FieldReading<P> implements FieldVisitor<P, Object> {

    private final Section section;

    private FieldReading(Section section) {
        this.section = section;
    }

    /** The values that a map states; what cannot be read is reported by the section, and not stated. */
    static <P> Values<P> of(Part<P> part, Section section) {
        FieldReading<P> reading = new FieldReading<>(section);
        return part.values(field -> field.accept(reading));
    }

    @Override
    public Object other(Field<P, ?> field) {
        throw new IllegalStateException("no way to read " + field + " from a file");
    }

    @Override
    public <E extends Enum<E>> Object word(Field<P, E> field, Types.Word<E> type) {
        E unstated = type.unstated();
        return type.isRequired()
                ? section.required(field.name(), Form.wordFor(unstated.getDeclaringClass()), unstated)
                : section.word(field.name(), unstated);
    }

    @Override
    public Object state(Field<P, Boolean> field, Types.State type) {
        Map<String, Boolean> words = new TreeMap<>(Map.of(type.yes(), true, type.no(), false));
        return section.required(field.name(), Form.oneOf(words), type.unstated());
    }

    @Override
    public Object text(Field<P, Optional<String>> field) {
        return section.optional(field.name(), Form.TEXT);
    }

    @Override
    public Object date(Field<P, Optional<PartialDate>> field) {
        return section.optional(field.name(), Form.PARTIAL_DATE);
    }

    @Override
    public Object today(Field<P, LocalDate> field) {
        return section.required(field.name(), Form.DATE, field.value().unstated());
    }

    @Override
    public Object whole(Field<P, Optional<Integer>> field, Types.Whole type) {
        return section.optional(field.name(), type.isAge() ? Form.AGE : Form.WHOLE);
    }

    @Override
    public Object measure(Field<P, Optional<BigDecimal>> field, Types.Measure type) {
        return section.optional(field.name(), Form.in(type.unit()));
    }

    @Override
    public Object dose(Field<P, Optional<Dose>> field) {
        return section.optional(field.name(), Form.DOSE);
    }

    @Override
    public Object quantity(Field<P, Optional<Quantity>> field) {
        return section.optional(field.name(), Form.QUANTITY);
    }

    @Override
    public Object term(Field<P, String> field, Types.Term type) {
        return section.required(field.name(), Form.TERM, type.unstated());
    }

    @Override
    public Object optionalTerm(Field<P, Optional<String>> field, Types.OptionalTerm type) {
        return section.optional(field.name(), Form.TERM);
    }

    @Override
    public Object terms(Field<P, Set<String>> field, Types.Terms type) {
        return section.terms(field.name());
    }

    @Override
    public <Q> Object part(Field<P, Q> field, Types.One<Q> type) {
        return section.section(field.name(), within -> type.part().make(of(type.part(), within)));
    }

    @Override
    public <Q> Object parts(Field<P, List<Q>> field, Types.Many<Q> type) {
        return section.sections(field.name(), within -> type.part().make(of(type.part(), within)));
    }
}
