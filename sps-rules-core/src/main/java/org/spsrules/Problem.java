package org.spsrules;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** A problem whose words can be shown in a terminal: characters that could steer it are spelt out. */
    public Problem {
        path = printable(path);
        message = printable(message);
    }

    private static String printable(String text) {
        if (text.codePoints().noneMatch(Problem::steers)) {
            return text;
        }
        return text.codePoints()
                .mapToObj(character -> steers(character)
                        ? String.format(Locale.ROOT, "\\u%04x", character)
                        : Character.toString(character))
                .collect(Collectors.joining());
    }

    private static boolean steers(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
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
