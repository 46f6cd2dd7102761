package org.spsrules;

import java.util.List;
import java.util.Optional;
import org.spsrules.Report.Subject;

/**
 * A report together with the reason for each of its items. Immutable; treat it as patient data.
 *
 * @param report what the knowledge base says about the case
 * @param items its alerts, recommendations and withheld offers, in this order, each in the order of the report
 */
public record Explanation(Report report, List<Item> items) {

    /** Copies the items. */
    public Explanation {
        items = List.copyOf(items);
    }

    /**
     * An item of a report with its reason.
     *
     * @param kind where in the report it stands
     * @param title the title of the rule that spoke
     * @param action what it says to do, for example {@code start}; empty for an alert
     * @param subject what it is about
     * @param reason the rule, its conditions, and the facts and rules behind them
     */
    public record Item(Kind kind, String title, Optional<String> action, Optional<Subject> subject, Reason reason) {

        /** Where in a report an item stands. */
        public enum Kind {
            ALERT,
            RECOMMENDATION,
            WITHHELD
        }
    }
}
