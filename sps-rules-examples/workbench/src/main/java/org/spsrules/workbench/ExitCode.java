package org.spsrules.workbench;

/** How a command ends, gravest last. */
enum ExitCode {
    /** All is well. */
    WELL,
    /** The command worked, and found something to put right. */
    FINDINGS,
    /** The command was used wrongly, or could not use what it was given. */
    UNUSABLE_INPUT,
    /** The fault is with {@code sps}. */
    FAILURE;

    /** The number that the process ends with. */
    int number() {
        return ordinal();
    }

    /** The graver of the two. */
    ExitCode or(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
