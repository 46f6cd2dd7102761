package org.spsrules.authoring.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.spsrules.PatientCase.Test;
import org.spsrules.internal.fact.TestResult;
import org.spsrules.internal.rule.Pattern;

/**
 * Numbers of days since a test, one for all that rules cannot tell apart.
 *
 * @param told the numbers
 */
record DaysAgo(NavigableSet<Integer> told) {

    /** Those that these patterns tell apart: each limit, and the days on either side. */
    static DaysAgo of(Collection<Pattern> asked) {
        NavigableSet<Integer> told = new TreeSet<>();
        asked.stream()
                .filter(pattern -> pattern.factType().equals("TestResult"))
                .flatMap(Pattern::demands)
                .flatMap(constraint -> constraint.number().stream())
                .map(BigDecimal::intValue)
                .forEach(limit -> told.addAll(List.of(Math.max(0, limit - 1), limit, limit + 1)));
        return new DaysAgo(told);
    }

    /** Each of them, and that nobody says when. */
    List<Optional<Integer>> all() {
        List<Optional<Integer>> all = new ArrayList<>(List.of(Optional.empty()));
        told.forEach(days -> all.add(Optional.of(days)));
        return all;
    }

    /** The number that stands for that of a test; that of a test without a date, if there is none. */
    Optional<Integer> like(Test test) {
        return told.isEmpty()
                ? Optional.empty()
                : TestResult.daysSince(test, CaseSpace.AS_OF).map(this::like);
    }

    private Integer like(int days) {
        Integer nearest = told.floor(days);
        return nearest == null ? told.first() : nearest;
    }
}
