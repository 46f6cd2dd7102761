package org.spsrules.authoring.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.authoring.invariant.Invariant.Breach;
import org.spsrules.internal.rule.Verb;

/** What must hold of tests: what a known result stands against, and that what is done is not asked for (D-59). */
final class TestInvariants {

    private static final List<String> HEPATITIS_B = List.of("hepatitis-b-screen", "hbsag", "anti-hbc", "hbv-dna");
    private static final List<String> REACTIVATING = List.of("immunosuppressant", "corticosteroid");
    private static final Set<Result> KNOWN = EnumSet.of(Result.POSITIVE, Result.NEGATIVE);

    private static final List<Invariant> ALL = List.of(
            new Invariant(
                    "No immunosuppressant or steroid is begun, repeated or raised with a known positive hepatitis B result.",
                    outcome -> outcome.exposures()
                            .filter(advice ->
                                    HEPATITIS_B.stream().anyMatch(test -> has(outcome, test, Result.POSITIVE)))
                            .filter(advice -> REACTIVATING.stream()
                                    .anyMatch(kind -> outcome.vocabulary().isA(Said.about(advice.subject()), kind)))
                            .findFirst()
                            .map(Said::breach)),
            new Invariant(
                    "Every planned rituximab without a known negative hepatitis B screen raises an alert.",
                    TestInvariants::plannedUnscreened),
            new Invariant("No test is asked for that has a result.", TestInvariants::askedAgain));

    private TestInvariants() {}

    static List<Invariant> all() {
        return ALL;
    }

    private static boolean has(Outcome outcome, String test, Result result) {
        return outcome.patientCase().tests().stream()
                .anyMatch(given -> given.test().equals(test) && given.result() == result);
    }

    /** Whether hepatitis B has been looked for in both ways, or as a whole, and not been found. */
    static boolean isScreenNegative(Outcome outcome) {
        boolean whole = has(outcome, "hepatitis-b-screen", Result.NEGATIVE);
        boolean negative =
                Stream.of("hbsag", "anti-hbc").allMatch(test -> whole || has(outcome, test, Result.NEGATIVE));
        return negative && HEPATITIS_B.stream().noneMatch(test -> has(outcome, test, Result.POSITIVE));
    }

    private static Optional<Breach> plannedUnscreened(Outcome outcome) {
        return outcome.toBegin("rituximab").findAny().isPresent()
                        && !isScreenNegative(outcome)
                        && outcome.report()
                                .everyAlert()
                                .noneMatch(alert -> Said.about(alert.subject()).equals("rituximab"))
                ? Optional.of(new Breach(Optional.empty(), "no alert about the planned rituximab"))
                : Optional.empty();
    }

    /** An emergency may ask for a test anew. */
    private static Optional<Breach> askedAgain(Outcome outcome) {
        return outcome.report().recommendations().stream()
                .filter(advice -> !outcome.answersADanger(advice.basis().ruleId()))
                .filter(advice -> Stream.concat(
                                asked(advice), advice.first().stream().map(Subject::code))
                        .anyMatch(code -> KNOWN.stream().anyMatch(result -> has(outcome, code, result))))
                .findFirst()
                .map(Said::breach);
    }

    private static Stream<String> asked(Recommendation advice) {
        return advice.action().equals(Verb.TEST.phrase()) ? Stream.of(Said.about(advice.subject())) : Stream.of();
    }
}
