package org.spsrules.fhir.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** The resources of a record by the references that lead to them, and the one patient whom they are about. */
final class References {

    /** Where a resource of a bundle keeps the address under which others in the bundle refer to it. */
    static final String FULL_URL = "org.spsrules.full-url";

    private final Map<String, Resource> byReference = new HashMap<>();
    private final Map<String, List<Resource>> byIdentifier = new HashMap<>();
    private final Optional<Patient> patient;

    /**
     * An index.
     *
     * @throws UnusableRecordException if they are about more than one patient
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
            identifiers(resource)
                    .flatMap(identifier -> key(identifier).stream())
                    .forEach(key -> byIdentifier
                            .computeIfAbsent(key, any -> new ArrayList<>())
                            .add(resource));
        }
        List<Patient> patients = resources.stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .toList();
        if (patients.stream().anyMatch(one -> !isSame(patients.get(0), one))) {
            throw new UnusableRecordException(
                    "The record has " + patients.size() + " patients; send the resources of one, and that one once.");
        }
        patient = patients.stream().findFirst();
        List<String> subjects =
                resources.stream().flatMap(References::subjects).distinct().toList();
        if (patient.isEmpty() && subjects.size() > 1) {
            throw new UnusableRecordException(
                    "The record is about " + subjects.size() + " patients; send the resources of one.");
        }
        List<Reference> named = resources.stream()
                .flatMap(References::subjectsOf)
                .filter(Reference::hasReference)
                .toList();
        if (!named.isEmpty() && named.stream().noneMatch(this::isPatient)) {
            throw new UnusableRecordException(
                    "All of the record is about another patient than the one who is meant; send the resources of one.");
        }
    }

    /** Whether two resources can be one patient: they have one id, and nothing in them says otherwise. */
    private static boolean isSame(Patient one, Patient other) {
        return one == other
                || (one.getIdElement().hasIdPart()
                        && of(one).equals(of(other))
                        && agree(
                                one.getGenderElement().getValueAsString(),
                                other.getGenderElement().getValueAsString())
                        && agree(
                                one.getBirthDateElement().getValueAsString(),
                                other.getBirthDateElement().getValueAsString()));
    }

    private static boolean agree(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other);
    }

    /** The patients whom a resource names as its subject; none for one that is about a device or a place. */
    private static Stream<String> subjects(Resource resource) {
        return subjectsOf(resource)
                .map(Reference::getReference)
                .filter(Objects::nonNull)
                .map(RecordMapping::relative)
                .filter(named -> named.startsWith("Patient/") || named.startsWith("urn:"));
    }

    /** Whom or what a resource says that it is about. */
    static Stream<Reference> subjectsOf(Resource resource) {
        return Stream.of("subject", "patient")
                .map(resource::getNamedProperty)
                .filter(Objects::nonNull)
                .flatMap(property -> property.getValues().stream())
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast);
    }

    private static Stream<Identifier> identifiers(Resource resource) {
        return Stream.of("identifier")
                .map(resource::getNamedProperty)
                .filter(Objects::nonNull)
                .flatMap(property -> property.getValues().stream())
                .filter(Identifier.class::isInstance)
                .map(Identifier.class::cast);
    }

    /** What tells an identifier from all others; empty if its system is not said, so that it may be anybody's. */
    private static Optional<String> key(Identifier identifier) {
        return identifier.hasSystem() && identifier.hasValue()
                ? Optional.of(identifier.getSystem() + "|" + identifier.getValue())
                : Optional.empty();
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

    /** What people call the thing that a resource is about. */
    static String shown(Resource resource) {
        return Stream.of("medication", "code")
                .map(resource::getNamedProperty)
                .filter(Objects::nonNull)
                .flatMap(property -> property.getValues().stream())
                .filter(CodeableConcept.class::isInstance)
                .map(code -> Terms.name((CodeableConcept) code))
                .findFirst()
                .orElse(resource.fhirType());
    }

    /** The resource that a reference leads to, in the record or contained in the resource that refers to it. */
    Optional<Resource> find(Reference reference, DomainResource from) {
        String target = reference.getReference();
        if (target == null) {
            return resolved(reference).or(() -> identified(reference));
        }
        if (target.startsWith("#")) {
            String id = target.substring(1);
            return from.getContained().stream()
                    .filter(contained -> id.equals(plainId(contained)))
                    .findFirst()
                    .or(() -> resolved(reference));
        }
        Resource exact = byReference.get(target);
        return Optional.ofNullable(exact != null ? exact : byReference.get(RecordMapping.relative(target)));
    }

    /** What the parser has found behind it: of a contained resource also what stands beside it. */
    private static Optional<Resource> resolved(Reference reference) {
        return Optional.ofNullable(reference.getResource())
                .filter(Resource.class::isInstance)
                .map(Resource.class::cast);
    }

    /** The one resource that bears the identifier by which it is referred to. */
    private Optional<Resource> identified(Reference reference) {
        List<Resource> bearers = key(reference.getIdentifier())
                .map(key -> byIdentifier.getOrDefault(key, List.of()))
                .orElse(List.of())
                .stream()
                .filter(bearer -> !reference.hasType() || reference.getType().equals(bearer.fhirType()))
                .toList();
        return bearers.size() == 1 ? Optional.of(bearers.get(0)) : Optional.empty();
    }

    /** The id of a contained resource without its sign; empty if it has none. */
    private static String plainId(Resource contained) {
        return Optional.ofNullable(contained.getIdElement().getIdPart())
                .orElse("")
                .replace("#", "");
    }

    /** Whether a resource that names this subject is about the patient; who is not named is the patient. */
    boolean isPatient(Reference subject) {
        if (patient.isEmpty()) {
            return true;
        }
        Patient known = patient.get();
        String named = subject.getReference();
        if (named == null) {
            return !isIdentifiedOtherwise(known, subject.getIdentifier());
        }
        return byReference.get(named) instanceof Patient found && isSame(found, known)
                || RecordMapping.relative(named).equals(of(known))
                || replaced(known).anyMatch(RecordMapping.relative(named)::equals);
    }

    /** Whether a patient has identifiers of this system, and not this one. */
    private static boolean isIdentifiedOtherwise(Patient known, Identifier identifier) {
        List<Identifier> sameSystem = known.getIdentifier().stream()
                .filter(own -> identifier.hasSystem() && identifier.getSystem().equals(own.getSystem()))
                .toList();
        return identifier.hasValue()
                && !sameSystem.isEmpty()
                && sameSystem.stream().noneMatch(own -> identifier.getValue().equals(own.getValue()));
    }

    /** The records that have been merged into that of a patient. */
    private static Stream<String> replaced(Patient known) {
        return known.getLink().stream()
                .filter(link -> link.getType() == Patient.LinkType.REPLACES)
                .map(link -> link.getOther().getReference())
                .filter(Objects::nonNull)
                .map(RecordMapping::relative);
    }
}
