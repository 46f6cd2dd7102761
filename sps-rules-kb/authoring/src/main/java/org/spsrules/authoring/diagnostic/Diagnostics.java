package org.spsrules.authoring.diagnostic;

import java.util.ArrayList;
import java.util.List;
import org.spsrules.Problem.Position;

/** Collects what is wrong, so that an author sees all of it at once. Not thread-safe. */
public final class Diagnostics {

    private final List<Diagnostic> found = new ArrayList<>();

    /** Adds what a check has found. */
    public void add(String file, Position position, LintCode code, String message) {
        found.add(new Diagnostic(file, position.line(), position.column(), code.severity(), code.code(), message));
    }

    /** Adds what a check has found. */
    public void add(Location location, LintCode code, String message) {
        add(location.file(), location.position(), code, message);
    }

    /** Adds what a check has found about a file as a whole. */
    public void add(String file, LintCode code, String message) {
        add(file, new Position(1, 1), code, message);
    }

    /** Adds a problem that was found elsewhere. */
    public void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Diagnostic::isError);
    }

    /** All problems in the order of files and lines, each once. */
    public List<Diagnostic> sorted() {
        return found.stream().sorted().distinct().toList();
    }
}
