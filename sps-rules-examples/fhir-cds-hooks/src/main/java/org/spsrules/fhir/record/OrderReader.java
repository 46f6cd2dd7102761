package org.spsrules.fhir.record;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.spsrules.Answer;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Plan;

/** Reads medication requests: what is in use, what was, and what is to begin or to end. */
final class OrderReader {

    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/medicationrequest-category";
    private static final String REASON = "http://terminology.hl7.org/CodeSystem/medicationrequest-status-reason";
    private static final Set<MedicationRequestIntent> WISHES =
            EnumSet.of(MedicationRequestIntent.PROPOSAL, MedicationRequestIntent.PLAN, MedicationRequestIntent.OPTION);

    /** More than any prescription allows. */
    private static final int MOST_REPEATS = 100;

    private final Context context;
    private final Medications medications;

    OrderReader(Context context, Medications medications) {
        this.context = context;
        this.medications = medications;
    }

    /** Reads an order that is on record. */
    void read(MedicationRequest order) {
        Medications.Use use = medications.use(order.getMedication(), order.getDosageInstruction(), order);
        if (isForbidding(order)) {
            medications.unused(use, order, "it is an order not to give it, which a case cannot state");
            return;
        }
        MedicationRequestStatus status = Optional.ofNullable(order.getStatus()).orElse(MedicationRequestStatus.UNKNOWN);
        switch (status) {
            case DRAFT -> medications.plan(true, use, requestedBy(order), order);
            case ACTIVE, UNKNOWN -> active(order, use);
            case ONHOLD -> {
                inUse(order, use);
                medications.plan(false, use, requestedBy(order), order);
            }
            case COMPLETED, STOPPED -> past(order, use, notInFuture(Endings.of(order)));
            case CANCELLED -> medications.unused(use, order, "it was cancelled before it was given");
            default -> medications.unused(use, order, "it was entered in error");
        }
    }

    private static boolean isForbidding(MedicationRequest order) {
        return Boolean.TRUE.equals(order.getDoNotPerformElement().getValue());
    }

    private void active(MedicationRequest order, Medications.Use use) {
        Optional<LocalDate> end = Endings.lastDay(order.getDosageInstruction());
        Optional<LocalDate> start = Medications.start(order.getDosageInstruction());
        if (WISHES.contains(order.getIntent())
                || start.filter(day -> day.isAfter(context.draft().asOf())).isPresent()) {
            medications.plan(true, use, requestedBy(order), order);
        } else if (end.filter(day -> day.isBefore(context.draft().asOf())).isPresent()) {
            past(order, use, Endings.of(order).or(() -> end.map(PartialDate::of)));
        } else {
            if (order.getStatus() != MedicationRequestStatus.ACTIVE) {
                medications.unused(use, order, "its status is not known; it was read as in use");
            }
            Endings.byInstructions(order)
                    .filter(day -> day.latest().isBefore(context.draft().asOf()))
                    .ifPresent(day -> medications.unused(
                            use,
                            order,
                            "by its dosage it has ended on " + day
                                    + " if it was begun when it was written; it was read as in"
                                    + " use, because its status says so"));
            inUse(order, use);
        }
    }

    /** An order that was stopped before the day on which it was to end has ended before; when, is not known. */
    private Optional<PartialDate> notInFuture(Optional<PartialDate> end) {
        return end.filter(day -> !day.earliest().isAfter(context.draft().asOf()));
    }

    private void inUse(MedicationRequest order, Medications.Use use) {
        for (TreatmentEntry entry : medications.add(use, true, order)) {
            fill(entry, order);
            context.draft().supplies.ordered(entry.therapy, supply(order));
            entry.inpatient =
                    order.getCategory().size() == 1 && Terms.has(order.getCategoryFirstRep(), CATEGORY, "inpatient");
        }
    }

    /** What a prescription is expected to last for, with everything that may be had by it. */
    private static Supplies.Supply supply(MedicationRequest order) {
        MedicationRequest.MedicationRequestDispenseRequestComponent dispensing = order.getDispenseRequest();
        Optional<LocalDate> begin = Context.day(dispensing.getValidityPeriod().getStartElement())
                .or(() -> Context.day(order.getAuthoredOnElement()));
        Optional<LocalDate> runsOut = dispensing.hasExpectedSupplyDuration() ? begin : Optional.empty();
        int times = 1 + Math.min(MOST_REPEATS, Math.max(0, dispensing.getNumberOfRepeatsAllowed()));
        for (int i = 0; i < times; i++) {
            runsOut = runsOut.flatMap(day -> Days.after(day, dispensing.getExpectedSupplyDuration()));
        }
        return new Supplies.Supply(
                References.of(order),
                runsOut,
                Context.day(dispensing.getValidityPeriod().getEndElement()));
    }

    private void fill(TreatmentEntry entry, MedicationRequest order) {
        entry.indication = medications.indication(order.getReasonCode(), order.getReasonReference(), order);
        entry.started = context.draft()
                .notLater(
                        Medications.start(order.getDosageInstruction()).map(PartialDate::of),
                        References.of(order),
                        "start");
        entry.orderedBy = Optional.ofNullable(order.getRequester().getDisplay())
                .or(() -> Optional.ofNullable(order.getRequester().getReference()));
    }

    private void past(MedicationRequest order, Medications.Use use, Optional<PartialDate> stopped) {
        String reference = References.of(order);
        for (TreatmentEntry entry : medications.add(use, false, order)) {
            fill(entry, order);
            entry.stopped = context.draft().notLater(stopped, reference, "end");
            if (Terms.has(order.getStatusReason(), REASON, "sintol")
                    || Terms.has(order.getStatusReason(), REASON, "salg")) {
                entry.tolerated = Answer.NO;
            } else if (Terms.has(order.getStatusReason(), REASON, "non-avail")) {
                context.draft().add(TermSet.UNAVAILABLE, entry.therapy, reference);
            } else if (order.hasStatusReason()) {
                context.unused(reference, Terms.name(order.getStatusReason()), "this reason for the end is not read");
            }
        }
    }

    /** Reads an order that is about to be signed. */
    void readProposed(MedicationRequest order) {
        Medications.Use use = medications.use(order.getMedication(), order.getDosageInstruction(), order);
        if (order.getStatus() == MedicationRequestStatus.ENTEREDINERROR || isForbidding(order)) {
            medications.unused(use, order, "it is withdrawn, or an order not to give it");
        } else if (order.getStatus() == null) {
            medications.unused(
                    use, order, "it has no status; it was read as an order to give it; if it ends one, send stopped");
            medications.plan(true, use, requestedBy(order), order);
        } else if (!PatientRecord.isOver(order)) {
            medications.plan(true, use, requestedBy(order), order);
        } else if (order.getStatus() == MedicationRequestStatus.CANCELLED && !medications.ends(use, order)) {
            medications.unused(use, order, "it is cancelled, and not in use");
        } else {
            medications.plan(false, use, requestedBy(order), order);
        }
    }

    /** Reads an order that is about to be ended, whatever its status says. */
    void readDiscontinued(MedicationRequest order) {
        Medications.Use use = medications.use(order.getMedication(), order.getDosageInstruction(), order);
        medications.plan(false, use, requestedBy(order), order);
    }

    /** What is given in hospital only ends when the patient leaves, unless an order for home goes on with it. */
    void planEndAtDischarge() {
        List<TreatmentEntry> inUse = context.draft().treatments.current().toList();
        inUse.stream()
                .filter(entry -> entry.inpatient)
                .filter(entry ->
                        inUse.stream().noneMatch(other -> !other.inpatient && other.therapy.equals(entry.therapy)))
                .forEach(entry -> context.draft()
                        .plans
                        .stop(new Plans.Order(
                                entry.therapy, Optional.empty(), Plan.RequestedBy.CLINICIAN, entry.references.get(0))));
    }

    private static Plan.RequestedBy requestedBy(MedicationRequest order) {
        String requester = order.getRequester().getReference();
        if (requester == null) {
            return Plan.RequestedBy.UNKNOWN;
        } else if (requester.contains("Practitioner")) {
            return Plan.RequestedBy.CLINICIAN;
        }
        return requester.contains("Patient/") || requester.contains("RelatedPerson/")
                ? Plan.RequestedBy.PATIENT
                : Plan.RequestedBy.UNKNOWN;
    }
}
