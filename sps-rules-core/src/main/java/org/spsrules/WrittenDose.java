package org.spsrules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.Dose.Unit;
import org.spsrules.DoseWords.Word;

/**
 * A dose as people and records write it: {@code 5 mg TID}, {@code 3 x 5 mg}, {@code 5 mg 1-0-1}, {@code 30-40 mg/d}. What can be
 * understood in one way is understood; what can be read in two is refused with both, and what says no daily dose with the form
 * that does. Of a range it is the upper end, which no rule takes for a reason to raise a dose or to pass over a ceiling.
 */
final class WrittenDose {

    private static final Pattern THOUSANDS = Pattern.compile("(?<![0-9.,])[1-9][0-9]{0,2}[.,][0-9]{3}(?![0-9.,])");

    // Each word is one letter here: those of the lexicon in DoseWords.
    private static final String RANGE = "N(?:SN)?";
    private static final String SCHEME = "N(?:[S/]N){2,3}";
    private static final String OFTEN =
            "(?:W?(?:T(?:ST)?|M(?:A?M)*|E" + RANGE + "H|/?" + RANGE + "H|/H|" + RANGE + "(?:X/?D?|/D)|XN(?:/?D)?|/?D))";
    private static final Pattern REPEATED =
            Pattern.compile("(?<before>" + OFTEN + "*)(?<pieces>NZ(?<of>B)?)?W?(?<amount>" + RANGE
                    + ")U(?<product>Z)?(?<count>NZ)?(?:QNZ)?(?:A(?!N[SNZU]))?(?<after>" + OFTEN + "*)");
    private static final Pattern EACH_TIME = Pattern.compile("(?<each>" + SCHEME + ")U(?:/?D)?");
    private static final Pattern PIECES = Pattern.compile("(?<amount>N)UZ?Q?(?<each>" + SCHEME + ")(?:/?D)?");
    private static final Pattern PIECES_FIRST = Pattern.compile("(?<each>N(?:SN){2,3}?)(?<amount>N)U");
    private static final Pattern ONE_OFTEN = Pattern.compile(OFTEN);
    private static final Pattern WHOLE_IN_PARTS = Pattern.compile("W?(?<amount>" + RANGE + ")UV+NV+");
    private static final Pattern UNIT_TWICE = Pattern.compile("(?<=N)U(?=SNU)");
    private static final Pattern IN_PARTS = Pattern.compile("(?<=D)V[VNTSM]*$");
    private static final Pattern MOST_OF_A_DAY = Pattern.compile("(?<=[UTMDHA])W(NU/?D)$");
    private static final Pattern PER_WEIGHT = Pattern.compile("NUK(?:QV(?=O))?(?:(?<daily>/?D[FXAO]?N[YD]?)|(?<whole>O"
            + RANGE + "[YD])|(?<either>[FX]N[YD]))?(?<course>/?C)?");

    /** The strengths of a product of several drugs, {@code 5/325} or {@code 5 mg/325 mg tablets BID}; with a dash it is a range. */
    private static final Pattern OF_SEVERAL = Pattern.compile(
            "[0-9][0-9.,]*\\s*(?:mg|mcg|g)?\\s*/\\s*[0-9][0-9.,]*(?:\\s*(?:mg|mcg|g))?(?:\\s+(?!ml|l\\b|kg).*)?",
            Pattern.CASE_INSENSITIVE);

    /** Longer than any dose; sentences of thousands of words would fill the stack. */
    private static final int LONGEST = 200;

    private static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(24);
    private static final BigDecimal MOST_PIECES = BigDecimal.valueOf(4);
    private static final BigDecimal MILLIGRAMS_PER_GRAM = BigDecimal.valueOf(1000);

    private final String text;
    private final List<Word> words;
    private final String kinds;

    private WrittenDose(String text, List<Word> words) {
        this.text = text;
        this.words = withUnitOnce(words);
        this.kinds = kinds(this.words);
    }

    private static String kinds(List<Word> words) {
        return words.stream().map(word -> String.valueOf(word.kind())).collect(Collectors.joining());
    }

    /** The unit of a range behind its upper end alone, {@code 0.5 mg to 5 mg}, if it is the same at both. */
    private static List<Word> withUnitOnce(List<Word> words) {
        Matcher twice = UNIT_TWICE.matcher(kinds(words));
        if (!twice.find() || !words.get(twice.start()).equals(words.get(twice.start() + 3))) {
            return words;
        }
        List<Word> once = new ArrayList<>(words);
        once.remove(twice.start());
        return once;
    }

    /**
     * The dose.
     *
     * @throws IllegalArgumentException if it is none, or can be read in two ways; the message says what would be right
     */
    static Dose read(String text) {
        String plain = text.strip();
        if (plain.length() > LONGEST) {
            throw new IllegalArgumentException("a text of " + plain.length()
                    + " characters is not a dose; write a number and a unit, for example 60 mg/day");
        }
        refuseThousands(plain);
        try {
            return DoseWords.of(plain)
                    .map(words -> new WrittenDose(plain, words).dose())
                    .orElseGet(() -> Dose.parse(withPoint(plain)));
        } catch (IllegalArgumentException e) {
            throw OF_SEVERAL.matcher(plain).matches()
                    ? new IllegalArgumentException(
                            "\"" + plain
                                    + "\" gives the strengths of several drugs; state each drug by itself, with the"
                                    + " sum of a day, for example 15 mg/day",
                            e)
                    : e;
        }
    }

    private static void refuseThousands(String text) {
        Matcher thousands = THOUSANDS.matcher(text);
        if (thousands.find()) {
            String digits = thousands.group();
            throw new IllegalArgumentException("\"" + text + "\" can be read in two ways; write "
                    + digits.replaceAll("[.,]", "") + " or " + withPoint(digits).replaceAll("\\.?0+$", ""));
        }
    }

    private static String withPoint(String number) {
        return number.replaceFirst("(?<=[0-9]),(?=[0-9])", ".");
    }

    private Dose dose() {
        if (kinds.contains("P")) {
            throw refusal(asNeeded());
        } else if (kinds.contains("K")) {
            return perWeight();
        }
        return daily().orElseThrow(this::noDose);
    }

    private IllegalArgumentException noDose() {
        if (kinds.contains("R")) {
            return refusal("is not given every day; leave the dose out, or write the sum of a day if there is one");
        } else if (text.startsWith("-")) {
            return refusal("is no dose; a dose is more than zero");
        }
        return kinds.contains("U")
                ? refusal(
                        "is not a dose of a day; write the sum of a day, for example 60 mg/day, or how often a day it is taken,"
                                + " for example 5 mg TID")
                : refusal("is not a dose; write a number and a unit, for example 60 mg/day");
    }

    private String asNeeded() {
        List<Word> regular = words.stream().filter(word -> word.kind() != 'P').toList();
        WrittenDose without = new WrittenDose(text, regular);
        Matcher most = MOST_OF_A_DAY.matcher(without.kinds);
        Optional<Dose> daily = most.find()
                ? new WrittenDose(text, regular.subList(most.start(1), most.end())).daily()
                : without.daily();
        return "is taken as needed; write schedule: as-needed, and as the dose the most that is taken in a day"
                + daily.map(dose -> ", " + dose).orElse(", or none");
    }

    // ---- The sum of a day
    // ----------------------------------------------------------------------------------------------

    /** The sum of a day; empty if this says none. */
    private Optional<Dose> daily() {
        if (kinds.indexOf('U') < 0) {
            return Optional.empty();
        }
        Matcher whole = WHOLE_IN_PARTS.matcher(kinds);
        if (whole.matches()) {
            BigDecimal amount = numbers(whole, "amount").reduce(BigDecimal::max).orElseThrow();
            return Optional.of(inUnitOfText(amount.multiply(unit(whole))));
        }
        String sentence = IN_PARTS.matcher(kinds).replaceFirst("");
        BigDecimal sum = BigDecimal.ZERO;
        int at = 0;
        while (at < sentence.length()) {
            Optional<Part> part = part(sentence, at);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(part.get().milligrams());
            at = part.get().end();
            if (at < sentence.length() && sentence.charAt(at) == 'Q') {
                return checked(sum, at + 1);
            } else if (at < sentence.length() && sentence.charAt(at) == 'A') {
                at++;
            } else if (at < sentence.length() && sentence.charAt(at - 1) != 'M') {
                return Optional.empty();
            }
        }
        return Optional.of(inUnitOfText(sum));
    }

    /** The sum, if what follows says the same in another way. */
    private Optional<Dose> checked(BigDecimal sum, int from) {
        Dose said = inUnitOfText(sum);
        Optional<Dose> again = new WrittenDose(text, words.subList(from, words.size())).daily();
        if (again.isPresent() && again.get().compareTo(said) != 0) {
            throw twoReadings(said, again.get());
        }
        return again.map(same -> said);
    }

    private Dose inUnitOfText(BigDecimal milligrams) {
        BigDecimal factor = words.get(kinds.indexOf('U')).value();
        Unit unit = factor.equals(BigDecimal.ONE)
                ? Unit.MILLIGRAMS_PER_DAY
                : factor.compareTo(BigDecimal.ONE) > 0 ? Unit.GRAMS_PER_DAY : Unit.MICROGRAMS_PER_DAY;
        return new Dose(milligrams.divide(factor).stripTrailingZeros(), unit);
    }

    /**
     * One amount, and how often a day it is taken.
     *
     * @param milligrams the sum of a day
     * @param end where it ends
     */
    private record Part(BigDecimal milligrams, int end) {}

    private Optional<Part> part(String sentence, int from) {
        Matcher pieces = at(PIECES, sentence, from);
        Matcher first = at(PIECES_FIRST, sentence, from);
        Matcher each = at(EACH_TIME, sentence, from);
        Matcher repeated = at(REPEATED, sentence, from);
        if (pieces.lookingAt()) {
            return Optional.of(new Part(inPieces(pieces), pieces.end()));
        } else if (first.lookingAt()) {
            return Optional.of(new Part(inPieces(first), first.end()));
        } else if (each.lookingAt()) {
            return Optional.of(new Part(sum(each).multiply(unit(each)), each.end()));
        } else if (repeated.lookingAt()) {
            return repeated(repeated).map(sum -> new Part(sum, repeated.end()));
        }
        return Optional.empty();
    }

    private static Matcher at(Pattern pattern, String sentence, int from) {
        return pattern.matcher(sentence).region(from, sentence.length()).useTransparentBounds(true);
    }

    private Optional<BigDecimal> repeated(Matcher part) {
        Optional<BigDecimal> times = timesADay(part);
        BigDecimal amount = numbers(part, "amount").reduce(BigDecimal::max).orElseThrow();
        boolean falls = amount.compareTo(words.get(part.start("amount")).value()) == 0
                && part.group("amount").length() > 1;
        BigDecimal pieces = part.group("pieces") == null
                ? BigDecimal.ONE
                : words.get(part.start("pieces")).value();
        boolean unclear = part.group("of") == null && pieces.compareTo(BigDecimal.ONE) != 0;
        if (falls || unclear || times.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = amount.multiply(pieces).multiply(times.get()).multiply(unit(part));
        return Optional.of(sum.multiply(counted(part, sum)));
    }

    /**
     * How many pieces are taken of the strength that stands before their number: {@code 1 mg Cap 3 capsules}. Without a word for
     * the piece behind it, {@code 40 mg 2 tablets}, the strength may also be what all of them hold.
     */
    private BigDecimal counted(Matcher part, BigDecimal sum) {
        BigDecimal count = part.group("count") == null
                ? BigDecimal.ONE
                : words.get(part.start("count")).value();
        if (part.group("product") == null && count.compareTo(BigDecimal.ONE) != 0) {
            throw twoReadings(inUnitOfText(sum), inUnitOfText(sum.multiply(count)));
        }
        return count;
    }

    /** How many times a day, if that is said and in one way. */
    private Optional<BigDecimal> timesADay(Matcher part) {
        List<BigDecimal> before = counts(part, "before");
        List<BigDecimal> after = counts(part, "after");
        List<BigDecimal> said = Stream.concat(before.stream(), after.stream())
                .filter(count -> count.signum() != 0)
                .distinct()
                .toList();
        boolean inTwoPlaces = before.stream().anyMatch(count -> count.signum() != 0)
                && after.stream().anyMatch(count -> count.signum() != 0);
        return inTwoPlaces || said.size() > 1 || before.isEmpty() && after.isEmpty()
                ? Optional.empty()
                : Optional.of(said.isEmpty() ? BigDecimal.ONE : said.get(0));
    }

    private List<BigDecimal> counts(Matcher part, String side) {
        return ONE_OFTEN
                .matcher(kinds)
                .region(part.start(side), part.end(side))
                .results()
                .map(often -> times(often.start(), often.end()))
                .toList();
    }

    /** How many times a day one of the words for it means; 0 if only that it is every day. */
    private BigDecimal times(int start, int end) {
        String often = kinds.substring(start, end);
        List<BigDecimal> numbers = words.subList(start, end).stream()
                .filter(word -> word.kind() == 'N' || word.kind() == 'T')
                .map(Word::value)
                .toList();
        if (often.contains("H")) {
            BigDecimal hours = numbers.stream().reduce(BigDecimal::min).orElse(BigDecimal.ONE);
            BigDecimal[] times = hours.signum() == 0
                    ? new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ONE}
                    : HOURS_A_DAY.divideAndRemainder(hours);
            if (times[1].signum() != 0) {
                throw refusal("is not the same every day; write the sum of a day, for example 60 mg/day");
            }
            return times[0].stripTrailingZeros();
        } else if (often.contains("M")) {
            return BigDecimal.valueOf(often.chars().filter(kind -> kind == 'M').count());
        }
        return numbers.stream().reduce(BigDecimal::max).orElse(BigDecimal.ZERO);
    }

    /** Pieces of one strength at several times of the day, or what is taken at each of them. */
    private BigDecimal inPieces(Matcher part) {
        BigDecimal amount = words.get(part.start("amount")).value();
        BigDecimal sum = sum(part);
        boolean canBePieces = numbers(part, "each").allMatch(number -> number.compareTo(MOST_PIECES) <= 0);
        boolean isSum = sum.compareTo(amount) == 0;
        if (canBePieces == isSum) {
            throw twoReadings(
                    inUnitOfText(sum.multiply(unit(part))),
                    inUnitOfText(amount.multiply(sum).multiply(unit(part))));
        }
        return (isSum ? amount : amount.multiply(sum)).multiply(unit(part));
    }

    private BigDecimal sum(Matcher part) {
        return numbers(part, "each").reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Stream<BigDecimal> numbers(Matcher part, String group) {
        return words.subList(part.start(group), part.end(group)).stream()
                .filter(word -> word.kind() == 'N')
                .map(Word::value);
    }

    private BigDecimal unit(Matcher part) {
        return words.get(part.start() + part.group().indexOf('U')).value();
    }

    // ---- By weight
    // -----------------------------------------------------------------------------------------------------

    private Dose perWeight() {
        Matcher matcher = PER_WEIGHT.matcher(kinds);
        if (!matcher.matches() || matcher.end() == "NUK".length()) {
            throw refusal("does not say over which time; write the sum of a course, for example 2 g/kg/course or"
                    + " 0.4 g/kg/day for 5 days, or the dose of a day in mg/day");
        }
        BigDecimal grams = words.get(0).value().multiply(words.get(1).value()).divide(MILLIGRAMS_PER_GRAM);
        if (matcher.group("either") != null) {
            throw twoReadings(course(grams), course(grams.multiply(days(matcher, "either"))));
        }
        return course(matcher.group("daily") == null ? grams : grams.multiply(days(matcher, "daily")));
    }

    private BigDecimal days(Matcher matcher, String group) {
        return numbers(matcher, group).findFirst().orElseThrow();
    }

    private static Dose course(BigDecimal grams) {
        return new Dose(grams.stripTrailingZeros(), Unit.GRAMS_PER_KILOGRAM_PER_COURSE);
    }

    private IllegalArgumentException twoReadings(Dose one, Dose other) {
        return refusal("can be read in two ways; write " + one + " or " + other);
    }

    private IllegalArgumentException refusal(String why) {
        return new IllegalArgumentException("\"" + text + "\" " + why);
    }
}
