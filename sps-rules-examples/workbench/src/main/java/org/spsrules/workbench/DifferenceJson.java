package org.spsrules.workbench;

import org.spsrules.authoring.diff.Difference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a difference as JSON: the records of the difference, field by field. */
final class DifferenceJson {

    private static final String FORMAT = "sps-difference/1";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private DifferenceJson() {}

    static String of(Difference difference) {
        ObjectNode json = MAPPER.createObjectNode().put("format", FORMAT);
        json.setAll(MAPPER.<ObjectNode>valueToTree(difference));
        return MAPPER.writeValueAsString(json);
    }
}
