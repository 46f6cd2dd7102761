package org.spsrules.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.spsrules.Problem;
import org.spsrules.Problem.Position;
import org.spsrules.internal.spelling.Suggestion;

/**
 * A map of the file while it is read. The fields that are asked for are the fields that it may have, so each name stands
 * in one place only; what cannot be read is reported and left out.
 */
final class Section {

    private final String path;
    private final Node.Fields fields;
    private final CaseProblems problems;
    private final Set<String> known = new LinkedHashSet<>();

    private Section(String path, Node.Fields fields, CaseProblems problems) {
        this.path = path;
        this.fields = fields;
        this.problems = problems;
    }

    /**
     * Reads a map.
     *
     * @param path where it stands in the case
     * @param node the map, or whatever stands in its place
     * @param problems where to report what is wrong
     * @param content asks the section for its fields
     */
    static <T> T read(String path, Node node, CaseProblems problems, Function<Section, T> content) {
        problems.place(path, node.position());
        if (node instanceof Node.Fields fields) {
            Section section = new Section(path, fields, problems);
            T value = content.apply(section);
            section.reportRepeatedFields();
            section.reportUnknownFields();
            return value;
        }
        Section blank = blank(path, node.position());
        T standIn = content.apply(blank);
        problems.reportUnread(
                Problem.Kind.MALFORMED,
                path,
                node.position(),
                "write a map with the fields " + String.join(", ", blank.known) + "; found " + node.describe());
        return standIn;
    }

    /** A section without fields, whose problems are nobody's. */
    private static Section blank(String path, Position position) {
        return new Section(path, new Node.Fields(List.of(), position), new CaseProblems());
    }

    /** The value of a field that may be left out. */
    <T> Optional<T> optional(String name, Form<T> form) {
        return stated(name).flatMap(node -> value(pathOf(name), node, form));
    }

    /**
     * The value of a field that must be there.
     *
     * @param standIn lets the reading go on if it is not
     */
    <T> T required(String name, Form<T> form, T standIn) {
        Optional<Node> node = find(name);
        if (node.filter(value -> !isEmpty(value)).isEmpty()) {
            Position position = node.map(Node::position).orElse(fields.position());
            problems.reportUnread(Problem.Kind.MISSING, pathOf(name), position, "is missing; " + form.advice());
            return standIn;
        }
        return node.flatMap(value -> value(pathOf(name), value, form)).orElse(standIn);
    }

    /** The constant that a field names; the other one if the field is left out. */
    <E extends Enum<E>> E word(String name, E otherwise) {
        return stated(name)
                .flatMap(node -> value(pathOf(name), node, Form.wordFor(otherwise.getDeclaringClass())))
                .orElse(otherwise);
    }

    /** The terms in a list, each of them once. */
    Set<String> terms(String name) {
        Set<String> terms = new LinkedHashSet<>();
        List<Node> nodes = items(name);
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            value(pathOf(name) + "[" + i + "]", node, Form.TERM).ifPresent(term -> {
                String place = pathOf(name) + "[" + term + "]";
                problems.place(place, node.position());
                if (!terms.add(term)) {
                    problems.report(Problem.Kind.REPEATED, place, node.position(), "is listed twice");
                }
            });
        }
        return terms;
    }

    /** The map that a field holds. */
    <T> T section(String name, Function<Section, T> content) {
        return stated(name)
                .map(node -> read(pathOf(name), node, problems, content))
                .orElseGet(() -> content.apply(blank(pathOf(name), fields.position())));
    }

    /** The maps in a list. */
    <T> List<T> sections(String name, Function<Section, T> content) {
        List<T> values = new ArrayList<>();
        List<Node> nodes = items(name);
        for (int i = 0; i < nodes.size(); i++) {
            values.add(read(pathOf(name) + "[" + i + "]", nodes.get(i), problems, content));
        }
        return values;
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private Optional<Node> find(String name) {
        known.add(name);
        Optional<Node> node = fields.get(name);
        node.ifPresent(value -> problems.place(pathOf(name), value.position()));
        return node;
    }

    /** The field's value; an empty one is reported. */
    private Optional<Node> stated(String name) {
        return find(name).filter(node -> {
            if (isEmpty(node)) {
                problems.reportUnread(
                        Problem.Kind.MISSING,
                        pathOf(name),
                        node.position(),
                        "is empty; leave the field out if there is nothing to state");
            }
            return !isEmpty(node);
        });
    }

    private static boolean isEmpty(Node node) {
        return node instanceof Node.Scalar scalar
                && (scalar.form() == Node.Scalar.Form.NULL || scalar.text().isBlank());
    }

    private List<Node> items(String name) {
        Optional<Node> node = stated(name);
        if (node.isPresent() && node.get() instanceof Node.Items items) {
            return items.nodes();
        }
        node.ifPresent(other -> problems.reportUnread(
                Problem.Kind.MALFORMED, pathOf(name), other.position(), "write a list; found " + other.describe()));
        return List.of();
    }

    private <T> Optional<T> value(String place, Node node, Form<T> form) {
        try {
            return Optional.of(form.read(node));
        } catch (Form.MalformedException e) {
            problems.reportUnread(Problem.Kind.MALFORMED, place, node.position(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void reportRepeatedFields() {
        Map<String, Position> seen = new HashMap<>();
        for (Node.Fields.Entry entry : fields.entries()) {
            Position first = seen.putIfAbsent(entry.key(), entry.position());
            if (first != null) {
                problems.report(
                        Problem.Kind.REPEATED,
                        pathOf(Quote.shortened(entry.key())),
                        entry.position(),
                        "stands here twice; the first time at " + first);
            }
        }
    }

    private void reportUnknownFields() {
        for (Node.Fields.Entry entry : fields.entries()) {
            if (!known.contains(entry.key())) {
                String suggestion = Suggestion.nearest(entry.key(), known)
                        .map(name -> "; did you mean " + name + "?")
                        .orElse(".");
                problems.report(
                        Problem.Kind.UNKNOWN_FIELD,
                        pathOf(Quote.shortened(entry.key())),
                        entry.position(),
                        "is not a field here" + suggestion + " The fields are " + String.join(", ", known));
            }
        }
    }
}
