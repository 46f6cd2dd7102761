package org.spsrules.authoring.diagnostic;

import java.util.Comparator;

/**
 * Something that is wrong in a file of the knowledge base.
 *
 * @param file path of the file, relative to the folder of the knowledge base
 * @param line counted from 1
 * @param column counted from 1
 * @param severity how bad it is
 * @param code which check found it, for example {@code unknown-concept}
 * @param message what is wrong, and what would be right
 */
public record Diagnostic(String file, int line, int column, Severity severity, String code, String message)
        implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(Diagnostic::file)
            .thenComparingInt(Diagnostic::line)
            .thenComparingInt(Diagnostic::column)
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message);

    /** The same problem, its file called otherwise. */
    public Diagnostic in(String otherFile) {
        return new Diagnostic(otherFile, line, column, severity, code, message);
    }

    /** Whether the knowledge base must not be used because of it. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Diagnostic other) {
        return BY_PLACE.compare(this, other);
    }

    /** As compilers print it: {@code path:line:col: error: message [code]}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + severity.word() + ": " + message + " [" + code + "]";
    }
}
