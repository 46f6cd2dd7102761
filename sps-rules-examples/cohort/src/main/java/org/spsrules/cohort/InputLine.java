package org.spsrules.cohort;

/**
 * A line of the input, as it stands there.
 *
 * @param file the input that it is in
 * @param number counted from 1
 * @param bytes its content, without what ends it; only its beginning if it is too long
 * @param complete whether that is all of it
 */
record InputLine(String file, long number, byte[] bytes, boolean complete) {

    /** Where it stands. */
    String place() {
        return file + ":" + number;
    }
}
