package org.spsrules.workbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Basis;
import org.spsrules.Report.Citation;
import org.spsrules.Report.Dosing;
import org.spsrules.Report.Likewise;
import org.spsrules.Report.Note;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Position;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.Report.Withheld;
import org.spsrules.internal.rule.Rule;
import org.spsrules.workbench.Colours.Tone;

/**
 * Writes single items in few lines: what to do before why, and nothing twice. For one report; not safe for use by several
 * threads.
 */
final class BriefItems {

    private final Sheet page;
    private final EvidenceText grounds;
    private final Predicate<Subject> named;
    private final Haste haste;
    private final Set<String> said = new HashSet<>();
    private Optional<Subject> only = Optional.empty();
    private boolean onlyIsNamed;
    private int number;

    /**
     * Items on a page.
     *
     * @param named the things that a title names after it: therapies, of which it may mean any
     * @param haste how much time the reader has
     */
    BriefItems(Sheet page, EvidenceText grounds, Predicate<Subject> named, Haste haste) {
        this.page = page;
        this.grounds = grounds;
        this.named = named;
        this.haste = haste;
    }

    /** Whether there is more to say than is read in a minute. */
    boolean areMany() {
        return haste != Haste.NONE;
    }

    /** Begins a section; where all that it rests on is one drug, the first item that rests on it names it for all. */
    void section(List<Alert> alerts, List<Recommendation> advice) {
        List<Subject> drugs = Stream.concat(
                        alerts.stream().flatMap(ItemWords::aboutAll),
                        advice.stream().flatMap(ItemWords::aboutAll))
                .filter(named)
                .distinct()
                .toList();
        only = drugs.stream().findFirst().filter(first -> drugs.size() == 1);
        onlyIsNamed = false;
    }

    private String title(List<Alert> alike) {
        String title = ItemWords.title(alike, this::isToBeNamed);
        alike.stream().flatMap(ItemWords::about).forEach(this::isNamed);
        return title;
    }

    private String titleOf(List<Recommendation> alike) {
        String title = ItemWords.titleOf(alike, this::isToBeNamed);
        alike.stream().flatMap(ItemWords::about).forEach(this::isNamed);
        return title;
    }

    private boolean isToBeNamed(Subject subject) {
        return named.test(subject)
                && !(onlyIsNamed && only.filter(subject::equals).isPresent());
    }

    private void isNamed(Subject subject) {
        onlyIsNamed |= only.filter(subject::equals).isPresent();
    }

    /** Alerts in their order; notes that one rule says of several things are one item. */
    void alerts(List<Alert> alerts) {
        Map<String, List<Alert>> groups = new LinkedHashMap<>();
        for (Alert alert : alerts) {
            if (!repeatsCautions(alert)) {
                groups.computeIfAbsent(sort(alert, groups.size()), sort -> new ArrayList<>())
                        .add(alert);
            }
        }
        groups.values().forEach(this::alert);
    }

    /** What is the same of notes that may be one item, whichever row of a table each is about. */
    private static String sort(Alert alert, int place) {
        return alert.interrupts() || alert.acknowledged()
                ? String.valueOf(place)
                : Rule.fileOf(alert.basis().ruleId());
    }

    /** An alert, with those that are shown with it, of which in haste only the title is read. */
    private void alert(List<Alert> alike) {
        Alert alert = alike.get(0);
        List<Alert> all = alike.stream()
                .flatMap(each -> Stream.concat(Stream.of(each), each.likewise().stream()))
                .toList();
        List<Alert> same = entitled(all, alert.title());
        page.alert(alert.level(), title(same));
        page.saidBy(alike.stream().flatMap(BriefItems::ids));
        boolean onlyTitles = haste.isAtLeast(Haste.GREAT) && alert.level() != Alert.Level.CRITICAL;
        if (!onlyTitles) {
            if (alert.interrupts() || !haste.isAtLeast(Haste.PRESSED)) {
                text(
                        same.stream().flatMap(each -> sentences(each.how(), why(each))),
                        alert.basis().citations());
            }
            for (Alert each : alike) {
                Optional<Subject> of = alike.size() > 1 ? each.subject() : Optional.empty();
                if (onlyNamesCautions(each)) {
                    cautionNames(each.obstacles(), of);
                } else {
                    obstacles(each.obstacles(), each.subject(), of);
                }
            }
        }
        Set<String> titles = new TreeSet<>(Set.of(alert.title()));
        List<Alert> others =
                all.stream().filter(other -> titles.add(other.title())).toList();
        // As long as an emergency leaves time for reasons, those of the first come before what is shown with it.
        if (!alert.interrupts() || haste == Haste.SOME || haste.isAtLeast(Haste.GREAT)) {
            also(others.stream().map(other -> title(entitled(all, other.title())) + "."), List.of());
            return;
        }
        for (Alert other : others) {
            List<Alert> alikeToo = entitled(all, other.title());
            also(
                    Stream.concat(
                            Stream.of(title(alikeToo) + "."),
                            alikeToo.stream().flatMap(each -> sentences(each.how(), why(each)))),
                    other.basis().citations());
            for (Alert each : alikeToo) {
                obstacles(each.obstacles(), each.subject(), alikeToo.size() > 1 ? each.subject() : Optional.empty());
            }
        }
    }

    /** What the rows of one table say under one title, of whatever things. */
    private static List<Alert> entitled(List<Alert> alerts, String title) {
        return alerts.stream().filter(alert -> alert.title().equals(title)).toList();
    }

    private static Stream<String> ids(Alert alert) {
        return Stream.concat(Stream.of(alert), alert.likewise().stream())
                .map(each -> each.basis().ruleId());
    }

    private static Stream<String> ids(Recommendation item) {
        return item.bases().map(Basis::ruleId);
    }

    /** A note that only repeats cautions which stand at an offer above it. */
    private boolean repeatsCautions(Alert alert) {
        return alert.level() == Alert.Level.INFORMATION
                && alert.likewise().isEmpty()
                && !alert.obstacles().isEmpty()
                && alert.obstacles().stream()
                        .allMatch(obstacle -> obstacle.kind() == Obstacle.Kind.CAUTION && said.contains(key(obstacle)));
    }

    /**
     * What is to be done first, and at which dose, before why.
     *
     * @param alike what is said alike of several drugs
     * @param cannotWait whether the title is not enough as long as there is any time
     * @param conditions what is taken for granted although it is not known
     */
    void recommendation(List<Recommendation> alike, boolean cannotWait, boolean isStepOfHead, List<String> conditions) {
        Recommendation item = alike.get(0);
        number++;
        page.item(number + ".", Tone.STRONG, titleOf(alike));
        page.saidBy(alike.stream().flatMap(BriefItems::ids));
        if (!conditions.isEmpty()) {
            page.labelled("If", String.join("; ", conditions) + ".");
        }
        if (alike.size() == 1 && !isStepOfHead && !haste.isAtLeast(Haste.MUCH)) {
            item.position().ifPresent(position -> page.more(Tone.FAINT, ItemWords.place(position)));
        }
        if (!item.first().isEmpty()) {
            page.labelled("First", item.first().stream().map(Subject::name).collect(Collectors.joining("; ")) + ".");
        }
        if (!haste.isAtLeast(leavingTheTitle(cannotWait, isStepOfHead))) {
            dose(item.dosing());
            text(
                    sentences(item.how(), isStepOfHead ? item.reason() : why(item)),
                    item.basis().citations());
        }
        if (haste.isAtLeast(Haste.MUCH)) {
            also(item.likewise().stream().map(other -> ItemWords.title(other, this::isToBeNamed) + "."), List.of());
        } else {
            item.likewise().forEach(other -> likewise(item, other));
        }
        obstacles(item.cautions(), item.subject(), Optional.empty());
        if (isStepOfHead && !haste.isAtLeast(Haste.SOME)) {
            item.position()
                    .flatMap(Position::differ)
                    .filter(said::add)
                    .ifPresent(differ -> page.labelled("Sources differ", differ));
        }
        if (!haste.isAtLeast(Haste.MUCH)) {
            notes(item.notes());
        }
    }

    /** The least haste in which of an item the title has to say what to do. */
    private static Haste leavingTheTitle(boolean cannotWait, boolean isStepOfHead) {
        if (cannotWait) {
            return Haste.UTMOST;
        }
        return isStepOfHead ? Haste.GREAT : Haste.PRESSED;
    }

    private void dose(Dosing dosing) {
        String text = Stream.concat(
                        dosing.withheld().stream(),
                        dosing.figures().stream()
                                .map(figure -> ItemWords.capitalised(ItemWords.role(figure.role()))
                                        + figure.text()
                                        + (figure.verified() ? "" : " (unverified)")
                                        + cited(figure.citations())))
                .collect(Collectors.joining(" "));
        if (!text.isEmpty()) {
            page.labelled("Dose", text);
        }
    }

    /** What another rule says of the same; under its own title if that says more, or speaks of another row of the table. */
    private void likewise(Recommendation item, Likewise other) {
        Stream<String> text = sentences(other.how(), other.reason());
        boolean silent = other.how().isEmpty() && other.reason().isEmpty();
        boolean sister = Rule.fileOf(item.basis().ruleId())
                .equals(Rule.fileOf(other.basis().ruleId()));
        also(
                silent || sister
                        ? Stream.concat(Stream.of(ItemWords.title(other, this::isToBeNamed) + "."), text)
                        : text,
                other.basis().citations());
    }

    /** What has been read already is not repeated. */
    private void also(Stream<String> sentences, List<Citation> citations) {
        String text = sentences
                .filter(sentence -> !said.contains(sentence))
                .distinct()
                .collect(Collectors.joining(" "));
        if (!text.isEmpty()) {
            page.labelled("Also", text + cited(citations));
        }
    }

    private static Stream<String> sentences(Optional<String> how, Optional<String> reason) {
        return Stream.of(how, reason).flatMap(Optional::stream);
    }

    /** A warning about routine care, which goes without its sources. */
    void routine(Alert alert) {
        routine(alert.title(), alert.how(), alert.reason());
        page.saidBy(ids(alert));
    }

    /** An item of routine care, which goes without a number and without its sources. */
    void routine(Recommendation item) {
        routine(item.title(), item.how(), item.reason());
        page.saidBy(ids(item));
    }

    private void routine(String title, Optional<String> how, Optional<String> reason) {
        page.item(
                "-",
                Tone.NORMAL,
                Stream.concat(Stream.of(title + "."), sentences(reason, how)).collect(Collectors.joining(" ")));
    }

    /** What can wait, with nothing but its titles. */
    void titles(List<Alert> alerts, List<Recommendation> advice) {
        page.more(Tone.NORMAL, ItemWords.titles(alerts, advice, named).collect(Collectors.joining("; ", "", ".")));
    }

    /**
     * What is withheld for the same reasons.
     *
     * @param obstacles the reasons
     * @param told reasons that the reader has read already
     */
    void withheld(List<Withheld> alike, List<Obstacle> obstacles, List<String> told) {
        String what = alike.stream().map(ItemWords::offer).collect(Collectors.joining("; "));
        boolean saidAbove = obstacles.stream()
                .allMatch(obstacle -> told.contains(obstacle.reason()) || said.contains(key(obstacle)));
        boolean waits = obstacles.stream().allMatch(obstacle -> told.contains(obstacle.reason()));
        page.item("x", Tone.STRONG, what + (waits ? " (not now, as said above)" : saidAbove ? " (as said above)" : ""));
        page.saidBy(alike.stream().map(item -> item.basis().ruleId()));
        if (!saidAbove) {
            obstacles(obstacles, alike.get(0).subject(), Optional.empty());
        }
    }

    private static String key(Obstacle obstacle) {
        return obstacle.about() + obstacle.reason();
    }

    /**
     * Obstacles of one kind and reason are one; a caution that was read at another item is only named.
     *
     * @param of what they are said of, where the item is about several things
     */
    private void obstacles(List<Obstacle> obstacles, Optional<Subject> against, Optional<Subject> of) {
        Map<String, List<Obstacle>> alike = new LinkedHashMap<>();
        for (Obstacle obstacle : obstacles) {
            alike.computeIfAbsent(obstacle.kind() + obstacle.reason(), key -> new ArrayList<>())
                    .add(obstacle);
        }
        for (List<Obstacle> same : alike.values()) {
            Obstacle first = same.get(0);
            String about = same.stream().map(Obstacle::about).distinct().collect(Collectors.joining(", "));
            boolean again = first.kind() == Obstacle.Kind.CAUTION
                    && same.stream().map(BriefItems::key).allMatch(said::contains);
            same.stream().map(BriefItems::key).forEach(said::add);
            Obstacle one = new Obstacle(
                    first.kind(), about, first.reason(), first.verified(), first.readings(), first.citations());
            page.labelled(
                    ItemWords.label(first.kind())
                            + of.map(subject -> " with " + subject.name()).orElse(""),
                    again ? about + ", as above." : ItemWords.obstacle(one, against) + cited(first.citations()));
        }
    }

    /** Where even the titles are too much, a note that calls for care names because of what. */
    private boolean onlyNamesCautions(Alert alert) {
        return haste.isAtLeast(Haste.CROWDED)
                && !alert.interrupts()
                && !alert.obstacles().isEmpty()
                && alert.obstacles().stream().allMatch(obstacle -> obstacle.kind() == Obstacle.Kind.CAUTION);
    }

    private void cautionNames(List<Obstacle> cautions, Optional<Subject> of) {
        page.labelled(
                ItemWords.label(Obstacle.Kind.CAUTION)
                        + of.map(subject -> " with " + subject.name()).orElse(""),
                cautions.stream().map(Obstacle::about).distinct().collect(Collectors.joining(", "))
                        + " (--verbose says why).");
    }

    private void notes(List<Note> all) {
        String text = all.stream()
                .filter(note -> said.add(note.text()))
                .map(note -> note.text() + cited(note.citations()))
                .collect(Collectors.joining(" "));
        if (!text.isEmpty()) {
            page.labelled("Note", text);
        }
    }

    private void text(Stream<String> sentences, List<Citation> citations) {
        List<String> told = sentences.distinct().toList();
        said.addAll(told);
        String text = String.join(" ", told) + cited(citations);
        if (!text.isEmpty()) {
            page.more(Tone.NORMAL, text);
        }
    }

    /** Why, unless the reader has no time for it and knows what to do; why something is critical is the last to go. */
    private Optional<String> why(Alert alert) {
        return alert.level() == Alert.Level.CRITICAL && !haste.isAtLeast(Haste.UTMOST)
                ? alert.reason()
                : why(alert.how(), alert.reason());
    }

    private Optional<String> why(Recommendation item) {
        return why(item.how(), item.reason());
    }

    private Optional<String> why(Optional<String> how, Optional<String> reason) {
        return haste.isAtLeast(Haste.MUCH) && how.isPresent() ? Optional.empty() : reason;
    }

    /** Ids of statements, to end a sentence with. */
    private String cited(List<Citation> citations) {
        return citations.isEmpty() || haste != Haste.NONE ? "" : " " + grounds.few(citations);
    }
}
