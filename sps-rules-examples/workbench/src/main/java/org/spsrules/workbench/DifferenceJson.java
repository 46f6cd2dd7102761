package org.spsrules.workbench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.spsrules.authoring.diff.Difference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a difference as JSON: the records of the difference, field by field. */
final class DifferenceJson {

    private static final String FORMAT = "sps-difference/1";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private DifferenceJson() {}

    static String of(Difference difference) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", FORMAT);
        fields.put("before", difference.before());
        fields.put("after", difference.after());
        fields.put("rules", difference.rules());
        fields.put("data", difference.data());
        fields.put("seed", difference.seed());
        fields.put("looked", difference.looked());
        fields.put("concerned", difference.concerned());
        fields.put("changes", difference.changes());
        return MAPPER.writeValueAsString(fields);
    }
}
