package org.spsrules.authoring.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.io.Node;
import org.spsrules.io.Node.Fields;
import org.spsrules.io.Node.Items;
import org.spsrules.io.PatientCaseReader;

/**
 * Takes from a case everything that does not matter: one fact after the other, until none can go without what the case
 * shows going with it. Works on the tree of the case, so it knows of every fact that a case can state.
 */
public final class CaseShrinker {

    private final PatientCaseReader reader;
    private final Predicate<PatientCase> shows;

    /** Keeps of a case what this holds of. */
    public CaseShrinker(PatientCaseReader reader, Predicate<PatientCase> shows) {
        this.reader = reader;
        this.shows = shows;
    }

    /** The smallest case that can be reached by taking facts away; the same one if it cannot do without any. */
    public Node shrink(Node patientCase) {
        Node smallest = patientCase;
        Optional<Node> smaller = Optional.of(patientCase);
        while (smaller.isPresent()) {
            smallest = smaller.get();
            smaller = without(smallest).filter(this::stillShows).findFirst();
        }
        return smallest;
    }

    private boolean stillShows(Node patientCase) {
        try {
            return shows.test(reader.read(patientCase));
        } catch (InvalidCaseException e) {
            return false;
        }
    }

    /** The tree with one thing less, the largest things first. */
    private static Stream<Node> without(Node node) {
        if (node instanceof Fields fields) {
            List<Fields.Entry> entries = fields.entries();
            return Stream.concat(
                    entries.stream().map(entry -> new Fields(less(entries, entry), fields.position())),
                    entries.stream()
                            .flatMap(entry -> without(entry.value())
                                    .map(value -> new Fields.Entry(entry.key(), entry.position(), value))
                                    .map(other -> new Fields(with(entries, entry, other), fields.position()))));
        } else if (node instanceof Items items) {
            List<Node> nodes = items.nodes();
            return Stream.concat(
                    nodes.stream().map(each -> new Items(less(nodes, each), items.position())),
                    nodes.stream()
                            .flatMap(each ->
                                    without(each).map(other -> new Items(with(nodes, each, other), items.position()))));
        }
        return Stream.empty();
    }

    private static <T> List<T> less(List<T> all, T gone) {
        List<T> rest = new ArrayList<>(all);
        rest.remove(gone);
        return rest;
    }

    private static <T> List<T> with(List<T> all, T old, T instead) {
        List<T> changed = new ArrayList<>(all);
        changed.set(changed.indexOf(old), instead);
        return changed;
    }
}
