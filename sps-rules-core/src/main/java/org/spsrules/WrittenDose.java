package org.spsrules;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spsrules.Dose.Unit;

/**
 * A dose as people and records write it: {@code 5 mg TID}, {@code 3 x 5 mg}, {@code 30 mg/d}. What can be understood in one
 * way is understood; what can be read in two is refused with both, and what says no daily dose with the form that does.
 */
final class WrittenDose {

    private static final String NUMBER = "([0-9]{1,9}(?:[.,][0-9]{1,6})?)";
    private static final String MASS = "(mg|g|mcg|ug|\u00b5g|\u03bcg)";
    private static final Pattern THOUSANDS = Pattern.compile("[1-9][0-9]{0,2}[.,][0-9]{3}");
    private static final Pattern RANGE =
            Pattern.compile("^" + NUMBER + "\\s*(?:-|\u2013|to)\\s*" + NUMBER + "\\s*(\\S.*)$");
    private static final Pattern AS_NEEDED =
            Pattern.compile("\\b(?:p\\.?r\\.?n\\.?|as needed|when needed|if needed|as required|sos)(?:\\b|$)");
    private static final Pattern PER_KILOGRAM = Pattern.compile("(mg|g|mcg|ug|\u00b5g|\u03bcg)/kg(?!/course)");
    private static final Pattern PER_DAY =
            Pattern.compile("^" + NUMBER + "\\s*" + MASS + "\\s*(?:/|per |a |every )?\\s*(?:d|day|24 ?h|daily|die)$");
    private static final Pattern TIMES = Pattern.compile(
            "^([0-9]{1,2})\\s*[x\u00d7*]\\s*" + NUMBER + "\\s*" + MASS + "(?:\\s*(?:/d|/day|daily|a day|per day))?$");
    private static final Pattern REPEATED = Pattern.compile("^" + NUMBER + "\\s*" + MASS + "\\s+(\\S.*)$");
    private static final Pattern EVERY_HOURS = Pattern.compile("^(?:q|every )\\s*(4|6|8|12|24)\\s*(?:h|hrs?|hours?)$");
    private static final int HOURS = 24;
    private static final Map<String, Integer> A_DAY = aDay();

    private WrittenDose() {}

    private static Map<String, Integer> aDay() {
        Map<String, Integer> times = new LinkedHashMap<>();
        String[][] words = {
            {
                "qd",
                "q.d.",
                "once daily",
                "once a day",
                "daily",
                "at night",
                "at bedtime",
                "nightly",
                "hs",
                "qhs",
                "nocte"
            },
            {"bid", "b.i.d.", "bd", "twice daily", "twice a day", "two times a day"},
            {"tid", "t.i.d.", "tds", "three times daily", "three times a day"},
            {"qid", "q.i.d.", "qds", "four times daily", "four times a day"}
        };
        for (int number = 0; number < words.length; number++) {
            for (String word : words[number]) {
                times.put(word, number + 1);
            }
        }
        return times;
    }

    /**
     * The dose.
     *
     * @throws IllegalArgumentException if it is none, or can be read in two ways; the message says what would be right
     */
    static Dose read(String text) {
        String plain = text.strip();
        String lower = plain.toLowerCase(Locale.ROOT);
        refuseAmbiguous(plain, lower);
        Optional<Dose> daily = times(lower).or(() -> repeated(lower)).or(() -> perDay(lower));
        return daily.orElseGet(() -> Dose.parse(withPoint(plain)));
    }

    private static void refuseAmbiguous(String text, String lower) {
        Matcher thousands = THOUSANDS.matcher(lower);
        if (thousands.find()
                && (thousands.start() == 0 || !isPartOfNumber(lower.charAt(thousands.start() - 1)))
                && (thousands.end() == lower.length() || !isPartOfNumber(lower.charAt(thousands.end())))) {
            String digits = thousands.group();
            throw new IllegalArgumentException("\"" + text + "\" can be read in two ways; write "
                    + digits.replaceAll("[.,]", "") + " or " + withPoint(digits).replaceAll("\\.?0+$", ""));
        }
        if (AS_NEEDED.matcher(lower).find()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is taken as needed; write schedule: as-needed, and as the dose"
                            + " the most that is taken in a day, or none");
        }
        Matcher range = RANGE.matcher(lower);
        if (range.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is a range; write one dose, for a past treatment the highest: "
                            + withPoint(range.group(2)) + " " + range.group(3));
        }
        if (PER_KILOGRAM.matcher(lower).find()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" does not say over which time; write the sum of a course, for"
                            + " example 2 g/kg/course, or the dose of a day in mg/day");
        }
    }

    private static boolean isPartOfNumber(char character) {
        return Character.isDigit(character) || character == '.' || character == ',';
    }

    private static String withPoint(String number) {
        return number.replaceFirst("(?<=[0-9]),(?=[0-9])", ".");
    }

    private static Optional<Dose> perDay(String text) {
        Matcher matcher = PER_DAY.matcher(text);
        return matcher.matches() ? Optional.of(dose(matcher.group(1), matcher.group(2), 1)) : Optional.empty();
    }

    private static Optional<Dose> times(String text) {
        Matcher matcher = TIMES.matcher(text);
        return matcher.matches()
                ? Optional.of(dose(matcher.group(2), matcher.group(3), Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }

    private static Optional<Dose> repeated(String text) {
        Matcher matcher = REPEATED.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String how = matcher.group(3).strip();
        Matcher hours = EVERY_HOURS.matcher(how);
        Integer times = hours.matches() ? Integer.valueOf(HOURS / Integer.parseInt(hours.group(1))) : A_DAY.get(how);
        return times == null ? Optional.empty() : Optional.of(dose(matcher.group(1), matcher.group(2), times));
    }

    private static Dose dose(String amount, String mass, int times) {
        Unit unit = switch (mass) {
            case "mg" -> Unit.MILLIGRAMS_PER_DAY;
            case "g" -> Unit.GRAMS_PER_DAY;
            default -> Unit.MICROGRAMS_PER_DAY;
        };
        return new Dose(new BigDecimal(withPoint(amount)).multiply(BigDecimal.valueOf(times)), unit);
    }
}
