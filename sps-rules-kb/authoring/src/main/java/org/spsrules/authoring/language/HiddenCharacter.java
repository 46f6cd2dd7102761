package org.spsrules.authoring.language;

import java.util.OptionalInt;

/** Characters that cannot be seen, or that change how others look, so that a text reads otherwise than it is. */
public final class HiddenCharacter {

    private static final int BLANK_BRAILLE_PATTERN = 0x2800;

    private HiddenCharacter() {}

    /** How far from the beginning the first of them stands. */
    public static OptionalInt in(String text) {
        int offset = 0;
        while (offset < text.length()) {
            int letter = text.codePointAt(offset);
            if (is(letter)) {
                return OptionalInt.of(offset);
            }
            offset += Character.charCount(letter);
        }
        return OptionalInt.empty();
    }

    private static boolean is(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL -> letter != '\n' && letter != '\t';
            case Character.SPACE_SEPARATOR -> letter != ' ';
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> letter == BLANK_BRAILLE_PATTERN;
        };
    }

    /** What to do about the one that stands here. */
    public static String advice(int letter) {
        return switch (Character.getType(letter)) {
            case Character.SPACE_SEPARATOR -> Character.getName(letter) + " looks like a space; write a plain one";
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
                Character.getName(letter) + " changes the letter before it; write both as one character, or delete it";
            default -> String.format("U+%04X cannot be seen; delete it", letter);
        };
    }
}
