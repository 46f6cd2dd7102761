package org.spsrules.playground;

import java.util.Locale;
import java.util.stream.Stream;
import org.spsrules.workbench.Colours.Tone;
import org.spsrules.workbench.Page;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A page as a list of blocks, which a browser lays out. The texts are texts, never markup. Not thread-safe. */
final class JsonPage implements Page {

    private final ArrayNode blocks = Json.array();

    /** Everything written so far. */
    ArrayNode blocks() {
        return blocks;
    }

    private ObjectNode block(String kind, String text) {
        return blocks.addObject().put("kind", kind).put("text", text);
    }

    private static String word(Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void gap() {
        block("gap", "");
    }

    @Override
    public void paragraph(Tone tone, String paragraph) {
        block("paragraph", paragraph).put("tone", word(tone));
    }

    @Override
    public void item(String mark, Tone tone, String title) {
        block("item", title).put("tone", word(tone)).put("mark", mark);
    }

    @Override
    public void saidBy(Stream<String> ruleIds) {
        ArrayNode rules = ((ObjectNode) blocks.get(blocks.size() - 1)).putArray("rules");
        ruleIds.distinct().forEach(rules::add);
    }

    @Override
    public void node(int depth, String mark, String text) {
        block("node", text).put("mark", mark).put("depth", depth);
    }

    @Override
    public void row(String laidOut) {
        block("row", laidOut);
    }

    @Override
    public void bullet(String entry) {
        block("item", entry).put("tone", "normal").put("mark", "-");
    }

    @Override
    public void more(Tone tone, String more) {
        block("more", more).put("tone", word(tone));
    }

    @Override
    public void labelled(String label, String more) {
        block("more", more).put("tone", "normal").put("label", label);
    }

    @Override
    public void field(int indent, String label, String value) {
        block("field", value).put("label", label);
    }
}
