package org.spsrules.authoring.trace;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.Reading;
import org.spsrules.internal.knowledge.Reference;
import org.spsrules.internal.knowledge.Source;

/** Where the rows and statements of a knowledge base were read. Immutable and safe for use by several threads. */
public final class Readings {

    /**
     * Something that has to be verified.
     *
     * @param kind a row, or a statement
     * @param name what it is called
     * @param readings where it was read; empty if it is not verified
     */
    public record Read(Kind kind, String name, List<Reading> readings) {

        /** Whether it was read somewhere. */
        public boolean verified() {
            return !readings.isEmpty();
        }
    }

    /** The kinds of what has to be verified. */
    public enum Kind {
        CONTRAINDICATION,
        INTERACTION,
        DOSE,
        STATEMENT;

        /** How people read it. */
        public String phrase() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A publication that has grown old.
     *
     * @param reference the publication
     * @param since the day or month from which on it is counted
     * @param why what that day is
     * @param behind how many rows and statements rest on it
     */
    public record Aged(Reference reference, String since, String why, long behind) {}

    private final Map<String, Reference> references;
    private final List<Read> all = new ArrayList<>();

    private Readings(Knowledge knowledge) {
        references = knowledge.references().stream().collect(Collectors.toMap(Reference::id, reference -> reference));
        knowledge
                .contraindications()
                .forEach(row -> add(Kind.CONTRAINDICATION, row.therapy() + " in " + row.condition(), row.verified()));
        knowledge
                .interactions()
                .forEach(row -> add(Kind.INTERACTION, row.therapy() + " with " + row.with(), row.verified()));
        knowledge
                .dosing()
                .forEach(row -> add(
                        Kind.DOSE,
                        row.therapy() + " " + row.role().word() + " "
                                + row.regimen().word(),
                        row.verified()));
        knowledge.regimens().forEach(row -> add(Kind.DOSE, row.regimen().word() + " regimen", row.verified()));
        Set<String> compiled = knowledge.sources().stream()
                .filter(Source::compiled)
                .map(Source::code)
                .collect(Collectors.toSet());
        knowledge.statements().stream()
                .filter(statement -> compiled.contains(statement.source())
                        || !statement.verified().isEmpty())
                .forEach(statement -> add(Kind.STATEMENT, statement.id(), statement.verified()));
    }

    private void add(Kind kind, String name, List<Reading> readings) {
        all.add(new Read(kind, name, readings));
    }

    /** Where the rows and statements of this knowledge base were read. */
    public static Readings of(Knowledge knowledge) {
        return new Readings(knowledge);
    }

    /** Everything that has to be verified, in the order of the knowledge base. */
    public List<Read> all() {
        return List.copyOf(all);
    }

    /** What was read nowhere. */
    public List<Read> unverified() {
        return all.stream().filter(read -> !read.verified()).toList();
    }

    /**
     * The publications that something rests on and that are more than so many years old on a day: a text that is
     * revised from time to time counts from its revision, and everything counts from the last day on which it was read.
     */
    public List<Aged> olderThan(int years, LocalDate asOf) {
        List<Aged> aged = new ArrayList<>();
        Map<String, List<Reading>> byReference = all.stream()
                .flatMap(read -> read.readings().stream())
                .collect(Collectors.groupingBy(Reading::reference));
        byReference.forEach((id, readings) -> Optional.ofNullable(references.get(id))
                .flatMap(reference -> aged(reference, readings, years, asOf))
                .ifPresent(aged::add));
        aged.sort(Comparator.comparing(Aged::since)
                .thenComparing(old -> old.reference().id()));
        return List.copyOf(aged);
    }

    private static Optional<Aged> aged(Reference reference, List<Reading> readings, int years, LocalDate asOf) {
        Optional<String> revision = reference
                .text()
                .filter(text -> text.kind().revised())
                .flatMap(Reference.Text::date)
                .filter(date -> isOld(lastDay(date), years, asOf));
        if (revision.isPresent()) {
            return Optional.of(new Aged(reference, revision.get(), "last revised", readings.size()));
        }
        return readings.stream()
                .map(Reading::date)
                .max(Comparator.naturalOrder())
                .filter(date -> isOld(LocalDate.parse(date), years, asOf))
                .map(date -> new Aged(reference, date, "last read", readings.size()));
    }

    private static boolean isOld(LocalDate day, int years, LocalDate asOf) {
        return ChronoUnit.YEARS.between(day, asOf) >= years;
    }

    /** The last day that a date may mean. */
    private static LocalDate lastDay(String date) {
        return switch (date.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(date), 12, 31);
            case 7 -> YearMonth.parse(date).atEndOfMonth();
            default -> LocalDate.parse(date);
        };
    }
}
