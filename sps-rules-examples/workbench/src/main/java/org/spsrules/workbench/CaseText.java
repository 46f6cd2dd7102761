package org.spsrules.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.spsrules.Problem.Position;

/** Reads the text of a case. */
final class CaseText {

    /** The reader of cases allows fewer characters than this; the limit here keeps an endless file out of the memory. */
    private static final int MOST_BYTES = 1_000_000;

    private CaseText() {}

    /**
     * Reads a text in UTF-8.
     *
     * @throws UnreadableException if it is in no UTF-8, or too large
     * @throws IOException if it cannot be read
     */
    static String read(InputStream stream) throws IOException, UnreadableException {
        byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableException("the file is larger than a megabyte, too large for a case");
        }
        return decoded(bytes);
    }

    private static String decoded(byte[] bytes) throws UnreadableException {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            throw new UnreadableException("the file is not UTF-8 text", Optional.of(endOf(text.toString())));
        }
        return text.toString();
    }

    private static Position endOf(String text) {
        int line = 1 + (int) text.chars().filter(character -> character == '\n').count();
        return new Position(line, text.length() - text.lastIndexOf('\n'));
    }
}
