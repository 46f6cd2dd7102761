package org.spsrules.workbench;

import java.io.IOException;
import java.io.InputStream;
import org.spsrules.io.Documents;

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
        try {
            return Documents.text(bytes);
        } catch (Documents.UnreadableException e) {
            throw new UnreadableException(e.problem());
        }
    }
}
