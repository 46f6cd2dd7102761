package org.spsrules.io;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one way in which this library lays JSON out: the same on every machine, and easy to compare line by line. */
final class PrettyJson {

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(INDENT)
                    .withArrayIndenter(INDENT))
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private PrettyJson() {}

    /** A record as a tree: components in their order, without those that are empty optionals. */
    static ObjectNode tree(Record content) {
        return MAPPER.valueToTree(content);
    }

    /** An object after the name of its format. */
    static ObjectNode document(String format, ObjectNode content) {
        ObjectNode document = MAPPER.createObjectNode().put("format", format);
        document.setAll(content);
        return document;
    }

    /** An object as text, after the name of its format. */
    static String of(String format, ObjectNode content) {
        return MAPPER.writeValueAsString(document(format, content));
    }
}
