package org.spsrules.workbench;

/** How much time a reader has for the items of a short report. */
enum Haste {
    /** A minute: what to do and why, the sources, and what is to be known about a therapy. */
    NONE,
    /** Something cannot wait: what to do and why. */
    SOME,
    /** So much cannot wait that there is no time for reasons, and titles have to say what to do. */
    GREAT
}
