package org.spsrules.authoring.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
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
            Function<List<Node.Fields.Entry>, Node> made = entries -> new Node.Fields(entries, part.position());
            return made.apply(smaller(
                    fields.entries(),
                    Node.Fields.Entry::value,
                    (entry, value) -> new Node.Fields.Entry(entry.key(), entry.position(), value),
                    made.andThen(whole)));
        } else if (part instanceof Node.Items items) {
            Function<List<Node>, Node> made = nodes -> new Node.Items(nodes, part.position());
            return made.apply(smaller(items.nodes(), node -> node, (node, inside) -> inside, made.andThen(whole)));
        }
        return part;
    }

    private <T> List<T> smaller(
            List<T> all, Function<T, Node> value, BiFunction<T, Node, T> with, Function<List<T>, Node> whole) {
        List<T> rest = new ArrayList<>(all);
        for (int i = 0; i < rest.size(); i++) {
            T piece = rest.remove(i);
            if (shows(whole.apply(rest))) {
                i--;
                continue;
            }
            rest.add(i, piece);
            int place = i;
            Node inside =
                    smaller(value.apply(piece), other -> whole.apply(replaced(rest, place, with.apply(piece, other))));
            rest.set(i, with.apply(piece, inside));
        }
        return rest;
    }

    private boolean shows(Node tree) {
        return tries++ < mostTries && shows.test(tree);
    }

    private static <T> List<T> replaced(List<T> list, int index, T other) {
        List<T> changed = new ArrayList<>(list);
        changed.set(index, other);
        return changed;
    }
}
