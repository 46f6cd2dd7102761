package org.spsrules.workbench;

/** A patient case that has still to be read. */
interface CaseInput {

    /** What to call it in messages. */
    String name();

    /**
     * Its text.
     *
     * @throws UnreadableException if it cannot be read
     */
    String text() throws UnreadableException;
}
