package org.spsrules.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Basis;
import org.spsrules.Report.Dosing;
import org.spsrules.Report.Likewise;
import org.spsrules.Report.Note;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Position;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.Report.Withheld;
import org.spsrules.ReportDifference.Change;

/** The parts of an item in which a reader sees that it has changed. */
final class ItemParts<T> {

    static final ItemParts<Alert> ALERT = new ItemParts<>(
            List.of(
                    new Part<>("Title", alert -> Stream.of(alert.title())),
                    new Part<>("Level", alert -> Stream.of(alert.level().name().toLowerCase(Locale.ROOT))),
                    new Part<>("Acknowledged", alert -> Stream.of(alert.acknowledged() ? "yes" : "no")),
                    new Part<>("Do", alert -> alert.how().stream()),
                    new Part<>("Why", alert -> alert.reason().stream()),
                    new Part<>("Against it", alert -> reasons(alert.obstacles()))),
            alert -> Stream.of(alert.basis()));

    static final ItemParts<Recommendation> RECOMMENDATION = new ItemParts<>(
            List.of(
                    new Part<>("Title", item -> said(item, Stream.of(item.title()), other -> Stream.of(other.title()))),
                    new Part<>("Step", item -> place(item.position())),
                    new Part<>("First", item -> item.first().stream().map(Subject::name)),
                    new Part<>("Dose", item -> dose(item.dosing())),
                    new Part<>("Do", item -> said(item, item.how().stream(), other -> other.how().stream())),
                    new Part<>("Why", item -> said(item, item.reason().stream(), other -> other.reason().stream())),
                    new Part<>("Care", item -> reasons(item.cautions())),
                    new Part<>("Note", item -> item.notes().stream().map(Note::text))),
            Recommendation::bases);

    static final ItemParts<Withheld> WITHHELD = new ItemParts<>(
            List.of(
                    new Part<>("Step", offer -> place(offer.position())),
                    new Part<>("Against it", offer -> reasons(offer.obstacles()))),
            offer -> Stream.of(offer.basis()));

    private final List<Part<T>> parts;

    /**
     * The parts of a sort of items.
     *
     * @param own those that only this sort has
     * @param bases where an item comes from
     */
    private ItemParts(List<Part<T>> own, Function<T, Stream<Basis>> bases) {
        this.parts = Stream.concat(
                        own.stream(),
                        Stream.of(
                                new Part<T>(
                                        "Facts", item -> bases.apply(item).flatMap(basis -> basis.because().stream())),
                                new Part<T>(
                                        "Assumed",
                                        item -> bases.apply(item).flatMap(basis -> basis.assumed().stream())),
                                new Part<T>(
                                        "Absent", item -> bases.apply(item).flatMap(basis -> basis.absent().stream()))))
                .toList();
    }

    /** Writes under an item each part of it that has changed: what was said, and what is said now. */
    void writeChanged(Change<T> change, Sheet page) {
        for (Part<T> part : parts) {
            List<String> gone = part.without(change.before(), change.after());
            List<String> added = part.without(change.after(), change.before());
            if (!gone.isEmpty()) {
                page.labelled(part.label() + " before", String.join("; ", gone));
            }
            if (!added.isEmpty()) {
                page.labelled(part.label() + " now", String.join("; ", added));
            }
        }
    }

    /** A part, and what it says. */
    private record Part<T>(String label, Function<T, Stream<String>> words) {

        /** What it says of the one and not of the other. */
        List<String> without(T one, T other) {
            List<String> said = new ArrayList<>(words.apply(one).distinct().toList());
            said.removeAll(words.apply(other).toList());
            return said;
        }
    }

    /** What the rule says, and what the others say that recommend the same: which of them comes first is no change. */
    private static Stream<String> said(
            Recommendation item, Stream<String> first, Function<Likewise, Stream<String>> others) {
        return Stream.concat(first, item.likewise().stream().flatMap(others));
    }

    private static Stream<String> place(Optional<Position> position) {
        return position.map(ItemWords::place).stream();
    }

    private static Stream<String> dose(Dosing dosing) {
        return Stream.concat(
                dosing.withheld().stream(),
                dosing.figures().stream().map(figure -> ItemWords.role(figure.role()) + figure.text()));
    }

    private static Stream<String> reasons(List<Obstacle> obstacles) {
        return obstacles.stream().map(obstacle -> ItemWords.obstacle(obstacle, Optional.empty()));
    }
}
