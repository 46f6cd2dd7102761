package org.spsrules.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.spsrules.Problem.Position;
import org.spsrules.io.Documents.UnreadableException;
import org.spsrules.io.Node.Scalar.Form;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON as the standard has it. */
final class JsonTree {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** What Jackson says about itself and not about the file. */
    private static final Pattern INTERNALS =
            Pattern.compile(" \\(start marker.*|: enable `.*|, from `.*`(?=\\))|(?s)\n at .*");

    private final JsonParser parser;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    static Node read(String text) throws UnreadableException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new JsonTree(parser).document();
        } catch (JacksonException e) {
            throw new UnreadableException(
                    "not JSON: " + INTERNALS.matcher(e.getOriginalMessage()).replaceAll(""),
                    Optional.ofNullable(e.getLocation()).map(JsonTree::position));
        }
    }

    private static Position position(TokenStreamLocation location) {
        return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private Position here() {
        return position(parser.currentTokenLocation());
    }

    private Node document() throws UnreadableException {
        parser.nextToken();
        Node content = node(0);
        if (parser.nextToken() != null) {
            throw new UnreadableException("something follows the end of the document", Optional.of(here()));
        }
        return content;
    }

    private Node node(int depth) throws UnreadableException {
        Position position = here();
        Documents.checkDepth(depth, position);
        return switch (parser.currentToken()) {
            case START_OBJECT -> new Node.Fields(entries(depth), position);
            case START_ARRAY -> new Node.Items(items(depth), position);
            case VALUE_STRING -> new Node.Scalar(parser.getString(), Form.TEXT, position);
            case VALUE_TRUE, VALUE_FALSE -> new Node.Scalar(parser.getString(), Form.BOOLEAN, position);
            case VALUE_NULL -> new Node.Scalar(parser.getString(), Form.NULL, position);
            default -> new Node.Scalar(parser.getString(), Form.NUMBER, position);
        };
    }

    private List<Node> items(int depth) throws UnreadableException {
        List<Node> nodes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            nodes.add(node(depth + 1));
        }
        return nodes;
    }

    private List<Node.Fields.Entry> entries(int depth) throws UnreadableException {
        List<Node.Fields.Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Position place = here();
            parser.nextToken();
            entries.add(new Node.Fields.Entry(key, place, node(depth + 1)));
        }
        return entries;
    }
}
