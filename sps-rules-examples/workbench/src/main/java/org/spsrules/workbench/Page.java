package org.spsrules.workbench;

import java.util.List;
import org.spsrules.workbench.Colours.Tone;

/** Lays text out in lines that fit. Texts are spelt first, wrapped then, and painted last. */
final class Page implements Sheet {

    private static final int LABEL_WIDTH = 11;

    /** How far items stand in from the margin: room for a number or a mark. */
    static final int ITEM_INDENT = 5;

    private static final int NODE_INDENT = 2;
    private static final int DEEPEST = 12;

    private final Look look;
    private final StringBuilder text = new StringBuilder();

    Page(Look look) {
        this.look = look;
    }

    @Override
    public void gap() {
        text.append('\n');
    }

    @Override
    public void paragraph(Tone tone, String paragraph) {
        hanging("", tone, paragraph, 0);
    }

    @Override
    public void item(String mark, Tone tone, String title) {
        String right = look.alphabet().spell(mark);
        hanging(" ".repeat(Math.max(0, ITEM_INDENT - 1 - right.length())) + right + " ", tone, title, ITEM_INDENT);
    }

    /** A node of a tree below an item. */
    void node(int depth, String mark, String text) {
        int indent = ITEM_INDENT + NODE_INDENT * Math.min(depth, DEEPEST);
        hanging(" ".repeat(indent) + look.alphabet().spell(mark) + " ", Tone.NORMAL, text, indent + 2);
    }

    /** A line below an item that is laid out already. */
    void row(String laidOut) {
        text.append(" ".repeat(ITEM_INDENT)).append(laidOut.stripTrailing()).append('\n');
    }

    /** An entry of a list in Markdown. */
    void bullet(String entry) {
        hanging("- ", Tone.NORMAL, entry, 2);
    }

    @Override
    public void more(Tone tone, String more) {
        hanging(" ".repeat(ITEM_INDENT), tone, more, ITEM_INDENT);
    }

    @Override
    public void labelled(String label, String more) {
        String beginning = " ".repeat(ITEM_INDENT) + look.alphabet().spell(label) + ": ";
        hanging(beginning, Tone.FAINT, more, Tone.NORMAL, ITEM_INDENT + NODE_INDENT);
    }

    @Override
    public void field(int indent, String label, String value) {
        String spelt = look.alphabet().spell(label);
        String column = " ".repeat(indent) + spelt + " ".repeat(Math.max(1, LABEL_WIDTH - spelt.length()));
        hanging(column, Tone.FAINT, value, Tone.NORMAL, indent + LABEL_WIDTH);
    }

    private void hanging(String beginning, Tone tone, String paragraph, int indent) {
        hanging(beginning, tone, paragraph, tone, indent);
    }

    private void hanging(String beginning, Tone beginningTone, String paragraph, Tone tone, int indent) {
        List<String> lines = Wrapping.lines(
                look.alphabet().spell(paragraph), look.width() - beginning.length(), look.width() - indent);
        text.append(painted(beginning, beginningTone))
                .append(look.tones().paint(tone, lines.get(0)))
                .append('\n');
        for (String line : lines.subList(1, lines.size())) {
            text.append(" ".repeat(indent))
                    .append(look.tones().paint(tone, line))
                    .append('\n');
        }
    }

    /** Paints what is between the spaces, so that nothing invisible is coloured. */
    private String painted(String beginning, Tone tone) {
        String word = beginning.strip();
        int start = beginning.length() - beginning.stripLeading().length();
        return beginning.substring(0, start)
                + look.tones().paint(tone, word)
                + beginning.substring(start + word.length());
    }

    /** Everything laid out so far. */
    String text() {
        return text.toString();
    }
}
