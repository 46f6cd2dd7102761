package org.spsrules.io;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.FieldVisitor;
import org.spsrules.internal.shape.Part;
import org.spsrules.internal.shape.Types;
import org.spsrules.vocabulary.OtherTerm;
import tools.jackson.core.JsonGenerator;

/** The fields of a part of a case as JSON: what is stated, and what must be. */
final class FieldWriting<P> implements FieldVisitor<P, JsonGenerator> {

    private final P part;
    private final JsonGenerator json;

    private FieldWriting(P part, JsonGenerator json) {
        this.part = part;
        this.json = json;
    }

    /** Writes the fields of a part into an object that has begun. */
    static <P> void fields(Part<P> shape, P part, JsonGenerator json) {
        FieldWriting<P> writing = new FieldWriting<>(part, json);
        for (Field<P, ?> field : shape.fields()) {
            if (field.value().isRequired() || field.isStated(part)) {
                field.accept(writing);
            }
        }
    }

    /** Whatever is one value writes itself as text. */
    @Override
    public JsonGenerator other(Field<P, ?> field) {
        Object value = field.of(part);
        return text(field, String.valueOf(value instanceof Optional<?> stated ? stated.orElseThrow() : value));
    }

    @Override
    public <E extends Enum<E>> JsonGenerator word(Field<P, E> field, Types.Word<E> type) {
        return text(field, Form.spelling(field.of(part)));
    }

    @Override
    public JsonGenerator state(Field<P, Boolean> field, Types.State type) {
        return text(field, field.of(part) ? type.yes() : type.no());
    }

    @Override
    public JsonGenerator whole(Field<P, Optional<Integer>> field, Types.Whole type) {
        return json.writeNumberProperty(field.name(), (int) field.of(part).orElseThrow());
    }

    @Override
    public JsonGenerator measure(Field<P, Optional<BigDecimal>> field, Types.Measure type) {
        return text(field, field.of(part).orElseThrow().toPlainString() + " " + type.unit());
    }

    @Override
    public JsonGenerator term(Field<P, String> field, Types.Term type) {
        json.writeName(field.name());
        return term(field.of(part));
    }

    @Override
    public JsonGenerator optionalTerm(Field<P, Optional<String>> field, Types.OptionalTerm type) {
        json.writeName(field.name());
        return term(field.of(part).orElseThrow());
    }

    @Override
    public JsonGenerator terms(Field<P, Set<String>> field, Types.Terms type) {
        json.writeArrayPropertyStart(field.name());
        field.of(part).forEach(this::term);
        return json.writeEndArray();
    }

    private JsonGenerator term(String term) {
        return OtherTerm.is(term)
                ? json.writeStartObject()
                        .writeStringProperty("other", OtherTerm.nameIn(term))
                        .writeEndObject()
                : json.writeString(term);
    }

    @Override
    public <Q> JsonGenerator part(Field<P, Q> field, Types.One<Q> type) {
        json.writeName(field.name());
        return object(type.part(), field.of(part));
    }

    @Override
    public <Q> JsonGenerator parts(Field<P, List<Q>> field, Types.Many<Q> type) {
        json.writeArrayPropertyStart(field.name());
        field.of(part).forEach(entry -> object(type.part(), entry));
        return json.writeEndArray();
    }

    private <Q> JsonGenerator object(Part<Q> shape, Q content) {
        json.writeStartObject();
        fields(shape, content, json);
        return json.writeEndObject();
    }

    private JsonGenerator text(Field<P, ?> field, String value) {
        return json.writeStringProperty(field.name(), value);
    }
}
