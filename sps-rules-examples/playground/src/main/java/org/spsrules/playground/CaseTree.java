package org.spsrules.playground;

import org.spsrules.io.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A case as it was written, for a form to show. */
final class CaseTree {

    private CaseTree() {}

    static JsonNode of(Node node) {
        if (node instanceof Node.Fields fields) {
            ObjectNode object = Json.object();
            fields.entries().forEach(entry -> object.set(entry.key(), of(entry.value())));
            return object;
        } else if (node instanceof Node.Items items) {
            ArrayNode array = Json.array();
            items.nodes().forEach(item -> array.add(of(item)));
            return array;
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return scalar.form() == Node.Scalar.Form.NULL
                ? Json.object().nullNode()
                : Json.object().stringNode(scalar.text());
    }
}
