package org.spsrules.io;

import java.util.Optional;
import org.spsrules.Problem;
import org.spsrules.Problem.Position;

/** Reads YAML and JSON into trees that remember where everything stands. */
public final class Documents {

    /** Far more than any file needs; it keeps a document from exhausting memory or the stack. */
    static final int MOST_CHARACTERS = 4_000_000;

    private static final int DEEPEST = 50;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Documents() {}

    /** A document that cannot be read. */
    public static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        UnreadableException(String message, Optional<Position> position) {
            super(message);
            this.problem = new Problem("", message, position);
        }

        /** What is wrong, and where. */
        public Problem problem() {
            return problem;
        }
    }

    /**
     * Reads a document. A text that begins with a brace or a bracket is read as JSON, any other as YAML.
     *
     * @throws UnreadableException if it is empty, too large, nested too deeply, or neither
     */
    public static Node read(String text) throws UnreadableException {
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        if (content.isBlank()) {
            throw empty();
        }
        if (content.length() > MOST_CHARACTERS) {
            throw new UnreadableException("the file has more than 4 million characters", Optional.empty());
        }
        String start = content.stripLeading();
        return start.startsWith("{") || start.startsWith("[") ? JsonTree.read(content) : YamlTree.read(content);
    }

    static UnreadableException empty() {
        return new UnreadableException("the file is empty", Optional.empty());
    }

    /** Ends the reading of a document that no stack could hold. */
    static void checkDepth(int depth, Position position) throws UnreadableException {
        if (depth > DEEPEST) {
            throw new UnreadableException("nested too deeply", Optional.of(position));
        }
    }
}
