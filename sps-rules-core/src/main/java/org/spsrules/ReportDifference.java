package org.spsrules;

import static org.spsrules.internal.Given.given;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.spsrules.Report.Alert;
import org.spsrules.Report.KnowledgeStamp;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Standing;
import org.spsrules.Report.Subject;
import org.spsrules.Report.Withheld;

/**
 * What a later report of a patient says otherwise than an earlier one. Immutable; treat it as patient data.
 *
 * <p>A recommendation or a withheld offer is the same in both if it does the same to the same subject, and an alert if it has
 * the same {@link Alert#key() key}. Such an item has changed if anything of it has, also a fact because of which it is said.
 *
 * @param standing the place on the ladder, if it has changed
 * @param alerts the alerts, also those that are shown with another; which are shown together is no change
 * @param recommendations what to do
 * @param withheld what must not be begun or increased
 * @param knowledge which knowledge base spoke, if it was another one
 */
public record ReportDifference(
        Optional<Change<Standing>> standing,
        Changes<Alert> alerts,
        Changes<Recommendation> recommendations,
        Changes<Withheld> withheld,
        Optional<Change<KnowledgeStamp>> knowledge) {

    /**
     * Something that is in both reports, and is not the same.
     *
     * @param before how it was
     * @param after how it is
     */
    public record Change<T>(T before, T after) {}

    /**
     * How a list of a report has changed.
     *
     * @param added what is new, in the order of the later report
     * @param gone what is no longer there, in the order of the earlier report
     * @param changed what has changed, in the order of the later report
     */
    public record Changes<T>(List<T> added, List<T> gone, List<Change<T>> changed) {

        /** Copies the lists. */
        public Changes {
            added = List.copyOf(added);
            gone = List.copyOf(gone);
            changed = List.copyOf(changed);
        }

        /** Whether nothing has. */
        public boolean isEmpty() {
            return added.isEmpty() && gone.isEmpty() && changed.isEmpty();
        }

        private static <T> Changes<T> between(Map<String, T> before, Map<String, T> after) {
            List<T> added = new ArrayList<>();
            List<Change<T>> changed = new ArrayList<>();
            Map<String, T> gone = new LinkedHashMap<>(before);
            after.forEach((key, item) -> {
                T earlier = gone.remove(key);
                if (earlier == null) {
                    added.add(item);
                } else if (!earlier.equals(item)) {
                    changed.add(new Change<>(earlier, item));
                }
            });
            return new Changes<>(added, List.copyOf(gone.values()), changed);
        }
    }

    /** The difference between two reports of one patient. */
    public static ReportDifference between(Report before, Report after) {
        given(before, "before");
        given(after, "after");
        return new ReportDifference(
                change(before.standing(), after.standing()),
                Changes.between(alerts(before), alerts(after)),
                Changes.between(recommendations(before), recommendations(after)),
                Changes.between(withheld(before), withheld(after)),
                change(before.knowledge(), after.knowledge()));
    }

    /** Whether both say the same, whichever knowledge base spoke. */
    public boolean isEmpty() {
        return standing.isEmpty() && alerts.isEmpty() && recommendations.isEmpty() && withheld.isEmpty();
    }

    private static <T> Optional<Change<T>> change(T before, T after) {
        return before.equals(after) ? Optional.empty() : Optional.of(new Change<>(before, after));
    }

    private static Map<String, Alert> alerts(Report report) {
        return byKey(report.everyAlert().map(alert -> alert.with(List.of())), Alert::key);
    }

    private static Map<String, Recommendation> recommendations(Report report) {
        return byKey(
                report.recommendations().stream(),
                item -> key(item.action(), item.subject(), item.basis().ruleId()));
    }

    private static Map<String, Withheld> withheld(Report report) {
        return byKey(
                report.withheld().stream(),
                item -> key(item.action(), item.subject(), item.basis().ruleId()));
    }

    private static String key(String action, Optional<Subject> subject, String ruleId) {
        return action + " " + subject.map(Subject::code).orElse(ruleId);
    }

    /** Items by their keys; of several with one key, the first in both reports belong together, the second, and so on. */
    private static <T> Map<String, T> byKey(Stream<T> items, Function<T, String> keyOf) {
        Map<String, T> byKey = new LinkedHashMap<>();
        items.forEach(item -> {
            String key = keyOf.apply(item);
            int count = 1;
            while (byKey.containsKey(key + " " + count)) {
                count++;
            }
            byKey.put(key + " " + count, item);
        });
        return byKey;
    }
}
