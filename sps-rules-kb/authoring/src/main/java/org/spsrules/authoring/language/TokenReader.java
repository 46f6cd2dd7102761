package org.spsrules.authoring.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.spsrules.Problem.Position;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Places;
import org.spsrules.internal.rule.Operand;

/** The words of a constraint, a sentence or a whole rule, read one after the other. Not thread-safe. */
final class TokenReader {

    /** The place of a word that is not of the rule language there; the message says what would be. */
    static final class NotUnderstoodException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Token token;
        private final LintCode code;

        NotUnderstoodException(Token token, String message) {
            this(token, LintCode.SYNTAX, message);
        }

        NotUnderstoodException(Token token, LintCode code, String message) {
            super(message);
            this.token = token;
            this.code = code;
        }

        Token token() {
            return token;
        }

        LintCode code() {
            return code;
        }
    }

    private static final int LONGEST_NUMBER = 12;

    private final List<Token> tokens;
    private final Places places;
    private int next;

    /** A reader of a piece of a file that begins at this position; it notes where everything stands. */
    TokenReader(String text, Position position, Places places) {
        this.tokens = Token.in(text, position.line(), position.column());
        this.places = places;
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
        List<Operand> arguments = new ArrayList<>();
        if (!takeIf(")")) {
            do {
                arguments.add(operand());
            } while (takeIf(","));
            expect(")");
        }
        return arguments;
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
        Operand operand = switch (token.kind()) {
            case TEXT -> new Operand.Text(take().text());
            case NUMBER -> number();
            case VARIABLE -> new Operand.Variable(take().text());
            case NAME ->
                throw new NotUnderstoodException(
                        token,
                        LintCode.UNQUOTED_WORD,
                        token.text() + " is neither a text nor a number; put words in quotes: \"" + token.text()
                                + "\"");
            default ->
                throw notUnderstood("expected a text in quotes, a number or a $variable, found " + token.describe());
        };
        places.put(operand, token.position());
        return operand;
    }
}
