package org.spsrules.playground;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON from pages, within limits, and JSON for them. */
final class Json {

    private static final int DEEPEST = 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();

    private Json() {}

    /** An object from a page. */
    static ObjectNode object(byte[] body) {
        try {
            if (MAPPER.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new RefusedException(RefusedException.BAD_REQUEST, "The body cannot be read as JSON.");
        }
        throw new RefusedException(RefusedException.BAD_REQUEST, "The body must be a JSON object.");
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** The text of a field, which must be there. */
    static String text(ObjectNode object, String name) {
        JsonNode node = object.path(name);
        if (!node.isString()) {
            throw new RefusedException(RefusedException.BAD_REQUEST, "The field " + name + " must be a text.");
        }
        return node.stringValue();
    }

    /** The texts of a field by name; none if it is not there. */
    static Map<String, String> texts(ObjectNode object, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.path(name).properties()) {
            if (!field.getValue().isString()) {
                throw new RefusedException(RefusedException.BAD_REQUEST, "The fields of " + name + " must be texts.");
            }
            texts.put(field.getKey(), field.getValue().stringValue());
        }
        return texts;
    }
}
