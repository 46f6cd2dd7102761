package org.spsrules.fhir.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Plan;
import org.spsrules.vocabulary.Vocabulary;

/**
 * The treatments of a case while a record is read. An order, what the patient reports and what was handed out may be three
 * views of one treatment; two orders of one drug are two treatments. Not thread-safe.
 */
final class Treatments {

    /** Of several views of a treatment, the first of these counts. */
    private static final List<String> VIEWS =
            List.of("MedicationRequest", "MedicationStatement", "MedicationAdministration", "MedicationDispense");

    private static final Set<String> EVENTS = Set.of("MedicationAdministration", "MedicationDispense");

    private static final Comparator<TreatmentEntry> LATEST_FIRST = Comparator.comparing(
                    (TreatmentEntry entry) -> entry.current)
            .thenComparing(entry -> entry.stopped
                    .or(() -> entry.started)
                    .map(PartialDate::latest)
                    .orElse(LocalDate.MIN))
            .reversed();

    /** The class of what must not end abruptly. */
    static final String WITHDRAWAL_RISK = "withdrawal-risk";

    private final Leftovers leftovers;
    private final Vocabulary vocabulary;
    private final List<TreatmentEntry> entries = new ArrayList<>();

    Treatments(Leftovers leftovers, Vocabulary vocabulary) {
        this.leftovers = leftovers;
        this.vocabulary = vocabulary;
    }

    void add(TreatmentEntry entry) {
        entries.add(entry);
    }

    /** Those that are given now. */
    Stream<TreatmentEntry> current() {
        return entries.stream().filter(entry -> entry.current);
    }

    /** The entry that comes from a resource. */
    Optional<TreatmentEntry> from(String reference) {
        return allFrom(reference).stream().findFirst();
    }

    /** The entries that come from a resource: one for each drug of its product. */
    List<TreatmentEntry> allFrom(String reference) {
        return entries.stream()
                .filter(entry -> entry.references.contains(reference))
                .toList();
    }

    /** The entries of a therapy. */
    List<TreatmentEntry> of(String therapy) {
        return entries.stream().filter(entry -> entry.therapy.equals(therapy)).toList();
    }

    /** Makes one of what different types of resources say of one drug in use; called once all of them have been read. */
    void mergeViews() {
        List<TreatmentEntry> merged = new ArrayList<>();
        entries.sort(
                Comparator.comparing(entry -> VIEWS.contains(entry.view) ? VIEWS.indexOf(entry.view) : VIEWS.size()));
        for (TreatmentEntry entry : entries) {
            Optional<TreatmentEntry> same = merged.stream()
                    .filter(known -> isAnotherViewOf(known, entry))
                    .findFirst();
            if (same.isEmpty()) {
                merged.add(entry);
                continue;
            }
            if (entry.dose.isPresent() && same.get().dose.isPresent() && !entry.dose.equals(same.get().dose)) {
                leftovers.add(
                        entry.references.get(0),
                        entry.therapy + " " + entry.dose.get(),
                        "the dose is " + same.get().dose.get() + " in "
                                + same.get().references.get(0) + ", which was used; ask which is right");
            }
            same.get().complete(entry);
        }
        entries.clear();
        entries.addAll(merged);
        foldSingleEvents();
    }

    /** What was handed out or administered once is part of what is in use, and several times are one treatment. */
    private void foldSingleEvents() {
        List<TreatmentEntry> kept = new ArrayList<>();
        for (TreatmentEntry entry : entries) {
            Optional<TreatmentEntry> whole = entry.current || !EVENTS.contains(entry.view)
                    ? Optional.empty()
                    : Stream.concat(entries.stream().filter(known -> known.current), kept.stream())
                            .filter(known -> RouteFamily.canBeOne(known.therapy, entry.therapy))
                            .filter(known -> known.current || known.view.equals(entry.view))
                            .findFirst();
            if (whole.isPresent()) {
                whole.get().include(entry);
            } else {
                kept.add(entry);
            }
        }
        entries.clear();
        entries.addAll(kept);
    }

    private static boolean isAnotherViewOf(TreatmentEntry known, TreatmentEntry entry) {
        return known.current
                && entry.current
                && RouteFamily.canBeOne(known.therapy, entry.therapy)
                && !known.view.equals(entry.view);
    }

    private void undate(TreatmentEntry entry) {
        leftovers.add(
                entry.references.get(0),
                entry.therapy,
                "it ends before it begins, so neither of the two dates was used");
        entry.started = Optional.empty();
        entry.stopped = Optional.empty();
    }

    /** Of what is over and must not end abruptly, a day decides whether anything warns of its withdrawal. */
    private void saysNotWhenItEnded(TreatmentEntry entry) {
        boolean matters = !entry.current
                && entry.stopped.isEmpty()
                && entry.ending != Plan.Manner.GRADUAL
                && vocabulary.isA(entry.therapy, WITHDRAWAL_RISK)
                && current().noneMatch(other -> other.therapy.equals(entry.therapy));
        if (matters) {
            leftovers.add(
                    entry.references.get(0),
                    vocabulary.nameOf(entry.therapy),
                    "on which day it ended is not stated, so nothing warns of its withdrawal; if that was lately, state"
                            + " it: the end of the period of the dosage, or of a statement");
        }
    }

    private void leaveOut(TreatmentEntry entry) {
        leftovers.add(
                entry.references.get(0),
                entry.therapy,
                "a case holds " + Latest.MOST + " treatments; of each drug the latest were used");
    }

    /** All of them, such that a case can hold them: what is said twice is said once, or told apart by who ordered it. */
    List<TreatmentEntry> settled() {
        List<TreatmentEntry> settled = new ArrayList<>();
        entries.stream().filter(TreatmentEntry::endsBeforeItBegins).forEach(this::undate);
        entries.forEach(this::saysNotWhenItEnded);
        for (TreatmentEntry entry : Latest.of(entries, known -> known.therapy, LATEST_FIRST, this::leaveOut)) {
            Optional<TreatmentEntry> same =
                    settled.stream().filter(known -> known.saysTheSameAs(entry)).findFirst();
            if (same.isPresent() && entry.current && !entry.orderedBy.equals(same.get().orderedBy)) {
                entry.label = Optional.of(entry.orderedBy.orElse(entry.references.get(0)));
                same = settled.stream()
                        .filter(known -> known.saysTheSameAs(entry))
                        .findFirst();
            }
            if (same.isPresent()) {
                same.get().references.addAll(entry.references);
                leftovers.add(
                        entry.references.get(0),
                        entry.therapy,
                        "it says what " + same.get().references.get(0) + " says, and was read as the same treatment");
            } else {
                settled.add(entry);
            }
        }
        return settled;
    }
}
