package org.spsrules.authoring.proof;

/** Shares in percent. */
final class Share {

    private static final int TENTHS = 1_000;

    private Share() {}

    /** With one digit, rounded down, so that only all is 100; all of nothing is all. */
    static double percent(long part, long whole) {
        return whole == 0 ? 100 : (TENTHS * part / whole) / 10.0;
    }
}
