package org.spsrules.internal.shape;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a case that can still be changed; nothing is stated at first. Not safe for use by several threads.
 *
 * @param <P> the part
 */
public final class Draft<P> {

    private final Part<P> part;
    private Values<P> values;

    /** A part of which nothing is stated. */
    public Draft(Part<P> part) {
        this.part = part;
        this.values = part.unstated();
    }

    /** The value of a field. */
    public <V> V get(Field<P, V> field) {
        return values.get(field);
    }

    /** States a value. */
    public <V> void set(Field<P, V> field, V value) {
        values = values.with(field, value);
    }

    /** Adds an entry to a list. */
    public <Q> void add(Field<P, List<Q>> field, Q entry) {
        List<Q> longer = new ArrayList<>(get(field));
        longer.add(entry);
        set(field, longer);
    }

    /** The shape of the part. */
    public Part<P> part() {
        return part;
    }

    /** What is stated so far. */
    public P toPart() {
        return part.make(values);
    }
}
