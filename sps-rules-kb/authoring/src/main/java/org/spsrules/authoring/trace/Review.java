package org.spsrules.authoring.trace;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The clinical review of a rule, as {@code @reviewed( "2026-03-01 by A. Name, due 2027-03-01" )} states it. It never
 * fails a build: the calendar is not an author's mistake (D-50).
 *
 * @param on when it was
 * @param by who did it
 * @param due when it has to be done again
 */
public record Review(LocalDate on, String by, LocalDate due) {

    /** What a rule says that nobody has reviewed. */
    public static final String NONE = "none";

    private static final Pattern FORM =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) by ([^,]+), due (\\d{4}-\\d{2}-\\d{2})");

    /** The review, or nothing if the text is neither that nor {@value #NONE}. */
    public static Optional<Review> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Review(LocalDate.parse(matcher.group(1)), matcher.group(2), LocalDate.parse(matcher.group(3))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether it should have been done again by this day. */
    public boolean isOverdue(LocalDate asOf) {
        return asOf.isAfter(due);
    }
}
