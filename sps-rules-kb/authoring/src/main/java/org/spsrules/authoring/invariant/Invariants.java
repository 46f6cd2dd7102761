package org.spsrules.authoring.invariant;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.spsrules.Line;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.authoring.invariant.Invariant.Breach;

/** The invariants: the one list of them. The build holds the rules to it, and so does every activation. */
public final class Invariants {

    private static final Set<String> RITUXIMAB_SCREEN = Set.of("hbsag", "anti-hbc");
    private static final List<String> THIRD_LINE = List.of("rituximab", "tacrolimus");

    private static final String NEGATIVE_TRIAL = "L-02";
    private static final String INTRATHECAL_BACLOFEN = "intrathecal-baclofen";
    private static final String PUMP_RISKS = "LW-43";

    private static final List<Invariant> ALL = List.of(
            exposure(
                    "Nothing contraindicated is begun or increased.",
                    (outcome, advice) -> outcome.isContraindicated(therapy(advice))),
            exposure(
                    "Nothing is begun or increased that was not tolerated, or did not help in an adequate trial.",
                    (outcome, advice) -> outcome.failedOrNotTolerated(therapy(advice))),
            exposure(
                    "There is no immunotherapy without a confirmed diagnosis.",
                    (outcome, advice) ->
                            outcome.vocabulary().isA(therapy(advice), "immunotherapy") && !outcome.isConfirmed()),
            exposure(
                    "Rituximab is never ahead of its hepatitis B screen.",
                    (outcome, advice) -> therapy(advice).equals("rituximab")
                            && !outcome.areNegative(RITUXIMAB_SCREEN)
                            && !advice.first().stream()
                                    .map(Subject::code)
                                    .toList()
                                    .containsAll(RITUXIMAB_SCREEN)),
            exposure(
                    "Transplantation is never before the third line is closed.",
                    (outcome, advice) -> therapy(advice).equals("hsct")
                            && !THIRD_LINE.stream().allMatch(outcome::isClosed)),
            exposure(
                    "No later step is begun while an earlier one is open without a stated reason.",
                    (outcome, advice) -> LadderGates.openBefore(outcome, advice).isPresent()),
            exposure(
                    "Rituximab is never offered without its negative trial.",
                    (outcome, advice) -> therapy(advice).equals("rituximab") && !cites(advice.basis(), NEGATIVE_TRIAL)),
            exposure(
                    "Intrathecal baclofen is never offered without the warning of its risks.",
                    (outcome, advice) -> therapy(advice).equals(INTRATHECAL_BACLOFEN) && !isWarnedOfItsRisks(outcome)),
            exposure(
                    "Experimental treatments are never recommended.",
                    (outcome, advice) -> outcome.vocabulary().isA(therapy(advice), "experimental-treatment")),
            of(
                    "There is no dose figure under 18 or at an unknown age.",
                    outcome -> !outcome.isAdult()
                            && outcome.report().recommendations().stream()
                                    .anyMatch(
                                            advice -> !advice.dosing().figures().isEmpty()),
                    outcome -> "age " + outcome.patientCase().person().age()),
            new Invariant(
                    "To continue, taper, restore, test or monitor is never withheld.",
                    outcome -> outcome.report().withheld().stream()
                            .filter(withheld -> !Outcome.isExposure(withheld.action()))
                            .findFirst()
                            .map(withheld ->
                                    new Breach(Optional.of(withheld.basis().ruleId()), withheld.title()))),
            new Invariant("Every item rests on a source.", Invariants::unfounded),
            new Invariant("No recommendation is shown twice.", Invariants::shownTwice),
            of(
                    "There is no line without a confirmed diagnosis.",
                    outcome -> !outcome.isConfirmed()
                            && outcome.report().standing().line() != Line.NONE,
                    outcome -> "line " + outcome.report().standing().line()),
            of(
                    "A report is never empty.",
                    outcome -> outcome.report().recommendations().isEmpty()
                            && outcome.report().alerts().isEmpty()
                            && outcome.report().withheld().isEmpty(),
                    outcome -> "no alert, no recommendation, nothing withheld"),
            of(
                    "The most urgent alert comes first.",
                    outcome -> !levels(outcome)
                            .equals(levels(outcome).stream().sorted().toList()),
                    outcome -> levels(outcome).toString()),
            new Invariant(
                    "What is withheld says why.",
                    outcome -> outcome.report().withheld().stream()
                            .filter(withheld -> withheld.obstacles().isEmpty())
                            .findFirst()
                            .map(withheld ->
                                    new Breach(Optional.of(withheld.basis().ruleId()), withheld.title()))));

    private Invariants() {}

    /** All invariants. */
    public static List<Invariant> all() {
        return ALL;
    }

    private static Invariant of(String sentence, Predicate<Outcome> isBroken, Function<Outcome, String> detail) {
        return new Invariant(
                sentence,
                outcome -> isBroken.test(outcome)
                        ? Optional.of(new Breach(Optional.empty(), detail.apply(outcome)))
                        : Optional.empty());
    }

    private static Invariant exposure(String sentence, BiPredicate<Outcome, Recommendation> isBroken) {
        return new Invariant(
                sentence,
                outcome -> outcome.exposures()
                        .filter(advice -> isBroken.test(outcome, advice))
                        .findFirst()
                        .map(Invariants::breach));
    }

    private static Breach breach(Recommendation advice) {
        return new Breach(Optional.of(advice.basis().ruleId()), said(advice));
    }

    private static String said(Recommendation advice) {
        return (advice.action() + " " + therapy(advice)).strip();
    }

    private static String therapy(Recommendation advice) {
        return advice.subject().map(Subject::code).orElse("");
    }

    private static boolean cites(Report.Basis basis, String statement) {
        return basis.citations().stream().anyMatch(citation -> citation.id().equals(statement));
    }

    private static boolean isWarnedOfItsRisks(Outcome outcome) {
        return outcome.report().alerts().stream()
                .filter(alert -> alert.level() != Alert.Level.INFORMATION)
                .filter(alert -> alert.subject()
                        .map(Subject::code)
                        .filter(INTRATHECAL_BACLOFEN::equals)
                        .isPresent())
                .anyMatch(alert -> cites(alert.basis(), PUMP_RISKS));
    }

    private static Optional<Breach> unfounded(Outcome outcome) {
        return Stream.of(
                        outcome.report().recommendations().stream().map(Recommendation::basis),
                        outcome.report().alerts().stream().map(Alert::basis),
                        outcome.report().withheld().stream().map(Report.Withheld::basis))
                .flatMap(Function.identity())
                .filter(basis -> basis.citations().isEmpty())
                .findFirst()
                .map(basis -> new Breach(Optional.of(basis.ruleId()), "cites nothing"));
    }

    private static Optional<Breach> shownTwice(Outcome outcome) {
        Set<String> shown = new HashSet<>();
        return outcome.report().recommendations().stream()
                .filter(advice -> !shown.add(said(advice)))
                .findFirst()
                .map(Invariants::breach);
    }

    private static List<Alert.Level> levels(Outcome outcome) {
        return outcome.report().alerts().stream().map(Alert::level).toList();
    }
}
