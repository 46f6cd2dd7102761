package org.spsrules.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Holds a schema against the records that it describes: the same fields in the same order, of the same kinds, with the
 * same words.
 *
 * @param schema the schema
 * @param open whether other fields are allowed: in what is written, to which a later version may add; not in what is read
 * @param nameOf how the format calls a component
 * @param wordOf how the format spells a constant
 */
record RecordShape(
        PublishedSchema schema,
        boolean open,
        Function<RecordComponent, String> nameOf,
        Function<Enum<?>, String> wordOf) {

    /** Asserts that a subschema describes a record, and everything in it. */
    void assertDescribes(JsonNode object, Class<?> type) {
        assertDescribes(object, type, Set.of());
    }

    private void assertDescribes(JsonNode object, Class<?> type, Set<Class<?>> around) {
        if (around.contains(type)) {
            return;
        }
        Set<Class<?>> within = new HashSet<>(around);
        within.add(type);
        List<String> fields = schema.properties(object);
        fields.remove("format");
        assertThat(object.path("additionalProperties").booleanValue(true))
                .as("%s takes other fields", type)
                .isEqualTo(open);
        assertThat(fields)
                .as("fields of %s", type)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(type.getRecordComponents()).map(nameOf).toList());
        for (RecordComponent component : type.getRecordComponents()) {
            String name = nameOf.apply(component);
            JsonNode stated = object.path("properties").path(name);
            JsonNode field = schema.resolved(stated);
            assertThat(stated.has("title") || field.has("title"))
                    .as("%s of %s has a title", name, type)
                    .isTrue();
            assertMatches(field, component.getGenericType(), type.getSimpleName() + "." + name, within);
        }
    }

    private void assertMatches(JsonNode field, Type type, String name, Set<Class<?>> within) {
        Class<?> raw = type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
        if (raw == Optional.class) {
            assertMatches(field, argument(type), name, within);
        } else if (Collection.class.isAssignableFrom(raw)) {
            assertThat(field.path("type").asString()).as(name).isEqualTo("array");
            assertMatches(schema.resolved(field.path("items")), argument(type), name, within);
        } else if (raw == Map.class) {
            assertThat(field.path("additionalProperties").path("type").asString())
                    .as(name)
                    .isEqualTo("string");
        } else if (raw.isEnum()) {
            assertThat(PublishedSchema.texts(field.path("enum")))
                    .as(name)
                    .isEqualTo(Arrays.stream(raw.getEnumConstants())
                            .map(constant -> wordOf.apply((Enum<?>) constant))
                            .toList());
        } else if (field.path("type").asString("").equals("object")) {
            assertDescribes(field, raw, within);
        } else if (raw == boolean.class && field.has("enum")) {
            assertThat(PublishedSchema.texts(field.path("enum"))).as(name).containsExactly("current", "past");
        } else if (raw == BigDecimal.class) {
            // A case states its measures with their unit, as text; a report has a field for the unit.
            assertThat(field.path("type").asString()).as(name).isIn("number", "string");
        } else if (field.has("anyOf")) {
            // A term is a text in Java, and can be a map in a file.
            assertMatches(schema.resolved(field.path("anyOf").path(0)), type, name, within);
        } else {
            assertThat(field.path("type").asString()).as(name).isEqualTo(scalar(raw));
            assertThat(field.path("format").asString("")).as(name).isEqualTo(raw == LocalDate.class ? "date" : "");
        }
    }

    /** Asserts that a subschema requires every component of a record, apart from those that may be empty. */
    static void assertRequiresAllButOptionals(JsonNode object, Class<?> type) {
        List<String> required = PublishedSchema.texts(object.path("required")).stream()
                .filter(field -> !field.equals("format"))
                .toList();
        assertThat(required)
                .as("required in %s", type)
                .isEqualTo(Arrays.stream(type.getRecordComponents())
                        .filter(component -> component.getType() != Optional.class)
                        .map(RecordComponent::getName)
                        .toList());
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    private static String scalar(Class<?> type) {
        if (type == boolean.class) {
            return "boolean";
        }
        return type == int.class || type == Integer.class ? "integer" : "string";
    }
}
