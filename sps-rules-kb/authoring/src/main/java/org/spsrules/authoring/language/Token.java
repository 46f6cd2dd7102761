package org.spsrules.authoring.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.spsrules.Problem.Position;

/**
 * A word of the rule language.
 *
 * @param kind what sort of word
 * @param text as written; a text without its quotes
 * @param line of the file, counted from 1
 * @param column counted from 1
 * @param comments the comments between the word before and this one
 */
record Token(Kind kind, String text, int line, int column, List<Comment> comments) {

    enum Kind {
        NAME,
        VARIABLE,
        TEXT,
        NUMBER,
        SYMBOL,
        UNREADABLE,
        END;

        private static final List<Kind> OF_WORDS = List.of(VARIABLE, NAME, TEXT, NUMBER, SYMBOL, UNREADABLE);

        private final String group = name().toLowerCase(Locale.ROOT);
    }

    /**
     * A remark of the author's, to the end of the line.
     *
     * @param text as written, from the slashes on
     * @param trailing whether a word stands before it on its line
     */
    record Comment(String text, boolean trailing) {}

    /** Letters of other scripts and control characters have no place outside quotes, and escapes none at all. */
    private static final Pattern FORM = Pattern.compile("(?<space>\\s+)"
            + "|(?<comment>//[^\\n]*)"
            + "|(?<variable>\\$[A-Za-z][A-Za-z0-9]*)"
            + "|(?<name>[A-Za-z][A-Za-z0-9]*)"
            + "|\"(?<text>[^\"\\\\\\p{Cntrl}]*)\""
            + "|(?<number>[0-9]+(?:\\.[0-9]+)?)"
            + "|(?<symbol>==|>=|<=|[><:.,;()@])"
            + "|(?<unreadable>(?s:.))");

    /** The words of a piece of a file that begins at this place, followed by an {@link Kind#END}. */
    static List<Token> in(String text, int line, int column) {
        List<Token> tokens = new ArrayList<>();
        List<Comment> comments = new ArrayList<>();
        Matcher matcher = FORM.matcher(text);
        int atLine = line;
        int atColumn = column;
        int lineOfWord = 0;
        while (matcher.find()) {
            Kind kind = kindOf(matcher);
            if (kind != null) {
                String word = kind == Kind.TEXT ? matcher.group("text") : matcher.group();
                tokens.add(new Token(kind, word, atLine, atColumn, List.copyOf(comments)));
                comments.clear();
                lineOfWord = atLine;
            } else if (matcher.group("comment") != null) {
                comments.add(new Comment(matcher.group().stripTrailing(), lineOfWord == atLine));
            }
            for (char letter : matcher.group().toCharArray()) {
                atColumn = letter == '\n' ? 1 : atColumn + 1;
                atLine = letter == '\n' ? atLine + 1 : atLine;
            }
        }
        tokens.add(new Token(Kind.END, "", atLine, atColumn, List.copyOf(comments)));
        return tokens;
    }

    private static @Nullable Kind kindOf(Matcher matcher) {
        for (Kind kind : Kind.OF_WORDS) {
            if (matcher.start(kind.group) >= 0) {
                return kind;
            }
        }
        return null;
    }

    Position position() {
        return new Position(line, column);
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Whether this is a certain word without quotes. */
    boolean isName(String word) {
        return kind == Kind.NAME && text.equals(word);
    }

    /** The word as it stands in the file. */
    String written() {
        return kind == Kind.TEXT ? '"' + text + '"' : text;
    }

    /** For an error message. */
    String describe() {
        return kind == Kind.END ? "the end" : written();
    }
}
