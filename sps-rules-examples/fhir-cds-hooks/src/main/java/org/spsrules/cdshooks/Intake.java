package org.spsrules.cdshooks;

import java.util.concurrent.Semaphore;

/**
 * How much of what callers send is held in memory at once. A resource takes many times the room of its JSON, so there is a
 * bound on all bodies together beside that on each. Safe for use by several threads.
 */
final class Intake {

    private static final int UNIT = 65_536;
    /** How many times the memory of all bodies fits into that of the program. */
    private static final int SHARE = 40;

    private static final long LEAST = 20_000_000;

    private final Semaphore units;

    Intake(long bytes) {
        units = new Semaphore((int) Math.min(Integer.MAX_VALUE, Math.max(1, bytes / UNIT)));
    }

    /** As much as the memory of this program allows. */
    static Intake ofMemory() {
        return new Intake(Math.max(LEAST, Runtime.getRuntime().maxMemory() / SHARE));
    }

    /** How much is taken in at a time. */
    static int unit() {
        return UNIT;
    }

    /** Room for one unit more; none if there is too much already. */
    boolean take() {
        return units.tryAcquire();
    }

    void giveBack(int taken) {
        units.release(taken);
    }
}
