package org.spsrules.internal.counterfactual;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.spsrules.PatientCase;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Facts;

/**
 * The facts of a case of which nothing is known but a single change, as far as it is about nothing that is there. They are
 * the same for every patient of one day, and so are remembered. Thread-safe.
 */
final class AddedFacts {

    private static final int MOST_REMEMBERED = 20_000;

    private final CaseFacts facts;
    private final Map<Alone, Facts> known = new ConcurrentHashMap<>();

    AddedFacts(CaseFacts facts) {
        this.facts = facts;
    }

    /** A change and the day on which it is looked at. */
    private record Alone(LocalDate asOf, Slot slot, String to) {}

    /** The facts. */
    Facts of(Change change, LocalDate asOf) {
        Alone alone = new Alone(asOf, change.slot(), change.shown().to());
        Facts added = known.get(alone);
        if (added == null) {
            CaseDraft draft = new CaseDraft(PatientCase.asOf(asOf).build());
            change.edit().accept(draft);
            added = facts.of(draft.toCase());
            if (known.size() >= MOST_REMEMBERED) {
                known.clear();
            }
            known.put(alone, added);
        }
        return added;
    }
}
