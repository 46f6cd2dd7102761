package org.spsrules.internal.rule;

import java.math.BigDecimal;

/** A value in a rule. */
public sealed interface Operand {

    /** A text in quotes, mostly the code of a concept. */
    record Text(String value) implements Operand {}

    /** A number. */
    record Numeral(BigDecimal value) implements Operand {}

    /** A value that the rule bound before: {@code $drug}. */
    record Variable(String name) implements Operand {}
}
