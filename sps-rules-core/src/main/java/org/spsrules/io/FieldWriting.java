package org.spsrules.io;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.FieldVisitor;
import org.spsrules.internal.shape.Part;
import org.spsrules.internal.shape.Types;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a part of a case as JSON. */
final class FieldWriting<P> implements FieldVisitor<P, JsonNode> {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final P part;

    private FieldWriting(P part) {
        this.part = part;
    }

    /** A map of what a part states. */
    static <P> ObjectNode tree(Part<P> shape, P part) {
        FieldWriting<P> writing = new FieldWriting<>(part);
        ObjectNode tree = NODES.objectNode();
        for (Field<P, ?> field : shape.fields()) {
            if (field.value().isRequired() || field.isStated(part)) {
                JsonNode value = field.accept(writing);
                if (!value.isEmpty() || value.isValueNode()) {
                    tree.set(field.name(), value);
                }
            }
        }
        return tree;
    }

    /** Whatever is one value writes itself as text. */
    @Override
    public JsonNode other(Field<P, ?> field) {
        Object value = field.of(part);
        return NODES.stringNode(String.valueOf(value instanceof Optional<?> stated ? stated.orElseThrow() : value));
    }

    @Override
    public <E extends Enum<E>> JsonNode word(Field<P, E> field, Types.Word<E> type) {
        return NODES.stringNode(Form.spelling(field.of(part)));
    }

    @Override
    public JsonNode state(Field<P, Boolean> field, Types.State type) {
        return NODES.stringNode(field.of(part) ? type.yes() : type.no());
    }

    @Override
    public JsonNode whole(Field<P, Optional<Integer>> field, Types.Whole type) {
        return NODES.numberNode(field.of(part).orElseThrow());
    }

    @Override
    public JsonNode measure(Field<P, Optional<BigDecimal>> field, Types.Measure type) {
        return NODES.stringNode(field.of(part).orElseThrow().toPlainString() + " " + type.unit());
    }

    @Override
    public JsonNode terms(Field<P, Set<String>> field, Types.Terms type) {
        ArrayNode list = NODES.arrayNode();
        field.of(part).forEach(list::add);
        return list;
    }

    @Override
    public <Q> JsonNode part(Field<P, Q> field, Types.One<Q> type) {
        return tree(type.part(), field.of(part));
    }

    @Override
    public <Q> JsonNode parts(Field<P, List<Q>> field, Types.Many<Q> type) {
        ArrayNode list = NODES.arrayNode();
        field.of(part).forEach(entry -> list.add(tree(type.part(), entry)));
        return list;
    }
}
