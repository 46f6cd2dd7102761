package org.spsrules.internal.rule;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A value in a rule. */
public sealed interface Operand {

    /** The value itself, given those of the variables. */
    Object valueIn(Map<String, ?> variables);

    /** The value in one word, given those of the variables. */
    default String wordIn(Map<String, ?> variables) {
        return String.valueOf(valueIn(variables));
    }

    /** Whether it is a variable that stands for nothing yet. */
    default boolean isOpen(Map<String, ?> variables) {
        return false;
    }

    /** The text, if it is one. */
    default Optional<String> text() {
        return Optional.empty();
    }

    /** The number, if it is one. */
    default Optional<BigDecimal> number() {
        return Optional.empty();
    }

    /** The name of the variable, if it is one. */
    default Optional<String> variable() {
        return Optional.empty();
    }

    /** Its spelling in a rule file. */
    String spelling();

    /** A text in quotes, mostly the code of a concept. */
    record Text(String value) implements Operand {

        @Override
        public Object valueIn(Map<String, ?> variables) {
            return value;
        }

        @Override
        public Optional<String> text() {
            return Optional.of(value);
        }

        @Override
        public String spelling() {
            return '"' + value + '"';
        }
    }

    /** A number. */
    record Numeral(BigDecimal value) implements Operand {

        @Override
        public Object valueIn(Map<String, ?> variables) {
            return value;
        }

        @Override
        public String wordIn(Map<String, ?> variables) {
            return spelling();
        }

        @Override
        public Optional<BigDecimal> number() {
            return Optional.of(value);
        }

        @Override
        public String spelling() {
            return value.toPlainString();
        }
    }

    /** A value that the rule bound before: {@code $drug}. */
    record Variable(String name) implements Operand {

        @Override
        public Object valueIn(Map<String, ?> variables) {
            return Objects.requireNonNull(variables.get(name), name);
        }

        @Override
        public boolean isOpen(Map<String, ?> variables) {
            return !variables.containsKey(name);
        }

        @Override
        public Optional<String> variable() {
            return Optional.of(name);
        }

        @Override
        public String spelling() {
            return name;
        }
    }
}
