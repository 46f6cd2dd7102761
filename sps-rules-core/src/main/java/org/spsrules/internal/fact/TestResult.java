package org.spsrules.internal.fact;

import static org.spsrules.vocabulary.Concept.Kind.TEST;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.internal.shape.TestFields;
import org.spsrules.vocabulary.Vocabulary;

/** One result of a test, with its date. What all results together say of a test, {@link Tests} does. */
public final class TestResult implements Fact {

    /** What came of a test that has a result. */
    public static final Set<Result> KNOWN = EnumSet.of(Result.POSITIVE, Result.NEGATIVE);

    private final PatientCase.Test stated;
    private final LocalDate asOf;
    private final Set<String> kinds;

    TestResult(PatientCase.Test stated, LocalDate asOf, Vocabulary vocabulary) {
        this(stated, asOf, kinds(stated, vocabulary));
    }

    private TestResult(PatientCase.Test stated, LocalDate asOf, Set<String> kinds) {
        this.stated = stated;
        this.asOf = asOf;
        this.kinds = kinds;
    }

    /** What is positive makes wider tests positive; what is negative makes the tests within it negative. */
    private static Set<String> kinds(PatientCase.Test stated, Vocabulary vocabulary) {
        return stated.result() == Result.NEGATIVE
                ? vocabulary.selfAndNarrower(stated.test())
                : vocabulary.selfAndAncestors(stated.test());
    }

    @Override
    public PatientCase.Test stated() {
        return stated;
    }

    /** Whether it is the same result of the same test as another one, whenever they were taken; out of reach of rules. */
    public boolean isResultOf(TestResult other) {
        return stated.test().equals(other.stated.test()) && stated.result() == other.stated.result();
    }

    @Override
    public List<TestResult> completions(String question, List<String> arguments) {
        return question.equals("daysAgo")
                ? Elapsed.ends(stated.date(), asOf).stream()
                        .map(day -> TestFields.PART.with(stated, TestFields.DATE, Optional.of(day)))
                        .map(dated -> new TestResult(dated, asOf, kinds))
                        .toList()
                : List.of();
    }

    /** Days since a test was taken; empty where {@link #daysAgo()} is not known. Out of reach of rules. */
    public static Optional<Integer> daysSince(PatientCase.Test test, LocalDate asOf) {
        return Optional.ofNullable(Elapsed.mostDays(test.date(), asOf));
    }

    /** Code of the test. */
    @Says(value = "{value}", of = TEST)
    public String test() {
        return stated.test();
    }

    /** Is this test, one that it belongs to if it is positive, or one within it if it is negative. */
    @Says(value = "is {0}", of = TEST)
    public boolean isA(String test) {
        return kinds.contains(test);
    }

    /** It was positive. */
    @Says("positive")
    public boolean positive() {
        return stated.result() == Result.POSITIVE;
    }

    /** It was negative. */
    @Says("negative")
    public boolean negative() {
        return stated.result() == Result.NEGATIVE;
    }

    /** Days since it was taken; the most that they can be, so that "at most" holds whatever the day was. */
    @Says("days since it was taken: {value}")
    public @Nullable Integer daysAgo() {
        return Elapsed.mostDays(stated.date(), asOf);
    }

    /** Nobody has said on which day it was taken: not at all, or only the month or the year. */
    @Says("not stated on which day it was taken")
    public boolean dateUnknown() {
        return Elapsed.isOpen(stated.date(), asOf);
    }
}
