package org.spsrules.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spsrules.SpsRules;
import org.spsrules.fhir.Validity;

/** A client that nobody here wrote talks to the service: it asks what the server can do, and calls the operation. */
class HapiClientTest {

    private static final SpsRules RULES = SpsRules.load();
    private static final FhirContext FHIR = FhirContext.forR4();
    private static CdsService service;
    private static IGenericClient client;

    @BeforeAll
    static void start() throws IOException {
        service = new CdsService(
                RULES,
                new Settings(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        Clock.systemUTC()));
        FHIR.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.ONCE);
        client = FHIR.newRestfulGenericClient("http://127.0.0.1:" + service.port() + "/fhir");
    }

    @AfterAll
    static void stop() {
        service.close();
        RULES.close();
    }

    private static Parameters evaluate(Parameters asked) {
        return client.operation()
                .onServer()
                .named("$sps-evaluate")
                .withParameters(asked)
                .execute();
    }

    private static Parameters asked(Bundle bundle) {
        Parameters asked = new Parameters();
        asked.addParameter().setName("record").setResource(bundle);
        asked.addParameter().setName("asOf").setValue(new DateType("2026-01-15"));
        return asked;
    }

    @Test
    void itIsToldWhatTheServerCanDo() {
        CapabilityStatement can =
                client.capabilities().ofType(CapabilityStatement.class).execute();
        assertThat(can.getRestFirstRep().getOperationFirstRep().getName()).isEqualTo("sps-evaluate");
        assertThat(Validity.errors(can)).isEmpty();
    }

    @Test
    void itGetsTheReportOfARecord() throws IOException {
        Bundle bundle =
                FHIR.newJsonParser().parseResource(Bundle.class, Files.readString(Path.of("requests/record.json")));
        Bundle report = (Bundle) evaluate(asked(bundle)).getParameterFirstRep().getResource();
        assertThat(report.getEntry())
                .extracting(Bundle.BundleEntryComponent::getResource)
                .hasAtLeastOneElementOfType(GuidanceResponse.class)
                .hasAtLeastOneElementOfType(DetectedIssue.class);
        GuidanceResponse response = (GuidanceResponse) report.getEntryFirstRep().getResource();
        assertThat(response.getOccurrenceDateTimeElement().getValueAsString()).isEqualTo("2026-01-15");
    }

    @Test
    void itIsToldWhyThereIsNone() {
        Bundle two = new Bundle();
        two.addEntry().setResource(new Patient().setId("1"));
        two.addEntry().setResource(new Patient().setId("2"));
        assertThatExceptionOfType(UnprocessableEntityException.class)
                .isThrownBy(() -> evaluate(asked(two)))
                .satisfies(refused -> assertThat(((OperationOutcome) refused.getOperationOutcome())
                                .getIssueFirstRep()
                                .getDetails()
                                .getText())
                        .contains("2 patients"));
        Parameters undated = asked(two);
        undated.getParameter().get(1).setValue(new org.hl7.fhir.r4.model.StringType("soon"));
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> evaluate(undated))
                .withMessageContaining("asOf");
    }
}
