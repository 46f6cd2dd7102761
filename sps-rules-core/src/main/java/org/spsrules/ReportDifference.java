package org.spsrules;

import static org.spsrules.internal.Given.given;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Basis;
import org.spsrules.Report.KnowledgeStamp;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Standing;
import org.spsrules.Report.Subject;
import org.spsrules.Report.Unlisted;
import org.spsrules.Report.Unread;
import org.spsrules.Report.Withheld;

/**
 * What a later report of a patient says otherwise than an earlier one. Immutable; treat it as patient data.
 *
 * <p>A recommendation is the same in both if one rule says it in both and it does the same to the same subject, a withheld
 * offer if it does the same to the same subject, and an alert if it has the same {@link Alert#key() key}. Such an item has
 * changed if anything of it has, also a fact because of which it is said.
 *
 * @param standing the place on the ladder, if it has changed
 * @param alerts the alerts, also those that are shown with another; which are shown together is no change
 * @param recommendations what to do
 * @param withheld what must not be begun or increased
 * @param unlisted terms that the vocabulary does not list
 * @param unread what the case states and nothing reads
 * @param knowledge which knowledge base spoke, if it was another one
 */
public record ReportDifference(
        Optional<Change<Standing>> standing,
        Changes<Alert> alerts,
        Changes<Recommendation> recommendations,
        Changes<Withheld> withheld,
        Changes<Unlisted> unlisted,
        Changes<Unread> unread,
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

        /**
         * Compares two lists. What is equal in both is no change, whatever else has its keys.
         *
         * @param keys by which an item is found in the other list; one in common is enough
         */
        private static <T> Changes<T> between(List<T> before, List<T> after, Function<T, Set<String>> keys) {
            List<T> added = new ArrayList<>();
            List<Change<T>> changed = new ArrayList<>();
            List<T> gone = new ArrayList<>(before);
            gone.removeAll(after);
            for (T item : after) {
                if (before.contains(item)) {
                    continue;
                }
                Optional<T> earlier = gone.stream()
                        .filter(old -> !Collections.disjoint(keys.apply(old), keys.apply(item)))
                        .findFirst();
                earlier.ifPresentOrElse(
                        old -> {
                            gone.remove(old);
                            changed.add(new Change<>(old, item));
                        },
                        () -> added.add(item));
            }
            return new Changes<>(added, gone, changed);
        }
    }

    /** The difference between two reports of one patient. */
    public static ReportDifference between(Report before, Report after) {
        given(before, "before");
        given(after, "after");
        return new ReportDifference(
                change(before.standing(), after.standing()),
                Changes.between(alerts(before), alerts(after), alert -> Set.of(alert.key())),
                Changes.between(before.recommendations(), after.recommendations(), ReportDifference::keys),
                Changes.between(before.withheld(), after.withheld(), offer -> Set.of(key(offer))),
                Changes.between(before.unlisted(), after.unlisted(), term -> Set.of(term.field() + " " + term.name())),
                Changes.between(before.unread(), after.unread(), fact -> Set.of(fact.field() + " " + fact.text())),
                change(before.knowledge(), after.knowledge()));
    }

    /**
     * Whether both say the same, whichever knowledge base spoke. What is asked is not compared: it follows from what is said,
     * and from what is known.
     */
    public boolean isEmpty() {
        return standing.isEmpty()
                && alerts.isEmpty()
                && recommendations.isEmpty()
                && withheld.isEmpty()
                && unlisted.isEmpty()
                && unread.isEmpty();
    }

    private static <T> Optional<Change<T>> change(T before, T after) {
        return before.equals(after) ? Optional.empty() : Optional.of(new Change<>(before, after));
    }

    /** Alerts each on its own. */
    private static List<Alert> alerts(Report report) {
        return report.everyAlert().map(alert -> alert.with(List.of())).toList();
    }

    /** What it does, by each of the rules that say so. */
    private static Set<String> keys(Recommendation item) {
        String what = item.action() + " " + item.subject().map(Subject::code).orElse("");
        return item.bases().map(Basis::ruleId).map(rule -> what + " " + rule).collect(Collectors.toSet());
    }

    private static String key(Withheld offer) {
        return offer.action()
                + " "
                + offer.subject().map(Subject::code).orElse(offer.basis().ruleId());
    }
}
