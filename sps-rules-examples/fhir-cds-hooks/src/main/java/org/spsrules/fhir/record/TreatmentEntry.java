package org.spsrules.fhir.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.spsrules.Answer;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.TreatmentDraft;

/** A treatment while a record is read: what one or several resources say of one drug. Not thread-safe. */
final class TreatmentEntry {

    String therapy;
    final boolean current;
    /** The type of the resource that it comes from: two of one type are two orders, two of different types are two views. */
    final String view;

    final List<String> references = new ArrayList<>();
    final Set<String> sideEffects = new TreeSet<>();
    final Set<String> severeSideEffects = new TreeSet<>();
    Optional<String> dose = Optional.empty();
    Treatment.Schedule schedule = Treatment.Schedule.UNKNOWN;
    Treatment.Indication indication = Treatment.Indication.UNKNOWN;
    Optional<PartialDate> started = Optional.empty();
    Optional<PartialDate> stopped = Optional.empty();
    Plan.Manner ending = Plan.Manner.UNKNOWN;
    Treatment.Response response = Treatment.Response.UNKNOWN;
    Answer adequateTrial = Answer.UNKNOWN;
    Answer highestTolerated = Answer.UNKNOWN;
    Answer takenAsPrescribed = Answer.UNKNOWN;
    Optional<Integer> courses = Optional.empty();
    Answer singleDose = Answer.UNKNOWN;
    Optional<Integer> supplyDays = Optional.empty();
    Answer addedLast = Answer.UNKNOWN;
    Answer tolerated = Answer.UNKNOWN;
    Answer woreOff = Answer.UNKNOWN;
    Optional<String> label = Optional.empty();
    /** Who ordered it, to tell two orders of one drug apart. */
    Optional<String> orderedBy = Optional.empty();
    /** Whether it is given in hospital only. */
    boolean inpatient;

    TreatmentEntry(String therapy, boolean current, String view, String reference) {
        this.therapy = therapy;
        this.current = current;
        this.view = view;
        references.add(reference);
    }

    /** Whether the other entry says the same of the same drug, so that a case would refuse to hold both. */
    boolean saysTheSameAs(TreatmentEntry other) {
        return therapy.equals(other.therapy)
                && current == other.current
                && dose.equals(other.dose)
                && schedule == other.schedule
                && indication == other.indication
                && started.equals(other.started)
                && stopped.equals(other.stopped)
                && ending == other.ending
                && response == other.response
                && adequateTrial == other.adequateTrial
                && highestTolerated == other.highestTolerated
                && takenAsPrescribed == other.takenAsPrescribed
                && courses.equals(other.courses)
                && singleDose == other.singleDose
                && supplyDays.equals(other.supplyDays)
                && addedLast == other.addedLast
                && tolerated == other.tolerated
                && woreOff == other.woreOff
                && sideEffects.equals(other.sideEffects)
                && severeSideEffects.equals(other.severeSideEffects)
                && label.equals(other.label);
    }

    /** Whether its dates cannot be. */
    boolean endsBeforeItBegins() {
        return stopped.filter(end -> started.filter(end::isBefore).isPresent()).isPresent();
    }

    /** Takes over what the other one knows and this one does not. */
    void complete(TreatmentEntry other) {
        therapy = RouteFamily.narrower(therapy, other.therapy);
        dose = dose.or(() -> other.dose);
        schedule = schedule == Treatment.Schedule.UNKNOWN ? other.schedule : schedule;
        indication = indication == Treatment.Indication.UNKNOWN ? other.indication : indication;
        started = started.or(() -> other.started);
        stopped = stopped.or(() -> other.stopped);
        tolerated = tolerated == Answer.UNKNOWN ? other.tolerated : tolerated;
        orderedBy = orderedBy.or(() -> other.orderedBy);
        inpatient &= other.inpatient;
        sideEffects.addAll(other.sideEffects);
        references.addAll(other.references);
    }

    /** Takes in one event of this treatment. */
    void include(TreatmentEntry event) {
        if (!current) {
            started = earlier(started, event.started);
            stopped = later(stopped, event.stopped);
        }
        references.addAll(event.references);
    }

    private static Optional<PartialDate> earlier(Optional<PartialDate> one, Optional<PartialDate> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.comparing(PartialDate::earliest));
    }

    private static Optional<PartialDate> later(Optional<PartialDate> one, Optional<PartialDate> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.comparing(PartialDate::latest));
    }

    /** Adds it to a case. */
    void addTo(PatientCaseBuilder builder) {
        if (current) {
            builder.current(therapy, this::fill);
        } else {
            builder.past(therapy, this::fill);
        }
    }

    private void fill(TreatmentDraft draft) {
        dose.ifPresent(draft::dose);
        draft.schedule(schedule);
        draft.indication(indication);
        started.ifPresent(draft::started);
        stopped.ifPresent(draft::stopped);
        if (!current) {
            draft.ending(ending);
        }
        draft.response(response);
        draft.adequateTrial(adequateTrial);
        draft.highestTolerated(highestTolerated);
        draft.takenAsPrescribed(takenAsPrescribed);
        courses.ifPresent(draft::courses);
        draft.singleDose(singleDose);
        supplyDays.ifPresent(draft::supplyDays);
        draft.addedLast(addedLast);
        draft.tolerated(tolerated);
        draft.woreOff(woreOff);
        draft.sideEffects(sideEffects);
        draft.severeSideEffects(severeSideEffects);
        label.map(Terms::kept).ifPresent(draft::label);
    }
}
