package org.spsrules.workbench;

/** Nobody takes what is written to the standard output any more. */
final class OutputLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutputLostException() {
        super("the output could not be written");
    }
}
