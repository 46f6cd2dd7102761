package org.spsrules.workbench;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One run of the command, with what it wrote. */
record Run(int exitCode, String out, String err) {

    /** The look of a text that does not go to a terminal. */
    static final Look PLAIN = new Look(80, Colours.PLAIN, TerminalCharset.UNICODE);

    /** The folder of the example cases. */
    static final Path CASES = Path.of("../cases");

    private static final Map<String, Run> EVALUATED = new ConcurrentHashMap<>();

    static Run of(String... arguments) {
        return with(PLAIN, new byte[0], arguments);
    }

    /** An evaluation of an example, made once for all tests that look at it: most of it goes into what to ask first. */
    static Run evaluating(String example) {
        return EVALUATED.computeIfAbsent(example, file -> of("evaluate", file));
    }

    static Run with(Look look, String... arguments) {
        return with(look, new byte[0], arguments);
    }

    static Run withInput(String input, String... arguments) {
        return with(PLAIN, input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    static Run with(Look look, byte[] input, String... arguments) {
        return with(look, input, Terminal.nowhere(), arguments);
    }

    static Run with(Look look, byte[] input, PrintWriter progress, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input), new PrintWriter(out), new PrintWriter(err), progress, look);
        int exitCode = Sps.run(terminal, arguments);
        terminal.flush();
        return new Run(exitCode, out.toString(), err.toString());
    }

    /** A terminal that is read from these writers. */
    static Terminal terminal(StringWriter out, StringWriter err) {
        return new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out),
                new PrintWriter(err),
                Terminal.nowhere(),
                PLAIN);
    }

    /** The path of an example case. */
    static String example(String name) {
        return CASES.resolve(name).toString();
    }
}
