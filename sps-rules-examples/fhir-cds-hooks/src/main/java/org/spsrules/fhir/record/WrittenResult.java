package org.spsrules.fhir.record;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spsrules.Answer;

/**
 * A result in words, as laboratories write it: {@code Non-Reactive (NR)}, {@code positive (1:1280)}, {@code Negative for …}. What
 * hedges, or speaks of a control or of another time, says nothing.
 */
final class WrittenResult {

    private static final List<String> ALONE_POSITIVE = List.of("present", "yes");
    private static final List<String> ALONE_NEGATIVE = List.of("absent", "no");
    private static final String AND_MORE = "\\b\\.?(?<more>\\s*|\\s*[(,;:].*|\\s+[<>]?=?\\s*[0-9].*|\\s+for\\s.*)";
    private static final Pattern POSITIVE =
            Pattern.compile("(?:strongly\\s+)?(?:positive|pos|reactive|detected)" + AND_MORE);
    private static final Pattern NEGATIVE =
            Pattern.compile("(?:negative|neg|(?:not|none)\\s+detected|non[-\\s]?reactive|not\\s+reactive)" + AND_MORE);
    private static final String DOUBT =
            "\\?|\\b(?:borderline|equivocal|indeterminate|inconclusive|weak\\w*|pending|invalid|repeat|controls?|previous\\w*|"
                    + "history|vaccin\\w*)\\b";
    private static final Pattern AGAINST_POSITIVE = Pattern.compile(DOUBT + "|negative|non[-\\s]?reactive|not\\s");
    private static final Pattern AGAINST_NEGATIVE = Pattern.compile(DOUBT + "|positive|(?<!non[-\\s]?)reactive");

    private WrittenResult() {}

    /** Whether what was looked for is there. */
    static Answer of(String text) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        if (ALONE_POSITIVE.contains(words) || says(words, POSITIVE, AGAINST_POSITIVE)) {
            return Answer.YES;
        }
        return ALONE_NEGATIVE.contains(words) || says(words, NEGATIVE, AGAINST_NEGATIVE) ? Answer.NO : Answer.UNKNOWN;
    }

    private static boolean says(String words, Pattern result, Pattern against) {
        Matcher said = result.matcher(words);
        return said.matches() && !against.matcher(said.group("more")).find();
    }
}
