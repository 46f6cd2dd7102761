package org.spsrules.authoring.language;

import java.util.List;

/** A text, and where it may or must be broken into lines; which breaks are made is up to {@link DocumentPrinter}. */
sealed interface Document {

    /** Nothing. */
    Document EMPTY = new Words("");

    /** A blank at which no line ends. */
    Document BLANK = new Words(" ");

    /** Words that stand on one line. */
    record Words(String text) implements Document {}

    /**
     * A place where a line may end.
     *
     * @param otherwise what stands there if it does not
     * @param before what then stands at the end of the line
     * @param after what then stands at the beginning of the next
     */
    record MayBreak(String otherwise, String before, String after) implements Document {}

    /**
     * A place where a line ends, with the comments that stand there.
     *
     * @param comments in the author's order
     * @param closing whether the comments still belong to the lines above, which begin further in
     */
    record Break(List<Token.Comment> comments, boolean closing) implements Document {

        Break(List<Token.Comment> comments) {
            this(comments, false);
        }
    }

    /** One after the other. */
    record Row(List<Document> parts) implements Document {}

    /** Lines that begin one step further in. */
    record Indented(Document content) implements Document {}

    /** Something that stands on one line if it fits; each of its breaks is made if it does not. */
    record Group(Document content) implements Document {}

    static Document words(String text) {
        return new Words(text);
    }

    static Document row(Document... parts) {
        return new Row(List.of(parts));
    }

    static Document row(List<Document> parts) {
        return new Row(List.copyOf(parts));
    }

    static Document indented(Document... parts) {
        return new Indented(row(parts));
    }

    static Document indented(List<Document> parts) {
        return new Indented(row(parts));
    }

    static Document group(Document... parts) {
        return new Group(row(parts));
    }
}
