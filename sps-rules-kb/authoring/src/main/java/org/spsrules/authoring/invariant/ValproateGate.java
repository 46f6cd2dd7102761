package org.spsrules.authoring.invariant;

import java.util.Map;
import java.util.Set;
import org.spsrules.Report.Recommendation;

/** When valproate may be offered, read from the case and not from the rules' own findings (D-23). */
final class ValproateGate {

    /** What must be excluded, each with what has to come first while it is not known. */
    private static final Map<String, String> EXCLUDED_BY = Map.of(
            "liver-disease", "liver-function",
            "urea-cycle-disorder", "metabolic-exclusion",
            "polg-disorder", "metabolic-exclusion");

    private ValproateGate() {}

    static boolean isOpen(Outcome outcome, Recommendation offer) {
        boolean pregnancySettled = outcome.isAbsent("pregnancy-potential")
                || outcome.isAbsent("pregnancy") && outcome.isPresent("effective-contraception");
        return pregnancySettled
                && EXCLUDED_BY.entrySet().stream()
                        .allMatch(entry -> outcome.isAbsent(entry.getKey())
                                || !outcome.isPresent(entry.getKey())
                                        && (OfferInvariants.comesFirst(offer, Set.of(entry.getValue()))
                                                || outcome.isKnownNegative(entry.getValue())));
    }
}
