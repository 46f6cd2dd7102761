package org.spsrules.cohort;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The lines of all inputs, one after the other, and the digest of what has been read of them. Holds one line in memory. Not
 * thread-safe.
 */
final class InputLines implements Closeable {

    private static final int BUFFER = 1 << 16;
    /** Lines are handed out together as long as they are not more than this. */
    private static final int MOST_BYTES_TOGETHER = 400_000;

    private final Iterator<Input> inputs;
    private final int mostBytes;
    private final LongConsumer bytesRead;
    private final MessageDigest digest = sha256();
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;
    private @Nullable InputStream stream;
    private String file = "";
    private long number;
    private long read;

    /**
     * The lines of some inputs.
     *
     * @param mostBytes of a longer line only the beginning is kept
     * @param bytesRead is told how many bytes are read
     */
    InputLines(List<Input> inputs, int mostBytes, LongConsumer bytesRead) {
        this.inputs = inputs.iterator();
        this.mostBytes = mostBytes;
        this.bytesRead = bytesRead;
    }

    /**
     * How far the inputs have been read.
     *
     * @param lines how many lines have been read in all
     * @param digest SHA-256 of them, and of the names of their files
     */
    record Place(long lines, String digest) {}

    /** How far they have been read. */
    Place place() {
        try {
            MessageDigest soFar = (MessageDigest) digest.clone();
            return new Place(read, HexFormat.of().formatHex(soFar.digest()));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads on to where an earlier run had come.
     *
     * @throws CohortException if what is read is not what that run has read
     */
    void skipTo(Place earlier) {
        while (read < earlier.lines() && next() != null) {
            // What is passed over is digested.
            continue;
        }
        if (!place().equals(earlier)) {
            throw new CohortException("The input is not the one with which this run began: its first "
                    + earlier.lines() + " lines have changed, or their files have other names. Name another folder"
                    + " for the results, or bring back the input.");
        }
    }

    /** The next lines: at most so many, fewer if they are long, none if there are no more. */
    List<InputLine> next(int most) {
        List<InputLine> lines = new ArrayList<>();
        int bytes = 0;
        while (lines.size() < most && bytes < MOST_BYTES_TOGETHER) {
            InputLine line = next();
            if (line == null) {
                break;
            }
            bytes += line.bytes().length;
            lines.add(line);
        }
        return lines;
    }

    /** Takes lines. */
    @FunctionalInterface
    interface Taker {

        void take(InputLine line) throws IOException;
    }

    /** Hands out all that are left. */
    void forEach(Taker taker) throws IOException {
        for (InputLine line = next(); line != null; line = next()) {
            taker.take(line);
        }
    }

    private @Nullable InputLine next() {
        try {
            while (fill()) {
                InputLine line = line();
                if (line != null) {
                    return line;
                }
            }
            return null;
        } catch (IOException e) {
            throw new CohortException(file + " cannot be read after line " + number
                    + "; it may be damaged, or not be packed as it seems. The same command goes on from there.");
        }
    }

    /** Whether there is something in the buffer, or an input in which a line may follow. */
    private boolean fill() throws IOException {
        if (stream == null) {
            if (!inputs.hasNext()) {
                return false;
            }
            Input input = inputs.next();
            file = input.name();
            number = 0;
            stream = input.open(bytesRead);
        }
        return true;
    }

    /** The next line of this input; null after the last one. */
    private @Nullable InputLine line() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        boolean complete = true;
        boolean begun = false;
        while (refill()) {
            if (!begun && number == 0) {
                digest.update((file + "\0").getBytes(StandardCharsets.UTF_8));
            }
            begun = true;
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            int length = end - position;
            digest.update(buffer, position, length);
            int kept = Math.min(length, mostBytes - content.size());
            content.write(buffer, position, kept);
            complete &= kept == length;
            position = end;
            if (end < filled) {
                position++;
                break;
            }
        }
        if (!begun) {
            close();
            return null;
        }
        digest.update((byte) '\n');
        read++;
        return new InputLine(file, ++number, content.toByteArray(), complete);
    }

    private boolean refill() throws IOException {
        if (position < filled) {
            return true;
        }
        position = 0;
        filled = stream == null ? -1 : stream.read(buffer, 0, BUFFER);
        return filled > 0;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }
}
