package org.spsrules.workbench;

import org.spsrules.SpsRulesException;
import org.spsrules.workbench.StandardOutput.ReaderGoneException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line that {@code sps} itself failed. */
final class Breakdown implements IExecutionExceptionHandler {

    private final Terminal terminal;

    Breakdown(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof ReaderGoneException) {
            return ExitCode.WELL.number();
        }
        terminal.complain("sps: " + describe(failure));
        return ExitCode.FAILURE.number();
    }

    /** Other messages than our own are left out, because they may quote the case. */
    private static String describe(Exception failure) {
        if (failure instanceof SpsRulesException || failure instanceof OutputLostException) {
            return String.valueOf(failure.getMessage());
        }
        StackTraceElement[] trace = failure.getStackTrace();
        return "an internal error, which should be reported: "
                + failure.getClass().getSimpleName()
                + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
