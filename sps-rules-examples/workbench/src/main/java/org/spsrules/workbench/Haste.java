package org.spsrules.workbench;

/** How much time a reader has for the items of a short report; each has less than the one before. */
enum Haste {
    /** A minute: what to do and why, the sources, and what is to be known about a therapy. */
    NONE,
    /** A minute, and more to say than it holds: the same without the sources, and of routine care the titles. */
    LITTLE,
    /** Something cannot wait: what to do and why. */
    SOME,
    /**
     * Much cannot wait, or far more is to be said than a minute holds: what to do and at which dose, and why only of what is
     * critical.
     */
    MUCH,
    /** Nothing cannot wait, and there is far more to say than a minute holds: of notes and of other changes the titles. */
    PRESSED,
    /** Nothing cannot wait, and the titles are more than a minute holds: of a note that calls for care, because of what. */
    CROWDED,
    /** So much cannot wait that of what can, titles have to say what to do. */
    GREAT,
    /** So much cannot wait that titles have to say what to do; of what is critical it is said in full, without reasons. */
    UTMOST;

    /** Whether the reader has no more time than this. */
    boolean isAtLeast(Haste other) {
        return compareTo(other) >= 0;
    }
}
