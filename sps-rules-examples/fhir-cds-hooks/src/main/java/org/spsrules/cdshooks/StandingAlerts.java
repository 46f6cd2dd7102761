package org.spsrules.cdshooks;

import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.Report;
import org.spsrules.Report.Alert;

/** The alerts that stand without what is proposed, so that no order brought them. Immutable. */
final class StandingAlerts {

    private final Set<String> keys;

    private StandingAlerts(Set<String> keys) {
        this.keys = Set.copyOf(keys);
    }

    static StandingAlerts of(Report report) {
        return new StandingAlerts(report.everyAlert().map(Alert::key).collect(Collectors.toSet()));
    }

    static StandingAlerts none() {
        return new StandingAlerts(Set.of());
    }

    /**
     * Whether an alert interrupts at a moment (decision D-53). While an order is written, what it brings does, and of what
     * stands anyway only what can harm now; an alert about another order waits for that one. While the record is read,
     * alerts about orders wait until those are written or sent.
     */
    boolean interrupts(Alert alert, Hook.Moment moment) {
        if (!alert.interrupts() || alert.acknowledged()) {
            return false;
        }
        return switch (moment) {
            case READING -> !alert.aboutAnOrder();
            case ORDERING ->
                !keys.contains(alert.key()) || alert.level() == Alert.Level.CRITICAL && !alert.aboutAnOrder();
            case SENDING -> true;
        };
    }
}
