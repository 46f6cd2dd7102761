package org.spsrules.cdshooks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.spsrules.fhir.record.PatientRecord;
import org.spsrules.fhir.record.Unused;
import tools.jackson.databind.JsonNode;

/** Gathers the record of a patient: what was fetched ahead, and the rest from the configured server if there is one. */
final class Prefetch {

    private final FhirResources resources;
    private final Optional<FhirServer> server;

    Prefetch(FhirResources resources, Optional<FhirServer> server) {
        this.resources = resources;
        this.server = server;
    }

    /**
     * A record.
     *
     * @param resources what is on record
     * @param proposed what is about to be ordered, changed or ended
     * @param discontinued what is about to end, whatever its status says
     * @param lacking what was not sent, or not read
     */
    record Gathered(
            List<Resource> resources, List<Resource> proposed, List<Resource> discontinued, List<Unused> lacking) {}

    /**
     * The record that a request is about.
     *
     * @throws RefusedException if something that is needed was not sent and cannot be fetched
     */
    Gathered gather(HookRequest request) {
        List<Resource> found = new ArrayList<>();
        List<Unused> lacking = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        long deadline = FhirServer.deadline();
        for (PrefetchKey key : PrefetchKey.values()) {
            JsonNode sent = request.prefetch().get(key.key());
            boolean asks = mayAsk(request);
            if (sent != null && !(asks && goesOn(sent))) {
                add(sent, key, found, lacking);
            } else if (asks) {
                server.get()
                        .get(key.query(request.patientId()), request.accessToken(), deadline, lacking::add)
                        .forEach(page -> addFetched(page, key, found));
            } else if (key.isNeeded()) {
                missing.add(key.key());
            } else {
                lacking.add(new Unused("prefetch." + key.key(), "not sent", "what it would say is not known", 1));
            }
        }
        request.prefetch()
                .propertyStream()
                .filter(field -> Arrays.stream(PrefetchKey.values())
                        .noneMatch(key -> key.key().equals(field.getKey())))
                .forEach(field -> lacking.add(new Unused(
                        "prefetch." + field.getKey(), "sent", "there is no such key, so it is not read", 1)));
        if (!missing.isEmpty()) {
            throw new RefusedException(
                    HttpStatus.PRECONDITION_FAILED,
                    "Not sent as prefetch, and not to be fetched: " + String.join(", ", missing) + ".");
        }
        boolean another = found.stream()
                .filter(Patient.class::isInstance)
                .anyMatch(patient ->
                        !request.patientId().equals(patient.getIdElement().getIdPart()));
        if (another) {
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST, "\"prefetch.patient\" is not the patient of \"context.patientId\".");
        }
        if (found.stream().noneMatch(Patient.class::isInstance)) {
            // Nothing is known of the patient, but who it is has been said, and nobody else's record is read.
            Patient meant = new Patient();
            meant.setId(request.patientId());
            found.add(meant);
        }
        return new Gathered(
                found, orders(request, "draftOrders", lacking), discontinued(request, found, lacking), lacking);
    }

    private boolean mayAsk(HookRequest request) {
        return server.isPresent()
                && request.fhirServer().filter(server.get()::isAt).isPresent();
    }

    /** Whether only the first page was sent. */
    private static boolean goesOn(JsonNode sent) {
        return sent.path("link")
                .valueStream()
                .anyMatch(link -> Json.string(link, "relation").equals("next"));
    }

    /** An answer that is not what was asked for does not say that there is nothing. */
    private static void addFetched(Resource page, PrefetchKey key, List<Resource> found) {
        boolean asked = key == PrefetchKey.PATIENT ? page instanceof Patient : page instanceof Bundle;
        if (!asked) {
            throw new RefusedException(
                    HttpStatus.PRECONDITION_FAILED,
                    "The FHIR server answers " + key.key()
                            + " with something else than was asked for; send it as prefetch.");
        }
        if (page instanceof Bundle bundle) {
            // The pages are all here.
            bundle.setLink(List.of()).setTotalElement(null);
        }
        add(page, found);
    }

    private void add(JsonNode sent, PrefetchKey key, List<Resource> found, List<Unused> lacking) {
        if (sent.isNull()) {
            return;
        }
        String where = "\"prefetch." + key.key() + "\"";
        if (!sent.isObject()) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, where + " must be a resource or null.");
        }
        Resource resource = resources.parse(Json.text(sent), where, lacking::add);
        if (resource instanceof OperationOutcome) {
            throw new RefusedException(
                    HttpStatus.PRECONDITION_FAILED,
                    where + " says that it could not be fetched; what it holds is needed.");
        }
        List<Resource> all = new ArrayList<>();
        add(resource, all);
        if (!isOf(key, resource, all)) {
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST,
                    where + " must be "
                            + (key == PrefetchKey.PATIENT
                                    ? "a Patient."
                                    : "a Bundle with resources of type " + String.join(" or ", key.types())
                                            + ", or one of these."));
        }
        found.addAll(all);
    }

    /** Whether it answers what the key asks for: what is there and is all of other types does not say that there is none. */
    private static boolean isOf(PrefetchKey key, Resource sent, List<Resource> all) {
        if (sent instanceof Bundle) {
            return key != PrefetchKey.PATIENT
                    && (all.isEmpty()
                            || all.stream()
                                    .anyMatch(one -> one instanceof OperationOutcome
                                            || key.types().contains(one.fhirType())));
        }
        return key.types().contains(sent.fhirType());
    }

    private static void add(Resource resource, List<Resource> found) {
        if (resource instanceof Bundle bundle) {
            found.addAll(PatientRecord.resourcesIn(bundle));
        } else {
            found.add(resource);
        }
    }

    /** What a request states: the record, and what is about to happen. */
    PatientRecord stated(HookRequest request, Gathered gathered, LocalDate today) {
        return new PatientRecord(
                today,
                gathered.resources(),
                gathered.proposed(),
                gathered.discontinued(),
                request.hook() == Hook.ENCOUNTER_DISCHARGE,
                Set.of());
    }

    private List<Resource> discontinued(HookRequest request, List<Resource> record, List<Unused> lacking) {
        return switch (request.hook()) {
            case ORDER_DISCONTINUE -> orders(request, "discontinuedOrders", lacking);
            case ORDER_DISPATCH -> ended(request, record);
            default -> List.of();
        };
    }

    /** An order that is sent out while the record says that it is over is the message that it has just ended. */
    private static List<Resource> ended(HookRequest request, List<Resource> record) {
        Set<String> sent = request.context()
                .path("dispatchedOrders")
                .valueStream()
                .map(reference -> reference.stringValue(""))
                .collect(Collectors.toSet());
        return record.stream()
                .filter(MedicationRequest.class::isInstance)
                .filter(order -> PatientRecord.isOver((MedicationRequest) order))
                .filter(order -> sent.contains(
                        "MedicationRequest/" + order.getIdElement().getIdPart()))
                .toList();
    }

    /** The orders in a field of the context. */
    private List<Resource> orders(HookRequest request, String field, List<Unused> lacking) {
        JsonNode orders = request.context().get(field);
        if (orders == null) {
            return List.of();
        }
        String where = "\"context." + field + "\"";
        boolean whole = orders.path("entry")
                .valueStream()
                .allMatch(entry -> entry.path("resource").isObject());
        if (!whole) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, where + " has an entry without a resource.");
        }
        if (orders.isObject() && resources.parse(Json.text(orders), where, lacking::add) instanceof Bundle bundle) {
            return PatientRecord.resourcesIn(bundle);
        }
        throw new RefusedException(HttpStatus.BAD_REQUEST, where + " must be a Bundle.");
    }
}
