package org.spsrules.internal.knowledge;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How the values of one type stand in a file. What reflection has to say of a type is asked once, and not for each value. */
interface ValueForm {

    /** Where values are written to. */
    interface Output {
        void number(int number) throws IOException;

        void small(int number) throws IOException;

        void text(String text) throws IOException;
    }

    /** Where values are read from. */
    record Input(ByteBuffer bytes, String[] texts) {

        int number() {
            return readNumber(bytes);
        }

        int small() {
            return Byte.toUnsignedInt(bytes.get());
        }

        String text() {
            return texts[number()];
        }
    }

    /** A number of as few bytes as it needs: seven bits each, the lowest first; the eighth says that more follow. */
    static int readNumber(ByteBuffer bytes) {
        int number = 0;
        int place = 0;
        byte next;
        do {
            next = bytes.get();
            number |= (next & 0x7F) << place;
            place += 7;
        } while (next < 0);
        return number;
    }

    /** Writes a value. */
    void write(Object value, Output output) throws IOException, ReflectiveOperationException;

    /** Reads a value. */
    Object read(Input input) throws ReflectiveOperationException;

    /** The forms of types, each made once. Of records, enumerations, sealed types, lists and the like, nothing else. */
    final class Forms {

        private static final ValueForm TEXT =
                new PlainForm((value, output) -> output.text((String) value), Input::text);
        private static final ValueForm NUMBER =
                new PlainForm((value, output) -> output.number((Integer) value), Input::number);
        private static final ValueForm TRUTH =
                new PlainForm((value, output) -> output.small((Boolean) value ? 1 : 0), input -> input.small() != 0);
        private static final ValueForm DECIMAL = new PlainForm(
                (value, output) -> output.text(((BigDecimal) value).toPlainString()),
                input -> new BigDecimal(input.text()));

        private final Map<Type, ValueForm> known = new HashMap<>(
                Map.of(String.class, TEXT, int.class, NUMBER, boolean.class, TRUTH, BigDecimal.class, DECIMAL));

        /**
         * The form of a type.
         *
         * @throws IllegalArgumentException if it has none
         */
        ValueForm of(Type type) {
            ValueForm form = known.get(type);
            if (form == null) {
                form = type instanceof ParameterizedType generic ? generic(generic) : plain((Class<?>) type);
                known.put(type, form);
            }
            return form;
        }

        private ValueForm generic(ParameterizedType type) {
            ValueForm first = of(type.getActualTypeArguments()[0]);
            if (type.getRawType() == Optional.class) {
                return new OptionalForm(first);
            } else if (type.getRawType() == List.class) {
                return new ListForm(first);
            } else if (type.getRawType() == Map.class) {
                return new MapForm(first, of(type.getActualTypeArguments()[1]));
            }
            throw new IllegalArgumentException("no form for " + type);
        }

        private ValueForm plain(Class<?> type) {
            if (type.isEnum()) {
                return new EnumForm(type.getEnumConstants());
            } else if (type.isSealed()) {
                return new SealedForm(List.of(type.getPermittedSubclasses()), this);
            } else if (type.isRecord()) {
                return new RecordForm(type, this);
            }
            throw new IllegalArgumentException("no form for " + type);
        }
    }

    /** Writes a value that holds no others. */
    interface Writing {
        void write(Object value, Output output) throws IOException;
    }

    /** A value that holds no others. */
    record PlainForm(Writing writing, Function<Input, Object> reading) implements ValueForm {
        @Override
        public void write(Object value, Output output) throws IOException {
            writing.write(value, output);
        }

        @Override
        public Object read(Input input) {
            return reading.apply(input);
        }
    }

    /** An element of an enumeration. */
    record EnumForm(Object[] elements) implements ValueForm {
        @Override
        public void write(Object value, Output output) throws IOException {
            output.small(((Enum<?>) value).ordinal());
        }

        @Override
        public Object read(Input input) {
            return elements[input.small()];
        }
    }

    /** A value that may be missing. */
    record OptionalForm(ValueForm form) implements ValueForm {
        @Override
        public void write(Object value, Output output) throws IOException, ReflectiveOperationException {
            Optional<?> optional = (Optional<?>) value;
            output.small(optional.isPresent() ? 1 : 0);
            if (optional.isPresent()) {
                form.write(optional.get(), output);
            }
        }

        @Override
        public Object read(Input input) throws ReflectiveOperationException {
            return input.small() == 0 ? Optional.empty() : Optional.of(form.read(input));
        }
    }

    /** A list. */
    record ListForm(ValueForm form) implements ValueForm {
        @Override
        public void write(Object value, Output output) throws IOException, ReflectiveOperationException {
            List<?> list = (List<?>) value;
            output.number(list.size());
            for (Object element : list) {
                form.write(element, output);
            }
        }

        @Override
        public Object read(Input input) throws ReflectiveOperationException {
            Object[] elements = new Object[input.number()];
            for (int i = 0; i < elements.length; i++) {
                elements[i] = form.read(input);
            }
            return List.of(elements);
        }
    }

    /** A map, in its order. */
    record MapForm(ValueForm key, ValueForm value) implements ValueForm {
        @Override
        public void write(Object map, Output output) throws IOException, ReflectiveOperationException {
            output.number(((Map<?, ?>) map).size());
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
                key.write(entry.getKey(), output);
                value.write(entry.getValue(), output);
            }
        }

        @Override
        public Object read(Input input) throws ReflectiveOperationException {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = input.number(); i > 0; i--) {
                Object entry = key.read(input);
                map.put(entry, value.read(input));
            }
            return Collections.unmodifiableMap(map);
        }
    }

    /** A value of one of the types that a sealed type permits. */
    record SealedForm(List<Class<?>> types, Forms forms) implements ValueForm {
        @Override
        public void write(Object value, Output output) throws IOException, ReflectiveOperationException {
            output.small(types.indexOf(value.getClass()));
            forms.of(value.getClass()).write(value, output);
        }

        @Override
        public Object read(Input input) throws ReflectiveOperationException {
            return forms.of(types.get(input.small())).read(input);
        }
    }

    /** A record, component after component. */
    final class RecordForm implements ValueForm {

        private final Constructor<?> constructor;
        private final Method[] accessors;
        private final Type[] types;
        private final Forms forms;
        private ValueForm[] components = {};

        RecordForm(Class<?> type, Forms forms) {
            RecordComponent[] declared = type.getRecordComponents();
            this.accessors =
                    Arrays.stream(declared).map(RecordComponent::getAccessor).toArray(Method[]::new);
            this.types =
                    Arrays.stream(declared).map(RecordComponent::getGenericType).toArray(Type[]::new);
            this.forms = forms;
            try {
                this.constructor = type.getDeclaredConstructor(
                        Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new));
            } catch (NoSuchMethodException e) {
                throw new IllegalArgumentException("no form for " + type, e);
            }
        }

        /** Only at the first value: a rule holds conditions, which hold conditions. */
        private ValueForm[] components() {
            if (components.length < types.length) {
                components = Arrays.stream(types).map(forms::of).toArray(ValueForm[]::new);
            }
            return components;
        }

        @Override
        public void write(Object value, Output output) throws IOException, ReflectiveOperationException {
            ValueForm[] forms = components();
            for (int i = 0; i < forms.length; i++) {
                forms[i].write(accessors[i].invoke(value), output);
            }
        }

        @Override
        public Object read(Input input) throws ReflectiveOperationException {
            ValueForm[] forms = components();
            Object[] values = new Object[forms.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = forms[i].read(input);
            }
            return constructor.newInstance(values);
        }
    }
}
