package org.spsrules.workbench;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines. */
final class Wrapping {

    private final int firstWidth;
    private final int width;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    private Wrapping(int firstWidth, int width) {
        this.firstWidth = firstWidth;
        this.width = width;
    }

    /**
     * The lines of a text; at least one.
     *
     * @param firstWidth how many characters the first line may hold
     * @param width how many characters every other line may hold
     */
    static List<String> lines(String text, int firstWidth, int width) {
        Wrapping wrapping = new Wrapping(firstWidth, width);
        for (String word : text.strip().split(" +")) {
            wrapping.add(word);
        }
        wrapping.endLine();
        return wrapping.lines;
    }

    private void add(String word) {
        if (!line.isEmpty() && length(line) + 1 + length(word) > room()) {
            endLine();
        }
        if (!line.isEmpty()) {
            line.append(' ');
        }
        line.append(word);
        while (length(line) > room()) {
            breakWord();
        }
    }

    /** A word that is longer than a line goes on in the next one. */
    private void breakWord() {
        int end = line.offsetByCodePoints(0, room());
        String rest = line.substring(end);
        line.setLength(end);
        endLine();
        line.append(rest);
    }

    private void endLine() {
        lines.add(line.toString());
        line.setLength(0);
    }

    private int room() {
        return lines.isEmpty() ? firstWidth : width;
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
