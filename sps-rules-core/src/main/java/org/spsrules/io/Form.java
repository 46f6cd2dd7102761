package org.spsrules.io;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spsrules.Dose;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Quantity;
import org.spsrules.PatientCase.Quantity.Comparator;
import org.spsrules.internal.spelling.Suggestion;

/** How one kind of value is written in a file. Immutable and safe for use by several threads. */
class Form<T> {

    /** A text of one line. */
    static final Form<String> TEXT =
            new Form<>(Node.Scalar.Form.TEXT, "write a text, in quotation marks if it looks like a number", Form::text);

    /** What a vocabulary knows by name or by code, or may not know. */
    static final Form<String> TERM = new TermForm();

    /** A whole number. */
    static final Form<Integer> WHOLE =
            new Form<>(Node.Scalar.Form.NUMBER, "write a whole number, for example 3", Form::wholeNumber);

    /** An age. */
    static final Form<Integer> AGE = new AgeForm();

    /** A day. */
    static final Form<LocalDate> DATE =
            new Form<>(Node.Scalar.Form.TEXT, "write a date, for example 2014-01-15", Form::date);

    /** A day of which the month or the year may be all that is known. */
    static final Form<PartialDate> PARTIAL_DATE = new PartialDateForm();

    /** A dose. */
    static final Form<Dose> DOSE = new Form<>(Node.Scalar.Form.TEXT, "write a dose, for example 60 mg/day", Form::dose);

    /** A measured value in any unit. */
    static final Form<Quantity> QUANTITY =
            new Form<>(Node.Scalar.Form.TEXT, "write a number and its unit, for example 93.57 U/mL", Form::quantity);

    private static final int LONGEST_TEXT = 1000;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile(
            "([<>]=?\\s*|[\u2264\u2265]\\s*)?(-?[0-9]{1,9}+(?:\\.[0-9]{1,9}+)?+)(?:\\s+|(?![0-9.]))(\\S.{0,29})");

    /** What is said of a figure behind it and changes nothing of whose or which it is: {@code 8.5 nmol/L (high)}. */
    private static final Pattern REMARK = Pattern.compile(
            "\\s*\\((?:h|l|(?:very |slightly |mildly |moderately |markedly |significantly )?(?:high|low|elevated|raised|"
                    + "increased|decreased|reduced)|(?:ab)?normal|(?:strongly )?positive|negative)\\)$",
            Pattern.CASE_INSENSITIVE);

    private static final ClassValue<Form<?>> WORDS = new ClassValue<>() {
        @Override
        protected Form<?> computeValue(Class<?> type) {
            Map<String, Object> words = new LinkedHashMap<>();
            for (Object constant : type.getEnumConstants()) {
                words.put(spelling((Enum<?>) constant), constant);
            }
            return oneOf(words);
        }
    };

    private final Node.Scalar.Form scalar;
    private final String advice;
    private final Reading<T> reading;

    Form(Node.Scalar.Form scalar, String advice, Reading<T> reading) {
        this.scalar = scalar;
        this.advice = advice;
        this.reading = reading;
    }

    /** A value that is not written as it should be. The message says what would be right. */
    static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message);
        }
    }

    /** Understands a text; it is empty if it cannot, and fails if it can say more than the advice does. */
    @FunctionalInterface
    interface Reading<T> {
        Optional<T> of(String text) throws MalformedException;
    }

    /** A measured value in one unit, for example {@code 60 kg}. */
    static Form<BigDecimal> in(String unit) {
        return new Form<>(
                Node.Scalar.Form.TEXT,
                "write a number and the unit " + unit + ", for example 60 " + unit,
                text -> quantity(text)
                        .filter(quantity -> quantity.unit().equals(unit))
                        .map(Quantity::value));
    }

    /** The name of a constant. */
    @SuppressWarnings("unchecked") // the words of a class name its constants
    static <E extends Enum<E>> Form<E> wordFor(Class<E> type) {
        return (Form<E>) WORDS.get(type);
    }

    /** How files spell a constant: {@code INTENSIVE_CARE} is {@code intensive-care}. */
    static String spelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One of these words. */
    static <T> Form<T> oneOf(Map<String, T> words) {
        String advice = "write " + alternatives(List.copyOf(words.keySet()));
        return new Form<>(Node.Scalar.Form.TEXT, advice, text -> {
            if (!words.containsKey(text)
                    && Suggestion.nearest(text, words.keySet()).isPresent()) {
                throw new MalformedException(
                        Quote.of(text) + " is not known; " + advice + Suggestion.didYouMean(text, words.keySet()));
            }
            return Optional.ofNullable(words.get(text));
        });
    }

    /** This word and no other. */
    static Form<String> exactly(String word) {
        return new Form<>(
                Node.Scalar.Form.TEXT,
                "write " + word,
                text -> Optional.of(text).filter(word::equals));
    }

    private static String alternatives(List<String> words) {
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** What to write, as the beginning of a sentence. */
    String advice() {
        return advice;
    }

    /**
     * The value that is written here.
     *
     * @throws MalformedException if it is written in another form
     */
    T read(Node node) throws MalformedException {
        Optional<T> value = node instanceof Node.Scalar found && found.form() == scalar
                ? reading.of(found.text().strip())
                : Optional.empty();
        return value.orElseThrow(() -> new MalformedException(advice + "; found " + node.describe()));
    }

    static Optional<String> text(String text) throws MalformedException {
        if (text.isEmpty()) {
            throw new MalformedException("is empty");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new MalformedException("is longer than " + LONGEST_TEXT + " characters");
        }
        if (text.codePoints().anyMatch(Form::isControl)) {
            throw new MalformedException("write it on one line and without control characters");
        }
        return Optional.of(text);
    }

    private static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }

    static Optional<Integer> wholeNumber(String text) {
        return WHOLE_NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return DAY.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Dose> dose(String text) throws MalformedException {
        try {
            return Optional.of(Dose.read(text));
        } catch (IllegalArgumentException e) {
            throw new MalformedException(String.valueOf(e.getMessage()));
        }
    }

    private static String ascii(String comparator) {
        return comparator.replace("\u2264", "<=").replace("\u2265", ">=");
    }

    private static Optional<Quantity> quantity(String text) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(REMARK.matcher(text).replaceFirst(""));
        return matcher.matches()
                ? Optional.of(new Quantity(
                        Comparator.of(
                                matcher.group(1) == null
                                        ? ""
                                        : ascii(matcher.group(1).strip())),
                        new BigDecimal(matcher.group(2)),
                        matcher.group(3)))
                : Optional.empty();
    }
}
