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

    /** Days after which no rule asks for a day more or less. */
    static final int LONG_PAST = 366;

    private Elapsed() {}

    /** The fewest completed units that can have passed up to a day; null if the date is not known. */
    static @Nullable Integer fewest(ChronoUnit unit, Optional<PartialDate> date, LocalDate upTo) {
        return date.map(known -> Math.toIntExact(unit.between(latest(known, upTo), upTo)))
                .orElse(null);
    }

    /**
     * The completed days that have passed up to a day; null if it is not known how many. Where only the month or the year is
     * known, what may be of these days is not called so, and what is long past whatever the day was is as long past as it must be.
     */
    static @Nullable Integer days(Optional<PartialDate> date, LocalDate upTo) {
        Integer fewest = fewest(ChronoUnit.DAYS, date, upTo);
        return fewest == null || spread(date, upTo) > 0 && fewest < LONG_PAST ? null : fewest;
    }

    /** The days between the first and the last day that a date can be; 0 if it is not known. */
    static long spread(Optional<PartialDate> date, LocalDate upTo) {
        return date.map(known -> ChronoUnit.DAYS.between(known.earliest(), latest(known, upTo)))
                .orElse(0L);
    }

    /** The first and the last day that a date can be; none if it is a day, or not known. */
    static List<PartialDate> ends(Optional<PartialDate> date, LocalDate upTo) {
        return date.filter(known -> !known.earliest().equals(latest(known, upTo))).stream()
                .flatMap(known -> Stream.of(known.earliest(), latest(known, upTo)))
                .map(PartialDate::of)
                .toList();
    }

    private static LocalDate latest(PartialDate date, LocalDate upTo) {
        return date.latest().isAfter(upTo) ? upTo : date.latest();
    }
}
