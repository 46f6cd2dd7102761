package org.spsrules.cohort;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The lines of an export that are about one patient as one line: a key, and then each of them with its place and its length.
 * Nothing in a line is escaped, so one that is no JSON is kept as it is.
 */
final class RecordLine {

    /** As many digits as it takes for keys of different patients to be different. */
    private static final int KEY_LENGTH = 32;

    private static final char END = ',';

    private RecordLine() {}

    /** The key of what belongs to a patient: a digest, so that keys are spread evenly. */
    static byte[] key(String belongsTo) {
        byte[] digest = InputLines.sha256().digest(belongsTo.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, KEY_LENGTH / 2).getBytes(StandardCharsets.US_ASCII);
    }

    /** The key with which a line begins. */
    static String key(InputLine line) {
        return new String(line.bytes(), 0, KEY_LENGTH, StandardCharsets.US_ASCII);
    }

    /** Whether this mark follows the key. */
    static boolean hasMark(InputLine line, byte[] mark) {
        return line.bytes()[KEY_LENGTH] == mark[0];
    }

    static byte[] afterKey(InputLine line) {
        return Arrays.copyOfRange(line.bytes(), KEY_LENGTH, line.bytes().length);
    }

    static byte[] afterMark(InputLine line) {
        return Arrays.copyOfRange(line.bytes(), KEY_LENGTH + 1, line.bytes().length);
    }

    /** A line of the export as a part of a record. */
    static byte[] part(InputLine line) {
        byte[] place = line.place().getBytes(StandardCharsets.UTF_8);
        String lengths = "" + place.length + END + line.bytes().length + END + (line.complete() ? 1 : 0) + END;
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(lengths.getBytes(StandardCharsets.US_ASCII));
        part.writeBytes(place);
        part.writeBytes(line.bytes());
        return part.toByteArray();
    }

    /** Where the line of a part stands. */
    static String place(byte[] part) {
        return new Reader(part, 0).next().place();
    }

    /** The lines of the export of which a record consists. */
    static List<InputLine> parts(InputLine record) {
        List<InputLine> parts = new ArrayList<>();
        Reader reader = new Reader(record.bytes(), KEY_LENGTH);
        while (reader.position < record.bytes().length) {
            parts.add(reader.next());
        }
        return parts;
    }

    /** Reads parts one after the other. */
    private static final class Reader {

        private final byte[] bytes;
        private int position;

        private Reader(byte[] bytes, int position) {
            this.bytes = bytes;
            this.position = position;
        }

        private InputLine next() {
            int placeLength = number();
            int lineLength = number();
            boolean complete = number() == 1;
            String place = new String(bytes, position, placeLength, StandardCharsets.UTF_8);
            position += placeLength + lineLength;
            int colon = place.lastIndexOf(':');
            return new InputLine(
                    place.substring(0, colon),
                    Long.parseLong(place.substring(colon + 1)),
                    Arrays.copyOfRange(bytes, position - lineLength, position),
                    complete);
        }

        private int number() {
            int number = 0;
            for (; bytes[position] != END; position++) {
                number = 10 * number + Character.digit(bytes[position], 10);
            }
            position++;
            return number;
        }
    }
}
