package org.spsrules.fhir.record;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Timing;

/** How often a dose is taken, as a number of times a day. */
final class Frequency {

    private static final Map<String, BigDecimal> CODES = Map.ofEntries(
            entry("BID", 2),
            entry("TID", 3),
            entry("QID", 4),
            entry("AM", 1),
            entry("PM", 1),
            entry("QD", 1),
            entry("BED", 1),
            entry("Q1H", 24),
            entry("Q2H", 12),
            entry("Q3H", 8),
            entry("Q4H", 6),
            entry("Q6H", 4),
            entry("Q8H", 3),
            Map.entry("QOD", new BigDecimal("0.5")));
    private static final Map<Timing.UnitsOfTime, BigDecimal> DAYS = Map.of(
            Timing.UnitsOfTime.H, BigDecimal.ONE.divide(BigDecimal.valueOf(24), MathContext.DECIMAL64),
            Timing.UnitsOfTime.D, BigDecimal.ONE,
            Timing.UnitsOfTime.WK, BigDecimal.valueOf(7));
    private static final BigDecimal WEEK = BigDecimal.valueOf(7);

    private Frequency() {}

    private static Map.Entry<String, BigDecimal> entry(String code, int times) {
        return Map.entry(code, BigDecimal.valueOf(times));
    }

    /** The most times a day; none if that is not said, or less often than once a week. */
    static Optional<BigDecimal> mostADay(Timing timing) {
        if (timing.hasRepeat()) {
            Optional<BigDecimal> repeated = repeated(timing.getRepeat());
            if (repeated.isPresent()) {
                return repeated;
            }
        }
        return timing.getCode().getCoding().stream()
                .flatMap(coding -> Optional.ofNullable(coding.getCode()).map(CODES::get).stream())
                .findFirst();
    }

    /** Whether it says from how often to how often. */
    static boolean isRange(Timing timing) {
        return timing.getRepeat().getFrequencyMaxElement().hasValue();
    }

    private static Optional<BigDecimal> repeated(Timing.TimingRepeatComponent repeat) {
        BigDecimal perDayOfUse;
        if (!repeat.getTimeOfDay().isEmpty()) {
            perDayOfUse = BigDecimal.valueOf(repeat.getTimeOfDay().size());
        } else if (repeat.getPeriod() != null && repeat.getPeriodUnit() != null) {
            BigDecimal unit = DAYS.get(repeat.getPeriodUnit());
            Optional<BigDecimal> period = Figures.of(repeat.getPeriod()).filter(length -> length.signum() > 0);
            if (unit == null || period.isEmpty()) {
                return Optional.empty();
            }
            BigDecimal days = period.get().multiply(unit);
            if (days.compareTo(WEEK) > 0) {
                return Optional.empty();
            }
            int times = Math.max(times(repeat), repeat.getWhen().size());
            perDayOfUse = BigDecimal.valueOf(times).divide(days, MathContext.DECIMAL64);
        } else if (!repeat.getWhen().isEmpty()) {
            perDayOfUse = BigDecimal.valueOf(repeat.getWhen().size());
        } else {
            return Optional.empty();
        }
        return Optional.of(
                repeat.getDayOfWeek().isEmpty() || repeat.getPeriodUnit() == Timing.UnitsOfTime.WK
                        ? perDayOfUse
                        : perDayOfUse
                                .multiply(
                                        BigDecimal.valueOf(repeat.getDayOfWeek().size()))
                                .divide(WEEK, MathContext.DECIMAL64));
    }

    private static int times(Timing.TimingRepeatComponent repeat) {
        return Optional.ofNullable(repeat.getFrequencyMaxElement().getValue())
                .or(() -> Optional.ofNullable(repeat.getFrequencyElement().getValue()))
                .orElse(1);
    }
}
