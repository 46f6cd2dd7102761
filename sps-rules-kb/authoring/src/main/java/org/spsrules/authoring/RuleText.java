package org.spsrules.authoring;

import org.drools.drl.ast.descr.BaseDescr;
import org.spsrules.authoring.TokenReader.NotUnderstoodException;

/** The text of a rule file that is being read: where in it things stand, and what is wrong with it. Not thread-safe. */
final class RuleText {

    private final String file;
    private final String text;
    private final Diagnostics diagnostics;
    private boolean failed;

    RuleText(String file, String text, Diagnostics diagnostics) {
        this.file = file;
        this.text = text;
        this.diagnostics = diagnostics;
    }

    /** A place in the file; line and column are counted from 1. */
    record Place(int line, int column) {}

    String text() {
        return text;
    }

    /** Where a word first stands, or the beginning of the file. */
    Place find(String word) {
        return place(Math.max(0, text.indexOf(word)));
    }

    Place place(int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(letter -> letter == '\n').count() + 1;
        return new Place(line, offset - before.lastIndexOf('\n'));
    }

    /** What the author wrote for a part that the parser found; the parser counts the last character in. */
    String source(BaseDescr part) {
        return text.substring(part.getStartCharacter(), part.getEndCharacter() + 1);
    }

    /** The same on one line. */
    String line(BaseDescr part) {
        return source(part).replaceAll("\\s+", " ").strip();
    }

    /** Whether anything is wrong so far. */
    boolean failed() {
        return failed;
    }

    void fail(NotUnderstoodException failure) {
        fail(failure.token().line(), failure.token().column(), "syntax", String.valueOf(failure.getMessage()));
    }

    void fail(BaseDescr part, String code, String message) {
        fail(Math.max(1, part.getLine()), part.getColumn() + 1, code, message);
    }

    void fail(int offset, String code, String message) {
        Place place = place(offset);
        fail(place.line(), place.column(), code, message);
    }

    void fail(int line, int column, String code, String message) {
        failed = true;
        diagnostics.add(file, line, column, code, message);
    }
}
