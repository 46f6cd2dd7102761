package org.spsrules.cdshooks;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON from outside, within limits, and JSON for outside. */
final class Json {

    private static final int DEEPEST = 60;
    private static final int LONGEST_NUMBER = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .build();

    private Json() {}

    /**
     * An object from outside.
     *
     * @throws RefusedException if it is none, with the place where it ceases to be one
     */
    static ObjectNode object(byte[] body) {
        JsonNode node;
        try {
            node = MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST,
                    "The body cannot be read as JSON" + place(e) + "; it nests at most " + DEEPEST
                            + " levels and names no key twice.");
        }
        if (node instanceof ObjectNode object) {
            checkNumbers(object);
            return object;
        }
        throw new RefusedException(HttpStatus.BAD_REQUEST, "The body must be a JSON object.");
    }

    /** A number in quotation marks is a number to whoever reads resources, and takes as much time and memory. */
    private static void checkNumbers(JsonNode node) {
        boolean endless = node.isString()
                && node.stringValue().length() > LONGEST_NUMBER
                && node.stringValue().chars().allMatch(Json::isOfNumber);
        if (endless) {
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST, "A number has at most " + LONGEST_NUMBER + " characters.");
        }
        node.valueStream().forEach(Json::checkNumbers);
    }

    private static boolean isOfNumber(int character) {
        return Character.isDigit(character) || "+-.eE".indexOf(character) >= 0;
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static byte[] bytes(JsonNode node) {
        return text(node).getBytes(StandardCharsets.UTF_8);
    }

    static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** The text of a field; empty if it is none. */
    static String string(JsonNode object, String name) {
        return object.path(name).stringValue("");
    }
}
