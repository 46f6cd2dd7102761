package org.spsrules.io;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.spsrules.Problem;
import org.spsrules.UnreadableReportException;

/** Records from JSON as {@link RecordWriting} writes them. Fields that are no components are passed over. */
final class RecordReading {

    private final Node node;
    private final String path;

    private RecordReading(Node node, String path) {
        this.node = node;
        this.path = path;
    }

    /**
     * A record.
     *
     * @throws UnreadableReportException if a component is missing or of another type
     */
    static <T extends Record> T of(Class<T> type, Node node) {
        return type.cast(new RecordReading(node, "").record(type));
    }

    private Object record(Class<?> type) {
        if (!(node instanceof Node.Fields fields)) {
            throw wrong("write a map");
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(components[i], fields);
        }
        return make(type, components, values);
    }

    private Object component(RecordComponent component, Node.Fields fields) {
        String name = component.getName();
        String place = path.isEmpty() ? name : path + "." + name;
        Optional<Object> value =
                fields.get(name).map(found -> new RecordReading(found, place).value(valueType(component)));
        if (component.getType() == Optional.class) {
            return value;
        }
        return value.orElseThrow(() -> new RecordReading(fields, place).refusal("is missing"));
    }

    private static Type valueType(RecordComponent component) {
        Type type = component.getGenericType();
        return component.getType() == Optional.class ? argument(type, 0) : type;
    }

    private Object value(Type type) {
        Class<?> raw = type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
        if (raw == List.class) {
            return items(argument(type, 0));
        } else if (raw == Map.class) {
            return entries(argument(type, 1));
        } else if (raw.isRecord()) {
            return record(raw);
        } else if (raw.isEnum()) {
            return constant(raw);
        } else if (raw == boolean.class) {
            return Boolean.valueOf(scalar(Node.Scalar.Form.BOOLEAN, "write true or false"));
        } else if (raw == int.class || raw == BigDecimal.class) {
            return number(raw);
        }
        return text(raw);
    }

    private List<Object> items(Type type) {
        if (!(node instanceof Node.Items items)) {
            throw wrong("write a list");
        }
        List<Object> values = new ArrayList<>();
        for (Node item : items.nodes()) {
            values.add(new RecordReading(item, path + "[" + values.size() + "]").value(type));
        }
        return List.copyOf(values);
    }

    private Map<String, Object> entries(Type type) {
        if (!(node instanceof Node.Fields fields)) {
            throw wrong("write a map");
        }
        Map<String, Object> values = new TreeMap<>();
        for (Node.Fields.Entry entry : fields.entries()) {
            values.put(entry.key(), new RecordReading(entry.value(), path + "." + entry.key()).value(type));
        }
        return Collections.unmodifiableMap(values);
    }

    private Object constant(Class<?> type) {
        String words = String.join(
                ", ",
                Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
        String word = scalar(Node.Scalar.Form.TEXT, "write one of " + words);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong("write one of " + words));
    }

    private Object number(Class<?> type) {
        String advice = type == int.class ? "write a whole number" : "write a number";
        String digits = scalar(Node.Scalar.Form.NUMBER, advice);
        try {
            return type == int.class ? (Object) Integer.valueOf(digits) : new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw wrong(advice);
        }
    }

    private Object text(Class<?> type) {
        String text = scalar(Node.Scalar.Form.TEXT, type == LocalDate.class ? "write a date" : "write a text");
        try {
            return type == LocalDate.class ? (Object) LocalDate.parse(text) : text;
        } catch (DateTimeException e) {
            throw wrong("write a date, for example 2014-01-15");
        }
    }

    private String scalar(Node.Scalar.Form form, String advice) {
        if (node instanceof Node.Scalar scalar && scalar.form() == form) {
            return scalar.text();
        }
        throw wrong(advice);
    }

    private UnreadableReportException wrong(String advice) {
        return refusal(advice + "; found " + node.describe());
    }

    private UnreadableReportException refusal(String message) {
        return new UnreadableReportException(
                new Problem(Problem.Kind.MALFORMED, path, message, Optional.of(node.position())));
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    private static Object make(Class<?> type, RecordComponent[] components, Object[] values) {
        try {
            Constructor<?> constructor = type.getConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("no way to make " + type.getName(), e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("no " + type.getName() + " of these values", e.getCause());
        }
    }
}
