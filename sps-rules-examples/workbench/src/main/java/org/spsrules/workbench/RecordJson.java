package org.spsrules.workbench;

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
}
