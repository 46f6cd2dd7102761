package org.spsrules.cdshooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.spsrules.fhir.record.ClinicianQuestionnaire;
import org.spsrules.fhir.record.PatientRecord;
import org.spsrules.fhir.record.Unused;
import org.spsrules.fhir.report.ReportMapping;

/** Answers a record that comes as a bundle with a report as a bundle. Safe for use by several threads. */
final class FhirCalls {

    private static final String EVALUATE = "/fhir/$sps-evaluate";
    private static final String OPERATION = "urn:spsrules:operation:sps-evaluate";

    private static final String AS_OF = "asOf";
    private static final Set<String> PARAMETERS = Set.of("record", AS_OF);
    /** What every FHIR server may be sent. */
    private static final Set<String> GENERAL = Set.of("_format", "_pretty");

    private final Advice advice;
    private final FhirResources resources;

    FhirCalls(Advice advice, FhirResources resources) {
        this.advice = advice;
        this.resources = resources;
    }

    byte[] answer(String path, Exchange exchange, LocalDate today) throws IOException {
        if (!path.equals(EVALUATE)) {
            throw new RefusedException(
                    HttpStatus.NOT_FOUND, "There is nothing at this address but POST " + EVALUATE + ".");
        }
        Optional<String> asOf = asOf(exchange.parameters());
        List<Unused> unread = new ArrayList<>();
        // Depth and doubled keys are checked before the resource is made.
        Resource body = resources.parse(Json.text(Json.object(exchange.body())), "The body", unread::add);
        checkNames(body);
        Bundle bundle = bundle(body);
        PatientRecord stated = PatientRecord.of(bundle, day(asOf.or(() -> parameter(body)), today));
        Advice.Answer answer = advice.about(stated, unread, "$sps-evaluate");
        return bytes(
                new ReportMapping(patient(stated.resources()), stated.asOf()).bundle(answer.report(), answer.unused()));
    }

    /** The day, if the address states it once. A slip in its name would silently make it that of today. */
    private static Optional<String> asOf(Map<String, List<String>> parameters) {
        boolean slip = parameters.entrySet().stream()
                .anyMatch(stated -> !GENERAL.contains(stated.getKey())
                        && !(stated.getKey().equals(AS_OF) && stated.getValue().size() == 1));
        if (slip) {
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST,
                    "The address takes \"asOf\" once, and nothing else; for example ?asOf=2026-01-15.");
        }
        return Optional.ofNullable(parameters.get(AS_OF)).map(values -> values.get(0));
    }

    private static void checkNames(Resource body) {
        if (body instanceof Parameters parameters) {
            List<String> names = parameters.getParameter().stream()
                    .map(parameter -> parameter == null ? "" : String.valueOf(parameter.getName()))
                    .toList();
            if (!PARAMETERS.containsAll(names) || names.stream().distinct().count() < names.size()) {
                throw new RefusedException(
                        HttpStatus.BAD_REQUEST,
                        "The operation takes the parameters \"record\", which must be a Bundle, and \"asOf\", each once,"
                                + " and nothing else.");
            }
        }
    }

    /** The day, if it is a parameter of the operation. */
    private static Optional<String> parameter(Resource body) {
        return parameter(body, AS_OF)
                .map(found -> found.getValue() == null || !found.getValue().hasPrimitiveValue()
                        ? ""
                        : found.getValue().primitiveValue());
    }

    private static Optional<ParametersParameterComponent> parameter(Resource body, String name) {
        return body instanceof Parameters parameters
                ? parameters.getParameter().stream()
                        .filter(found -> found != null && name.equals(found.getName()))
                        .findFirst()
                : Optional.empty();
    }

    /**
     * The bundle itself, or as the parameter {@code record} of the operation.
     *
     * @throws RefusedException if it is neither
     */
    static Bundle bundle(Resource body) {
        if (body instanceof Bundle bundle) {
            return bundle;
        }
        return parameter(body, "record")
                .map(ParametersParameterComponent::getResource)
                .filter(Bundle.class::isInstance)
                .map(Bundle.class::cast)
                .orElseThrow(() -> new RefusedException(
                        HttpStatus.BAD_REQUEST,
                        "The body must be a Bundle, or Parameters with a Bundle as \"record\"."));
    }

    private static LocalDate day(Optional<String> written, LocalDate today) {
        try {
            return written.map(LocalDate::parse).orElse(today);
        } catch (DateTimeException e) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "\"asOf\" must be a day, for example 2026-01-15.");
        }
    }

    private static String patient(List<Resource> record) {
        return record.stream()
                .filter(Patient.class::isInstance)
                .map(resource -> resource.getIdElement().getIdPart())
                .filter(id -> id != null)
                .map(id -> id.startsWith("urn:") ? id : "Patient/" + id)
                .findFirst()
                .orElse("Patient/unknown");
    }

    /** What the server can do, for clients that ask before they call. */
    byte[] capabilities(String address, Date since) {
        CapabilityStatement statement = new CapabilityStatement();
        statement
                .setStatus(PublicationStatus.DRAFT)
                .setExperimental(true)
                .setDateElement(new DateTimeType(since))
                .setKind(CapabilityStatement.CapabilityStatementKind.INSTANCE)
                .setFhirVersion(FHIRVersion._4_0_1)
                .addFormat("application/fhir+json");
        statement.setImplementation(new CapabilityStatement.CapabilityStatementImplementationComponent(
                        new StringType("SPS Rules: not a medical device, and not clinically reviewed"))
                .setUrl(address + "/fhir"));
        statement
                .addRest()
                .setMode(CapabilityStatement.RestfulCapabilityMode.SERVER)
                .addOperation()
                .setName("sps-evaluate")
                .setDefinition(OPERATION)
                .setDocumentation(
                        "Takes the Bundle of a patient's resources, alone or as the parameter \"record\", and a day"
                                + " as \"asOf\"; gives a Bundle with a GuidanceResponse and what it refers to.");
        return bytes(statement);
    }

    byte[] questionnaire() {
        return bytes(ClinicianQuestionnaire.resource());
    }

    byte[] outcome(String message) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(OperationOutcome.IssueType.PROCESSING)
                .setDetails(new CodeableConcept().setText(message))
                // Clients of HAPI show this one to people.
                .setDiagnostics(message);
        return bytes(outcome);
    }

    private byte[] bytes(Resource resource) {
        return resources.json(resource).getBytes(StandardCharsets.UTF_8);
    }
}
