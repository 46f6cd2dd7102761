package org.spsrules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Finds what no patient has and no file can hold: endless lists, numbers and texts, and days far off. Everything else may
 * take time that grows with the square of a list, because lists are short.
 */
final class CaseLimits {

    private static final int MOST_ENTRIES = 200;
    private static final int MOST_TERMS = 1_000;
    private static final int MOST_DECIMALS = 9;
    private static final int LONGEST_TEXT = 1_000;
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    /** No day of a case is later. */
    static final LocalDate LAST_DAY = LocalDate.of(LAST_YEAR, 12, 31);

    private final BiConsumer<String, String> problems;

    /**
     * The limits.
     *
     * @param problems takes the path and the message of each problem
     */
    CaseLimits(BiConsumer<String, String> problems) {
        this.problems = problems;
    }

    /** Whether a list is short enough that each of its entries can be compared with every other; a problem if it is not. */
    boolean entries(String path, Collection<?> entries) {
        most(path, entries.size(), MOST_ENTRIES);
        return entries.size() <= MOST_ENTRIES;
    }

    void terms(String path, Collection<?> terms) {
        most(path, terms.size(), MOST_TERMS);
    }

    private void most(String path, int size, int most) {
        if (size > most) {
            problems.accept(path, size + " are more than one patient has; give at most " + most);
        }
    }

    void day(String path, Optional<LocalDate> day) {
        day.filter(date -> date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)
                .ifPresent(date -> problems.accept(
                        path, date + " is too far off; give a year from " + FIRST_YEAR + " to " + LAST_YEAR));
    }

    void number(String path, Optional<BigDecimal> number) {
        number.filter(value -> value.scale() > MOST_DECIMALS)
                .ifPresent(value ->
                        problems.accept(path, "has too many digits; give at most " + MOST_DECIMALS + " decimals"));
    }

    void text(String path, Optional<String> text) {
        text.ifPresent(words -> {
            if (words.isBlank()) {
                problems.accept(path, "is empty; leave it out if there is nothing to state");
            } else if (words.length() > LONGEST_TEXT) {
                problems.accept(path, "is longer than " + LONGEST_TEXT + " characters");
            } else if (words.codePoints().anyMatch(CaseLimits::isControl)) {
                problems.accept(path, "write it on one line and without control characters");
            }
        });
    }

    private static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
