package org.spsrules.authoring.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.spsrules.Problem.Position;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Location;
import org.spsrules.authoring.diagnostic.Places;
import org.spsrules.internal.rule.Operand;

/** The words of a constraint, a sentence or a whole rule, read one after the other. Not thread-safe. */
final class TokenReader {

    /** The place of a word that is not of the rule language there; the message says what would be. */
    static final class NotUnderstoodException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Function<Places, Location> place;
        private final LintCode code;

        NotUnderstoodException(Token token, String message) {
            this(token, LintCode.SYNTAX, message);
        }

        NotUnderstoodException(Token token, LintCode code, String message) {
            this(places -> places.at(token.position()), code, message);
        }

        /** Something that the rule takes from elsewhere is not as it should be. */
        NotUnderstoodException(Location location, LintCode code, String message) {
            this(places -> location, code, message);
        }

        private NotUnderstoodException(Function<Places, Location> place, LintCode code, String message) {
            super(message);
            this.place = place;
            this.code = code;
        }

        Location in(Places places) {
            return place.apply(places);
        }

        LintCode code() {
            return code;
        }
    }

    private static final int LONGEST_NUMBER = 12;

    private final List<Token> tokens;
    private final Places places;
    private final Optional<RowInUse> row;
    private int next;

    /**
     * A reader of a piece of a file that begins at this position; it notes where everything stands.
     *
     * @param row the row of a table for which the rule is read, if it is over one
     */
    TokenReader(String text, Position position, Places places, Optional<RowInUse> row) {
        this.tokens = Token.in(text, position.line(), position.column());
        this.places = places;
        this.row = row;
    }

    Places places() {
        return places;
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        Token token = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    boolean takeIf(String symbol) {
        boolean found = peek().is(symbol);
        if (found) {
            take();
        }
        return found;
    }

    Token expect(Token.Kind kind, String what) throws NotUnderstoodException {
        if (peek().kind() != kind) {
            throw notUnderstood("expected " + what + ", found " + peek().describe());
        }
        return take();
    }

    void expect(String symbol) throws NotUnderstoodException {
        if (!takeIf(symbol)) {
            throw notUnderstood("expected " + symbol + ", found " + peek().describe());
        }
    }

    NotUnderstoodException notUnderstood(String message) {
        return new NotUnderstoodException(peek(), message);
    }

    NotUnderstoodException notAllowed(String message) {
        return new NotUnderstoodException(peek(), LintCode.NOT_ALLOWED, message);
    }

    /** The operands in brackets, as in {@code ( "text", 5, $variable )}. */
    List<Operand> arguments() throws NotUnderstoodException {
        expect("(");
        List<Operand> arguments = peek().is(")") ? List.of() : operands();
        expect(")");
        return arguments;
    }

    /** {@code "text", 5, $variable, row.column}; a column may hold several values. */
    List<Operand> operands() throws NotUnderstoodException {
        List<Operand> operands = new ArrayList<>();
        do {
            if (isColumn()) {
                operands.addAll(values(row().required(column())));
            } else {
                operands.add(operand());
            }
        } while (takeIf(","));
        return operands;
    }

    /** Whether a column of a row is named here. */
    boolean isColumn() {
        return peek().kind() == Token.Kind.NAME && peek().text().equals(RowInUse.WORD);
    }

    /** {@code row.column}; empty if the row has nothing there. */
    Optional<Table.Cell> optionalCell() throws NotUnderstoodException {
        return row().cell(column());
    }

    private RowInUse row() throws NotUnderstoodException {
        return row.orElseThrow(() -> notUnderstood(
                "row stands for a row of a table; say which table before when, as in @table( \"monitoring\" )"));
    }

    private Token column() throws NotUnderstoodException {
        take();
        expect(".");
        return expect(Token.Kind.NAME, "the name of a column");
    }

    private List<Operand> values(Table.Cell cell) {
        return cell.values().stream()
                .map(value -> {
                    Operand operand = RowInUse.isNumber(value)
                            ? new Operand.Numeral(new BigDecimal(value))
                            : new Operand.Text(value);
                    places.put(operand, cell.location());
                    return operand;
                })
                .toList();
    }

    /** A number as people write it. Java would read a leading zero as octal. */
    private Operand number() throws NotUnderstoodException {
        String text = peek().text();
        if (text.length() > LONGEST_NUMBER) {
            throw notUnderstood("a number has at most " + LONGEST_NUMBER + " digits");
        } else if (text.matches("0[0-9].*")) {
            throw notUnderstood("write this number without a zero before it");
        }
        return new Operand.Numeral(new BigDecimal(take().text()));
    }

    Operand operand() throws NotUnderstoodException {
        Token token = peek();
        if (isColumn()) {
            Table.Cell cell = row().required(column());
            if (cell.values().size() != 1) {
                throw new NotUnderstoodException(
                        cell.location(), LintCode.DATA_FILE, "the rule takes one value here, and this is a list");
            }
            return values(cell).get(0);
        }
        Operand operand = switch (token.kind()) {
            case TEXT -> new Operand.Text(take().text());
            case NUMBER -> number();
            case VARIABLE -> new Operand.Variable(take().text());
            case NAME -> throw new NotUnderstoodException(token, LintCode.UNQUOTED_WORD, unquoted(token.text()));
            default ->
                throw notUnderstood("expected a text in quotes, a number or a $variable, found " + token.describe());
        };
        places.put(operand, token.position());
        return operand;
    }

    private static String unquoted(String word) {
        return switch (word) {
            case "true" -> "a question that is answered with yes stands alone; leave == true out";
            case "false" -> "not known is not false; ask the opposite question, for example hasNot instead of has";
            default -> word + " is neither a text nor a number; put words in quotes: \"" + word + "\"";
        };
    }
}
