package org.spsrules.kb;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How much tests generate, and how much of what is there they try: a build by hand a quarter of what the gate does, and the long
 * profile what it says.
 */
public final class Volume {

    private static final boolean GATE = Boolean.getBoolean("sps.gate");
    private static final int LESS_BY_HAND = 4;

    private Volume() {}

    /** So much in the gate and beyond. */
    public static int of(int inTheGate) {
        return GATE ? inTheGate : inTheGate / LESS_BY_HAND;
    }

    /** All in the gate and beyond, by hand every fourth. */
    public static <T> List<T> of(List<T> all) {
        return IntStream.range(0, all.size())
                .filter(number -> GATE || number % LESS_BY_HAND == 0)
                .mapToObj(all::get)
                .toList();
    }

    /** So much in the gate, or what a system property says. */
    public static int of(String property, int inTheGate) {
        return Integer.getInteger(property, of(inTheGate));
    }
}
