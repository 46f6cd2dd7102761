package org.spsrules.authoring.language;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Prints a document in lines of a width: a group stands on one line if it fits together with what follows it up to the
 * next possible break, after Oppen and Wadler. Not thread-safe.
 */
final class DocumentPrinter {

    private static final int INDENTATION = 4;

    private final int width;
    private final StringBuilder printed = new StringBuilder();
    private final Deque<Part> rest = new ArrayDeque<>();
    private int column;

    private DocumentPrinter(int width) {
        this.width = width;
    }

    /** A part of the document that is still to be printed, and how. */
    private record Part(Document document, int indentation, boolean onOneLine) {

        Part with(Document other) {
            return new Part(other, indentation, onOneLine);
        }

        Part indented(Document other) {
            return new Part(other, indentation + INDENTATION, onOneLine);
        }

        Part onOneLine(Document other) {
            return new Part(other, indentation, true);
        }
    }

    /** The text of a document, none of whose lines is wider than this if it can be helped. */
    static String print(Document document, int width) {
        return new DocumentPrinter(width).print(document);
    }

    private String print(Document document) {
        rest.push(new Part(document, 0, false));
        while (!rest.isEmpty()) {
            print(rest.pop());
        }
        return printed.toString();
    }

    private void print(Part part) {
        if (part.document instanceof Document.Words words) {
            append(words.text());
        } else if (part.document instanceof Document.MayBreak place) {
            if (part.onOneLine) {
                append(place.otherwise());
            } else {
                append(place.before());
                newLine(part.indentation);
                append(place.after());
            }
        } else if (part.document instanceof Document.Break end) {
            comments(end.comments(), part.indentation + (end.closing() ? INDENTATION : 0));
            newLine(part.indentation);
        } else if (part.document instanceof Document.Group group) {
            Part onOneLine = part.onOneLine(group.content());
            rest.push(fits(onOneLine) ? onOneLine : part.with(group.content()));
        } else {
            pushParts(part, rest);
        }
    }

    private static void pushParts(Part part, Deque<Part> onto) {
        if (part.document instanceof Document.Indented indented) {
            onto.push(part.indented(indented.content()));
        } else if (part.document instanceof Document.Row row) {
            List<Document> parts = row.parts();
            for (int i = parts.size() - 1; i >= 0; i--) {
                onto.push(part.with(parts.get(i)));
            }
        } else if (part.document instanceof Document.Group group) {
            onto.push(part.with(group.content()));
        }
    }

    /** A comment beside a word stays there; the others have lines of their own. */
    private void comments(List<Token.Comment> comments, int indentation) {
        for (int i = 0; i < comments.size(); i++) {
            boolean beside = i == 0 && comments.get(0).trailing();
            if (beside) {
                stripBlanks();
                append(" ");
            } else if (!printed.isEmpty()) {
                newLine(indentation);
            }
            append(comments.get(i).text());
        }
    }

    private void append(String text) {
        printed.append(text);
        column += text.length();
    }

    private void newLine(int indentation) {
        stripBlanks();
        printed.append('\n').append(" ".repeat(indentation));
        column = indentation;
    }

    private void stripBlanks() {
        while (!printed.isEmpty() && printed.charAt(printed.length() - 1) == ' ') {
            printed.setLength(printed.length() - 1);
        }
    }

    /** Whether a part on one line, and what follows it up to where a line may end, has room on this line. */
    private boolean fits(Part part) {
        int room = width - column;
        Deque<Part> ahead = new ArrayDeque<>();
        ahead.push(part);
        Iterator<Part> following = rest.iterator();
        while (room >= 0 && (!ahead.isEmpty() || following.hasNext())) {
            Part next = ahead.isEmpty() ? following.next() : ahead.pop();
            if (next.document instanceof Document.Words words) {
                room -= words.text().length();
            } else if (next.document instanceof Document.MayBreak place) {
                if (!next.onOneLine) {
                    return room >= place.before().length();
                }
                room -= place.otherwise().length();
            } else if (next.document instanceof Document.Break) {
                return !next.onOneLine;
            } else {
                pushParts(next, ahead);
            }
        }
        return room >= 0;
    }
}
