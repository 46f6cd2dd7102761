package org.spsrules.internal;

import org.jspecify.annotations.Nullable;

/** The check of what a caller must give. */
public final class Given {

    private Given() {}

    /**
     * The value itself.
     *
     * @param name what the method calls it
     * @throws NullPointerException with a sentence, if it is null
     */
    public static <T> T given(@Nullable T value, String name) {
        if (value == null) {
            throw new NullPointerException(name + " is null; it must be given");
        }
        return value;
    }
}
