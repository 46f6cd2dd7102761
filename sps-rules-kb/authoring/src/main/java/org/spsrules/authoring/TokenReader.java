package org.spsrules.authoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.spsrules.knowledge.Operand;

/** Reads the words of a constraint or a sentence one after the other. */
final class TokenReader {

    /** The text is not of the rule language; the message says what would be. */
    static final class NotUnderstoodException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Token token;

        NotUnderstoodException(Token token, String message) {
            super(message);
            this.token = token;
        }

        Token token() {
            return token;
        }
    }

    private final List<Token> tokens;
    private int next;

    TokenReader(String text, int line, int column) {
        tokens = Token.in(text, line, column);
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

    /** {@code ( "text", 5, $variable )}. */
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

    Operand operand() throws NotUnderstoodException {
        Token token = peek();
        return switch (token.kind()) {
            case TEXT -> new Operand.Text(take().text());
            case NUMBER -> new Operand.Numeral(new BigDecimal(take().text()));
            case VARIABLE -> new Operand.Variable(take().text());
            case NAME ->
                throw notUnderstood(token.text() + " is neither a text nor a number; put words in quotes: \""
                        + token.text() + "\"");
            default ->
                throw notUnderstood("expected a text in quotes, a number or a $variable, found " + token.describe());
        };
    }
}
