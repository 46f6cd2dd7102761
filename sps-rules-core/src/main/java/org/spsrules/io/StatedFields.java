package org.spsrules.io;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A map of a case file while it is written. Takes up only what states something. */
final class StatedFields {

    private static final String NOTHING_STATED = "UNKNOWN";

    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();

    /** A number as such, anything else as text; nothing if it is empty. */
    StatedFields with(String name, Optional<?> value) {
        value.ifPresent(stated -> {
            if (stated instanceof Integer number) {
                fields.put(name, number);
            } else {
                fields.put(name, stated.toString());
            }
        });
        return this;
    }

    /** A word; nothing if it says that something is unknown. */
    StatedFields with(String name, Enum<?> word) {
        return word.name().equals(NOTHING_STATED) ? this : with(name, Optional.of(Form.spelling(word)));
    }

    /** A list of terms; nothing if there are none. */
    StatedFields with(String name, Collection<String> terms) {
        if (!terms.isEmpty()) {
            ArrayNode list = fields.putArray(name);
            terms.forEach(list::add);
        }
        return this;
    }

    /** A map; nothing if it states nothing. */
    StatedFields with(String name, StatedFields section) {
        if (!section.fields.isEmpty()) {
            fields.set(name, section.fields);
        }
        return this;
    }

    /** A list of maps; nothing if there are none. */
    StatedFields withEach(String name, Stream<StatedFields> sections) {
        List<ObjectNode> list = sections.map(StatedFields::tree).toList();
        if (!list.isEmpty()) {
            fields.putArray(name).addAll(list);
        }
        return this;
    }

    /** What has been taken up so far. */
    ObjectNode tree() {
        return fields;
    }
}
