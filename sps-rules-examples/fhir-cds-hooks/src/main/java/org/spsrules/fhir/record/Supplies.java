package org.spsrules.fhir.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.vocabulary.Vocabulary;

/**
 * How long what was handed out or ordered lasts, while a record is read. A drug in use of which nothing is left, and which must
 * not end abruptly, is a gap in the supply; one whose last day or prescription is over is due to be renewed. Not thread-safe.
 */
final class Supplies {

    private static final String GAP = "supply-gap";
    private static final String DUE = "refill-due";

    /** As long as the rules watch for the withdrawal of what has ended, at the most: a gap before that is none any more. */
    static final int WATCHED = 42;

    private final Map<String, List<Supply>> handedOut = new LinkedHashMap<>();
    private final Map<String, List<Supply>> ordered = new LinkedHashMap<>();

    /**
     * What a resource says of a supply.
     *
     * @param reference the resource
     * @param runsOut the first day without it; empty if that is not known
     * @param renewal the last day on which more of it can be had by the same prescription
     */
    record Supply(String reference, Optional<LocalDate> runsOut, Optional<LocalDate> renewal) {}

    /** What was handed out; it outranks what was only ordered. */
    void handedOut(String therapy, String reference, Optional<LocalDate> runsOut) {
        handedOut
                .computeIfAbsent(therapy, first -> new ArrayList<>())
                .add(new Supply(reference, runsOut, Optional.empty()));
    }

    void ordered(String therapy, Supply supply) {
        ordered.computeIfAbsent(therapy, first -> new ArrayList<>()).add(supply);
    }

    /** States what they mean for what is in use and taken regularly. */
    void settle(CaseDraft draft, Vocabulary vocabulary) {
        draft.treatments
                .current()
                .filter(entry -> entry.schedule != Treatment.Schedule.AS_NEEDED)
                .map(entry -> entry.therapy)
                .distinct()
                .filter(therapy -> vocabulary.isA(therapy, Treatments.WITHDRAWAL_RISK))
                .forEach(therapy -> settle(therapy, draft, vocabulary.nameOf(therapy)));
    }

    private void settle(String therapy, CaseDraft draft, String name) {
        List<Supply> orders = of(therapy, ordered);
        List<Supply> dispenses = of(therapy, handedOut);
        latest(dispenses.isEmpty() ? orders : dispenses).ifPresent(last -> {
            LocalDate end = last.runsOut().orElseThrow();
            if (end.isBefore(draft.asOf().minusDays(WATCHED))) {
                draft.leftovers.add(
                        last.reference(),
                        name,
                        "its supply ended on " + end
                                + ", longer ago than a withdrawal lasts; whether it is still taken, and"
                                + " where it comes from, is not known");
            } else if (end.isBefore(draft.asOf())) {
                draft.list(Checklist.Kind.CONDITIONS).present(GAP, last.reference());
                draft.leftovers.add(
                        last.reference(),
                        name,
                        "its supply ended on " + end
                                + ", which was read as a gap in the supply; if more was handed out,"
                                + " send that too");
            } else if (end.equals(draft.asOf())) {
                draft.list(Checklist.Kind.CONDITIONS).present(DUE, last.reference());
            }
        });
        boolean expired = !orders.isEmpty()
                && orders.stream()
                        .allMatch(order -> order.renewal()
                                .filter(day -> day.isBefore(draft.asOf())
                                        && !day.isBefore(draft.asOf().minusDays(WATCHED)))
                                .isPresent());
        if (expired) {
            draft.list(Checklist.Kind.CONDITIONS).present(DUE, orders.get(0).reference());
        }
    }

    /** The supplies of a drug, also those that leave open by which route it is given. */
    private static List<Supply> of(String therapy, Map<String, List<Supply>> supplies) {
        return supplies.entrySet().stream()
                .filter(known -> RouteFamily.canBeOne(therapy, known.getKey()))
                .flatMap(known -> known.getValue().stream())
                .toList();
    }

    /** What lasts longest; empty if of any of it nobody knows. */
    private static Optional<Supply> latest(List<Supply> supplies) {
        return supplies.stream().anyMatch(supply -> supply.runsOut().isEmpty())
                ? Optional.empty()
                : supplies.stream()
                        .max((one, other) -> one.runsOut()
                                .orElseThrow()
                                .compareTo(other.runsOut().orElseThrow()));
    }
}
