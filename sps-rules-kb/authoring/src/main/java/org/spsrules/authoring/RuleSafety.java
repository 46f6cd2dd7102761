package org.spsrules.authoring;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Looks at a rule file letter by letter, before any parser does. What could show a reader another rule than the one that
 * is read, or exhaust the parser, is refused here.
 */
final class RuleSafety {

    /** Many times as much as the longest rule. */
    static final int MOST_CHARACTERS = 10_000;

    /** Far deeper than any rule; what is deeper could keep the parser busy for ever. */
    private static final int DEEPEST = 10;

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int MICRO = 0xB5;

    private final RuleText text;

    private RuleSafety(RuleText text) {
        this.text = text;
    }

    /** Reports what is not admitted; then the file must not be parsed. */
    static void check(RuleText text) {
        if (text.text().length() > MOST_CHARACTERS) {
            text.fail(
                    MOST_CHARACTERS,
                    LintCode.TOO_LARGE,
                    "a rule file has at most " + MOST_CHARACTERS + " characters, this one has "
                            + text.text().length());
            return;
        }
        RuleSafety safety = new RuleSafety(text);
        safety.letters();
        safety.brackets();
        safety.refuse("\\", "a rule file holds no backslash; write the character itself");
        safety.refuse("/*", "comments begin with // and end with the line");
    }

    private void letters() {
        int offset = 0;
        while (offset < text.text().length()) {
            int letter = text.text().codePointAt(offset);
            if (isHidden(letter)) {
                text.fail(offset, LintCode.HIDDEN_CHARACTER, hidden(letter, offset));
                return;
            } else if (isForeign(letter)) {
                text.fail(
                        offset,
                        LintCode.FOREIGN_LETTER,
                        Character.getName(letter) + " is easily taken for another letter; write the plain Latin one");
                return;
            }
            offset += Character.charCount(letter);
        }
    }

    private static boolean isHidden(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL -> letter != '\n' && letter != '\t';
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static String hidden(int letter, int offset) {
        if (letter == BYTE_ORDER_MARK && offset == 0) {
            return "the file begins with a byte order mark; save it as UTF-8 without one";
        }
        return String.format("U+%04X cannot be seen; delete it", letter);
    }

    /** Greek letters stand in names of receptors; the micro sign is its own compatible form. */
    private static boolean isForeign(int letter) {
        if (letter < 0x80 || letter == MICRO || !Character.isLetter(letter)) {
            return false;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(letter);
        boolean known = script == Character.UnicodeScript.LATIN || script == Character.UnicodeScript.GREEK;
        return !known || !Normalizer.isNormalized(Character.toString(letter), Normalizer.Form.NFKC);
    }

    /** Names a bracket that is never closed, which parsers notice only much later. */
    private void brackets() {
        Deque<Integer> open = new ArrayDeque<>();
        boolean quoted = false;
        for (int i = 0; i < text.code().length(); i++) {
            char letter = text.code().charAt(i);
            quoted = letter == '"' ? !quoted : quoted && letter != '\n';
            if (!quoted && OPENING.indexOf(letter) >= 0) {
                open.push(i);
            } else if (!quoted && CLOSING.indexOf(letter) >= 0) {
                if (open.isEmpty() || partner(text.code().charAt(open.pop())) != letter) {
                    text.fail(i, LintCode.SYNTAX, letter + " closes no bracket that is open here");
                    return;
                }
            }
            if (open.size() > DEEPEST) {
                text.fail(i, LintCode.NOT_ALLOWED, "brackets are nested deeper than any rule needs");
                return;
            }
        }
        if (!open.isEmpty()) {
            int last = open.pop();
            text.fail(last, LintCode.SYNTAX, "this " + text.code().charAt(last) + " is never closed");
        }
    }

    private static char partner(char opening) {
        return CLOSING.charAt(OPENING.indexOf(opening));
    }

    /**
     * Unicode escapes, which Java reads before anything else, and comments that hide part of a line could show a reader
     * another rule than the one that is read.
     */
    private void refuse(String forbidden, String why) {
        int at = text.text().indexOf(forbidden);
        if (at >= 0) {
            text.fail(at, LintCode.NOT_ALLOWED, why);
        }
    }
}
