package org.spsrules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Diagnosis;
import org.spsrules.PatientCase.Person;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatments;

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

    private final List<Problem> problems = new ArrayList<>();

    private CaseLimits() {}

    static List<Problem> problemsIn(
            LocalDate asOf,
            Optional<String> title,
            Optional<String> citation,
            Person person,
            Diagnosis diagnosis,
            Checklist symptoms,
            Checklist triggers,
            Checklist conditions,
            Checklist allergies,
            List<Test> tests,
            Treatments treatments,
            List<Plan> plans,
            Set<String> acknowledged) {
        CaseLimits limits = new CaseLimits();
        limits.day("asOf", Optional.of(asOf));
        limits.text("title", title);
        limits.text("citation", citation);
        limits.number("patient.weight", person.weight());
        limits.number("patient.creatinineClearance", person.creatinineClearance());
        limits.day("diagnosis.onset", diagnosis.onset());
        limits.terms("diagnosis.psychiatricLabels", diagnosis.psychiatricLabels());
        limits.checklist("symptoms", symptoms);
        limits.checklist("triggers", triggers);
        limits.checklist("conditions", conditions);
        limits.checklist("allergies", allergies);
        limits.entries("tests", tests);
        limits.tests(tests);
        limits.entries("plans", plans);
        limits.entries("treatments.given", treatments.given());
        limits.terms("treatments.unavailable", treatments.unavailable());
        limits.terms("treatments.declined", treatments.declined());
        limits.treatments(treatments.given());
        limits.terms("acknowledged", acknowledged);
        return limits.problems;
    }

    /** Whether lists can be compared entry by entry. */
    static boolean areShort(Collection<?>... lists) {
        return Arrays.stream(lists).allMatch(list -> list.size() <= MOST_ENTRIES);
    }

    private void add(String path, String message) {
        problems.add(new Problem(path, message));
    }

    private void entries(String path, Collection<?> entries) {
        most(path, entries.size(), MOST_ENTRIES);
    }

    private void terms(String path, Collection<?> terms) {
        most(path, terms.size(), MOST_TERMS);
    }

    private void most(String path, int size, int most) {
        if (size > most) {
            add(path, size + " are more than one patient has; give at most " + most);
        }
    }

    private void checklist(String path, Checklist list) {
        terms(path + ".present", list.present());
        terms(path + ".absent", list.absent());
    }

    private void tests(List<Test> tests) {
        for (int i = 0; i < tests.size(); i++) {
            day("tests[" + i + "].date", tests.get(i).date());
            text("tests[" + i + "].assay", tests.get(i).assay());
        }
    }

    private void treatments(List<Treatment> given) {
        for (int i = 0; i < given.size(); i++) {
            String path = "treatments.given[" + i + "]";
            day(path + ".started", given.get(i).started());
            day(path + ".stopped", given.get(i).stopped());
            text(path + ".label", given.get(i).label());
            terms(path + ".sideEffects", given.get(i).sideEffects());
        }
    }

    private void day(String path, Optional<LocalDate> day) {
        day.filter(date -> date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)
                .ifPresent(date ->
                        add(path, date + " is too far off; give a year from " + FIRST_YEAR + " to " + LAST_YEAR));
    }

    private void number(String path, Optional<BigDecimal> number) {
        number.filter(value -> value.scale() > MOST_DECIMALS)
                .ifPresent(value -> add(path, "has too many digits; give at most " + MOST_DECIMALS + " decimals"));
    }

    private void text(String path, Optional<String> text) {
        text.ifPresent(words -> {
            if (words.isBlank()) {
                add(path, "is empty; leave it out if there is nothing to state");
            } else if (words.length() > LONGEST_TEXT) {
                add(path, "is longer than " + LONGEST_TEXT + " characters");
            } else if (words.codePoints().anyMatch(CaseLimits::isControl)) {
                add(path, "write it on one line and without control characters");
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
