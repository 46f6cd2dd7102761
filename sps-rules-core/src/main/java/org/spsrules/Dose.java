package org.spsrules;

import static org.spsrules.internal.Given.given;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An amount of a drug over time.
 *
 * @param amount more than zero
 * @param unit what the amount counts
 */
public record Dose(BigDecimal amount, Unit unit) implements Comparable<Dose> {

    /** The units that a dose can be stated in. Only units of the same dimension can be compared. */
    public enum Unit {
        MICROGRAMS_PER_DAY("µg/day", Dimension.MASS_PER_DAY, "0.001"),
        MILLIGRAMS_PER_DAY("mg/day", Dimension.MASS_PER_DAY, "1"),
        GRAMS_PER_DAY("g/day", Dimension.MASS_PER_DAY, "1000"),
        GRAMS_PER_KILOGRAM_PER_COURSE("g/kg/course", Dimension.MASS_PER_WEIGHT_PER_COURSE, "1");

        private final String symbol;
        private final Dimension dimension;
        private final BigDecimal factor;

        Unit(String symbol, Dimension dimension, String factor) {
            this.symbol = symbol;
            this.dimension = dimension;
            this.factor = new BigDecimal(factor);
        }

        /** How files spell it, for example {@code mg/day}. */
        public String symbol() {
            return symbol;
        }

        /** Whether doses in the two units can be compared. */
        public boolean comparableWith(Unit other) {
            return dimension == given(other, "other").dimension;
        }

        private static Optional<Unit> of(String symbol) {
            String plain = symbol.replace('\u03bc', '\u00b5').replace("mcg", "µg");
            return Arrays.stream(values())
                    .filter(unit -> unit.symbol.equals(plain))
                    .findFirst();
        }

        private static String all() {
            return Arrays.stream(values()).map(Unit::symbol).collect(Collectors.joining(", "));
        }
    }

    private enum Dimension {
        MASS_PER_DAY,
        MASS_PER_WEIGHT_PER_COURSE
    }

    private static final BigDecimal HIGHEST = BigDecimal.valueOf(999_999_999);
    private static final int FINEST = 6;
    private static final int DECIMALS_LIKE_THOUSANDS = 3;

    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,9}(?:\\.[0-9]{1,6})?)\\s*([^0-9.\\s]\\S*)");

    /**
     * A dose of more than zero.
     *
     * @throws IllegalArgumentException if it is not more than zero, higher than 999,999,999 or finer than six decimals
     */
    public Dose {
        given(amount, "amount");
        given(unit, "unit");
        if (amount.compareTo(HIGHEST) > 0 || amount.scale() > FINEST) {
            throw new IllegalArgumentException(
                    "a dose is at most " + HIGHEST + " and has at most " + FINEST + " decimals, not " + amount);
        }
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("a dose is more than zero, not " + amount);
        }
        amount = Decimals.plain(amount);
    }

    /**
     * Reads a dose such as {@code 60 mg/day}.
     *
     * @throws IllegalArgumentException if the text is no dose; the message says what would be right
     */
    public static Dose parse(String text) {
        Matcher matcher = FORM.matcher(given(text, "text").strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a dose; write a number and a unit, for example 60 mg/day");
        }
        Unit unit = Unit.of(matcher.group(2))
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + matcher.group(2) + "\" is not a unit of dose; the units are " + Unit.all()));
        return new Dose(new BigDecimal(matcher.group(1)), unit);
    }

    /**
     * Reads a dose as people and records write it: besides {@code 60 mg/day}, {@code 5 mg TID}, {@code 5 mg 1-0-1},
     * {@code 30 mg/d} and {@code 0.4 g/kg/day for 5 days}. Of a range it is the upper end.
     *
     * @throws IllegalArgumentException if the text is no dose, or can be read in two ways; the message says what would be
     *     right
     */
    public static Dose read(String text) {
        return WrittenDose.read(given(text, "text"));
    }

    /**
     * Orders doses by amount, whatever the unit.
     *
     * @throws IllegalArgumentException if the units cannot be compared
     */
    @Override
    public int compareTo(Dose other) {
        if (!unit.comparableWith(given(other, "other").unit)) {
            throw new IllegalArgumentException(unit.symbol + " and " + other.unit.symbol + " cannot be compared");
        }
        return amount.multiply(unit.factor).compareTo(other.amount.multiply(other.unit.factor));
    }

    @Override
    public String toString() {
        return figure() + " " + unit.symbol;
    }

    /** The amount with a zero more where three decimals could be taken for thousands. */
    private String figure() {
        String plain = amount.toPlainString();
        return amount.scale() == DECIMALS_LIKE_THOUSANDS && amount.compareTo(BigDecimal.ONE) >= 0 ? plain + "0" : plain;
    }
}
