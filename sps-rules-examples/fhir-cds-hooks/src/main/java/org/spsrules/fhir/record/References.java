package org.spsrules.fhir.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The resources of a record by the references that lead to them, and the one patient whom they are about. */
final class References {

    /** Where a resource of a bundle keeps the address under which others in the bundle refer to it. */
    static final String FULL_URL = "org.spsrules.full-url";

    private final Map<String, Resource> byReference = new HashMap<>();
    private final Optional<Patient> patient;

    /**
     * An index.
     *
     * @throws UnusableRecordException if there is more than one patient
     */
    References(Collection<Resource> resources) {
        for (Resource resource : resources) {
            byReference.put(of(resource), resource);
            if (resource.getIdElement().hasValue()) {
                byReference.put(resource.getIdElement().getValue(), resource);
            }
            if (resource.getUserData(FULL_URL) instanceof String address) {
                byReference.put(address, resource);
            }
        }
        List<Patient> patients = resources.stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .filter(found -> byReference.get(of(found)) == found)
                .toList();
        if (patients.size() > 1) {
            throw new UnusableRecordException(
                    "The record has " + patients.size() + " patients; send the resources of one.");
        }
        patient = patients.stream().findFirst();
    }

    /** The patient, if the record has one. */
    Optional<Patient> patient() {
        return patient;
    }

    /** How a resource is referred to. */
    static String of(Resource resource) {
        String id = resource.getIdElement().getIdPart();
        if (id == null || id.isEmpty()) {
            return resource.fhirType();
        }
        return id.startsWith("urn:") ? id : resource.fhirType() + "/" + id.replace("#", "");
    }

    /** The resource that a reference leads to, in the record or contained in the resource that refers to it. */
    Optional<Resource> find(Reference reference, DomainResource from) {
        String target = reference.getReference();
        if (target == null) {
            return Optional.ofNullable(reference.getResource())
                    .filter(Resource.class::isInstance)
                    .map(Resource.class::cast);
        }
        if (target.startsWith("#")) {
            String id = target.substring(1);
            return from.getContained().stream()
                    .filter(contained -> id.equals(plainId(contained)))
                    .findFirst();
        }
        Resource exact = byReference.get(target);
        return Optional.ofNullable(exact != null ? exact : byReference.get(relative(target)));
    }

    /** The id of a contained resource without its sign; empty if it has none. */
    private static String plainId(Resource contained) {
        return Optional.ofNullable(contained.getIdElement().getIdPart())
                .orElse("")
                .replace("#", "");
    }

    /** Whether a resource that names this subject is about the patient; who is not named is the patient. */
    boolean isPatient(Reference subject) {
        if (patient.isEmpty() || subject.getReference() == null) {
            return true;
        }
        String named = subject.getReference();
        Patient known = patient.get();
        return byReference.get(named) == known || relative(named).equals(of(known));
    }

    /** {@code Patient/1} of {@code http://example.org/fhir/Patient/1/_history/2}. */
    private static String relative(String reference) {
        String[] parts = reference.split("/_history/", 2)[0].split("/");
        return parts.length < 2 ? reference : parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }
}
