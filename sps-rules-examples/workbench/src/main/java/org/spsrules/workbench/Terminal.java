package org.spsrules.workbench;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.spsrules.Problem;

/**
 * What a command reads from and writes to.
 *
 * @param in the standard input
 * @param out the standard output
 * @param err the standard error
 * @param progress where the progress of long work is shown, if it is
 * @param look how text is to look
 */
record Terminal(InputStream in, PrintWriter out, PrintWriter err, PrintWriter progress, Look look) {

    /** The launcher sets this property if the standard error is a terminal that reports do not go to. */
    private static final String PROGRESS = "sps.progress";

    /**
     * The streams of this process. They are written as UTF-8 whatever the locale: JSON has to be, and text is kept to
     * ASCII where the terminal knows no more.
     */
    static Terminal ofThisProcess() {
        PrintWriter err = utf8(new FileOutputStream(FileDescriptor.err));
        return new Terminal(
                System.in,
                utf8(new StandardOutput()),
                err,
                Boolean.getBoolean(PROGRESS) ? err : nowhere(),
                Look.ofThisProcess());
    }

    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
    }

    /** The same, with nobody to hear what is written. */
    Terminal silent() {
        return new Terminal(in, nowhere(), nowhere(), nowhere(), look);
    }

    /** A writer for what is not shown. */
    static PrintWriter nowhere() {
        return new PrintWriter(Writer.nullWriter());
    }

    /** Writes a line to the standard error. */
    void complain(String line) {
        out.flush();
        err.print(look.alphabet().spell(line) + "\n");
        err.flush();
    }

    /** Writes a problem with a file to the standard error. */
    void complain(String file, Problem problem) {
        String place = problem.position().map(position -> ":" + position).orElse("");
        complain(file.replaceAll("\\p{Cntrl}", " ") + place + ": error: " + problem);
    }

    /**
     * Writes to the standard output.
     *
     * @throws OutputLostException if nobody takes it
     */
    void write(String text) {
        out.print(text);
        if (out.checkError()) {
            throw new OutputLostException();
        }
    }

    /** Sees to it that everything has been written. */
    void flush() {
        out.flush();
        err.flush();
    }
}
