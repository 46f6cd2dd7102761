package org.spsrules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spsrules.Dose.Unit;

/**
 * A dose as people and records write it: {@code 5 mg TID}, {@code 3 x 5 mg}, {@code 5 mg 1-0-1}, {@code 30-40 mg/d}. What can be
 * understood in one way is understood; what can be read in two is refused with both, and what says no daily dose with the form
 * that does. Of a range it is the upper end, which no rule takes for a reason to raise a dose or to pass over a ceiling.
 *
 * @param dose the sum of a day, or of a course
 * @param asNeeded whether it is taken only when needed, so that the sum is the most that is taken in a day
 */
record WrittenDose(Dose dose, boolean asNeeded) {

    private static final String DIGITS = "[0-9]{1,9}(?:[.,][0-9]{1,6})?|[.,][0-9]{1,6}";
    private static final String NUMBER = "(" + DIGITS + ")";
    private static final String RANGE = NUMBER + "(?:\\s*(?:-|\u2013|to|bis|\u2011|or)\\s*" + NUMBER + ")?";
    private static final String MASS =
            "(mg|mgs|milligrams?|milligramm|g|gm|gr|grams?|gramm|mcg|ug|\u00b5g|\u03bcg|micrograms?|mikrogramm)";
    private static final String PER_DAY = "(?:\\s*/\\s*" + DoseWords.DAY + "|\\s+" + DoseWords.DAILY + "|\\s*"
            + DoseWords.DAILY + ")";

    private static final Pattern THOUSANDS = Pattern.compile("[1-9][0-9]{0,2}[.,][0-9]{3}");
    private static final Pattern ANNOTATION = Pattern.compile("\\{[^}]*}");
    private static final Pattern DIVIDED = Pattern.compile(
            ",?\\s*(?:in|divided|auf|en)\\s+(?:[a-z0-9]+\\s+)?(?:divided\\s+)?(?:doses?|bid|tid|qid|dosen|einzeldosen|tomas|prises)$");
    private static final Pattern COUNT = Pattern.compile("^([1-9])(?:\\s*-\\s*([1-9]))?\\s*(?:[x\u00d7*]|mal)\\s*(?:"
            + DoseWords.DAILY + "\\s*|/\\s*" + DoseWords.DAY + "\\s*)?(?=[0-9.,])");
    private static final Pattern EACH_TIME = Pattern.compile("^" + NUMBER + "((?:\\s*-\\s*(?:" + DIGITS + ")){2,3})\\s*" + MASS
            + "(?:" + PER_DAY + ")?$");
    private static final Pattern SCHEME =
            Pattern.compile("^" + NUMBER + "\\s*" + MASS + "\\s+\\(?((?:" + DIGITS + ")(?:\\s*-\\s*(?:" + DIGITS + ")){2,3})\\)?$");
    private static final Pattern AMOUNT = Pattern.compile("^" + RANGE + "\\s*" + MASS + "(?![a-z])\\s*(.*)$");
    private static final Pattern OVER_A_DAY = Pattern.compile("^(?:/\\s*" + DoseWords.DAY + "|" + DoseWords.DAILY + "|every 24 ?h)$");
    private static final Pattern PER_KILOGRAM = Pattern.compile("^" + NUMBER + "\\s*(mg|g)\\s*/\\s*kg\\s*(.*)$");
    private static final Pattern DAYS = Pattern.compile(
            "^(?:/\\s*" + DoseWords.DAY + "|" + DoseWords.DAILY + ")?\\s*(?:for|x|\u00d7|on|over|f\u00fcr|durante)?\\s*([2-7]|two|three|four|five)"
                    + "(?:\\s*(?:consecutive )?(?:days|d|tage|d\u00edas|jours))$");
    private static final Pattern WHOLE_COURSE = Pattern.compile(
            "^(?:/\\s*(?:course|month|4 ?weeks|cycle)|per course|per month|a month|monthly|every (?:4|four) weeks|every month|q4w|q 4 weeks"
                    + "|(?:total )?(?:in divided doses )?over [2-7](?:\\s*-\\s*[2-7])? days(?: (?:monthly|every 4 weeks|every month))?)$");
    private static final Pattern NEXT_PART = Pattern.compile("\\s*(?:;|\\+|,\\s|\\band\\b|\\bund\\b|\\by\\b|\\bet\\b)\\s*(?=[0-9])");
    private static final BigDecimal MILLIGRAMS_PER_GRAM = BigDecimal.valueOf(1000);
    private static final List<String> NUMBER_WORDS = List.of("", "one", "two", "three", "four", "five");

    /**
     * The dose.
     *
     * @throws IllegalArgumentException if it is none, or can be read in two ways; the message says what would be right
     */
    static WrittenDose read(String text) {
        String plain = text.strip();
        refuseThousands(plain);
        String words = normalised(plain);
        boolean asNeeded = DoseWords.AS_NEEDED.matcher(words).find();
        Optional<Dose> perCourse = perKilogram(plain, words);
        if (perCourse.isPresent()) {
            return new WrittenDose(perCourse.get(), asNeeded);
        }
        Optional<Dose> daily = sum(bare(words));
        if (daily.isEmpty() && asNeeded) {
            throw new IllegalArgumentException(
                    "\"" + plain + "\" is taken as needed, and does not say how much in a day; write schedule: as-needed, and as the"
                            + " dose the most that is taken in a day, or none");
        }
        return new WrittenDose(daily.orElseGet(() -> plainDose(plain, words)), asNeeded);
    }

    /** Whether the text says that the dose is taken only when needed. */
    static boolean saysAsNeeded(String text) {
        return DoseWords.AS_NEEDED.matcher(normalised(text)).find();
    }

    private static void refuseThousands(String text) {
        Matcher thousands = THOUSANDS.matcher(text);
        while (thousands.find()) {
            boolean whole = (thousands.start() == 0 || !isPartOfNumber(text.charAt(thousands.start() - 1)))
                    && (thousands.end() == text.length() || !isPartOfNumber(text.charAt(thousands.end())));
            if (whole) {
                String digits = thousands.group();
                throw new IllegalArgumentException("\"" + text + "\" can be read in two ways; write "
                        + digits.replaceAll("[.,]", "") + " or " + withPoint(digits).replaceAll("\\.?0+$", ""));
            }
        }
    }

    private static boolean isPartOfNumber(char character) {
        return Character.isDigit(character) || character == '.' || character == ',';
    }

    private static String normalised(String text) {
        String words = ANNOTATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        return words.replace("\u00bd", "0.5")
                .replaceAll("\\b1/2(?=\\s*-|\\s*$|-)", "0.5")
                .replaceAll("(?<=[0-9])['\u2019](?=[0-9]{3})", "")
                .replaceAll("[\\s\u00a0\u202f]+", " ")
                .strip();
    }

    /** The words without those that do not change the sum of a day. */
    private static String bare(String words) {
        String bare = words;
        for (Pattern pattern : List.of(DoseWords.AS_NEEDED, DoseWords.AT_MOST, DoseWords.FILLING)) {
            bare = pattern.matcher(bare).replaceAll(" ");
        }
        bare = bare.replaceAll("\\s+", " ").replaceAll("^[\\s,(:=]+|[\\s,):;.]+$", "").strip();
        return DIVIDED.matcher(bare).replaceAll("").strip();
    }

    private static Optional<Dose> sum(String words) {
        Dose sum = null;
        for (String part : NEXT_PART.split(words)) {
            Optional<Dose> dose = part(part.strip());
            if (dose.isEmpty() || sum != null && sum.unit() != dose.get().unit()) {
                return Optional.empty();
            }
            sum = sum == null ? dose.get() : new Dose(sum.amount().add(dose.get().amount()), sum.unit());
        }
        return Optional.ofNullable(sum);
    }

    private static Optional<Dose> part(String words) {
        Matcher each = EACH_TIME.matcher(words);
        if (each.matches()) {
            return dose(total(each.group(1) + each.group(2)), each.group(3));
        }
        Matcher scheme = SCHEME.matcher(words);
        if (scheme.matches()) {
            return dose(number(scheme.group(1)).multiply(total(scheme.group(3))), scheme.group(2));
        }
        Matcher count = COUNT.matcher(words);
        int times = count.find() ? Integer.parseInt(count.group(2) == null ? count.group(1) : count.group(2)) : 1;
        Matcher amount = AMOUNT.matcher(count.replaceFirst(""));
        if (!amount.matches()) {
            return Optional.empty();
        }
        String often = amount.group(4).replaceAll("^[(,]\\s*|\\)$", "").strip();
        Integer repeated = repeated(often, times > 1);
        BigDecimal upper = number(amount.group(2) == null ? amount.group(1) : amount.group(2));
        boolean falling = amount.group(2) != null && number(amount.group(1)).compareTo(upper) >= 0;
        return repeated == null || falling
                ? Optional.empty()
                : dose(upper.multiply(BigDecimal.valueOf((long) times * repeated)), amount.group(3));
    }

    /** How many times a day an amount is taken, of which these words say how often; null if they do not. */
    private static @Nullable Integer repeated(String often, boolean counted) {
        if (often.isEmpty()) {
            return counted ? 1 : null;
        }
        return OVER_A_DAY.matcher(often).matches() ? Integer.valueOf(1) : DoseWords.timesADay(often);
    }

    private static Optional<Dose> perKilogram(String text, String words) {
        Matcher matcher = PER_KILOGRAM.matcher(bare(words));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal amount = number(matcher.group(1));
        BigDecimal grams = matcher.group(2).equals("g")
                ? amount
                : amount.divide(MILLIGRAMS_PER_GRAM).stripTrailingZeros();
        String over = matcher.group(3).strip();
        Matcher days = DAYS.matcher(over);
        if (days.matches()) {
            return course(grams.multiply(BigDecimal.valueOf(days(days.group(1)))));
        } else if (WHOLE_COURSE.matcher(over).matches()) {
            return course(grams);
        }
        throw new IllegalArgumentException("\"" + text + "\" does not say over which time; write the sum of a course, for"
                + " example 2 g/kg/course or 0.4 g/kg/day for 5 days, or the dose of a day in mg/day");
    }

    private static int days(String number) {
        int word = NUMBER_WORDS.indexOf(number);
        return word > 0 ? word : Integer.parseInt(number);
    }

    private static Optional<Dose> course(BigDecimal grams) {
        BigDecimal plain = grams.stripTrailingZeros();
        return Optional.of(
                new Dose(plain.scale() < 0 ? plain.setScale(0) : plain, Unit.GRAMS_PER_KILOGRAM_PER_COURSE));
    }

    /** What is none of the written forms; an amount alone says no daily dose. */
    private static Dose plainDose(String text, String words) {
        Matcher amount = AMOUNT.matcher(bare(words));
        if (amount.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a dose of a day; write the sum of a day, for example "
                    + withPoint(amount.group(1)) + " " + amount.group(3) + "/day, or how often it is taken, for example "
                    + withPoint(amount.group(1)) + " " + amount.group(3) + " TID");
        }
        return Dose.parse(withPoint(text));
    }

    private static BigDecimal total(String scheme) {
        return Stream.of(scheme.split("\\s*-\\s*")).map(WrittenDose::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(String digits) {
        String plain = digits.replace(',', '.');
        return new BigDecimal(plain.startsWith(".") ? "0" + plain : plain);
    }

    private static String withPoint(String number) {
        return number.replaceFirst("(?<=[0-9]),(?=[0-9])", ".");
    }

    private static Optional<Dose> dose(BigDecimal amount, String mass) {
        Unit unit = mass.startsWith("mg") || mass.startsWith("millig")
                ? Unit.MILLIGRAMS_PER_DAY
                : mass.startsWith("g") ? Unit.GRAMS_PER_DAY : Unit.MICROGRAMS_PER_DAY;
        return Optional.of(new Dose(amount, unit));
    }
}
