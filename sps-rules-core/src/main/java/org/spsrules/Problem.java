package org.spsrules;

import java.util.Optional;

/**
 * One thing that is wrong with a patient case.
 *
 * @param path where in the case, in the words of the file format, for example {@code treatments.given[0].dose}
 * @param message what is wrong, and what would be right
 * @param position where in the file, if the case came from one
 */
public record Problem(String path, String message, Optional<Position> position) {

    /**
     * A place in a file.
     *
     * @param line counted from 1
     * @param column counted from 1
     */
    public record Position(int line, int column) {
        @Override
        public String toString() {
            return line + ":" + column;
        }
    }

    /** A problem in a case that did not come from a file. */
    public Problem(String path, String message) {
        this(path, message, Optional.empty());
    }

    /** The same problem, found at a place in a file. */
    public Problem at(Position place) {
        return new Problem(path, message, Optional.of(place));
    }

    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
