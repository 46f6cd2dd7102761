package org.spsrules.fhir.record;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Plan;
import org.spsrules.vocabulary.Concept;

/** Reads procedures that are therapies, and orders for them: plasma exchange, transplantation. */
final class ProcedureReader {

    private static final Set<Concept.Kind> KINDS = EnumSet.of(Concept.Kind.THERAPY, Concept.Kind.CONDITION);

    private final Context context;

    ProcedureReader(Context context) {
        this.context = context;
    }

    void read(Procedure procedure) {
        String reference = References.of(procedure);
        String name = Terms.name(procedure.getCode());
        List<Concept> concepts = context.terms().find(procedure.getCode(), KINDS);
        if (concepts.size() != 1) {
            context.unused(reference, name, "it is no therapy that the vocabulary knows");
            return;
        }
        Concept concept = concepts.get(0);
        String status = Optional.ofNullable(procedure.getStatus())
                .map(Procedure.ProcedureStatus::toCode)
                .orElse("unknown");
        switch (status) {
            case "completed" -> done(concept, procedure, reference);
            case "in-progress" -> given(concept, true, Optional.empty(), reference);
            case "preparation" -> planned(concept, reference, name);
            default -> context.unused(reference, name, "its status is " + status + ", so nothing follows from it");
        }
    }

    private void done(Concept concept, Procedure procedure, String reference) {
        if (concept.kind() == Concept.Kind.CONDITION) {
            context.draft().list(Checklist.Kind.CONDITIONS).present(concept.code(), reference);
        } else {
            Optional<PartialDate> date =
                    context.draft().notLater(Context.partial(procedure.getPerformed()), reference, "performed");
            given(concept, false, date, reference);
        }
    }

    private void given(Concept concept, boolean current, Optional<PartialDate> date, String reference) {
        TreatmentEntry entry = new TreatmentEntry(concept.code(), current, "Procedure", reference);
        entry.started = date;
        entry.stopped = current ? Optional.empty() : date;
        context.draft().treatments.add(entry);
    }

    private void planned(Concept concept, String reference, String name) {
        if (concept.kind() == Concept.Kind.CONDITION) {
            context.unused(reference, name, "it has not been done");
            return;
        }
        context.draft()
                .plans
                .start(new Plans.Order(concept.code(), Optional.empty(), Plan.RequestedBy.UNKNOWN, reference));
    }

    /** An order for a procedure, on record or about to be signed. */
    void read(ServiceRequest order) {
        String reference = References.of(order);
        String name = Terms.name(order.getCode());
        List<Concept> concepts = context.terms().find(order.getCode(), EnumSet.of(Concept.Kind.THERAPY));
        boolean open =
                order.getStatus() == ServiceRequestStatus.DRAFT || order.getStatus() == ServiceRequestStatus.ACTIVE;
        if (concepts.size() != 1
                || !open
                || Boolean.TRUE.equals(order.getDoNotPerformElement().getValue())) {
            context.unused(
                    reference,
                    name,
                    concepts.size() == 1 ? "it is not open" : "it is no therapy that the vocabulary knows");
            return;
        }
        planned(concepts.get(0), reference, name);
    }
}
