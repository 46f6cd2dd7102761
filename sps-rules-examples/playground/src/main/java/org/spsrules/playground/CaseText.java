package org.spsrules.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.spsrules.io.Documents;
import tools.jackson.databind.JsonNode;

/** The text of a case in which a form changes one value; comments and all else stay as they are. */
final class CaseText {

    private static final int WIDTH = 120;
    private static final LoadSettings LOAD =
            LoadSettings.builder().setParseComments(true).build();
    private static final DumpSettings DUMP = DumpSettings.builder()
            .setDumpComments(true)
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setWidth(WIDTH)
            .build();

    private CaseText() {}

    /**
     * The text with another value at a place.
     *
     * @param path names of fields and numbers in lists, from the outermost; a list grows by the number after its last
     * @param value a text, a list of texts, an empty object for a new part, or null to leave the place empty
     * @throws Documents.UnreadableException if the text cannot be read
     */
    static String with(String text, List<String> path, JsonNode value) throws Documents.UnreadableException {
        Documents.read(text);
        Node root = new Compose(LOAD)
                .composeString(text)
                .orElseThrow(() -> new RefusedException(RefusedException.UNPROCESSABLE, "The case is empty."));
        set(root, path, value);
        return new Present(DUMP)
                .emitToString(new Serialize(DUMP).serializeOne(root).iterator());
    }

    private static void set(Node node, List<String> path, JsonNode value) {
        String step = path.get(0);
        Optional<Node> child = child(node, step);
        if (path.size() == 1) {
            put(node, step, value.isNull() ? Optional.empty() : Optional.of(written(value)));
            return;
        }
        if (child.isEmpty() && value.isNull()) {
            return;
        }
        Node next = child.filter(found -> found instanceof MappingNode || found instanceof SequenceNode)
                .orElseGet(() -> path.get(1).matches("[0-9]{1,4}")
                        ? new SequenceNode(Tag.SEQ, new ArrayList<>(), FlowStyle.BLOCK)
                        : new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.BLOCK));
        set(next, path.subList(1, path.size()), value);
        put(node, step, isEmpty(next) ? Optional.empty() : Optional.of(next));
    }

    private static boolean isEmpty(Node node) {
        return node instanceof MappingNode map && map.getValue().isEmpty()
                || node instanceof SequenceNode list && list.getValue().isEmpty();
    }

    private static Optional<Node> child(Node node, String step) {
        if (node instanceof SequenceNode list) {
            int index = Integer.parseInt(step);
            return index < list.getValue().size() ? Optional.of(list.getValue().get(index)) : Optional.empty();
        }
        return ((MappingNode) node)
                .getValue().stream()
                        .filter(tuple -> isKey(tuple, step))
                        .map(NodeTuple::getValueNode)
                        .findFirst();
    }

    private static boolean isKey(NodeTuple tuple, String name) {
        return tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name);
    }

    private static void put(Node node, String step, Optional<Node> value) {
        if (node instanceof SequenceNode list) {
            int index = Integer.parseInt(step);
            if (index >= list.getValue().size()) {
                value.ifPresent(list.getValue()::add);
            } else if (value.isPresent()) {
                list.getValue().set(index, value.get());
            } else {
                list.getValue().remove(index);
            }
            return;
        }
        MappingNode map = (MappingNode) node;
        List<NodeTuple> tuples = new ArrayList<>(map.getValue());
        int at = 0;
        while (at < tuples.size() && !isKey(tuples.get(at), step)) {
            at++;
        }
        if (at < tuples.size()) {
            NodeTuple old = tuples.remove(at);
            int place = at;
            value.ifPresent(changed -> tuples.add(place, new NodeTuple(old.getKeyNode(), changed)));
        } else {
            value.ifPresent(added -> tuples.add(new NodeTuple(text(step), added)));
        }
        map.setValue(tuples);
    }

    private static Node written(JsonNode value) {
        if (value.isArray()) {
            List<Node> items = new ArrayList<>();
            value.forEach(item -> items.add(text(item.asString())));
            return new SequenceNode(Tag.SEQ, items, FlowStyle.FLOW);
        } else if (value.isObject()) {
            List<NodeTuple> tuples = new ArrayList<>();
            value.properties()
                    .forEach(entry -> tuples.add(new NodeTuple(text(entry.getKey()), written(entry.getValue()))));
            return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
        }
        return text(value.asString());
    }

    private static ScalarNode text(String text) {
        Tag tag = text.matches("[0-9]{1,9}") ? Tag.INT : Tag.STR;
        return new ScalarNode(tag, text, ScalarStyle.PLAIN);
    }
}
