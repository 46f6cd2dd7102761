package org.spsrules.fhir.record;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Quantity;

/**
 * An amount of a drug.
 *
 * @param amount in {@code unit}
 * @param unit mg, g or µg
 */
record Mass(BigDecimal amount, String unit) {

    private static final Map<String, String> UNITS = Map.of(
            "mg",
            "mg",
            "milligram",
            "mg",
            "milligrams",
            "mg",
            "g",
            "g",
            "gram",
            "g",
            "ug",
            "\u00b5g",
            "mcg",
            "\u00b5g",
            "\u00b5g",
            "\u00b5g",
            "\u03bcg",
            "\u00b5g");
    private static final Map<String, BigDecimal> MILLIGRAMS =
            Map.of("mg", BigDecimal.ONE, "g", BigDecimal.valueOf(1000), "\u00b5g", new BigDecimal("0.001"));
    private static final Pattern STRENGTH =
            Pattern.compile("(?<![0-9.,])([0-9]{1,6}(?:\\.[0-9]{1,4})?)\\s*(mg|mcg|ug|\u00b5g|g)\\b(?!\\s*/)");

    /** The mass that a quantity states. */
    static Optional<Mass> of(Quantity quantity) {
        return Figures.of(quantity)
                .filter(amount -> amount.signum() > 0)
                .flatMap(amount -> unit(ResultReading.unit(quantity))
                        .or(() -> unit(quantity.getUnit() != null ? quantity.getUnit() : ""))
                        .map(unit -> new Mass(amount, unit)));
    }

    private static Optional<String> unit(String written) {
        return Optional.ofNullable(UNITS.get(written.strip().toLowerCase(Locale.ROOT)));
    }

    /** What one piece of a product holds, by its name: {@code Diazepam 5 MG Oral Tablet}; none if it names two strengths. */
    static Optional<Mass> strengthIn(String product) {
        Matcher matcher = STRENGTH.matcher(product.toLowerCase(Locale.ROOT));
        if (!matcher.find()) {
            return Optional.empty();
        }
        Mass strength = new Mass(new BigDecimal(matcher.group(1)), UNITS.getOrDefault(matcher.group(2), "mg"));
        return matcher.find() ? Optional.empty() : Optional.of(strength);
    }

    Mass times(BigDecimal factor) {
        return new Mass(amount.multiply(factor), unit);
    }

    /** The sum, in the unit of this one. */
    Mass plus(Mass other) {
        if (unit.equals(other.unit)) {
            return new Mass(amount.add(other.amount), unit);
        }
        return new Mass(milligrams().add(other.milligrams()), "mg");
    }

    BigDecimal milligrams() {
        return amount.multiply(MILLIGRAMS.getOrDefault(unit, BigDecimal.ONE));
    }
}
