package org.spsrules.fhir.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Quantity;

/** Lengths of time in whole days and months. */
final class Days {

    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

    private static final Map<String, Function<Long, Function<LocalDate, LocalDate>>> UNITS = Map.ofEntries(
            Map.entry("", count -> day -> day.plusDays(count)),
            Map.entry("d", count -> day -> day.plusDays(count)),
            Map.entry("day", count -> day -> day.plusDays(count)),
            Map.entry("days", count -> day -> day.plusDays(count)),
            Map.entry("wk", count -> day -> day.plusWeeks(count)),
            Map.entry("week", count -> day -> day.plusWeeks(count)),
            Map.entry("weeks", count -> day -> day.plusWeeks(count)),
            Map.entry("mo", count -> day -> day.plusMonths(count)),
            Map.entry("month", count -> day -> day.plusMonths(count)),
            Map.entry("months", count -> day -> day.plusMonths(count)));

    private Days() {}

    /** The day on which a length of time is over; empty if it is none that can be reckoned with. */
    static Optional<LocalDate> after(LocalDate begin, Quantity length) {
        return Optional.ofNullable(UNITS.get(ResultReading.unit(length).toLowerCase(Locale.ROOT)))
                .flatMap(unit -> Figures.of(length)
                        .filter(count -> count.signum() >= 0 && count.compareTo(MOST) < 0)
                        .map(count -> unit.apply(
                                        count.setScale(0, RoundingMode.UP).longValue())
                                .apply(begin)));
    }
}
