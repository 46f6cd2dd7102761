package org.spsrules.cohort;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that a cohort is written in. Equal records give equal bytes. */
final class Json {

    private static final JsonMapper WHOLE = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** Leaves out what is false, empty or not there. */
    private static final JsonMapper COMPACT = WHOLE.rebuild()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_DEFAULT))
            .build();

    private Json() {}

    /** A record as one line, with its end. */
    static byte[] line(Record content) {
        byte[] json = COMPACT.writeValueAsBytes(content);
        byte[] line = new byte[json.length + 1];
        System.arraycopy(json, 0, line, 0, json.length);
        line[json.length] = '\n';
        return line;
    }

    /** A record over several lines, with nothing left out. */
    static String page(Record content) {
        return WHOLE.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(content) + "\n";
    }

    /** What {@link #line} has written. */
    static <T extends Record> T read(String line, Class<T> type) {
        return COMPACT.readValue(line, type);
    }
}
