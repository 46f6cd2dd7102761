package org.spsrules;

import static org.spsrules.internal.Given.given;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date of which only the year, or the year and the month, may be known. What is reckoned with it holds for every day that it
 * can be.
 *
 * @param earliest the first day that it can be
 * @param latest the last day that it can be
 */
public record PartialDate(LocalDate earliest, LocalDate latest) {

    private static final Pattern FORM = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");

    /**
     * A day, a month or a year.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public PartialDate {
        given(earliest, "earliest");
        given(latest, "latest");
        boolean day = earliest.equals(latest);
        boolean month = earliest.equals(latest.withDayOfMonth(1))
                && latest.equals(YearMonth.from(latest).atEndOfMonth());
        boolean year = earliest.equals(latest.withDayOfYear(1))
                && latest.equals(earliest.plusYears(1).minusDays(1));
        if (!day && !month && !year) {
            throw new IllegalArgumentException(earliest + " to " + latest + " is no day, month or year");
        }
    }

    /** A day. */
    public static PartialDate of(LocalDate day) {
        return new PartialDate(given(day, "day"), day);
    }

    /** A month. */
    public static PartialDate of(YearMonth month) {
        return new PartialDate(given(month, "month").atDay(1), month.atEndOfMonth());
    }

    /** A year. */
    public static PartialDate of(Year year) {
        return new PartialDate(
                given(year, "year").atDay(1), year.plusYears(1).atDay(1).minusDays(1));
    }

    /**
     * Reads {@code 2013}, {@code 2013-05} or {@code 2013-05-14}.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    public static PartialDate parse(String text) {
        Matcher matcher = FORM.matcher(given(text, "text"));
        try {
            if (matcher.matches() && matcher.group(3) != null) {
                return of(LocalDate.parse(text));
            } else if (matcher.matches() && matcher.group(2) != null) {
                return of(YearMonth.parse(text));
            } else if (matcher.matches()) {
                return of(Year.parse(text));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no date", e);
        }
        throw new IllegalArgumentException("\"" + text + "\" is no date");
    }

    /**
     * Reads a date as people and records write it: {@code 5 Jan 2020}, {@code 03/2019}, {@code 29.02.2020}.
     *
     * @throws IllegalArgumentException if it is none, or can be read in two ways; the message says what would be right
     */
    public static PartialDate read(String text) {
        return WrittenDate.read(given(text, "text"));
    }

    /** Whether the day is known. */
    public boolean isDay() {
        return earliest.equals(latest);
    }

    /** Whether it is before another date, whatever the two days are. */
    public boolean isBefore(PartialDate other) {
        return latest.isBefore(given(other, "other").earliest);
    }

    @Override
    public String toString() {
        if (isDay()) {
            return earliest.toString();
        }
        return earliest.getMonth() == latest.getMonth()
                ? YearMonth.from(earliest).toString()
                : Year.from(earliest).toString();
    }
}
