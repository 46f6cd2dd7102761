package org.spsrules.authoring.folder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.spsrules.Problem.Position;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Location;
import org.spsrules.authoring.diagnostic.YamlAdvice;
import org.spsrules.authoring.language.HiddenCharacter;
import org.spsrules.authoring.language.Table;
import org.spsrules.internal.spelling.Suggestion;
import org.spsrules.io.Documents;
import org.spsrules.io.Node;

/** A YAML file of the knowledge base: a map whose lists hold entries. Reports whatever is not as expected. */
public final class DataFile {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");

    private final String file;
    private final Diagnostics diagnostics;

    public DataFile(String file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    /** The map that the file consists of, if it is one. */
    public Optional<Entry> read(String text) {
        try {
            return entry(Documents.read(text, file));
        } catch (Documents.UnreadableException e) {
            YamlAdvice.report(
                    e.problem(),
                    text,
                    (position, message) -> diagnostics.add(file, position, LintCode.DATA_UNREADABLE, message));
            return Optional.empty();
        }
    }

    private Optional<Entry> entry(Node node) {
        if (node instanceof Node.Fields fields) {
            return Optional.of(new Entry(fields));
        }
        fail(node.position(), "expected a map, found " + node.describe());
        return Optional.empty();
    }

    private void fail(Position position, String message) {
        diagnostics.add(file, position, LintCode.DATA_FILE, message);
    }

    /** A map of the file. Each field is asked for once; {@link #done} reports those that nobody asked for. */
    public final class Entry {

        private final Node.Fields fields;
        private final Set<String> asked = new HashSet<>();

        private Entry(Node.Fields fields) {
            this.fields = fields;
            Set<String> seen = new HashSet<>();
            for (Node.Fields.Entry field : fields.entries()) {
                if (!seen.add(field.key())) {
                    fail(field.position(), field.key() + " stands twice");
                }
            }
        }

        public Position position() {
            return fields.position();
        }

        /** One of some constants, by the word for each. */
        <T> Optional<T> oneOf(String key, T[] constants, Function<T, String> word) {
            return oneOf(key, words(constants, word));
        }

        /** Any of some constants, by the word for each. */
        <T> List<T> allOf(String key, T[] constants, Function<T, String> word) {
            return allOf(key, words(constants, word));
        }

        private static <T> Map<String, T> words(T[] constants, Function<T, String> word) {
            Map<String, T> words = new LinkedHashMap<>();
            Arrays.stream(constants).forEach(constant -> words.put(word.apply(constant), constant));
            return words;
        }

        /** Where the value of a field stands, or the map if there is no such field. */
        public Position positionOf(String key) {
            return fields.get(key).map(Node::position).orElse(fields.position());
        }

        public Optional<String> optional(String key) {
            asked.add(key);
            return fields.get(key).map(node -> scalar(key, node));
        }

        public String text(String key) {
            return optional(key).orElseGet(() -> missing(key));
        }

        private String missing(String key) {
            fail(fields.position(), key + " is missing");
            return "";
        }

        private String scalar(String key, Node node) {
            if (node instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
                HiddenCharacter.in(scalar.text())
                        .ifPresent(offset -> diagnostics.add(
                                file,
                                node.position(),
                                LintCode.HIDDEN_CHARACTER,
                                key + ": "
                                        + HiddenCharacter.advice(scalar.text().codePointAt(offset))));
                return scalar.text();
            }
            fail(node.position(), key + ": expected a text, found " + node.describe());
            return "";
        }

        <T> Optional<T> oneOf(String key, Map<String, T> words) {
            String word = text(key);
            T value = words.get(word);
            if (value == null && !word.isEmpty()) {
                notOneOf(key, word, positionOf(key), words.keySet());
            }
            return Optional.ofNullable(value);
        }

        /** A number that is 0 or more. */
        Optional<BigDecimal> number(String key) {
            return number(key, text(key), positionOf(key));
        }

        private Optional<BigDecimal> number(String key, String text, Position position) {
            if (NUMBER.matcher(text).matches()) {
                return Optional.of(new BigDecimal(text));
            }
            if (!text.isEmpty()) {
                fail(position, key + ": \"" + text + "\" is not a number; write, for example, 2.5");
            }
            return Optional.empty();
        }

        /** The numbers of a list. */
        List<BigDecimal> numbers(String key) {
            List<BigDecimal> numbers = new ArrayList<>();
            nodes(key)
                    .forEach(node ->
                            number(key, scalar(key, node), node.position()).ifPresent(numbers::add));
            return List.copyOf(numbers);
        }

        /** The words of a list, each of which stands for something. */
        <T> List<T> allOf(String key, Map<String, T> words) {
            List<T> values = new ArrayList<>();
            for (Node node : nodes(key)) {
                String word = scalar(key, node);
                T value = words.get(word);
                if (value == null) {
                    notOneOf(key, word, node.position(), words.keySet());
                } else {
                    values.add(value);
                }
            }
            return List.copyOf(values);
        }

        private void notOneOf(String key, String word, Position position, Set<String> words) {
            fail(
                    position,
                    key + ": \"" + word + "\" is not one of " + String.join(", ", words)
                            + Suggestion.didYouMean(word, words));
        }

        List<String> texts(String key) {
            return nodes(key).stream().map(node -> scalar(key, node)).toList();
        }

        /** The maps in a list. */
        public <T> List<T> entries(String key, Function<Entry, Optional<T>> form) {
            return entries(nodes(key), form);
        }

        /** The maps in each of several lists, which have names of their own. */
        <T> Map<String, List<T>> lists(String key, BiFunction<String, Entry, Optional<T>> form) {
            asked.add(key);
            Map<String, List<T>> found = new LinkedHashMap<>();
            fields.get(key)
                    .flatMap(DataFile.this::entry)
                    .ifPresent(map -> map.fields
                            .entries()
                            .forEach(list -> found.put(
                                    list.key(),
                                    map.entries(map.nodes(list.key()), entry -> form.apply(list.key(), entry)))));
            return found;
        }

        private <T> List<T> entries(List<Node> nodes, Function<Entry, Optional<T>> form) {
            List<T> found = new ArrayList<>();
            nodes.forEach(node -> found.addAll(whole(node, form)));
            return found;
        }

        /** The items of a list, each of which is a text or a map. */
        public <T> List<T> textsOrEntries(
                String key, BiFunction<String, Position, T> ofText, Function<Entry, Optional<T>> form) {
            List<T> found = new ArrayList<>();
            for (Node node : nodes(key)) {
                if (node instanceof Node.Scalar) {
                    found.add(ofText.apply(scalar(key, node), node.position()));
                } else {
                    found.addAll(whole(node, form));
                }
            }
            return found;
        }

        /** What a map of the file states, all of whose fields were asked for. */
        private <T> List<T> whole(Node node, Function<Entry, Optional<T>> form) {
            Optional<Entry> entry = entry(node);
            List<T> stated = entry.flatMap(form).stream().toList();
            entry.ifPresent(Entry::done);
            return stated;
        }

        private List<Node> nodes(String key) {
            asked.add(key);
            Optional<Node> node = fields.get(key);
            if (node.isPresent() && node.get() instanceof Node.Items items) {
                return items.nodes();
            }
            node.ifPresent(other -> fail(other.position(), key + ": expected a list, found " + other.describe()));
            return List.of();
        }

        Map<String, String> map(String key) {
            return section(key).map(Entry::scalars).orElse(Map.of());
        }

        /** The map that a field holds, or the maps in its list; nothing if there is no such field. */
        <T> List<T> oneOrMore(String key, Function<Entry, Optional<T>> form) {
            asked.add(key);
            Optional<Node> node = fields.get(key);
            if (node.isPresent() && !(node.get() instanceof Node.Items)) {
                return entries(List.of(node.get()), form);
            }
            List<Node> nodes = nodes(key);
            if (node.isPresent() && nodes.isEmpty()) {
                refuse(key, "is empty; leave it out");
            }
            return entries(nodes, form);
        }

        /** Says of a field, if it is there, that it cannot stand as it is. */
        void refuse(String key, String message) {
            asked.add(key);
            fields.get(key).ifPresent(node -> fail(node.position(), key + ": " + message));
        }

        /** The values of all fields, in the order of the file; each is one text. */
        Map<String, String> scalars() {
            Map<String, String> found = new LinkedHashMap<>();
            fields.entries().forEach(field -> found.put(field.key(), scalar(field.key(), field.value())));
            return found;
        }

        /** The values of all fields, in the order of the file; each is one text or a list of texts. */
        Map<String, Table.Cell> cells() {
            Map<String, Table.Cell> cells = new LinkedHashMap<>();
            for (Node.Fields.Entry field : fields.entries()) {
                List<String> values =
                        field.value() instanceof Node.Items ? texts(field.key()) : List.of(text(field.key()));
                cells.put(
                        field.key(),
                        new Table.Cell(values, new Location(file, field.value().position())));
            }
            return cells;
        }

        /** The map that a field holds, if there is such a field. */
        public Optional<Entry> section(String key) {
            asked.add(key);
            return fields.get(key).flatMap(DataFile.this::entry);
        }

        public void done() {
            for (Node.Fields.Entry field : fields.entries()) {
                if (!asked.contains(field.key())) {
                    fail(
                            field.position(),
                            field.key() + " is not known here" + Suggestion.didYouMean(field.key(), asked));
                }
            }
        }
    }
}
