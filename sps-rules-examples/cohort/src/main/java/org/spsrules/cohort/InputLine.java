package org.spsrules.cohort;

import java.util.Arrays;

/**
 * A line of the input, as it stands there.
 *
 * @param file the input that it is in
 * @param number counted from 1
 * @param bytes its content, without what ends it; only its beginning if it is too long
 * @param complete whether that is all of it
 */
public record InputLine(String file, long number, byte[] bytes, boolean complete) {

    /** More than any case needs; of a longer line only the beginning is kept. */
    public static final int MOST_BYTES_OF_A_CASE = 400_000;

    /** A line with a case, of which the beginning of an array holds all. */
    public static InputLine of(String file, long number, byte[] bytes, int length) {
        return new InputLine(
                file,
                number,
                Arrays.copyOf(bytes, Math.min(length, MOST_BYTES_OF_A_CASE)),
                length <= MOST_BYTES_OF_A_CASE);
    }

    /** Where it stands, {@code cases.ndjson:12}. */
    public String place() {
        return file + ":" + number;
    }
}
