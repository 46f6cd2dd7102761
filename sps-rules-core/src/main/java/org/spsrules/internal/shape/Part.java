package org.spsrules.internal.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A part of a case: its fields, in the order of files, and how it is made of them. Immutable.
 *
 * @param <P> the record
 */
public final class Part<P> {

    private final String name;
    private final String title;
    private final List<Field<P, ?>> fields;
    private final Function<Values<P>, P> make;

    private Part(String name, String title, List<Field<P, ?>> fields, Function<Values<P>, P> make) {
        this.name = name;
        this.title = title;
        this.fields = fields;
        this.make = make;
    }

    /**
     * A part.
     *
     * @param name of its definition in the schema
     * @param title a phrase that says what it is
     * @param make makes it of the values of its fields
     * @param fields all of them
     */
    @SafeVarargs
    static <P> Part<P> of(String name, String title, Function<Values<P>, P> make, Field<P, ?>... fields) {
        List<Field<P, ?>> inOrder = new ArrayList<>();
        for (Field<P, ?> field : fields) {
            field.place(inOrder.size());
            inOrder.add(field);
        }
        return new Part<>(name, title, List.copyOf(inOrder), make);
    }

    /** The name of its definition in the schema. */
    public String name() {
        return name;
    }

    /** A phrase that says what it is. */
    public String title() {
        return title;
    }

    /** Its fields, in the order of files. */
    public List<Field<P, ?>> fields() {
        return fields;
    }

    /** The values of a part. */
    public Values<P> values(P part) {
        return values(field -> field.of(part));
    }

    /** Values none of which is stated. */
    public Values<P> unstated() {
        return values(field -> field.value().unstated());
    }

    /** Values in the order of the fields. */
    public Values<P> values(Object... inOrder) {
        if (inOrder.length != fields.size()) {
            throw new IllegalArgumentException(name + " has " + fields.size() + " fields, not " + inOrder.length);
        }
        return new Values<>(Arrays.copyOf(inOrder, inOrder.length, Object[].class));
    }

    /**
     * The values, each of them read from somewhere.
     *
     * @param read reads the value of a field
     */
    public Values<P> values(Reading<P> read) {
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = read.of(fields.get(i));
        }
        return new Values<>(values);
    }

    /** A way to read the value of a field. */
    public interface Reading<P> {
        /** The value. */
        Object of(Field<P, ?> field);
    }

    /** The part that has these values. */
    public P make(Values<P> values) {
        return make.apply(values);
    }

    /** A copy with another value. */
    public <V> P with(P part, Field<P, V> field, V value) {
        return make(values(part).with(field, value));
    }

    /** A copy in which one value is changed. */
    public <V> P changing(P part, Field<P, V> field, UnaryOperator<V> change) {
        return with(part, field, change.apply(field.of(part)));
    }
}
