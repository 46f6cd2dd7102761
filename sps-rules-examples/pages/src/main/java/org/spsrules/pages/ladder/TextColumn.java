package org.spsrules.pages.ladder;

import java.util.ArrayList;
import java.util.List;

/**
 * Text that runs down a column, its lines broken between words. SVG breaks none, and here no font can be asked how wide it is;
 * so the width of a letter is guessed, rather too wide than too narrow.
 */
final class TextColumn {

    private final int x;
    private final int width;
    private final List<Drawing.Words> words = new ArrayList<>();
    private int bottom;

    TextColumn(int x, int top, int width) {
        this.x = x;
        this.width = width;
        this.bottom = top;
    }

    /** The ways in which text stands out. */
    enum Style {
        LINE_NAME("line-name", 19, 24, 1.12),
        NAME("name", 16, 20, 1.12),
        LABEL("label", 13, 18, 1.12),
        TEXT("", 13, 18, 1),
        QUIET("quiet", 13, 18, 1);

        private final String css;
        private final int size;
        private final int leading;
        private final double weight;

        Style(String css, int size, int leading, double weight) {
            this.css = css;
            this.size = size;
            this.leading = leading;
            this.weight = weight;
        }

        private double widthOf(String text) {
            return text.chars().mapToDouble(TextColumn::em).sum() * size * weight;
        }
    }

    /** Adds a text below what is there already. */
    TextColumn add(Style style, String text) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && style.widthOf(line + " " + word) > width) {
                end(style, line);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        end(style, line);
        return this;
    }

    private void end(Style style, StringBuilder line) {
        bottom += style.leading;
        words.add(new Drawing.Words(x, bottom - (style.leading - style.size) / 2 - 2, style.css, line.toString()));
        line.setLength(0);
    }

    /** Leaves some room. */
    TextColumn gap(int room) {
        bottom += room;
        return this;
    }

    int bottom() {
        return bottom;
    }

    List<Drawing.Words> words() {
        return List.copyOf(words);
    }

    /** About how wide a letter is, measured in the size of its font. */
    private static double em(int letter) {
        if ("iljtfrI.,:;'|()[]! ".indexOf(letter) >= 0) {
            return 0.38;
        } else if ("mwMW".indexOf(letter) >= 0) {
            return 0.97;
        }
        return Character.isUpperCase(letter) ? 0.74 : 0.61;
    }
}
