package org.spsrules.internal.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One line of a rule's {@code when}: a fact that must be there, or, for a finding, must not.
 *
 * @param quantifier whether the fact is matched, only has to exist, or must not
 * @param factType simple name of the fact type, for example {@code Patient}
 * @param constraints what must hold of the fact, all of it
 * @param text the pattern as the author wrote it
 * @param line of the rule file, counted from 1
 */
public record Pattern(Quantifier quantifier, String factType, List<Constraint> constraints, String text, int line)
        implements Condition {

    /** The type of the facts that rules conclude, and the only one that a rule may negate. */
    public static final String FINDING = "Finding";

    /** A pattern as an author would have written it. */
    public static Pattern of(Quantifier quantifier, String factType, List<? extends Constraint> constraints, int line) {
        String text = quantifier.before + factType + "( " + Constraint.spelling(constraints) + " )";
        return new Pattern(quantifier, factType, List.copyOf(constraints), text, line);
    }

    /** A pattern that asks for findings of this name, whatever they are about. */
    public static Pattern finding(Quantifier quantifier, String name, int line) {
        return of(
                quantifier,
                FINDING,
                List.of(new Constraint.Comparison("name", Constraint.Operator.EQUAL, new Operand.Text(name))),
                line);
    }

    @Override
    public List<Pattern> patterns() {
        return List.of(this);
    }

    @Override
    public List<List<Pattern>> alternatives() {
        return List.of(patterns());
    }

    @Override
    public Pattern with(UnaryOperator<Pattern> change) {
        return change.apply(this);
    }

    @Override
    public Pattern plain() {
        return new Pattern(quantifier, factType, constraints, "", 0);
    }

    /** The same pattern with other constraints. */
    public Pattern with(List<Constraint> others) {
        return new Pattern(quantifier, factType, List.copyOf(others), text, line);
    }

    /** The same pattern asking for another number of facts. */
    public Pattern with(Quantifier other) {
        return new Pattern(other, factType, constraints, text, line);
    }

    /** Whether it asks for what rules conclude. */
    public boolean isFinding() {
        return factType.equals(FINDING);
    }

    /** Whether it asks that no fact fit. */
    public boolean isNegated() {
        return quantifier == Quantifier.NOT;
    }

    /** Whether each fact that fits fills a variable. */
    public boolean branches() {
        return quantifier == Quantifier.EACH && !bindings().isEmpty();
    }

    /** What it gives names to. */
    public List<Constraint.Binding> bindings() {
        return constraints(Constraint.Binding.class).toList();
    }

    /** Its constraints of one kind. */
    public <T extends Constraint> Stream<T> constraints(Class<T> kind) {
        return constraints.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The constraints that it puts on a fact beside giving names to what is known of it. */
    public Stream<Constraint> demands() {
        return constraints.stream().filter(constraint -> !(constraint instanceof Constraint.Binding));
    }

    /** The values with which it compares a field. */
    public Stream<Operand> compared(String field) {
        return constraints(Constraint.Comparison.class)
                .filter(comparison -> comparison.field().equals(field))
                .map(Constraint.Comparison::operand);
    }

    /** The text with which it compares a field first, if it does. */
    public Optional<String> literal(String field) {
        return compared(field).flatMap(operand -> operand.text().stream()).findFirst();
    }

    /** The variable to which it binds a field first, if it does. */
    public Optional<String> bound(String field) {
        for (Constraint constraint : constraints) {
            if (constraint instanceof Constraint.Binding binding
                    && binding.field().equals(field)) {
                return Optional.of(binding.variable());
            }
        }
        return Optional.empty();
    }

    /** The values that it names. */
    public Stream<Operand> operands() {
        return constraints.stream().flatMap(constraint -> constraint.operands().stream());
    }

    /** The variables that it reads. */
    public Stream<String> variables() {
        return operands().flatMap(operand -> operand.variable().stream());
    }

    /** How many facts a pattern asks for. */
    public enum Quantifier {
        /** Each fact that fits is a match of its own. */
        EACH(""),
        /** At least one fact fits. */
        EXISTS("exists "),
        /** No fact fits. */
        NOT("not ");

        private final String before;

        Quantifier(String before) {
            this.before = before;
        }
    }
}
