package org.spsrules.authoring.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spsrules.io.Node;

/** Lays the facts of one case over those of another, as RFC 7386 does it: maps are merged, all else is replaced. */
final class MergePatch {

    private MergePatch() {}

    static Node apply(Node base, Node patch) {
        if (!(base instanceof Node.Fields old) || !(patch instanceof Node.Fields changes)) {
            return patch;
        }
        List<Node.Fields.Entry> merged = new ArrayList<>();
        for (Node.Fields.Entry entry : old.entries()) {
            Optional<Node> change = changes.get(entry.key());
            if (change.isEmpty()) {
                merged.add(entry);
            } else if (!isNothing(change.get())) {
                merged.add(new Node.Fields.Entry(entry.key(), entry.position(), apply(entry.value(), change.get())));
            }
        }
        for (Node.Fields.Entry entry : changes.entries()) {
            if (old.get(entry.key()).isEmpty() && !isNothing(entry.value())) {
                merged.add(entry);
            }
        }
        return new Node.Fields(merged, changes.position());
    }

    private static boolean isNothing(Node node) {
        return node instanceof Node.Scalar scalar && scalar.form() == Node.Scalar.Form.NULL;
    }
}
