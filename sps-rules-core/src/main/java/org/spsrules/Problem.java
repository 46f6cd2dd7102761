package org.spsrules;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a patient case.
 *
 * @param kind of what sort it is, for programs
 * @param path where in the case, in the words of the file format, for example {@code treatments.given[0].dose}
 * @param message what is wrong, and what would be right
 * @param position where in the file, if the case came from one
 */
public record Problem(Kind kind, String path, String message, Optional<Position> position) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The sorts of problem. They stay, and a later version may have more; the words of a message may change. */
    public enum Kind {
        /** The file is no YAML and no JSON, or no case can be so large. */
        UNREADABLE,
        /** A field that the format does not have. */
        UNKNOWN_FIELD,
        /** Something that must be stated and is not, or null in its place. */
        MISSING,
        /** A value that is not written as its field wants it, or can be read in two ways. */
        MALFORMED,
        /** A value that no patient has. */
        OUT_OF_RANGE,
        /** A term that the vocabulary does not know as what stands here. */
        UNKNOWN_TERM,
        /** A unit in which this is not measured. */
        WRONG_UNIT,
        /** Something that is stated twice. */
        REPEATED,
        /** Facts of which not both can be true. */
        CONTRADICTION,
        /** None of these. */
        OTHER
    }

    /**
     * A place in a file.
     *
     * @param line counted from 1
     * @param column counted from 1
     */
    public record Position(int line, int column) implements Serializable {

        private static final long serialVersionUID = 1L;

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
    public Problem(Kind kind, String path, String message) {
        this(kind, path, message, Optional.empty());
    }

    /** A problem of no particular kind. */
    public Problem(String path, String message) {
        this(Kind.OTHER, path, message);
    }

    /** The same problem, found at a place in a file. */
    public Problem at(Position place) {
        return new Problem(kind, path, message, Optional.of(place));
    }

    /** An optional cannot be serialised; what it holds can. */
    private Object writeReplace() {
        return new Serialised(kind, path, message, position.orElse(null));
    }

    private record Serialised(
            Kind kind,
            String path,
            String message,
            @Nullable Position position) implements Serializable {

        private static final long serialVersionUID = 1L;

        private Object readResolve() {
            return new Problem(kind, path, message, Optional.ofNullable(position));
        }
    }

    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
