package org.spsrules.internal.knowledge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The form in which a knowledge base travels in its jar: the tree of {@link Knowledge} records in the order of their
 * components, after the texts in it, read back without a parser and without a library. It is written and read by the same
 * version only.
 */
public final class KnowledgeFile {

    /** Where the knowledge base stands in its jar. */
    public static final String RESOURCE = "META-INF/sps-rules/knowledge";

    /** Stands between texts, and in none of them. */
    private static final String SEPARATOR = "\0";

    private KnowledgeFile() {}

    /** Writes a knowledge base. */
    public static void write(Knowledge knowledge, OutputStream target) throws IOException {
        ChecksummedFile.write(new Writer().content(knowledge), target);
    }

    /**
     * The knowledge base on a class path; empty if there is none.
     *
     * @throws IOException like {@link #read}, or if there is more than one: it would depend on the order of the class
     *     path which of them speaks
     */
    public static Optional<Knowledge> find(ClassLoader loader) throws IOException {
        Set<String> places = new TreeSet<>();
        Collections.list(loader.getResources(RESOURCE)).forEach(place -> places.add(place.toString()));
        if (places.size() > 1) {
            throw new IOException("the class path holds more than one; keep one of " + String.join(", ", places));
        }
        try (InputStream file = loader.getResourceAsStream(RESOURCE)) {
            return file == null ? Optional.empty() : Optional.of(read(file));
        }
    }

    /**
     * Reads a knowledge base.
     *
     * @throws IOException if the file is damaged, or was written by another version
     */
    public static Knowledge read(InputStream source) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(ChecksummedFile.read(source)));
        try {
            return (Knowledge) new Reader(in).readValue(Knowledge.class);
        } catch (ReflectiveOperationException | ClassCastException | IllegalArgumentException e) {
            throw new IOException("the knowledge base is damaged", e);
        }
    }

    private static Object component(Object value, RecordComponent component) throws IOException {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IOException("cannot read " + component, e);
        }
    }

    private static Class<?> rawType(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    /** Writes values; of a text its number, so that each is written once. */
    private static final class Writer {

        private static final int MOST_TEXTS = 0xFFFF;

        private final Map<String, Integer> texts = new LinkedHashMap<>();
        private final ByteArrayOutputStream values = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(values);

        byte[] content(Knowledge knowledge) throws IOException {
            writeValue(knowledge, Knowledge.class);
            if (texts.size() > MOST_TEXTS) {
                throw new IOException(texts.size() + " texts are more than this format can number");
            }
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            DataOutputStream head = new DataOutputStream(content);
            byte[] joined = String.join(SEPARATOR, texts.keySet()).getBytes(StandardCharsets.UTF_8);
            head.writeInt(joined.length);
            head.write(joined);
            values.writeTo(head);
            return content.toByteArray();
        }

        private void text(String text) throws IOException {
            if (text.contains(SEPARATOR)) {
                throw new IOException("a text of the knowledge base holds a control character");
            }
            out.writeShort(texts.computeIfAbsent(text, added -> texts.size()));
        }

        private void writeValue(Object value, Type type) throws IOException {
            Class<?> raw = rawType(type);
            if (raw == String.class) {
                text((String) value);
            } else if (raw == int.class) {
                out.writeInt((Integer) value);
            } else if (raw == boolean.class) {
                out.writeBoolean((Boolean) value);
            } else if (raw == BigDecimal.class) {
                text(((BigDecimal) value).toPlainString());
            } else if (raw.isEnum()) {
                out.writeByte(((Enum<?>) value).ordinal());
            } else if (raw == Optional.class) {
                Optional<?> optional = (Optional<?>) value;
                out.writeBoolean(optional.isPresent());
                if (optional.isPresent()) {
                    writeValue(optional.get(), argument(type, 0));
                }
            } else if (raw == List.class) {
                List<?> list = (List<?>) value;
                out.writeInt(list.size());
                for (Object element : list) {
                    writeValue(element, argument(type, 0));
                }
            } else if (raw == Map.class) {
                Map<?, ?> map = (Map<?, ?>) value;
                out.writeInt(map.size());
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    writeValue(entry.getKey(), argument(type, 0));
                    writeValue(entry.getValue(), argument(type, 1));
                }
            } else if (raw.isSealed()) {
                int subtype = Arrays.asList(raw.getPermittedSubclasses()).indexOf(value.getClass());
                out.writeByte(subtype);
                writeValue(value, value.getClass());
            } else if (raw.isRecord()) {
                for (RecordComponent component : raw.getRecordComponents()) {
                    writeValue(component(value, component), component.getGenericType());
                }
            } else {
                throw new IOException("no form for " + type);
            }
        }
    }

    /** Reads values, and remembers the shape of each record type, because they recur. */
    private static final class Reader {

        private record Shape(Constructor<?> constructor, Type[] types) {}

        private final DataInputStream in;
        private final Map<Class<?>, Shape> shapes = new HashMap<>();
        private final String[] texts;

        Reader(DataInputStream in) throws IOException {
            this.in = in;
            byte[] joined = in.readNBytes(in.readInt());
            this.texts = new String(joined, StandardCharsets.UTF_8).split(SEPARATOR, -1);
        }

        private String text() throws IOException {
            int number = in.readUnsignedShort();
            if (number >= texts.length) {
                throw new IOException("the knowledge base is damaged");
            }
            return texts[number];
        }

        private Object readValue(Type type) throws IOException, ReflectiveOperationException {
            Class<?> raw = rawType(type);
            if (raw == String.class) {
                return text();
            } else if (raw == int.class) {
                return in.readInt();
            } else if (raw == boolean.class) {
                return in.readBoolean();
            } else if (raw == BigDecimal.class) {
                return new BigDecimal(text());
            } else if (raw.isEnum()) {
                return element(raw.getEnumConstants(), in.readUnsignedByte());
            } else if (raw == Optional.class) {
                return in.readBoolean() ? Optional.of(readValue(argument(type, 0))) : Optional.empty();
            } else if (raw == List.class) {
                return readList(argument(type, 0));
            } else if (raw == Map.class) {
                return readMap(argument(type, 0), argument(type, 1));
            } else if (raw.isSealed()) {
                return readValue(element(raw.getPermittedSubclasses(), in.readUnsignedByte()));
            } else {
                return readRecord(raw);
            }
        }

        private static <T> T element(T[] elements, int index) throws IOException {
            if (index >= elements.length) {
                throw new IOException("the knowledge base is damaged");
            }
            return elements[index];
        }

        private List<Object> readList(Type elementType) throws IOException, ReflectiveOperationException {
            int size = in.readInt();
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                list.add(readValue(elementType));
            }
            return List.copyOf(list);
        }

        private Map<Object, Object> readMap(Type keyType, Type valueType)
                throws IOException, ReflectiveOperationException {
            int size = in.readInt();
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                Object key = readValue(keyType);
                map.put(key, readValue(valueType));
            }
            return Collections.unmodifiableMap(map);
        }

        private Object readRecord(Class<?> type) throws IOException, ReflectiveOperationException {
            Shape shape = shapes.get(type);
            if (shape == null) {
                shape = shapeOf(type);
                shapes.put(type, shape);
            }
            Object[] values = new Object[shape.types.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = readValue(shape.types[i]);
            }
            return shape.constructor.newInstance(values);
        }

        private static Shape shapeOf(Class<?> type) throws NoSuchMethodException {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] raw = new Class<?>[components.length];
            Type[] types = new Type[components.length];
            for (int i = 0; i < components.length; i++) {
                raw[i] = components[i].getType();
                types[i] = components[i].getGenericType();
            }
            Constructor<?> constructor = type.getDeclaredConstructor(raw);
            return new Shape(constructor, types);
        }
    }
}
