package org.spsrules.internal.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Subject;

/**
 * Joins alerts that interrupt and are about the same into one, so that a danger interrupts once (D-53). Nothing of them is
 * lost. What is acknowledged stands alone, so that it never hides what is not.
 */
final class AlikeAlerts {

    private AlikeAlerts() {}

    /** The alerts in their order, each with those about the same that come after it. */
    static List<Alert> joined(List<Alert> alerts) {
        Map<Object, List<Alert>> alike = new LinkedHashMap<>();
        for (Alert alert : alerts) {
            alike.computeIfAbsent(about(alert), key -> new ArrayList<>()).add(alert);
        }
        return alike.values().stream().map(AlikeAlerts::one).toList();
    }

    private static Object about(Alert alert) {
        return alert.interrupts() && !alert.acknowledged()
                ? alert.subject().<Object>map(Subject::code).orElse(alert)
                : alert;
    }

    private static Alert one(List<Alert> alike) {
        Alert first = alike.get(0);
        return new Alert(
                first.level(),
                first.title(),
                first.subject(),
                first.reason(),
                first.how(),
                first.forPatient(),
                first.obstacles(),
                first.acknowledged(),
                first.basis(),
                alike.subList(1, alike.size()));
    }
}
