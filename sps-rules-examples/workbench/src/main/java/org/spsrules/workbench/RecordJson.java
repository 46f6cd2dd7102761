package org.spsrules.workbench;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a command found as JSON: its records, field by field. */
final class RecordJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RecordJson() {}

    /**
     * The text.
     *
     * @param format the name and the version of its form
     */
    static String of(String format, Record found) {
        ObjectNode json = MAPPER.createObjectNode().put("format", format);
        json.setAll(MAPPER.<ObjectNode>valueToTree(found));
        return MAPPER.writeValueAsString(json) + "\n";
    }

    /**
     * What such a text holds.
     *
     * @throws UnreadableException if it is not of this form
     */
    static <T extends Record> T read(String format, String text, Class<T> type) throws UnreadableException {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode json
                    && json.path("format").asString("").equals(format)) {
                json.remove("format");
                return MAPPER.treeToValue(json, type);
            }
        } catch (JacksonException e) {
            // No JSON at all is no better than JSON of something else.
        }
        throw new UnreadableException("this is not of the form " + format);
    }
}
