package org.spsrules.io;

import static org.spsrules.internal.Given.given;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.spsrules.Problem;
import org.spsrules.Problem.Position;

/** Reads YAML and JSON into trees that remember where everything stands. */
public final class Documents {

    /** Far more than any file needs; it keeps a document from exhausting memory or the stack. */
    static final int MOST_CHARACTERS = 4_000_000;

    private static final int MOST_BYTES_OF_A_CHARACTER = 3;

    private static final int DEEPEST = 50;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Documents() {}

    /** A document that cannot be read. */
    public static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        private final Problem problem;

        UnreadableException(String message, Optional<Position> position) {
            super(message);
            this.problem = new Problem(Problem.Kind.UNREADABLE, "", message, position);
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
        String content = content(text);
        String start = content.stripLeading();
        return start.startsWith("{") || start.startsWith("[") ? JsonTree.read(content) : YamlTree.read(content);
    }

    /**
     * Reads a document from a file. One whose name ends in {@code .yaml} or {@code .yml} is YAML, however it begins; any other
     * is read like a text.
     *
     * @throws UnreadableException like {@link #read(String)}
     */
    public static Node read(String text, String fileName) throws UnreadableException {
        String name = given(fileName, "fileName").toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") ? YamlTree.read(content(text)) : read(text);
    }

    /** Reads what can be nothing but JSON. */
    static Node readJson(String text) throws UnreadableException {
        return JsonTree.read(content(text));
    }

    private static String content(String text) throws UnreadableException {
        given(text, "text");
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        if (content.isBlank()) {
            throw empty();
        }
        if (content.length() > MOST_CHARACTERS) {
            throw new UnreadableException("the file has more than 4 million characters", Optional.empty());
        }
        return content;
    }

    /** What a source holds, to its end or to where it is too long for any document. */
    static String text(Reader source) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] some = new char[8192];
        for (int count = source.read(some); count >= 0; count = source.read(some)) {
            text.append(some, 0, count);
            if (text.length() > MOST_CHARACTERS) {
                break;
            }
        }
        return text.toString();
    }

    /** What a source in UTF-8 holds, likewise. */
    static String text(InputStream source) throws IOException, UnreadableException {
        return text(source.readNBytes(MOST_BYTES_OF_A_CHARACTER * MOST_CHARACTERS + 1));
    }

    /**
     * The text that these bytes are in UTF-8.
     *
     * @throws UnreadableException if they are none, with the place of the first that is wrong
     */
    public static String text(byte[] bytes) throws UnreadableException {
        CharBuffer text = CharBuffer.allocate(given(bytes, "bytes").length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            throw new UnreadableException(
                    "this is not UTF-8 text; save it as UTF-8", Optional.of(endOf(text.toString())));
        }
        return text.toString();
    }

    private static Position endOf(String text) {
        int line = 1 + (int) text.chars().filter(character -> character == '\n').count();
        return new Position(line, text.length() - text.lastIndexOf('\n'));
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
