package org.spsrules.internal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part that not every program needs: made when it is first asked for, once for all threads. */
public final class Deferred<T> {

    private final Supplier<T> maker;
    private volatile @Nullable T made;

    /** The part that this makes. */
    public Deferred(Supplier<T> maker) {
        this.maker = maker;
    }

    /** The part. */
    public T get() {
        T part = made;
        return part == null ? make() : part;
    }

    private synchronized T make() {
        T part = made;
        if (part == null) {
            part = maker.get();
            made = part;
        }
        return part;
    }
}
