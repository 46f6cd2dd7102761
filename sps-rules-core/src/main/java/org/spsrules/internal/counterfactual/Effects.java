package org.spsrules.internal.counterfactual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.spsrules.Line;
import org.spsrules.OpenQuestion.Reach;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Standing;
import org.spsrules.Report.Subject;
import org.spsrules.Report.Withheld;

/**
 * What differs between two reports.
 *
 * @param reach how far it reaches
 * @param words each difference in words, most important first
 */
record Effects(Reach reach, List<String> words) {

    /**
     * What the second report says otherwise; empty if it says the same.
     *
     * @param furthestFirst what counts as reaching further
     */
    static Optional<Effects> between(Report before, Report after, Comparator<Reach> furthestFirst) {
        List<String> line = new ArrayList<>();
        List<String> safety = new ArrayList<>();
        String place = place(after.standing());
        if (!place.equals(place(before.standing()))) {
            (after.standing().line() == Line.NONE ? safety : line)
                    .add(place + " instead of " + place(before.standing()));
        }
        Set<String> withheldBefore = withheld(before, item -> true);
        Set<String> withheldAfter = withheld(after, item -> true);
        add("withheld: ", kept(after), withheldBefore, safety);
        add("no longer withheld: ", offeredAfter(kept(before), after), withheldAfter, safety);
        differ("critical: ", "", "no longer ", critical(before), critical(after), safety);
        List<String> details = new ArrayList<>();
        add("withheld: ", waiting(after), withheldBefore, details);
        add("no longer withheld: ", offeredAfter(waiting(before), after), withheldAfter, details);
        differ("", "", "no longer ", recommended(before), recommended(after), details);
        differ("alert: ", "", "no longer ", otherAlerts(before), otherAlerts(after), details);
        differ("care: ", "", "no longer ", cautions(before), cautions(after), details);
        if (line.isEmpty() && safety.isEmpty() && details.isEmpty()) {
            add("dose figure: ", dosed(after), dosed(before), details);
        }

        Map<Reach, List<String>> byReach = new TreeMap<>(furthestFirst);
        byReach.put(Reach.LINE, line);
        byReach.put(Reach.SAFETY, safety);
        byReach.put(Reach.DETAIL, details);
        return byReach.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .findFirst()
                .map(furthest -> new Effects(
                        furthest.getKey(),
                        byReach.values().stream().flatMap(List::stream).toList()));
    }

    private static void differ(
            String prefix, String added, String removed, Set<String> before, Set<String> after, List<String> words) {
        add(added + prefix, after, before, words);
        add(removed + prefix, before, after, words);
    }

    /** Words for the items of the one that are not in the other. */
    private static void add(String prefix, Set<String> one, Set<String> other, List<String> words) {
        one.stream().filter(item -> !other.contains(item)).forEach(item -> words.add(prefix + item));
    }

    private static String place(Standing standing) {
        return standing.step()
                .map(step -> standing.line() + " line, step " + step)
                .orElse("no line");
    }

    /** What something in the patient stands against. */
    private static Set<String> kept(Report report) {
        return withheld(report, item -> !onlyWaits(item));
    }

    /** What merely waits, for the end of an emergency for example: no harm lies in what it is that waits. */
    private static Set<String> waiting(Report report) {
        return withheld(report, Effects::onlyWaits);
    }

    /** Only what is offered instead has been freed: what does not come up any more is no answer to a question. */
    private static Set<String> offeredAfter(Set<String> withheldBefore, Report after) {
        Set<String> offered = recommended(after);
        offered.retainAll(withheldBefore);
        return offered;
    }

    private static boolean onlyWaits(Withheld item) {
        return item.obstacles().stream().allMatch(obstacle -> obstacle.kind() == Obstacle.Kind.SUSPENDED);
    }

    private static Set<String> withheld(Report report, Predicate<Withheld> which) {
        Set<String> items = new LinkedHashSet<>();
        report.withheld().stream().filter(which).forEach(item -> items.add(words(item.action(), item.subject())));
        return items;
    }

    private static Set<String> recommended(Report report) {
        Set<String> items = new LinkedHashSet<>();
        report.recommendations().forEach(item -> items.add(words(item.action(), item.subject())));
        return items;
    }

    private static Set<String> dosed(Report report) {
        Set<String> items = new LinkedHashSet<>();
        report.recommendations().stream()
                .filter(item -> !item.dosing().figures().isEmpty())
                .forEach(item -> items.add(words(item.action(), item.subject())));
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
