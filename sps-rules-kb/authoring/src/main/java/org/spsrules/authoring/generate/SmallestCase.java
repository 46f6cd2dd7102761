package org.spsrules.authoring.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.io.Documents;
import org.spsrules.io.Node;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.io.PatientCaseWriter;
import org.spsrules.vocabulary.Vocabulary;

/** Leaves out of a case whatever is not needed to show something. Not thread-safe. */
public final class SmallestCase {

    private static final int MOST_TRIES = 5_000;

    private final PatientCaseReader reader;
    private final PatientCaseWriter writer = new PatientCaseWriter();
    private final Predicate<PatientCase> shows;
    private int tries;

    /**
     * Looks for small cases.
     *
     * @param vocabulary the terms of the cases
     * @param shows whether a case, in codes, still shows it
     */
    public SmallestCase(Vocabulary vocabulary, Predicate<PatientCase> shows) {
        this.reader = new PatientCaseReader(vocabulary);
        this.shows = shows;
    }

    /** A case that shows it and from which, within a bounded number of tries, no single fact could be taken. */
    public PatientCase within(PatientCase patientCase) {
        tries = 0;
        PatientCase smallest = patientCase;
        try {
            Node tree = Documents.read(writer.json(patientCase));
            for (Optional<Node> smaller = step(tree); smaller.isPresent(); smaller = step(smaller.get())) {
                smallest = reader.read(smaller.get());
            }
        } catch (Documents.UnreadableException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
        return smallest;
    }

    private Optional<Node> step(Node tree) {
        return smaller(tree).stream().filter(this::stillShows).findFirst();
    }

    private boolean stillShows(Node tree) {
        if (tries++ >= MOST_TRIES) {
            return false;
        }
        try {
            return shows.test(reader.read(tree));
        } catch (InvalidCaseException e) {
            return false;
        }
    }

    /** The trees that lack one part of this one, large parts first. */
    private static List<Node> smaller(Node tree) {
        List<Node> found = new ArrayList<>();
        if (tree instanceof Node.Fields fields) {
            List<Node.Fields.Entry> entries = fields.entries();
            IntStream.range(0, entries.size())
                    .forEach(i -> found.add(new Node.Fields(without(entries, i), tree.position())));
            IntStream.range(0, entries.size()).forEach(i -> {
                Node.Fields.Entry entry = entries.get(i);
                smaller(entry.value())
                        .forEach(value -> found.add(new Node.Fields(
                                with(entries, i, new Node.Fields.Entry(entry.key(), entry.position(), value)),
                                tree.position())));
            });
        } else if (tree instanceof Node.Items items) {
            List<Node> nodes = items.nodes();
            IntStream.range(0, nodes.size())
                    .forEach(i -> found.add(new Node.Items(without(nodes, i), tree.position())));
            IntStream.range(0, nodes.size())
                    .forEach(i -> smaller(nodes.get(i))
                            .forEach(node -> found.add(new Node.Items(with(nodes, i, node), tree.position()))));
        }
        return found;
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> shorter = new ArrayList<>(list);
        shorter.remove(index);
        return shorter;
    }

    private static <T> List<T> with(List<T> list, int index, T other) {
        List<T> changed = new ArrayList<>(list);
        changed.set(index, other);
        return changed;
    }
}
