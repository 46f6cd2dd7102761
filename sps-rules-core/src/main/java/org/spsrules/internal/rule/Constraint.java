package org.spsrules.internal.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of one fact: a question, and what its answer must be. Compiled rules do not come here; what is met by an
 * answer is said a second time in the form that Drools gets.
 */
public sealed interface Constraint {

    /** The name of the question that it asks of the fact, or of the field that it reads. */
    String asked();

    /** The values that it names. */
    default List<Operand> operands() {
        return List.of();
    }

    /** The values that belong to the question, and not to its answer. */
    default List<Operand> arguments() {
        return List.of();
    }

    /** The values that belong to the question, in words. */
    default List<String> argumentsIn(Map<String, ?> variables) {
        if (arguments().isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>(arguments().size());
        for (Operand argument : arguments()) {
            words.add(argument.wordIn(variables));
        }
        return words;
    }

    /** Whether it names a variable that stands for nothing yet. */
    default boolean isOpen(Map<String, ?> variables) {
        for (Operand operand : operands()) {
            if (operand.isOpen(variables)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the answer to the question is as it must be. An answer that is not known never is. */
    boolean isMetBy(@Nullable Object answer, Map<String, ?> variables);

    /** The same constraint, with other values in the place of each that it names. */
    default Constraint about(Function<Operand, Stream<? extends Operand>> others) {
        return this;
    }

    /** The texts that it names. */
    default List<String> texts() {
        return operands().stream().flatMap(operand -> operand.text().stream()).toList();
    }

    /** The number that it names first, if it does. */
    default Optional<BigDecimal> number() {
        return operands().stream().flatMap(operand -> operand.number().stream()).findFirst();
    }

    /** Whether it depends on what else the rule has matched. */
    default boolean dependsOnOthers() {
        return isOpen(Map.of());
    }

    /** The spelling of several constraints on one fact in a rule file. */
    static String spelling(Collection<? extends Constraint> constraints) {
        return constraints.stream().map(Constraint::spelling).collect(Collectors.joining(", "));
    }

    /** Its spelling in a rule file. */
    default String spelling() {
        return spelling(asked(), Operand::spelling);
    }

    /** Its spelling, if question and values are spelt in this way. */
    String spelling(String question, Function<Operand, String> value);

    /** A statement about the fact that takes no argument: {@code confirmed}. */
    record Flag(String field) implements Constraint {

        @Override
        public String asked() {
            return field;
        }

        @Override
        public boolean isMetBy(@Nullable Object answer, Map<String, ?> variables) {
            return Boolean.TRUE.equals(answer);
        }

        @Override
        public String spelling(String question, Function<Operand, String> value) {
            return question;
        }
    }

    /** A statement about the fact with arguments: {@code has( "fever" )}. */
    record Predicate(String name, List<Operand> arguments) implements Constraint {

        @Override
        public String asked() {
            return name;
        }

        @Override
        public List<Operand> operands() {
            return arguments;
        }

        @Override
        public boolean isMetBy(@Nullable Object answer, Map<String, ?> variables) {
            return Boolean.TRUE.equals(answer);
        }

        @Override
        public Predicate about(Function<Operand, Stream<? extends Operand>> others) {
            return new Predicate(
                    name, arguments.stream().<Operand>flatMap(others).toList());
        }

        @Override
        public String spelling(String question, Function<Operand, String> value) {
            return question + arguments.stream().map(value).collect(Collectors.joining(", ", "( ", " )"));
        }
    }

    /** A comparison: {@code age >= 65}. */
    record Comparison(String field, Operator operator, Operand operand) implements Constraint {

        @Override
        public String asked() {
            return field;
        }

        @Override
        public List<Operand> operands() {
            return List.of(operand);
        }

        @Override
        public boolean isMetBy(@Nullable Object answer, Map<String, ?> variables) {
            return answer != null && operator.holds(answer, operand.valueIn(variables));
        }

        @Override
        public Comparison about(Function<Operand, Stream<? extends Operand>> others) {
            return new Comparison(
                    field, operator, others.apply(operand).findFirst().orElseThrow());
        }

        @Override
        public String spelling(String question, Function<Operand, String> value) {
            return question + " " + operator.symbol() + " " + value.apply(operand);
        }
    }

    /**
     * A name for the value of a field, to be used later in the rule: {@code $drug : therapy}. Holds if the value is known,
     * and is the one that the name stands for already, if it does.
     */
    record Binding(String variable, String field) implements Constraint {

        @Override
        public String asked() {
            return field;
        }

        @Override
        public boolean dependsOnOthers() {
            return true;
        }

        @Override
        public boolean isMetBy(@Nullable Object answer, Map<String, ?> variables) {
            Object bound = variables.get(variable);
            return answer != null && (bound == null || bound.equals(answer));
        }

        @Override
        public String spelling(String question, Function<Operand, String> value) {
            return variable + " : " + question;
        }
    }

    /** The comparison operators. */
    enum Operator {
        EQUAL("=="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** How rules spell it. */
        public String symbol() {
            return symbol;
        }

        /** Whether it holds between two values. Words can only be equal. */
        public boolean holds(Object actual, Object expected) {
            if (!(actual instanceof Number)) {
                return actual.equals(expected);
            }
            int order = new BigDecimal(actual.toString()).compareTo(new BigDecimal(expected.toString()));
            return switch (this) {
                case EQUAL -> order == 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }
}
