package org.spsrules.internal.fact;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spsrules.PartialDate;

/** The time that has passed since a date of which only the month or the year may be known. */
final class Elapsed {

    private Elapsed() {}

    /** The fewest completed units that can have passed up to a day; null if the date is not known. */
    static @Nullable Integer fewest(ChronoUnit unit, Optional<PartialDate> date, LocalDate upTo) {
        return date.map(known -> Math.toIntExact(unit.between(latest(known, upTo), upTo)))
                .orElse(null);
    }

    /** The most completed days that can have passed up to a day; null if the date is not known. */
    static @Nullable Integer mostDays(Optional<PartialDate> date, LocalDate upTo) {
        return date.map(known -> Math.toIntExact(ChronoUnit.DAYS.between(known.earliest(), upTo)))
                .orElse(null);
    }

    /** The days between the first and the last day that a date can be; 0 if it is not known. */
    static long spread(Optional<PartialDate> date, LocalDate upTo) {
        return date.map(known -> ChronoUnit.DAYS.between(known.earliest(), latest(known, upTo)))
                .orElse(0L);
    }

    /** Whether it is not known which day a date is. */
    static boolean isOpen(Optional<PartialDate> date, LocalDate upTo) {
        return date.isEmpty() || spread(date, upTo) > 0;
    }

    /** The first and the last day that a date can be; none if it is a day, or not known. */
    static List<PartialDate> ends(Optional<PartialDate> date, LocalDate upTo) {
        return date.filter(known -> isOpen(date, upTo)).stream()
                .flatMap(known -> Stream.of(known.earliest(), latest(known, upTo)))
                .map(PartialDate::of)
                .toList();
    }

    private static LocalDate latest(PartialDate date, LocalDate upTo) {
        return date.latest().isAfter(upTo) ? upTo : date.latest();
    }
}
