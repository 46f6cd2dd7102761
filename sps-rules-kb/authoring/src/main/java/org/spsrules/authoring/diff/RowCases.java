package org.spsrules.authoring.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.Problem.Position;
import org.spsrules.authoring.diff.Sample.Origin;
import org.spsrules.io.Node;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Cases in which a row that differs can matter. A row of two words speaks only where both meet, and generated cases seldom
 * bring just these two together; so the words of the row are added to cases that hold one of them, or are told of one.
 */
final class RowCases {

    private static final Position NOWHERE = new Position(1, 1);
    private static final int MOST_OF_A_ROW = 40;
    private static final int MOST = 6_000;

    private final Vocabulary vocabulary;

    RowCases(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * The cases.
     *
     * @param rows the rows that differ
     * @param asked cases, each with what it says and what it is told, as one text
     */
    List<Sample> of(List<Object> rows, List<Asked> asked) {
        List<Asked> smallestFirst = asked.stream()
                .sorted(Comparator.comparingInt(each -> each.text().length()))
                .toList();
        List<Sample> found = new ArrayList<>();
        for (Object row : rows) {
            List<Concept> words = Terms.of(row)
                    .distinct()
                    .flatMap(text -> vocabulary.concept(text).stream())
                    .toList();
            for (Concept word : words) {
                members(word).limit(3).forEach(member -> alone(member, words).forEach(found::add));
                smallestFirst.stream()
                        .filter(each -> words.stream().anyMatch(other -> other != word && names(each, other)))
                        .limit(MOST_OF_A_ROW)
                        .map(each -> with(each.tree(), word))
                        .forEach(tree -> found.add(generated(tree)));
            }
            if (found.size() > MOST) {
                break;
            }
        }
        return found;
    }

    /**
     * A case, and what is said of it.
     *
     * @param tree the case
     * @param told what both sides recommend or withhold
     * @param text the case in one line
     */
    record Asked(Node tree, Set<String> told, String text) {}

    private boolean names(Asked asked, Concept word) {
        return members(word)
                .map(Concept::code)
                .anyMatch(code -> asked.told().contains(code) || asked.text().contains(code));
    }

    /** The word itself, or those that are narrower, because a case often names just one of them. */
    private Stream<Concept> members(Concept word) {
        Set<String> codes = new LinkedHashSet<>(Set.of(word.code()));
        codes.addAll(vocabulary.selfAndNarrower(word.code()));
        return codes.stream().flatMap(code -> vocabulary.concept(code).stream());
    }

    /** Each word of a row in a case that states only the words of the row. */
    private Stream<Sample> alone(Concept member, List<Concept> words) {
        Node begun = fields(
                entry("asOf", text("2026-01-15")), entry("diagnosis", fields(entry("status", text("confirmed")))));
        Node tree = with(begun, member);
        for (Concept word : words) {
            if (!vocabulary.isA(member.code(), word.code())) {
                tree = with(tree, members(word).reduce((first, last) -> last).orElse(word));
            }
        }
        Stream<Node> planned = isTherapy(member)
                ? Stream.of(appended(
                        tree,
                        List.of("plans"),
                        fields(entry("action", text("start")), entry("therapy", text(member.code())))))
                : Stream.empty();
        return Stream.concat(Stream.of(tree), planned).map(RowCases::generated);
    }

    private static Sample generated(Node tree) {
        return new Sample(Origin.GENERATED, "generated", tree);
    }

    /** The case with a word more, stated where words of its kind stand. */
    private Node with(Node tree, Concept word) {
        return switch (word.kind()) {
            case THERAPY, THERAPY_CLASS ->
                appended(
                        tree,
                        List.of("treatments", "given"),
                        fields(entry("therapy", text(word.code())), entry("status", text("current"))));
            case SYMPTOM -> appended(tree, List.of("symptoms", "present"), text(word.code()));
            case TRIGGER -> appended(tree, List.of("triggers", "present"), text(word.code()));
            case CONDITION -> appended(tree, List.of("conditions", "present"), text(word.code()));
            case TEST ->
                appended(
                        tree,
                        List.of("tests"),
                        fields(entry("test", text(word.code())), entry("result", text("positive"))));
            default -> tree;
        };
    }

    private static boolean isTherapy(Concept word) {
        return word.kind() == Concept.Kind.THERAPY || word.kind() == Concept.Kind.THERAPY_CLASS;
    }

    private static Node appended(Node tree, List<String> path, Node item) {
        if (path.isEmpty()) {
            List<Node> nodes = new ArrayList<>(tree instanceof Node.Items items ? items.nodes() : List.of());
            nodes.add(item);
            return new Node.Items(nodes, NOWHERE);
        }
        List<Node.Fields.Entry> entries =
                new ArrayList<>(tree instanceof Node.Fields fields ? fields.entries() : List.of());
        String key = path.get(0);
        Optional<Node> old = tree instanceof Node.Fields fields ? fields.get(key) : Optional.empty();
        entries.removeIf(entry -> entry.key().equals(key));
        Node below = appended(
                old.orElse(new Node.Scalar("", Node.Scalar.Form.NULL, NOWHERE)), path.subList(1, path.size()), item);
        entries.add(entry(key, below));
        return new Node.Fields(entries, NOWHERE);
    }

    private static Node fields(Node.Fields.Entry... entries) {
        return new Node.Fields(List.of(entries), NOWHERE);
    }

    private static Node.Fields.Entry entry(String key, Node value) {
        return new Node.Fields.Entry(key, NOWHERE, value);
    }

    private static Node text(String text) {
        return new Node.Scalar(text, Node.Scalar.Form.TEXT, NOWHERE);
    }
}
