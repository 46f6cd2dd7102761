package org.spsrules.authoring.language;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import org.spsrules.authoring.diagnostic.LintCode;

/**
 * The check of a rule file letter by letter, before any parser reads it. What could show a reader another rule than the
 * one that is read, or exhaust the parser, is refused.
 */
final class RuleSafety {

    /** The longest file, many times as long as the longest rule. */
    static final int MOST_CHARACTERS = 10_000;

    /** The deepest nesting of brackets. What is far deeper could keep the parser busy for ever. */
    private static final int DEEPEST = 10;

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final String CURLY = "\u201C\u201D\u201E\u2018\u2019\u201A\u00AB\u00BB";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int MICRO = 0xB5;
    private static final int GREEK_MU = 0x3BC;

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
        safety.bracketsAndQuotes();
        safety.refuse("\\", "a rule file holds no backslash; write the character itself");
        safety.refuse("/*", "comments begin with // and end with the line");
    }

    private void letters() {
        OptionalInt hidden = HiddenCharacter.in(text.text());
        hidden.ifPresent(offset -> text.fail(offset, LintCode.HIDDEN_CHARACTER, hidden(offset)));
        if (hidden.isEmpty()) {
            foreignLetters();
        }
    }

    private String hidden(int offset) {
        int letter = text.text().codePointAt(offset);
        return letter == BYTE_ORDER_MARK && offset == 0
                ? "the file begins with a byte order mark; save it as UTF-8 without one"
                : HiddenCharacter.advice(letter);
    }

    private void foreignLetters() {
        int offset = 0;
        while (offset < text.text().length()) {
            int letter = text.text().codePointAt(offset);
            if (isForeign(letter) || isGreek(letter) && standsInAWord(offset)) {
                text.fail(
                        offset,
                        LintCode.FOREIGN_LETTER,
                        Character.getName(letter) + " is easily taken for another letter; write the plain Latin one");
                return;
            }
            offset += Character.charCount(letter);
        }
    }

    /** Whether a letter is Greek and out of place in a Latin word. Mu is not: it is written for the micro sign. */
    private static boolean isGreek(int letter) {
        return letter != GREEK_MU && Character.UnicodeScript.of(letter) == Character.UnicodeScript.GREEK;
    }

    private boolean standsInAWord(int offset) {
        return offset > 0 && isLatin(text.text().charAt(offset - 1))
                || offset + 1 < text.text().length() && isLatin(text.text().charAt(offset + 1));
    }

    private static boolean isLatin(char letter) {
        return Character.isLetter(letter) && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }

    /** Whether a letter or digit is easily taken for another. Greek ones stand for receptors, the micro sign for itself. */
    private static boolean isForeign(int letter) {
        if (letter < 0x80 || letter == MICRO) {
            return false;
        } else if (!Character.isLetter(letter)) {
            return Character.isDigit(letter) || Character.getType(letter) == Character.LETTER_NUMBER;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(letter);
        boolean known = script == Character.UnicodeScript.LATIN || script == Character.UnicodeScript.GREEK;
        return !known || !Normalizer.isNormalized(Character.toString(letter), Normalizer.Form.NFKC);
    }

    /**
     * Reports brackets and quotes without a partner, which parsers notice only much later, and the quotes of word
     * processors, which are welcome within a text.
     */
    private void bracketsAndQuotes() {
        Deque<Integer> open = new ArrayDeque<>();
        boolean quoted = false;
        int quote = 0;
        for (int i = 0; i < text.code().length(); i++) {
            char letter = text.code().charAt(i);
            if (quoted && letter == '\n') {
                text.fail(quote, LintCode.SYNTAX, "this text has no closing quote on its line");
                return;
            } else if (letter == '"') {
                quoted = !quoted;
                quote = i;
            }
            if (!quoted && (CURLY.indexOf(letter) >= 0 || letter == '\'' && !open.isEmpty())) {
                text.fail(
                        i,
                        LintCode.SYNTAX,
                        "texts and codes stand in plain double quotes; write \" instead of " + letter);
                return;
            } else if (!quoted && OPENING.indexOf(letter) >= 0) {
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
     * Reports Unicode escapes, which Java reads before anything else, or comments that hide part of a line: either could
     * show a reader another rule than the one that is read.
     */
    private void refuse(String forbidden, String why) {
        int at = text.text().indexOf(forbidden);
        if (at >= 0) {
            text.fail(at, LintCode.NOT_ALLOWED, why);
        }
    }
}
