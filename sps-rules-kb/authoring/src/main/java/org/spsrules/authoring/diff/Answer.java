package org.spsrules.authoring.diff;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.spsrules.InvalidCaseException;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Basis;
import org.spsrules.Report.Likewise;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Position;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Standing;
import org.spsrules.Report.Subject;
import org.spsrules.Report.Withheld;

/** What one side says of a case, item by item. What one rule says beside another counts as said by itself. */
final class Answer {

    private final Map<Item.Key, Item> items = new LinkedHashMap<>();

    private Answer() {}

    static Answer of(Report report) {
        Answer answer = new Answer();
        answer.add(line(report.standing()));
        report.everyAlert().map(Answer::alert).forEach(answer::add);
        report.recommendations().forEach(answer::recommendation);
        report.withheld().stream().map(Answer::withheld).forEach(answer::add);
        return answer;
    }

    /** What is said of a case that a side cannot read. */
    static Answer of(InvalidCaseException refusal) {
        Answer answer = new Answer();
        String why =
                refusal.problems().stream().map(Object::toString).distinct().collect(Collectors.joining("; "));
        answer.add(new Item(Item.Sort.REFUSED, "", why, Map.of()));
        return answer;
    }

    Map<Item.Key, Item> items() {
        return items;
    }

    private void add(Item item) {
        items.putIfAbsent(item.key(), item);
    }

    private static Item line(Standing standing) {
        String step = standing.step().map(found -> " " + found).orElse("");
        Map<String, String> parts = new TreeMap<>();
        put(parts, "why", standing.reason());
        return new Item(Item.Sort.LINE, "", standing.line() + step, parts);
    }

    private static Item alert(Alert alert) {
        Map<String, String> parts = basis(alert.basis());
        parts.put(Change.LEVEL, alert.level().name().toLowerCase(Locale.ROOT));
        parts.put("title", alert.title());
        put(parts, "reason", alert.reason());
        put(parts, "how", alert.how());
        put(parts, "words for the patient", alert.forPatient());
        put(parts, "rows behind it", obstacles(alert.obstacles()));
        return new Item(Item.Sort.ALERT, alert.basis().ruleId(), code(alert.subject()), parts);
    }

    private void recommendation(Recommendation said) {
        Map<String, String> shared = new TreeMap<>();
        put(shared, "place", said.position().map(Answer::place));
        put(shared, "first", said.first().stream().map(Subject::code).toList());
        put(shared, "cautions", obstacles(said.cautions()));
        put(
                shared,
                "dose",
                said.dosing().figures().stream()
                        .map(figure -> figure.role().word() + " " + figure.text())
                        .toList());
        put(shared, "why there is no dose", said.dosing().withheld());
        String phrase = phrase(said.action(), said.subject());
        Map<String, String> parts = basis(said.basis());
        parts.putAll(shared);
        parts.put("title", said.title());
        put(parts, "reason", said.reason());
        put(parts, "how", said.how());
        put(parts, "words for the patient", said.forPatient());
        add(new Item(Item.Sort.RECOMMENDATION, said.basis().ruleId(), phrase, parts));
        for (Likewise other : said.likewise()) {
            Map<String, String> own = basis(other.basis());
            own.putAll(shared);
            own.put("title", other.title());
            put(own, "reason", other.reason());
            put(own, "how", other.how());
            add(new Item(Item.Sort.RECOMMENDATION, other.basis().ruleId(), phrase, own));
        }
    }

    private static Item withheld(Withheld kept) {
        Map<String, String> parts = basis(kept.basis());
        parts.put("title", kept.title());
        put(parts, "what stands against it", obstacles(kept.obstacles()));
        put(parts, "place", kept.position().map(Answer::place));
        return new Item(Item.Sort.WITHHELD, kept.basis().ruleId(), phrase(kept.action(), kept.subject()), parts);
    }

    private static Map<String, String> basis(Basis basis) {
        Map<String, String> parts = new TreeMap<>();
        put(
                parts,
                "statements",
                basis.citations().stream().map(Report.Citation::id).toList());
        put(parts, "evidence", basis.evidence());
        parts.put("section", basis.section().name().toLowerCase(Locale.ROOT));
        return parts;
    }

    private static void put(Map<String, String> parts, String name, Optional<String> value) {
        value.ifPresent(text -> parts.put(name, text));
    }

    private static void put(Map<String, String> parts, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            parts.put(name, String.join("; ", values));
        }
    }

    private static List<String> obstacles(List<Obstacle> obstacles) {
        return obstacles.stream()
                .map(obstacle -> obstacle.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                        + obstacle.about() + ": " + obstacle.reason())
                .toList();
    }

    private static String place(Position position) {
        return position.line() + " " + position.step();
    }

    private static String phrase(String action, Optional<Subject> subject) {
        return subject.map(about -> action + " " + about.code()).orElse(action);
    }

    private static String code(Optional<Subject> subject) {
        return subject.map(Subject::code).orElse("");
    }
}
