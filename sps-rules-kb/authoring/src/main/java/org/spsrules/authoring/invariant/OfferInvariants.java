package org.spsrules.authoring.invariant;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;

/** What must hold of every therapy that a report offers to begin or to increase. */
final class OfferInvariants {

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
                    "Nothing is begun, repeated or raised after an allergy or a grave reaction to it, to its ingredient by"
                            + " another route, or to a cross-reactive member of its class.",
                    (outcome, advice) -> Hypersensitivity.standsAgainst(outcome, therapy(advice))),
            exposure(
                    "There is no immunotherapy without a confirmed diagnosis.",
                    (outcome, advice) ->
                            outcome.vocabulary().isA(therapy(advice), "immunotherapy") && !outcome.isConfirmed()),
            exposure(
                    "Rituximab is never ahead of its hepatitis B screen.",
                    (outcome, advice) -> therapy(advice).equals("rituximab")
                            && RITUXIMAB_SCREEN.stream()
                                    .anyMatch(test ->
                                            !outcome.isKnownNegative(test) && !comesFirst(advice, Set.of(test)))),
            exposure(
                    "Valproate is offered only if pregnancy cannot occur or is absent and prevented, and after disease of the"
                            + " liver, of the urea cycle and of POLG has been excluded (D-23).",
                    (outcome, advice) -> therapy(advice).equals("valproate") && !ValproateGate.isOpen(outcome, advice)),
            exposure(
                    "Transplantation is never before the third line is closed.",
                    (outcome, advice) -> therapy(advice).equals("hsct")
                            && !THIRD_LINE.stream().allMatch(outcome::isClosed)),
            exposure(
                    "No later step is begun while an earlier one is open without a stated reason.",
                    (outcome, advice) -> LadderGates.openBefore(outcome, advice).isPresent()),
            exposure(
                    "Rituximab is never offered without its negative trial.",
                    (outcome, advice) ->
                            therapy(advice).equals("rituximab") && !Said.cites(advice.basis(), NEGATIVE_TRIAL)),
            exposure(
                    "Intrathecal baclofen is never offered without the warning of its risks.",
                    (outcome, advice) -> therapy(advice).equals(INTRATHECAL_BACLOFEN) && !isWarnedOfItsRisks(outcome)),
            exposure(
                    "Experimental treatments are never recommended.",
                    (outcome, advice) -> outcome.vocabulary().isA(therapy(advice), "experimental-treatment")),
            new Invariant(
                    "There is no dose figure under 18 or at an unknown age.",
                    outcome -> outcome.report().recommendations().stream()
                            .filter(advice -> !outcome.isAdult())
                            .filter(advice -> !advice.dosing().figures().isEmpty())
                            .findFirst()
                            .map(Said::breach)));

    private OfferInvariants() {}

    static List<Invariant> all() {
        return ALL;
    }

    private static Invariant exposure(String sentence, BiPredicate<Outcome, Recommendation> isBroken) {
        return new Invariant(
                sentence,
                outcome -> outcome.exposures()
                        .filter(advice -> isBroken.test(outcome, advice))
                        .findFirst()
                        .map(Said::breach));
    }

    private static String therapy(Recommendation advice) {
        return Said.about(advice.subject());
    }

    static boolean comesFirst(Recommendation advice, Set<String> codes) {
        return advice.first().stream().map(Subject::code).toList().containsAll(codes);
    }

    private static boolean isWarnedOfItsRisks(Outcome outcome) {
        return outcome.report()
                .everyAlert()
                .filter(Alert::interrupts)
                .filter(alert -> Said.about(alert.subject()).equals(INTRATHECAL_BACLOFEN))
                .anyMatch(alert -> Said.cites(alert.basis(), PUMP_RISKS));
    }
}
