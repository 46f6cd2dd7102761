package org.spsrules.internal.report;

import java.util.ArrayList;
import java.util.List;
import org.spsrules.Report.Alert;

/**
 * Joins alerts that interrupt and are about the same, or say the same about two drugs, into one, so that a danger
 * interrupts once (D-53). Nothing of them is lost. What is acknowledged stands alone, so that it never hides what is not.
 */
final class AlikeAlerts {

    private AlikeAlerts() {}

    /** The alerts in their order, each with those like it that come after it. */
    static List<Alert> joined(List<Alert> alerts) {
        List<List<Alert>> groups = new ArrayList<>();
        for (Alert alert : alerts) {
            groups.stream()
                    .filter(group -> group.stream().anyMatch(other -> alike(other, alert)))
                    .findFirst()
                    .ifPresentOrElse(group -> group.add(alert), () -> groups.add(new ArrayList<>(List.of(alert))));
        }
        return groups.stream().map(AlikeAlerts::one).toList();
    }

    private static boolean alike(Alert one, Alert other) {
        return mayJoin(one) && mayJoin(other) && (isAboutTheSame(one, other) || saysTheSame(one, other));
    }

    private static boolean mayJoin(Alert alert) {
        return alert.interrupts() && !alert.acknowledged();
    }

    private static boolean isAboutTheSame(Alert one, Alert other) {
        return one.subject().isPresent() && one.subject().equals(other.subject());
    }

    /** What stands against two drugs can only be told of both at once if it is the same. */
    private static boolean saysTheSame(Alert one, Alert other) {
        return one.basis().ruleId().equals(other.basis().ruleId())
                && one.obstacles().equals(other.obstacles());
    }

    private static Alert one(List<Alert> alike) {
        return alike.get(0).with(alike.subList(1, alike.size()));
    }
}
