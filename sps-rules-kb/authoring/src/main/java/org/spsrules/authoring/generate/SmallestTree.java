package org.spsrules.authoring.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.spsrules.io.Node;

/** The smallest tree of a case that still shows something: whatever is not needed is left out. Not thread-safe. */
public final class SmallestTree {

    private final int mostTries;
    private final Predicate<Node> shows;
    private int tries;

    /**
     * Looks for small trees.
     *
     * @param mostTries after how many tries it is content with what it has
     * @param shows whether a tree still shows it; one that is no valid case does not
     */
    public SmallestTree(int mostTries, Predicate<Node> shows) {
        this.mostTries = mostTries;
        this.shows = shows;
    }

    /** A tree that shows it and from which, within a bounded number of tries, no single part could be taken. */
    public Node within(Node tree) {
        tries = 0;
        Node smallest = tree;
        for (Node smaller = pass(tree); !smaller.equals(smallest); smaller = pass(smallest)) {
            smallest = smaller;
        }
        return smallest;
    }

    private Node pass(Node tree) {
        return smaller(tree, whole -> whole);
    }

    /** A part without what can be left out of it, large pieces first. */
    private Node smaller(Node part, UnaryOperator<Node> whole) {
        if (part instanceof Node.Fields fields) {
            List<Node.Fields.Entry> entries = new ArrayList<>(fields.entries());
            for (int i = 0; i < entries.size(); i++) {
                Node.Fields.Entry entry = entries.remove(i);
                if (shows(whole.apply(new Node.Fields(entries, part.position())))) {
                    i--;
                    continue;
                }
                entries.add(i, entry);
                int place = i;
                Node value = smaller(
                        entry.value(),
                        inside -> whole.apply(new Node.Fields(
                                with(entries, place, new Node.Fields.Entry(entry.key(), entry.position(), inside)),
                                part.position())));
                entries.set(i, new Node.Fields.Entry(entry.key(), entry.position(), value));
            }
            return new Node.Fields(entries, part.position());
        } else if (part instanceof Node.Items items) {
            List<Node> nodes = new ArrayList<>(items.nodes());
            for (int i = 0; i < nodes.size(); i++) {
                Node node = nodes.remove(i);
                if (shows(whole.apply(new Node.Items(nodes, part.position())))) {
                    i--;
                    continue;
                }
                nodes.add(i, node);
                int place = i;
                nodes.set(
                        i,
                        smaller(
                                node,
                                inside -> whole.apply(new Node.Items(with(nodes, place, inside), part.position()))));
            }
            return new Node.Items(nodes, part.position());
        }
        return part;
    }

    private boolean shows(Node tree) {
        return tries++ < mostTries && shows.test(tree);
    }

    private static <T> List<T> with(List<T> list, int index, T other) {
        List<T> changed = new ArrayList<>(list);
        changed.set(index, other);
        return changed;
    }
}
