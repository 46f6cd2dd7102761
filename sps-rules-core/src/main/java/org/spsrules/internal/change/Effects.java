package org.spsrules.internal.change;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.Line;
import org.spsrules.OpenQuestion.Reach;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Standing;
import org.spsrules.Report.Subject;

/**
 * What differs between two reports.
 *
 * @param reach how far it reaches
 * @param words each difference in words, most important first
 */
record Effects(Reach reach, List<String> words) {

    /** What the second report says otherwise; empty if it says the same. */
    static Optional<Effects> between(Report before, Report after) {
        List<String> line = new ArrayList<>();
        List<String> safety = new ArrayList<>();
        String place = place(after.standing());
        if (!place.equals(place(before.standing()))) {
            (after.standing().line() == Line.NONE ? safety : line)
                    .add(place + " instead of " + place(before.standing()));
        }
        differ("", "withhold ", "no longer withhold ", withheld(before), withheld(after), safety);
        differ("critical: ", "", "no longer ", critical(before), critical(after), safety);
        List<String> details = new ArrayList<>();
        differ("", "", "no longer ", recommended(before), recommended(after), details);
        differ("alert: ", "", "no longer ", otherAlerts(before), otherAlerts(after), details);
        differ("care: ", "", "no longer ", cautions(before), cautions(after), details);

        List<String> all = new ArrayList<>(line);
        all.addAll(safety);
        all.addAll(details);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Reach reach = !line.isEmpty() ? Reach.LINE : !safety.isEmpty() ? Reach.SAFETY : Reach.DETAIL;
        return Optional.of(new Effects(reach, List.copyOf(all)));
    }

    private static void differ(
            String prefix, String added, String removed, Set<String> before, Set<String> after, List<String> words) {
        after.stream().filter(item -> !before.contains(item)).forEach(item -> words.add(added + prefix + item));
        before.stream().filter(item -> !after.contains(item)).forEach(item -> words.add(removed + prefix + item));
    }

    private static String place(Standing standing) {
        return standing.step()
                .map(step -> standing.line() + " line, step " + step)
                .orElse("no line");
    }

    private static Set<String> withheld(Report report) {
        Set<String> items = new LinkedHashSet<>();
        report.withheld().forEach(item -> items.add(words(item.action(), item.subject())));
        return items;
    }

    private static Set<String> recommended(Report report) {
        Set<String> items = new LinkedHashSet<>();
        report.recommendations().forEach(item -> items.add(words(item.action(), item.subject())));
        return items;
    }

    private static Set<String> critical(Report report) {
        Set<String> items = new LinkedHashSet<>();
        report.everyAlert()
                .filter(alert -> alert.level() == Alert.Level.CRITICAL)
                .forEach(alert -> items.add(alert.title()));
        return items;
    }

    private static Set<String> otherAlerts(Report report) {
        Set<String> items = new LinkedHashSet<>();
        report.everyAlert()
                .filter(alert -> alert.level() != Alert.Level.CRITICAL)
                .forEach(alert -> items.add(alert.title()));
        return items;
    }

    private static Set<String> cautions(Report report) {
        Set<String> items = new LinkedHashSet<>();
        report.recommendations()
                .forEach(item -> item.cautions()
                        .forEach(caution -> items.add(words(item.action(), item.subject()) + ": " + caution.about())));
        return items;
    }

    private static String words(String action, Optional<Subject> subject) {
        return action + subject.map(named -> " " + named.name()).orElse("");
    }
}
