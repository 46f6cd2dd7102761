package org.spsrules.io;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.spsrules.Problem;
import org.spsrules.Problem.Position;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads YAML and JSON into trees that remember where everything stands. */
public final class Documents {

    /** Far more than any case needs; it keeps a document from exhausting memory or the stack. */
    private static final int MOST_CHARACTERS = 4_000_000;

    private static final int DEEPEST = 50;

    private Documents() {}

    /** A document that cannot be read. */
    public static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        UnreadableException(String message, Optional<Position> position) {
            super(message);
            this.problem = new Problem("", message, position);
        }

        /** What is wrong, and where. */
        public Problem problem() {
            return problem;
        }
    }

    /**
     * Reads a document. A text that begins with a brace or a bracket is read as JSON, any other as YAML.
     *
     * @throws UnreadableException if it is empty, too large, nested too deeply, or neither
     */
    public static Node read(String text) throws UnreadableException {
        if (text.isBlank()) {
            throw new UnreadableException("the file is empty", Optional.empty());
        }
        if (text.length() > MOST_CHARACTERS) {
            throw new UnreadableException("the file has more than 4 million characters", Optional.empty());
        }
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[") ? json(text) : yaml(text);
    }

    private static Node yaml(String text) throws UnreadableException {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(MOST_CHARACTERS)
                .build();
        try {
            List<org.snakeyaml.engine.v2.nodes.Node> documents = new ArrayList<>();
            new Compose(settings).composeAllFromString(text).forEach(documents::add);
            if (documents.isEmpty()) {
                throw new UnreadableException("the file is empty", Optional.empty());
            }
            if (documents.size() > 1) {
                throw new UnreadableException(
                        "the file holds more than one document; put each in a file of its own",
                        documents.get(1).getStartMark().map(Documents::position));
            }
            return fromYaml(documents.get(0), 0);
        } catch (MarkedYamlEngineException e) {
            throw new UnreadableException(
                    "not YAML: " + e.getProblem(), e.getProblemMark().map(Documents::position));
        } catch (YamlEngineException e) {
            throw new UnreadableException("not YAML: " + e.getMessage(), Optional.empty());
        } catch (StackOverflowError e) {
            throw new UnreadableException("nested too deeply", Optional.empty());
        }
    }

    private static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Node fromYaml(org.snakeyaml.engine.v2.nodes.Node node, int depth) throws UnreadableException {
        Position position = node.getStartMark().map(Documents::position).orElse(new Position(1, 1));
        if (depth > DEEPEST) {
            throw new UnreadableException("nested too deeply", Optional.of(position));
        }
        if (node.getAnchor().isPresent()) {
            throw new UnreadableException("anchors and aliases are not allowed", Optional.of(position));
        }
        if (node instanceof ScalarNode scalar) {
            return new Node.Scalar(scalar.getValue(), form(scalar), position);
        } else if (node instanceof SequenceNode sequence) {
            List<Node> nodes = new ArrayList<>();
            for (org.snakeyaml.engine.v2.nodes.Node element : sequence.getValue()) {
                nodes.add(fromYaml(element, depth + 1));
            }
            return new Node.Items(nodes, position);
        }
        List<Node.Fields.Entry> entries = new ArrayList<>();
        for (var tuple : ((MappingNode) node).getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new UnreadableException("a key is a plain word", Optional.of(position));
            }
            Position place = key.getStartMark().map(Documents::position).orElse(position);
            entries.add(new Node.Fields.Entry(key.getValue(), place, fromYaml(tuple.getValueNode(), depth + 1)));
        }
        return new Node.Fields(entries, position);
    }

    private static Node.Scalar.Form form(ScalarNode scalar) {
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return Node.Scalar.Form.TEXT;
        }
        if (scalar.getTag().equals(Tag.NULL)) {
            return Node.Scalar.Form.NULL;
        } else if (scalar.getTag().equals(Tag.BOOL)) {
            return Node.Scalar.Form.BOOLEAN;
        }
        return isNumber(scalar.getValue()) ? Node.Scalar.Form.NUMBER : Node.Scalar.Form.TEXT;
    }

    private static boolean isNumber(String text) {
        if (text.length() > 40 || text.matches("0[0-9]+.*")) {
            return false;
        }
        try {
            new BigDecimal(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Node json(String text) throws UnreadableException {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            Node node = fromJson(parser, 0);
            if (parser.nextToken() != null) {
                throw new UnreadableException("something follows the end of the document", Optional.of(here(parser)));
            }
            return node;
        } catch (JacksonException e) {
            throw new UnreadableException(
                    "not JSON: " + e.getOriginalMessage(),
                    Optional.ofNullable(e.getLocation()).map(Documents::position));
        }
    }

    private static Position here(JsonParser parser) {
        return position(parser.currentTokenLocation());
    }

    private static Position position(TokenStreamLocation location) {
        return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static Node fromJson(JsonParser parser, int depth) throws UnreadableException {
        Position position = here(parser);
        if (depth > DEEPEST) {
            throw new UnreadableException("nested too deeply", Optional.of(position));
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            List<Node.Fields.Entry> entries = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                Position place = here(parser);
                parser.nextToken();
                entries.add(new Node.Fields.Entry(key, place, fromJson(parser, depth + 1)));
            }
            return new Node.Fields(entries, position);
        } else if (token == JsonToken.START_ARRAY) {
            List<Node> nodes = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                nodes.add(fromJson(parser, depth + 1));
            }
            return new Node.Items(nodes, position);
        }
        Node.Scalar.Form form = switch (token) {
            case VALUE_STRING -> Node.Scalar.Form.TEXT;
            case VALUE_TRUE, VALUE_FALSE -> Node.Scalar.Form.BOOLEAN;
            case VALUE_NULL -> Node.Scalar.Form.NULL;
            default -> Node.Scalar.Form.NUMBER;
        };
        return new Node.Scalar(parser.getString(), form, position);
    }
}
