package org.spsrules.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.Line;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Basis;
import org.spsrules.Report.Combined;
import org.spsrules.Report.Dosing;
import org.spsrules.Report.Likewise;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Position;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Section;
import org.spsrules.Report.Standing;
import org.spsrules.Report.Subject;
import org.spsrules.Report.Unlisted;
import org.spsrules.Report.Withheld;

/** The words for the items of a report, whatever the layout of the page. */
final class ItemWords {

    private ItemWords() {}

    /** The title of an alert, and which of these things it rests on unless the title says so. */
    static String title(Alert alert, Predicate<Subject> named) {
        return title(List.of(alert), named);
    }

    /** The title of the first of some alerts, and what all those of its sort rest on. */
    static String title(List<Alert> alike, Predicate<Subject> named) {
        Alert first = alike.get(0);
        Stream<Alert> sort = alike.stream()
                .flatMap(alert -> Stream.concat(Stream.of(alert), alert.likewise().stream()))
                .filter(other -> other.title().equals(first.title()));
        return naming(first.title(), sort.flatMap(ItemWords::about), named)
                + (first.acknowledged() ? " - acknowledged" : "");
    }

    /** The title of what is to be done, and what it rests on unless the title says so. */
    static String title(Recommendation item, Predicate<Subject> named) {
        return titleOf(List.of(item), named);
    }

    /** The title of what is to be done alike with several drugs, and all that it rests on. */
    static String titleOf(List<Recommendation> alike, Predicate<Subject> named) {
        return naming(alike.get(0).title(), alike.stream().flatMap(ItemWords::about), named);
    }

    /** The title of what another rule says of the same, and what it rests on unless the title says so. */
    static String title(Likewise other, Predicate<Subject> named) {
        return naming(other.title(), restsOn(other.basis()), named);
    }

    /** The titles of advice and alerts, each once with all that it rests on. */
    static Stream<String> titles(List<Alert> alerts, List<Recommendation> advice, Predicate<Subject> named) {
        Map<String, List<Recommendation>> toDo = advice.stream()
                .collect(Collectors.groupingBy(Recommendation::title, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Alert>> toKnow = alerts.stream()
                .collect(Collectors.groupingBy(
                        alert -> alert.title() + alert.acknowledged(), LinkedHashMap::new, Collectors.toList()));
        return Stream.concat(
                toDo.values().stream().map(alike -> titleOf(alike, named)),
                toKnow.values().stream().map(alike -> title(alike, named)));
    }

    /** What an alert rests on. */
    static Stream<Subject> about(Alert alert) {
        return Stream.concat(alert.subject().stream(), restsOn(alert.basis()));
    }

    /** What is to be done with which drug, and what that rests on. */
    static Stream<Subject> about(Recommendation item) {
        return Stream.concat(item.subject().stream(), restsOn(item.basis()));
    }

    /** What an alert and all that is shown with it rest on. */
    static Stream<Subject> aboutAll(Alert alert) {
        return Stream.concat(Stream.of(alert), alert.likewise().stream()).flatMap(ItemWords::about);
    }

    /** What an item and all that other rules say of the same rest on. */
    static Stream<Subject> aboutAll(Recommendation item) {
        return Stream.concat(about(item), item.likewise().stream().flatMap(other -> restsOn(other.basis())));
    }

    /** Routine care is for everybody, whatever drug gave occasion to it. */
    private static Stream<Subject> restsOn(Basis basis) {
        return basis.section() == Section.ROUTINE ? Stream.empty() : basis.therapies().stream();
    }

    /** A title with the names that it leaves unsaid; a word of a name is enough to know what is meant. */
    private static String naming(String title, Stream<Subject> about, Predicate<Subject> named) {
        String names = about.filter(named)
                .map(Subject::name)
                .filter(name -> !isMeantBy(title, name))
                .distinct()
                .collect(Collectors.joining(", "));
        return title + (names.isEmpty() ? "" : " (" + names + ")");
    }

    /** Whether a title has the name, or what it comes down to without a route or another word before it. */
    private static boolean isMeantBy(String title, String name) {
        String bare = name.replaceAll(" \\(.*\\)", "");
        return mentions(title, bare.substring(bare.lastIndexOf(' ') + 1));
    }

    /** What is withheld. The title of its rule would read like advice to begin. */
    static String offer(Withheld item) {
        return item.action()
                + item.subject().map(subject -> " " + subject.name()).orElse("");
    }

    /** Where the patient stands; empty if on no line. */
    static Optional<String> place(Standing standing) {
        return standing.step().map(step -> place(standing.line(), step, standing.numbered()));
    }

    static String place(Position position) {
        return place(position.line(), position.step(), position.numbered());
    }

    private static String place(Line line, String step, Map<String, String> numbered) {
        return line + " line, " + (step.length() == 1 ? "step " + step : step)
                + new TreeMap<>(numbered)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + ": " + entry.getValue())
                                .collect(Collectors.joining("; ", " (", ")"));
    }

    /** The meaning of a figure, to put before it. */
    static String role(Dosing.Role role) {
        return switch (role) {
            case START -> "start: ";
            case STEP -> "raise: ";
            case TARGET -> "target, not a start: ";
            case RANGE -> "used in SPS: ";
            case LABELLED_MAXIMUM -> "label maximum for other diseases: ";
            case TAPER -> "taper: ";
        };
    }

    static String label(Obstacle.Kind kind) {
        return switch (kind) {
            case CONTRAINDICATED, SPECIALIST_DECISION -> "Must not";
            case NOT_TOLERATED, FAILED -> "Not again";
            case UNAVAILABLE, DECLINED, SUSPENDED, OUTRANKED -> "Not now";
            case CAUTION -> "Care";
        };
    }

    /** What stands against a therapy or calls for care, in sentences. */
    static String obstacle(Obstacle obstacle, Optional<Subject> against) {
        boolean clear = mentions(obstacle.reason(), obstacle.about())
                || against.filter(subject -> subject.name().equals(obstacle.about()))
                        .isPresent();
        return (obstacle.kind() == Obstacle.Kind.SPECIALIST_DECISION ? "unless a specialist decides so. " : "")
                + (clear ? "" : capitalised(obstacle.about()) + ": ")
                + obstacle.reason()
                + (obstacle.verified() ? "" : " (unverified)");
    }

    /** What becomes of the terms that the vocabulary does not have: of those that were not understood in one sentence. */
    static List<String> unlisted(List<Unlisted> terms) {
        String strange =
                named(terms, term -> term.readAs().isEmpty() && term.combined().isEmpty(), Unlisted::name);
        String classes = named(
                terms,
                term -> !term.readAs().isEmpty() && term.combined().isEmpty(),
                term -> term.name() + " as " + readAs(term));
        String combinations = named(terms, term -> term.combined().isPresent(), ItemWords::combination);
        return Stream.of(
                        combinations.isEmpty() ? combinations : "Read as what it holds: " + combinations,
                        strange.isEmpty()
                                ? strange
                                : "Not understood: " + strange + "; no list that holds it counts as complete",
                        classes.isEmpty() ? classes : "Read by its class: " + classes)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String readAs(Unlisted term) {
        return term.readAs().stream().map(Subject::name).collect(Collectors.joining(" and "));
    }

    /** What a combination was read as, and what of it was not read. */
    private static String combination(Unlisted term) {
        Combined combined = term.combined().orElseThrow();
        String others = String.join(" and ", combined.others());
        return term.name()
                + (term.readAs().isEmpty() ? "" : " as " + readAs(term))
                + (others.isEmpty() ? "" : " (not listed: " + others + ")")
                + (combined.doseLeftOut() ? ", without its dose, which does not say of which drug it is" : "");
    }

    private static String named(List<Unlisted> terms, Predicate<Unlisted> which, Function<Unlisted, String> words) {
        return terms.stream().filter(which).map(words).distinct().collect(Collectors.joining("; "));
    }

    /** On what an item depends that is not known, and that the report asks for. */
    static List<String> conditions(Report report, Recommendation item) {
        boolean asked = report.questions().stream()
                .anyMatch(question -> question.rules().contains(item.basis().ruleId()));
        return asked ? item.basis().assumed() : List.of();
    }

    static boolean mentions(String sentence, String name) {
        return sentence.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }

    static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** What the case states and nothing read, in one sentence; empty if there is nothing (D-54). */
    static Optional<String> unread(Report report) {
        return unread(report.unread());
    }

    /** The same without what belongs to the picture of the disease. */
    static Optional<String> unreadAndPerhapsMissed(Report report) {
        return unread(
                report.unread().stream().filter(fact -> !fact.background()).toList());
    }

    /** The same of these facts. */
    static Optional<String> unread(List<Report.Unread> facts) {
        return facts.isEmpty()
                ? Optional.empty()
                : Optional.of("Stated, and read by nothing here: "
                        + facts.stream().map(ItemWords::withNote).collect(Collectors.joining("; ")) + ".");
    }

    private static String withNote(Report.Unread fact) {
        return fact.note()
                .map(note -> fact.text() + " (" + withinASentence(note) + ")")
                .orElse(fact.text());
    }

    private static String withinASentence(String note) {
        String words = note.endsWith(".") ? note.substring(0, note.length() - 1) : note;
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
