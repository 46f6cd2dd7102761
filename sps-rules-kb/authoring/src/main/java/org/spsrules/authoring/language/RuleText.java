package org.spsrules.authoring.language;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.spsrules.Problem.Position;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Location;
import org.spsrules.authoring.diagnostic.Places;
import org.spsrules.authoring.language.TokenReader.NotUnderstoodException;

/** The text of a rule file, with the places of its parts and the problems found in it. Not thread-safe. */
final class RuleText {

    private static final Pattern TEXT_OR_COMMENT = Pattern.compile("\"[^\"\\n]*\"?|//[^\\n]*");

    private final String text;
    private final String code;
    private final Optional<RowInUse> row;
    private final Diagnostics diagnostics;
    private final Places places;
    private boolean failed;

    RuleText(String file, String text, Optional<RowInUse> row, Diagnostics diagnostics) {
        this.text = text;
        this.code = withoutComments(text);
        this.row = row;
        this.diagnostics = diagnostics;
        this.places = new Places(file);
    }

    /** The same text with blanks in place of comments, so that nothing is found in them. */
    private static String withoutComments(String text) {
        return TEXT_OR_COMMENT
                .matcher(text)
                .replaceAll(found -> found.group().startsWith("\"")
                        ? Matcher.quoteReplacement(found.group())
                        : " ".repeat(found.group().length()));
    }

    String text() {
        return text;
    }

    /** The same with blanks in place of comments; equally long. */
    String code() {
        return code;
    }

    /** The row of a table for which the rule is read, if it is over one. */
    Optional<RowInUse> row() {
        return row;
    }

    /** The reader of a piece of the text. */
    TokenReader reader(String piece, Position position) {
        return new TokenReader(piece, position, places, row);
    }

    /** The places of the parts of the rule, filled while it is read. */
    Places places() {
        return places;
    }

    /** The offset of a word outside comments, the first one from another offset on. */
    OptionalInt offset(String word, int from) {
        String start = Character.isLetterOrDigit(word.charAt(0)) ? "(?<![\\w-])" : "";
        Matcher found =
                Pattern.compile(start + Pattern.quote(word) + "(?![\\w-])").matcher(code);
        return found.find(from) ? OptionalInt.of(found.start()) : OptionalInt.empty();
    }

    /** The place of the first such word outside comments, or else the beginning of the file. */
    Position find(String word) {
        return position(offset(word, 0).orElse(0));
    }

    Position position(int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(letter -> letter == '\n').count() + 1;
        return new Position(line, offset - before.lastIndexOf('\n'));
    }

    /** The beginning of a line, up to a column. */
    String before(int line, int column) {
        String whole = line(line);
        return whole.substring(0, Math.min(whole.length(), column - 1));
    }

    /** The rest of a line, from a column on. */
    String from(int line, int column) {
        String whole = line(line);
        return whole.substring(Math.min(whole.length(), column - 1));
    }

    /** Whether a line begins with a word. */
    boolean hasLine(String word) {
        return text.lines().anyMatch(line -> line.strip().matches(word + "\\b.*"));
    }

    private String line(int line) {
        return text.lines().skip(line - 1L).findFirst().orElse("");
    }

    /** The place of a part that Drools' parser found. */
    Position position(BaseDescr part) {
        return part.getStartCharacter() >= 0
                ? position(part.getStartCharacter())
                : new Position(Math.max(1, part.getLine()), Math.max(0, part.getColumn()) + 1);
    }

    /** The source of a part that Drools' parser found. The parser counts the last character in. */
    String source(BaseDescr part) {
        return text.substring(part.getStartCharacter(), part.getEndCharacter() + 1);
    }

    /** A line of the rule with the values of the row in place of its columns. */
    String withRow(String line) {
        return row.map(values -> values.in(line)).orElse(line);
    }

    /** Whether anything is wrong so far. */
    boolean failed() {
        return failed;
    }

    void fail(NotUnderstoodException failure) {
        fail(failure.in(places), failure.code(), String.valueOf(failure.getMessage()));
    }

    void fail(BaseDescr part, LintCode problem, String message) {
        fail(position(part), problem, message);
    }

    void fail(int offset, LintCode problem, String message) {
        fail(position(offset), problem, message);
    }

    void fail(Position position, LintCode problem, String message) {
        fail(places.at(position), problem, message);
    }

    void fail(Location location, LintCode problem, String message) {
        failed = true;
        diagnostics.add(location, problem, message);
    }
}
