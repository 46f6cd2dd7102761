package org.spsrules.io;

import java.util.List;
import java.util.Optional;
import org.spsrules.Problem.Position;

/** A part of a YAML or JSON document, with its place in the file. Immutable. */
public sealed interface Node {

    /** Where it begins. */
    Position position();

    /** What it is, in words for an error message. */
    String describe();

    /** A text, a number, a truth value, or nothing at all. */
    record Scalar(String text, Form form, Position position) implements Node {

        /** How a scalar is to be understood. */
        public enum Form {
            TEXT,
            NUMBER,
            BOOLEAN,
            NULL
        }

        @Override
        public String describe() {
            return switch (form) {
                case TEXT -> "the text " + Quote.of(text);
                case NUMBER -> "the number " + Quote.shortened(text);
                case BOOLEAN -> text;
                case NULL -> "nothing";
            };
        }
    }

    /** A list. */
    record Items(List<Node> nodes, Position position) implements Node {

        /** Copies the list. */
        public Items {
            nodes = List.copyOf(nodes);
        }

        @Override
        public String describe() {
            return "a list";
        }
    }

    /** A map; keys that occur twice are all there, in the order of the file. */
    record Fields(List<Entry> entries, Position position) implements Node {

        /** Copies the entries. */
        public Fields {
            entries = List.copyOf(entries);
        }

        /** A key with its value. */
        public record Entry(String key, Position position, Node value) {}

        /** The first value of a key. */
        public Optional<Node> get(String key) {
            for (Entry entry : entries) {
                if (entry.key().equals(key)) {
                    return Optional.of(entry.value());
                }
            }
            return Optional.empty();
        }

        @Override
        public String describe() {
            return "a map";
        }
    }
}
