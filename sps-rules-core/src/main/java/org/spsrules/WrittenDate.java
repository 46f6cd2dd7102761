package org.spsrules;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as people and records write it: {@code 5 Jan 2020}, {@code 03/2019}, {@code 29.02.2020}, {@code 20101217184500}. What
 * can be understood in one way is understood; what can be read in two is refused with both, and a year of two digits with the
 * way to write it. The time of a day is left out, wherever the clock stood.
 */
final class WrittenDate {

    /** Longer than any date. */
    private static final int LONGEST = 60;

    /** The time of a day, and nothing after it: what follows could be another date. */
    private static final String CLOCK =
            "[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?\\s?(?:[AaPp][Mm])?\\s?(?:[Zz]|UTC|GMT|[-+][0-9]{2}:?[0-9]{2})?";

    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2})(?:" + CLOCK + ")?)?");
    private static final Pattern CLOSED_UP = Pattern.compile(
            "([0-9]{4})([0-9]{2})([0-9]{2})(?:T?[0-9]{4}(?:[0-9]{2})?(?:\\.[0-9]+)?(?:[-+][0-9]{4})?)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})(?:" + CLOCK + ")?");
    private static final Pattern NAME_WITHIN = Pattern.compile("([0-9]{1,2})(\\p{L}{3,9})([0-9]{4})");
    private static final Pattern CLOCK_WITHIN =
            Pattern.compile("(?:" + CLOCK + "|\\s[0-9]{1,2}h(?:[0-9]{2}m?)?)(?=\\s|$)");
    private static final Pattern MONTH_AND_YEAR = Pattern.compile("([0-9]{1,2})[-/.]([0-9]{4})");
    private static final Pattern SHORT_YEAR = Pattern.compile("[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,.\\-/]+");
    private static final Pattern ORDINAL = Pattern.compile("([0-9]{1,2})(?:st|nd|rd|th|er)");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}");
    private static final int MONTHS = 12;

    /** Of what happened to a patient, no year is earlier. */
    private static final int FIRST_YEAR = 1900;

    /** The months in English, German, French, Spanish and Italian, one line each, without accents. */
    private static final String NAMES = """
            jan january januar janner janvier janv enero ene gennaio gen
            feb february februar fevrier fev fevr febrero febbraio
            mar march marz mars marzo mrz
            apr april avril avr abril abr aprile
            may mai mayo maggio mag
            jun june juni juin junio giugno giu
            jul july juli juillet juil julio luglio lug
            aug august aout agosto ago
            sep sept september septembre septiembre settembre set
            oct october oktober okt octobre octubre ottobre ott
            nov november novembre noviembre
            dec december dezember dez decembre diciembre dic dicembre
            """;

    private static final Map<String, Integer> MONTH = months();
    private static final Set<String> FILLING = Set.of("of", "de", "del", "le", "the", "den");
    private static final Pattern WEEKDAY =
            Pattern.compile("mon|tues?|wed|thur?s?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day");

    private final String text;

    private WrittenDate(String text) {
        this.text = text;
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        List<String> lines = NAMES.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            for (String name : lines.get(i).split(" ")) {
                months.put(name, i + 1);
            }
        }
        return months;
    }

    /**
     * The date.
     *
     * @throws IllegalArgumentException if it is none, or can be read in two ways; the message says what would be right
     */
    static PartialDate read(String text) {
        String plain = text.strip();
        if (plain.length() > LONGEST) {
            throw new IllegalArgumentException("a text of " + plain.length() + " characters is no date; " + right());
        }
        return new WrittenDate(plain).date();
    }

    private static String right() {
        return "write a day, a month or a year, for example 2014-01-15, 2014-01 or 2014";
    }

    private PartialDate date() {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        Matcher closedUp = CLOSED_UP.matcher(text);
        Matcher yearLast = YEAR_LAST.matcher(text);
        Matcher month = MONTH_AND_YEAR.matcher(text);
        if (YEAR.matcher(text).matches()) {
            return PartialDate.parse(String.valueOf(year(text)));
        } else if (yearFirst.matches()) {
            return yearFirst.group(3) == null
                    ? month(yearFirst.group(1), number(yearFirst.group(2)))
                    : day(yearFirst.group(1), number(yearFirst.group(2)), number(yearFirst.group(3)));
        } else if (closedUp.matches()) {
            return day(closedUp.group(1), number(closedUp.group(2)), number(closedUp.group(3)));
        } else if (yearLast.matches()) {
            return yearLast(number(yearLast.group(1)), number(yearLast.group(2)), yearLast.group(3));
        } else if (month.matches()) {
            return month(month.group(2), number(month.group(1)));
        } else if (SHORT_YEAR.matcher(text).matches()) {
            throw shortYear();
        }
        return named();
    }

    /** Day and month in the order that makes a date of them. */
    private PartialDate yearLast(int first, int second, String year) {
        if (first > MONTHS || first == second) {
            return day(year, second, first);
        } else if (second > MONTHS) {
            return day(year, first, second);
        }
        throw new IllegalArgumentException("\"" + text + "\" can be read in two ways; write " + day(year, second, first)
                + " or " + day(year, first, second));
    }

    /** A date with the name of its month. */
    private PartialDate named() {
        String day = NAME_WITHIN
                .matcher(CLOCK_WITHIN.matcher(text).replaceFirst(" "))
                .replaceFirst("$1 $2 $3");
        String plain = Normalizer.normalize(day.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .strip();
        List<Integer> months = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        Optional<String> year = Optional.empty();
        for (String word : BETWEEN_WORDS.split(plain)) {
            Matcher ordinal = ORDINAL.matcher(word);
            String bare = ordinal.matches() ? ordinal.group(1) : word;
            if (MONTH.containsKey(bare)) {
                months.add(MONTH.get(bare));
            } else if (YEAR.matcher(bare).matches() && year.isEmpty()) {
                year = Optional.of(bare);
            } else if (NUMBER.matcher(bare).matches()) {
                numbers.add(number(bare));
            } else if (!FILLING.contains(bare) && !WEEKDAY.matcher(bare).matches()) {
                throw none();
            }
        }
        if (months.size() != 1) {
            throw none();
        } else if (year.isEmpty() && numbers.size() == 2) {
            throw shortYear();
        } else if (year.isEmpty() || numbers.size() > 1) {
            throw none();
        }
        return numbers.isEmpty() ? month(year.get(), months.get(0)) : day(year.get(), months.get(0), numbers.get(0));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private int year(String digits) {
        int year = number(digits);
        if (year < FIRST_YEAR) {
            throw new IllegalArgumentException("\"" + text + "\" is of a year before " + FIRST_YEAR + "; " + right());
        }
        return year;
    }

    private PartialDate day(String year, int month, int day) {
        try {
            return PartialDate.of(LocalDate.of(year(year), month, day));
        } catch (DateTimeException e) {
            throw none();
        }
    }

    private PartialDate month(String year, int month) {
        try {
            return PartialDate.of(YearMonth.of(year(year), month));
        } catch (DateTimeException e) {
            throw none();
        }
    }

    private IllegalArgumentException shortYear() {
        return new IllegalArgumentException("\"" + text
                + "\" does not say which century; write the year with four digits, for" + " example 2014-01-15");
    }

    private IllegalArgumentException none() {
        return new IllegalArgumentException("\"" + text + "\" is no date; " + right());
    }
}
