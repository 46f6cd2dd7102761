package org.spsrules.kb;

/** How much tests generate: a build by hand a quarter of what the gate does, and the long profile what it says. */
public final class Volume {

    private static final boolean GATE = Boolean.getBoolean("sps.gate");
    private static final int LESS_BY_HAND = 4;

    private Volume() {}

    /** So much in the gate and beyond. */
    public static int of(int inTheGate) {
        return GATE ? inTheGate : inTheGate / LESS_BY_HAND;
    }

    /** So much in the gate, or what a system property says. */
    public static int of(String property, int inTheGate) {
        return Integer.getInteger(property, of(inTheGate));
    }
}
