package org.spsrules.internal.shape;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Quantity;
import org.spsrules.Problem;

/**
 * The check of values one by one: those out of range, and those past what any patient has, which would take endless time
 * or memory. Knows no vocabulary.
 */
public final class ValueCheck<P> implements FieldVisitor<P, List<Problem>> {

    /** The most entries of a list of parts, each of which can be compared with every other. */
    public static final int MOST_ENTRIES = 200;

    private static final int MOST_TERMS = 1_000;
    private static final int MOST_DECIMALS = 9;
    private static final int LONGEST_TEXT = 1_000;
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private final String path;
    private final Values<P> values;
    private final LocalDate asOf;

    private ValueCheck(String path, Values<P> values, LocalDate asOf) {
        this.path = path;
        this.values = values;
        this.asOf = asOf;
    }

    /** Every value of a case that cannot be. */
    public static List<Problem> problemsIn(Values<PatientCase> values) {
        return problemsIn("", CaseFields.PART, values, values.get(CaseFields.AS_OF));
    }

    private static <P> List<Problem> problemsIn(String path, Part<P> part, Values<P> values, LocalDate asOf) {
        ValueCheck<P> check = new ValueCheck<>(path, values, asOf);
        List<Problem> problems = new ArrayList<>();
        part.fields().forEach(field -> problems.addAll(field.accept(check)));
        return problems;
    }

    @Override
    public List<Problem> other(Field<P, ?> field) {
        return List.of();
    }

    @Override
    public List<Problem> text(Field<P, Optional<String>> field) {
        return values.get(field)
                .flatMap(ValueCheck::textRefusal)
                .map(message -> problem(field, message))
                .orElse(List.of());
    }

    private static Optional<String> textRefusal(String words) {
        if (words.isBlank()) {
            return Optional.of("is empty; leave it out if there is nothing to state");
        } else if (words.length() > LONGEST_TEXT) {
            return Optional.of("is longer than " + LONGEST_TEXT + " characters");
        }
        return words.codePoints().anyMatch(ValueCheck::isControl)
                ? Optional.of("write it on one line and without control characters")
                : Optional.empty();
    }

    private static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }

    @Override
    public List<Problem> today(Field<P, LocalDate> field) {
        return year(field, values.get(field));
    }

    @Override
    public List<Problem> date(Field<P, Optional<PartialDate>> field) {
        Optional<PartialDate> stated = values.get(field);
        if (stated.isEmpty()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>(year(field, stated.get().earliest()));
        if (stated.get().earliest().isAfter(asOf)) {
            problems.addAll(problem(field, stated.get() + " is later than asOf, " + asOf));
        }
        return problems;
    }

    private List<Problem> year(Field<P, ?> field, LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR
                ? List.of()
                : problem(field, day + " is too far off; give a year from " + FIRST_YEAR + " to " + LAST_YEAR);
    }

    @Override
    public List<Problem> whole(Field<P, Optional<Integer>> field, Types.Whole type) {
        return values.get(field)
                .flatMap(type::refusal)
                .map(message -> problem(field, message))
                .orElse(List.of());
    }

    @Override
    public List<Problem> measure(Field<P, Optional<BigDecimal>> field, Types.Measure type) {
        Optional<BigDecimal> number = values.get(field);
        List<Problem> problems = new ArrayList<>();
        if (number.filter(value -> value.scale() > MOST_DECIMALS).isPresent()) {
            problems.addAll(problem(field, "has too many digits; give at most " + MOST_DECIMALS + " decimals"));
        }
        number.flatMap(type::refusal).ifPresent(message -> problems.addAll(problem(field, message)));
        return problems;
    }

    @Override
    public List<Problem> quantity(Field<P, Optional<Quantity>> field) {
        return values.get(field)
                .filter(quantity -> quantity.value().signum() < 0)
                .map(quantity -> problem(field, quantity + " is below zero"))
                .orElse(List.of());
    }

    @Override
    public List<Problem> terms(Field<P, Set<String>> field, Types.Terms type) {
        return most(field, values.get(field), MOST_TERMS);
    }

    @Override
    public <Q> List<Problem> part(Field<P, Q> field, Types.One<Q> type) {
        return problemsIn(pathOf(field), type.part(), type.part().values(values.get(field)), asOf);
    }

    @Override
    public <Q> List<Problem> parts(Field<P, List<Q>> field, Types.Many<Q> type) {
        List<Q> entries = values.get(field);
        if (entries.size() > MOST_ENTRIES) {
            return most(field, entries, MOST_ENTRIES);
        }
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            problems.addAll(problemsIn(
                    pathOf(field) + "[" + i + "]", type.part(), type.part().values(entries.get(i)), asOf));
        }
        return problems;
    }

    private List<Problem> most(Field<P, ?> field, Collection<?> entries, int most) {
        return entries.size() > most
                ? problem(field, entries.size() + " are more than one patient has; give at most " + most)
                : List.of();
    }

    private List<Problem> problem(Field<P, ?> field, String message) {
        return List.of(new Problem(Problem.Kind.OUT_OF_RANGE, pathOf(field), message));
    }

    private String pathOf(Field<P, ?> field) {
        return path.isEmpty() ? field.name() : path + "." + field.name();
    }
}
