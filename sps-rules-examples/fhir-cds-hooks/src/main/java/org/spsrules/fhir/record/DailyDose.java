package org.spsrules.fhir.record;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Ratio;
import org.spsrules.Dose;
import org.spsrules.PatientCase.Treatment.Schedule;

/**
 * The dose of a day that dosage instructions amount to.
 *
 * @param dose in the words of a case, the most that may be taken in a day; empty if it cannot be told
 * @param schedule whether it is taken regularly
 * @param remarks what was read with a grain of salt, or could not be read
 */
record DailyDose(Optional<String> dose, Schedule schedule, List<String> remarks) {

    private static final Map<String, BigDecimal> A_DAY = Map.of(
            "min",
            BigDecimal.valueOf(1440),
            "h",
            BigDecimal.valueOf(24),
            "d",
            BigDecimal.ONE,
            "wk",
            BigDecimal.ONE.divide(BigDecimal.valueOf(7), MathContext.DECIMAL64));
    private static final Set<String> PIECES =
            Set.of("tab", "tablet", "tablets", "{tablet}", "{tbl}", "{tab}", "cap", "capsule", "capsules", "{capsule}");
    private static final Pattern AS_NEEDED =
            Pattern.compile("\\b(?:p\\.?r\\.?n\\.?|as needed|when needed|if needed|as required|sos)(?:\\b|$)");
    /** What a division leaves behind is rounded; a figure that a case can hold is not. */
    private static final int FINEST = 6;

    private static final int DECIMALS = 2;
    private static final String RANGE = "it is a range, of which the upper end was read";
    private static final String UNREADABLE =
            "the dose of a day cannot be told from it; state an amount in mg, g or ug, and how often";

    /**
     * Reads dosage instructions.
     *
     * @param instructions those of one order
     * @param strength what one piece of the product holds, if that is known
     */
    static DailyDose of(List<Dosage> instructions, Optional<Mass> strength) {
        List<String> remarks = new ArrayList<>();
        Schedule schedule = schedule(instructions);
        List<Optional<Mass>> amounts = instructions.stream()
                .map(dosage -> amount(dosage, strength, remarks))
                .toList();
        if (instructions.isEmpty() || amounts.stream().anyMatch(Optional::isEmpty)) {
            Optional<String> written = instructions.size() == 1 ? written(instructions.get(0)) : Optional.empty();
            if (written.isEmpty() && instructions.stream().anyMatch(DailyDose::statesDose)) {
                remarks.add(UNREADABLE);
            }
            return new DailyDose(written, schedule, remarks);
        }
        List<Mass> masses = amounts.stream().flatMap(Optional::stream).toList();
        boolean stepwise = instructions.stream()
                        .map(dosage -> dosage.getSequenceElement().getValue())
                        .distinct()
                        .count()
                > 1;
        if (stepwise) {
            remarks.add("it changes in steps, of which the highest was read");
        }
        Mass total = stepwise
                ? masses.stream().max(Comparator.comparing(Mass::milligrams)).orElseThrow()
                : masses.stream().reduce(Mass::plus).orElseThrow();
        Optional<String> dose = words(total);
        if (dose.isEmpty()) {
            remarks.add(UNREADABLE);
        }
        return new DailyDose(dose, schedule, remarks);
    }

    private static boolean statesDose(Dosage dosage) {
        return dosage.hasDoseAndRate() || dosage.hasTiming() || dosage.getText() != null;
    }

    private static Schedule schedule(List<Dosage> instructions) {
        if (instructions.isEmpty()) {
            return Schedule.UNKNOWN;
        }
        boolean regular = instructions.stream().anyMatch(dosage -> !isAsNeeded(dosage));
        if (!regular) {
            return Schedule.AS_NEEDED;
        }
        return instructions.stream().anyMatch(Dosage::hasTiming) ? Schedule.SCHEDULED : Schedule.UNKNOWN;
    }

    private static boolean isAsNeeded(Dosage dosage) {
        if (dosage.getAsNeeded() instanceof BooleanType asNeeded) {
            return Boolean.TRUE.equals(asNeeded.getValue());
        }
        return dosage.hasAsNeeded()
                || (dosage.getText() != null
                        && AS_NEEDED
                                .matcher(dosage.getText().toLowerCase(Locale.ROOT))
                                .find());
    }

    private static Optional<Mass> amount(Dosage dosage, Optional<Mass> strength, List<String> remarks) {
        Optional<Mass> most = perTime(dosage.getMaxDosePerPeriod());
        List<Mass> stated = dosage.getDoseAndRate().stream()
                .flatMap(each -> rate(each).or(() -> daily(each, dosage, strength, most, remarks)).stream())
                .toList();
        if (stated.stream()
                        .map(Mass::milligrams)
                        .map(BigDecimal::stripTrailingZeros)
                        .distinct()
                        .count()
                > 1) {
            remarks.add("it states several doses, of which the highest was read");
        }
        return stated.stream().max(Comparator.comparing(Mass::milligrams)).or(() -> most);
    }

    private static Optional<Mass> daily(
            Dosage.DosageDoseAndRateComponent each,
            Dosage dosage,
            Optional<Mass> strength,
            Optional<Mass> most,
            List<String> remarks) {
        Optional<Mass> single = single(each, strength, remarks);
        Optional<BigDecimal> times = Frequency.mostADay(dosage.getTiming());
        if (single.isEmpty() || times.isEmpty()) {
            return Optional.empty();
        }
        if (Frequency.isRange(dosage.getTiming())) {
            remarks.add(RANGE);
        }
        Mass daily = single.get().times(times.get());
        return most.filter(limit -> limit.milligrams().compareTo(daily.milligrams()) < 0)
                .or(() -> Optional.of(daily));
    }

    private static Optional<Mass> rate(Dosage.DosageDoseAndRateComponent each) {
        if (each.getRate() instanceof Ratio ratio) {
            return perTime(ratio);
        } else if (each.getRate() instanceof Quantity quantity && quantity.getValue() != null) {
            String[] unit = ResultReading.unit(quantity).split("/", 2);
            if (unit.length == 2) {
                return perTime(new Quantity().setValue(quantity.getValue()).setUnit(unit[0]), BigDecimal.ONE, unit[1]);
            }
        }
        return Optional.empty();
    }

    private static Optional<Mass> perTime(Ratio ratio) {
        Quantity over = ratio.getDenominator();
        Optional<BigDecimal> count = over.getValue() == null ? Optional.of(BigDecimal.ONE) : Figures.of(over);
        return count.flatMap(times -> perTime(ratio.getNumerator(), times, ResultReading.unit(over)));
    }

    private static Optional<Mass> perTime(Quantity amount, BigDecimal count, String unit) {
        BigDecimal perDay = A_DAY.get(unit.equals("day") || unit.equals("24.h") ? "d" : unit);
        return perDay == null || count.signum() <= 0
                ? Optional.empty()
                : Mass.of(amount).map(mass -> mass.times(perDay.divide(count, MathContext.DECIMAL64)));
    }

    private static Optional<Mass> single(
            Dosage.DosageDoseAndRateComponent each, Optional<Mass> strength, List<String> remarks) {
        if (each.getDose() instanceof Range range) {
            remarks.add(RANGE);
            return mass(range.hasHigh() ? range.getHigh() : range.getLow(), strength);
        }
        return each.getDose() instanceof Quantity quantity ? mass(quantity, strength) : Optional.empty();
    }

    private static Optional<Mass> mass(Quantity quantity, Optional<Mass> strength) {
        boolean pieces = PIECES.contains(ResultReading.unit(quantity).toLowerCase(Locale.ROOT))
                || (quantity.getUnit() != null
                        && PIECES.contains(quantity.getUnit().toLowerCase(Locale.ROOT)));
        return pieces && quantity.getValue() != null
                ? Figures.of(quantity).flatMap(count -> strength.map(piece -> piece.times(count)))
                : Mass.of(quantity);
    }

    /** The dose as it is written, if that can be read in one way. */
    private static Optional<String> written(Dosage dosage) {
        if (dosage.getText() == null) {
            return Optional.empty();
        }
        String text = AS_NEEDED.matcher(dosage.getText()).replaceAll("").strip();
        try {
            return Optional.of(Dose.read(text).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** In the words of a case; none if the figure is none that a case can hold. */
    private static Optional<String> words(Mass daily) {
        BigDecimal amount = daily.amount();
        boolean endless = amount.stripTrailingZeros().scale() > FINEST;
        BigDecimal rounded = endless ? amount.setScale(DECIMALS, RoundingMode.HALF_UP) : amount;
        BigDecimal shown = (rounded.signum() == 0 ? amount : rounded).stripTrailingZeros();
        try {
            return Optional.of(Dose.parse(shown.toPlainString() + " " + daily.unit() + "/day")
                    .toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
