package org.spsrules.authoring.language;

import org.spsrules.authoring.language.TokenReader.NotUnderstoodException;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Constraint.Operator;
import org.spsrules.internal.rule.Operand;

/** The parser of a constraint: a flag, a predicate, a comparison or a binding. */
final class ConstraintParser {

    private ConstraintParser() {}

    static Constraint parse(TokenReader reader) throws NotUnderstoodException {
        Token first = reader.peek();
        Constraint constraint = first.kind() == Token.Kind.VARIABLE ? binding(reader) : statement(reader);
        reader.places().put(constraint, first.position());
        Token rest = reader.peek();
        if (rest.kind() != Token.Kind.END) {
            throw reader.notUnderstood("expected a comma or the end of the pattern, found " + rest.describe());
        }
        return constraint;
    }

    private static Constraint binding(TokenReader reader) throws NotUnderstoodException {
        String variable = reader.take().text();
        reader.expect(":");
        return new Constraint.Binding(
                variable, reader.expect(Token.Kind.NAME, "the name of a field").text());
    }

    private static Constraint statement(TokenReader reader) throws NotUnderstoodException {
        Token first = reader.peek();
        if (first.kind() == Token.Kind.UNREADABLE && first.text().equals("!")) {
            throw reader.notUnderstood("there is no !, because unknown is not the same as no; use the opposite word,"
                    + " for example hasNot instead of !has");
        }
        String name = reader.expect(Token.Kind.NAME, "the name of a field or a question")
                .text();
        if (reader.peek().is("(")) {
            return new Constraint.Predicate(name, reader.arguments());
        }
        for (Operator operator : Operator.values()) {
            if (reader.takeIf(operator.symbol())) {
                Operand operand = reader.operand();
                return new Constraint.Comparison(name, operator, operand);
            }
        }
        return new Constraint.Flag(name);
    }
}
