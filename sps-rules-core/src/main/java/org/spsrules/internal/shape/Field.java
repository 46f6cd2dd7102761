package org.spsrules.internal.shape;

import java.util.Optional;
import java.util.function.Function;

/**
 * A field of a part of a case. Immutable once its {@link Part} is made, and safe for use by several threads.
 *
 * @param <P> the part
 * @param <V> the values
 */
public final class Field<P, V> {

    private final String name;
    private final Value<V> value;
    private final Function<P, V> get;
    private String title = "";
    private String note = "";
    private String called = "";
    private Optional<Aspect> aspect = Optional.empty();
    private boolean reported;
    private boolean lasting;
    private boolean ofTheWhole;
    private int index = -1;

    private Field(String name, Value<V> value, Function<P, V> get) {
        this.name = name;
        this.value = value;
        this.get = get;
    }

    /**
     * A field.
     *
     * @param name as files spell it
     * @param value the type of its values
     * @param get takes it from a part
     * @param title a phrase or a question that says what it states, for schema and pages
     */
    static <P, V> Field<P, V> of(String name, Value<V> value, Function<P, V> get, String title) {
        Field<P, V> field = new Field<>(name, value, get);
        field.title = title;
        return field;
    }

    /** Adds what a writer of cases has to know. */
    Field<P, V> note(String text) {
        note = text;
        return this;
    }

    /** Says how a change of it is called, and what of a fact it feeds. */
    Field<P, V> feeds(Aspect fed, String subject) {
        aspect = Optional.of(fed);
        called = subject;
        return this;
    }

    /** Marks what is reported when it happens, so that silence leaves nothing open. */
    Field<P, V> reported() {
        reported = true;
        return this;
    }

    /** Marks what can become known and cannot become otherwise. */
    Field<P, V> lasting() {
        lasting = true;
        return this;
    }

    /** Marks what is said of a combination as a whole, and so of none of the drugs in it. */
    Field<P, V> ofTheWhole() {
        ofTheWhole = true;
        return this;
    }

    void place(int number) {
        if (index >= 0) {
            throw new IllegalStateException(name + " belongs to a part already");
        }
        index = number;
    }

    int index() {
        return index;
    }

    /** How files spell it. */
    public String name() {
        return name;
    }

    /** The type of its values. */
    public Value<V> value() {
        return value;
    }

    /** A phrase or a question that says what it states. */
    public String title() {
        return title;
    }

    /** What a writer of cases has to know; empty if nothing. */
    public String note() {
        return note;
    }

    /** How a change of it is called; empty if none is looked for. */
    public String called() {
        return called;
    }

    /** What of a fact it feeds. */
    public Optional<Aspect> aspect() {
        return aspect;
    }

    /** Whether silence leaves open how it stands. */
    public boolean isOpenWhenSilent() {
        return !reported;
    }

    /** Whether it can become known but not otherwise. */
    public boolean isLasting() {
        return lasting;
    }

    /** Whether what it says of a combination is said of none of the drugs in it. */
    public boolean isOfTheWhole() {
        return ofTheWhole;
    }

    /** Its value in a part. */
    public V of(P part) {
        return get.apply(part);
    }

    /** Whether a part states it. */
    public boolean isStated(P part) {
        return !of(part).equals(value.unstated());
    }

    /** Whether the answer to a question about this type of fact can depend on it. */
    public boolean isReadBy(String factType, String question) {
        return aspect.filter(fed -> fed.isReadBy(factType, question)).isPresent();
    }

    /** Does what is to be done with a field of this type. */
    public <R> R accept(FieldVisitor<P, R> visitor) {
        return value.accept(this, visitor);
    }

    @Override
    public String toString() {
        return name;
    }
}
