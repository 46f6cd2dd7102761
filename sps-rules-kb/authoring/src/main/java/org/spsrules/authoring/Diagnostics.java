package org.spsrules.authoring;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that an author sees all of it at once. Not thread-safe. */
public final class Diagnostics {

    private final List<Diagnostic> found = new ArrayList<>();

    /** Adds a problem. */
    public void add(String file, int line, int column, String code, String message) {
        found.add(new Diagnostic(file, line, column, code, message));
    }

    /** Adds a problem that was found elsewhere. */
    void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** All problems in the order of files and lines, each once. */
    public List<Diagnostic> sorted() {
        return found.stream().sorted().distinct().toList();
    }
}
