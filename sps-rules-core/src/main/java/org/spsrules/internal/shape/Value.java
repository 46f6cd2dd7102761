package org.spsrules.internal.shape;

/**
 * The type of the values of a field.
 *
 * @param <V> the values
 */
public abstract class Value<V> {

    private final V unstated;

    Value(V unstated) {
        this.unstated = unstated;
    }

    /** The value of a field that a case does not state, or that stands in for one that a case must state. */
    public V unstated() {
        return unstated;
    }

    /** Whether a case must state it. */
    public boolean isRequired() {
        return false;
    }

    abstract <P, R> R accept(Field<P, V> field, FieldVisitor<P, R> visitor);
}
