package org.spsrules.authoring.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.spsrules.Problem.Position;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.YamlAdvice;
import org.spsrules.io.Documents;
import org.spsrules.io.Node;

/**
 * The faults of which an author says that they change nothing, each with the reason. They stand in a file beside
 * {@code knowledge.yaml}:
 *
 * <pre>
 * equivalents:
 *   - fault: "first-line/start-diazepam: Patient( adult ): adult (a constraint is not looked at)"
 *     reason: Whoever is offered it is an adult, by the finding above.
 * </pre>
 */
public final class Equivalents {

    /** What the file is called. */
    public static final String FILE = "equivalents.yaml";

    /** None. */
    public static final Equivalents NONE = new Equivalents(Map.of());

    private final Map<String, Position> places;

    private Equivalents(Map<String, Position> places) {
        this.places = places;
    }

    /** The faults in a text; what is wrong with it goes into the diagnostics. */
    public static Equivalents read(String text, Diagnostics diagnostics) {
        Map<String, Position> places = new LinkedHashMap<>();
        try {
            Node content = Documents.read(text, FILE);
            Optional<Node> list = content instanceof Node.Fields fields ? fields.get("equivalents") : Optional.empty();
            if (list.isPresent() && list.get() instanceof Node.Items items) {
                for (Node node : items.nodes()) {
                    read(node, places, diagnostics);
                }
            } else {
                fail(content.position(), "this file is a map with a list called equivalents", diagnostics);
            }
        } catch (Documents.UnreadableException e) {
            YamlAdvice.report(e.problem(), text, (position, message) -> fail(position, message, diagnostics));
        }
        return new Equivalents(places);
    }

    private static void read(Node node, Map<String, Position> places, Diagnostics diagnostics) {
        String fault = text(node, "fault");
        if (fault.isEmpty() || text(node, "reason").isEmpty()) {
            fail(node.position(), "an entry has a fault, as sps mutate names it, and a reason", diagnostics);
        } else if (places.putIfAbsent(fault, node.position()) != null) {
            fail(node.position(), "the fault is listed already: " + fault, diagnostics);
        }
    }

    private static String text(Node node, String key) {
        return node instanceof Node.Fields fields
                ? fields.get(key)
                        .filter(Node.Scalar.class::isInstance)
                        .map(value -> ((Node.Scalar) value).text())
                        .orElse("")
                : "";
    }

    private static void fail(Position position, String message, Diagnostics diagnostics) {
        diagnostics.add(FILE, position, LintCode.DATA_FILE, message);
    }

    /** Whether a fault is listed. */
    boolean include(String fault) {
        return places.containsKey(fault);
    }

    /** What is wrong with the list, given what became of the faults: an entry that names none, or one that is noticed. */
    public void check(Mutation mutation, Diagnostics diagnostics) {
        Map<String, Mutation.Tried> byName = new LinkedHashMap<>();
        mutation.faults().forEach(tried -> byName.put(tried.name(), tried));
        places.forEach((fault, position) -> {
            Mutation.Tried tried = byName.get(fault);
            if (tried == null) {
                fail(position, "there is no such fault any more; take the entry away: " + fault, diagnostics);
            } else if (!tried.outcome().isOfNoEffect()) {
                fail(
                        position,
                        "this fault is noticed by " + tried.outcome().words() + "; take the entry away: " + fault,
                        diagnostics);
            } else if (tried.scenario().isPresent()) {
                fail(
                        position,
                        "this fault changes something, as this scenario shows: "
                                + tried.scenario().get().strip(),
                        diagnostics);
            }
        });
    }
}
