package org.spsrules.internal.rule;

import java.util.List;

/** What must hold of one fact. */
public sealed interface Constraint {

    /** The name of the question that it asks of the fact, or of the field that it reads. */
    String asked();

    /** The values that it names. */
    default List<Operand> operands() {
        return List.of();
    }

    /** A statement about the fact that takes no argument: {@code confirmed}. */
    record Flag(String field) implements Constraint {

        @Override
        public String asked() {
            return field;
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
    }

    /** A comparison: {@code age >= 65}. A field that is not known compares false with everything. */
    record Comparison(String field, Operator operator, Operand operand) implements Constraint {

        @Override
        public String asked() {
            return field;
        }

        @Override
        public List<Operand> operands() {
            return List.of(operand);
        }
    }

    /**
     * A name for the value of a field, to be used later in the rule: {@code $drug : therapy}. Holds if the value is
     * known.
     */
    record Binding(String variable, String field) implements Constraint {

        @Override
        public String asked() {
            return field;
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
    }
}
