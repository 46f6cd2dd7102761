package org.spsrules.io;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A JSON Schema that ships with this package. */
final class PublishedSchema {

    private static final List<String> ALL = List.of(
            "sps-patient-case-1.schema.json",
            "sps-report-1.schema.json",
            "sps-explanation-1.schema.json",
            "sps-why-not-1.schema.json");

    private static final Map<String, JsonNode> BY_ID = ALL.stream()
            .map(PublishedSchema::read)
            .collect(Collectors.toMap(tree -> tree.path("$id").asString(), tree -> tree));

    private final JsonNode tree;
    private final Schema schema;

    PublishedSchema(String resource) {
        String id = read(resource).path("$id").asString();
        tree = BY_ID.get(id);
        schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemas(BY_ID::get, JsonNode::toString))
                .getSchema(SchemaLocation.of(id));
    }

    private static JsonNode read(String resource) {
        try (InputStream file = PatientCaseReader.class.getResourceAsStream(resource)) {
            JsonNode tree = new JsonMapper().readTree(file.readAllBytes());
            spellOut(tree.path("$id").asString(), tree);
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** References within a schema name it, so that they can be followed from another one. */
    private static void spellOut(String id, JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("$ref").asString("").startsWith("#")) {
            object.put("$ref", id + object.path("$ref").asString());
        }
        node.forEach(child -> spellOut(id, child));
    }

    JsonNode root() {
        return tree;
    }

    List<String> errors(JsonNode document) {
        return schema
                .validate(document, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    boolean accepts(JsonNode document) {
        return errors(document).isEmpty();
    }

    /** What stands behind a reference, if it is one. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        if (reference.isMissingNode()) {
            return node;
        }
        String[] parts = reference.asString().split("#", 2);
        JsonNode document = BY_ID.get(parts[0]);
        return resolved(parts.length == 1 ? document : document.at(parts[1]));
    }

    /** The subschema of a field. */
    JsonNode property(JsonNode object, String name) {
        return resolved(object.path("properties").path(name));
    }

    List<String> properties(JsonNode object) {
        return new ArrayList<>(object.path("properties").propertyNames());
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
