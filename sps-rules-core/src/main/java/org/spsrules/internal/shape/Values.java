package org.spsrules.internal.shape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of all fields of a part, which need not fit together. Immutable.
 *
 * @param <P> the part
 */
public final class Values<P> {

    private final Object[] values;

    Values(Object[] values) {
        this.values = values;
    }

    /** The value of a field. */
    @SuppressWarnings("unchecked") // with() and Part put in only what the field holds
    public <V> V get(Field<P, V> field) {
        return (V) values[field.index()];
    }

    /** The same with another value. */
    public <V> Values<P> with(Field<P, V> field, V value) {
        Object[] changed = values.clone();
        changed[field.index()] = value;
        return new Values<>(changed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Values<?> others && Arrays.equals(values, others.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
