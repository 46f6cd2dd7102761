package org.spsrules.io;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON Schema that ships with this package. */
final class PublishedSchema {

    private final JsonNode tree;
    private final Schema schema;

    PublishedSchema(String resource) {
        try (InputStream file = PatientCaseReader.class.getResourceAsStream(resource)) {
            tree = new JsonMapper().readTree(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(tree);
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
        return reference.isMissingNode()
                ? node
                : resolved(tree.at(reference.asString().substring(1)));
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
