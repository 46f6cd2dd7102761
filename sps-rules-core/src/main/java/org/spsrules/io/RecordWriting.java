package org.spsrules.io;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** Records as JSON: components in their order, without those that are empty optionals. */
final class RecordWriting {

    private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Method[] accessors = new Method[components.length];
            for (int i = 0; i < accessors.length; i++) {
                accessors[i] = components[i].getAccessor();
            }
            return accessors;
        }
    };

    private RecordWriting() {}

    /** Writes the components of a record into an object that has begun. */
    static void fields(Record content, JsonGenerator json) {
        for (Method accessor : ACCESSORS.get(content.getClass())) {
            field(accessor.getName(), component(content, accessor), json);
        }
    }

    /** Writes a field into an object that has begun, unless it is an empty optional. */
    static void field(String name, Object content, JsonGenerator json) {
        if (!(content instanceof Optional<?> optional)) {
            json.writeName(name);
            value(content, json);
        } else if (optional.isPresent()) {
            field(name, optional.get(), json);
        }
    }

    private static void value(Object content, JsonGenerator json) {
        if (content instanceof String || content instanceof LocalDate) {
            json.writeString(content.toString());
        } else if (content instanceof Enum<?> constant) {
            json.writeString(constant.name());
        } else if (content instanceof Boolean state) {
            json.writeBoolean(state);
        } else if (content instanceof Integer number) {
            json.writeNumber(number);
        } else if (content instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (content instanceof Collection<?> list) {
            json.writeStartArray();
            list.forEach(entry -> value(entry, json));
            json.writeEndArray();
        } else if (content instanceof Map<?, ?> map) {
            json.writeStartObject();
            new TreeMap<>(map).forEach((key, entry) -> field(String.valueOf(key), entry, json));
            json.writeEndObject();
        } else if (content instanceof Record part) {
            json.writeStartObject();
            fields(part, json);
            json.writeEndObject();
        } else {
            throw new IllegalStateException(
                    "no way to write " + content.getClass().getName() + " as JSON");
        }
    }

    private static Object component(Record content, Method accessor) {
        try {
            return accessor.invoke(content);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }
}
