package org.spsrules.fhir.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/**
 * What is sent about one patient.
 *
 * @param asOf the day to which the case refers
 * @param resources what is on record
 * @param proposed what is about to be ordered, changed or ended, and is not on record yet
 * @param discontinued orders that are about to be ended, whatever their status says
 * @param discharge whether the patient is about to leave the hospital
 * @param acknowledged ids of rules whose alerts a clinician has acknowledged, or of one and, behind a blank, the drug that
 *     its alert is about
 */
public record PatientRecord(
        LocalDate asOf,
        List<Resource> resources,
        List<Resource> proposed,
        List<Resource> discontinued,
        boolean discharge,
        Set<String> acknowledged) {

    private static final Set<MedicationRequestStatus> OVER = EnumSet.of(
            MedicationRequestStatus.STOPPED,
            MedicationRequestStatus.CANCELLED,
            MedicationRequestStatus.COMPLETED,
            MedicationRequestStatus.ONHOLD);

    /** Copies the lists. */
    public PatientRecord {
        resources = List.copyOf(resources);
        proposed = List.copyOf(proposed);
        discontinued = List.copyOf(discontinued);
        acknowledged = Set.copyOf(acknowledged);
    }

    /** The same record without what is about to be ordered, ended or left. */
    public PatientRecord asItStands() {
        return new PatientRecord(asOf, resources, List.of(), List.of(), false, acknowledged);
    }

    /** The same record of a patient for whom these rules have been acknowledged too. */
    public PatientRecord acknowledging(Set<String> rules) {
        Set<String> all = new TreeSet<>(acknowledged);
        all.addAll(rules);
        return new PatientRecord(asOf, resources, proposed, discontinued, discharge, all);
    }

    /** The resources of a bundle, and of the bundles in it, as they stand on record. */
    public static PatientRecord of(Bundle bundle, LocalDate asOf) {
        return new PatientRecord(asOf, resourcesIn(bundle), List.of(), List.of(), false, Set.of());
    }

    /** Whether an order is over by its status, or is about to be if it is only proposed. */
    public static boolean isOver(MedicationRequest order) {
        return OVER.contains(order.getStatus());
    }

    /**
     * The resources of a bundle and of the bundles in it; an OperationOutcome stands for each that is lacking.
     *
     * @throws UnusableRecordException if the bundle must not be read
     */
    public static List<Resource> resourcesIn(Bundle bundle) {
        if (bundle.hasImplicitRules()) {
            throw new UnusableRecordException(
                    "The Bundle has implicitRules, which are not known here, so nothing of it can be read.");
        }
        List<Resource> found = new ArrayList<>();
        for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
            if (entry.getResource() instanceof Bundle inner) {
                found.addAll(resourcesIn(inner));
            } else if (entry.getResource() != null) {
                if (entry.hasFullUrl()) {
                    entry.getResource().setUserData(References.FULL_URL, entry.getFullUrl());
                    if (entry.getResource().getIdElement().isEmpty()) {
                        entry.getResource().setId(entry.getFullUrl());
                    }
                }
                found.add(entry.getResource());
            } else {
                found.add(lacking("an entry has no resource"));
            }
        }
        if (bundle.getLink("next") != null) {
            found.add(lacking("further pages were not sent"));
        } else if (bundle.getTotal() > bundle.getEntry().size()) {
            found.add(lacking("of " + bundle.getTotal() + " resources "
                    + bundle.getEntry().size() + " were sent"));
        }
        return found;
    }

    private static Resource lacking(String what) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.WARNING)
                .setCode(OperationOutcome.IssueType.INCOMPLETE)
                .setDiagnostics(what);
        return outcome;
    }
}
