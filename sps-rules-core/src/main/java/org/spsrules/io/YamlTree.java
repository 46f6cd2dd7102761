package org.spsrules.io;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.spsrules.Problem.Position;
import org.spsrules.io.Documents.UnreadableException;
import org.spsrules.io.Node.Scalar.Form;

/** Reads the part of YAML 1.2 that data needs: one document, without anchors, aliases and tags. */
final class YamlTree {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(Documents.MOST_CHARACTERS)
            .build();

    /** Most scalars are words; to try each of them as a number takes longer than all other reading. */
    private static final String NUMBER_STARTS = "+-.0123456789";

    private final Iterator<Event> events;

    private YamlTree(Iterator<Event> events) {
        this.events = events;
    }

    static Node read(String text) throws UnreadableException {
        try {
            return new YamlTree(new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text))).document();
        } catch (MarkedYamlEngineException e) {
            throw new UnreadableException(
                    "not YAML: " + e.getProblem(), e.getProblemMark().map(YamlTree::position));
        } catch (ReaderException e) {
            throw new UnreadableException(
                    "not YAML: control characters are not allowed", Optional.of(position(text, e.getPosition())));
        } catch (YamlEngineException e) {
            throw new UnreadableException("not YAML: " + e.getMessage(), Optional.empty());
        }
    }

    private static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Position position(String text, int index) {
        int[] before = text.codePoints().limit(index).toArray();
        int line = 1;
        int column = 1;
        for (int character : before) {
            column = character == '\n' ? 1 : column + 1;
            line += character == '\n' ? 1 : 0;
        }
        return new Position(line, column);
    }

    private static Position position(Event event) {
        return event.getStartMark().map(YamlTree::position).orElse(new Position(1, 1));
    }

    private Node document() throws UnreadableException {
        events.next();
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            throw Documents.empty();
        }
        Node content = node(events.next(), 0);
        events.next();
        Event next = events.next();
        if (next.getEventId() != Event.ID.StreamEnd) {
            throw new UnreadableException(
                    "the file holds more than one document; put each in a file of its own",
                    Optional.of(position(next)));
        }
        return content;
    }

    private Node node(Event event, int depth) throws UnreadableException {
        Position position = position(event);
        Documents.checkDepth(depth, position);
        checkPlain((NodeEvent) event, position);
        return switch (event.getEventId()) {
            case SequenceStart -> new Node.Items(items(depth), position);
            case MappingStart -> new Node.Fields(entries(depth), position);
            default -> scalar((ScalarEvent) event, position);
        };
    }

    private static void checkPlain(NodeEvent event, Position position) throws UnreadableException {
        if (event.getEventId() == Event.ID.Alias || event.getAnchor().isPresent()) {
            throw new UnreadableException("anchors and aliases are not allowed", Optional.of(position));
        }
        Optional<String> tag =
                event instanceof ScalarEvent scalar ? scalar.getTag() : ((CollectionStartEvent) event).getTag();
        if (tag.isPresent()) {
            throw new UnreadableException("tags are not allowed", Optional.of(position));
        }
    }

    private List<Node> items(int depth) throws UnreadableException {
        List<Node> nodes = new ArrayList<>();
        for (Event item = events.next(); item.getEventId() != Event.ID.SequenceEnd; item = events.next()) {
            nodes.add(node(item, depth + 1));
        }
        return nodes;
    }

    private List<Node.Fields.Entry> entries(int depth) throws UnreadableException {
        List<Node.Fields.Entry> entries = new ArrayList<>();
        for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
            if (!(node(key, depth + 1) instanceof Node.Scalar name)) {
                throw new UnreadableException("a key is a plain word", Optional.of(position(key)));
            }
            entries.add(new Node.Fields.Entry(name.text(), name.position(), node(events.next(), depth + 1)));
        }
        return entries;
    }

    private static Node.Scalar scalar(ScalarEvent event, Position position) {
        Form form = event.isPlain() ? formOf(event.getValue()) : Form.TEXT;
        return new Node.Scalar(event.getValue(), form, position);
    }

    private static Form formOf(String plain) {
        return switch (plain) {
            case "", "~", "null", "Null", "NULL" -> Form.NULL;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> Form.BOOLEAN;
            default -> isNumber(plain) ? Form.NUMBER : Form.TEXT;
        };
    }

    private static boolean isNumber(String text) {
        if (text.length() > 40 || NUMBER_STARTS.indexOf(text.charAt(0)) < 0 || text.matches("0[0-9]+.*")) {
            return false;
        }
        try {
            new BigDecimal(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
