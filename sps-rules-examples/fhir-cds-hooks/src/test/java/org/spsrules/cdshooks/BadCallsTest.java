package org.spsrules.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.spsrules.SpsRules;
import org.spsrules.fhir.record.PatientRecord;
import tools.jackson.databind.node.ObjectNode;

/** Calls that cannot be answered get the right status and a sentence, leave nothing in the log, and harm nobody after them. */
class BadCallsTest {

    private static final String SECRET = "Secretname";
    private static final String VIEW = "/cds-services/sps-patient-view";
    private static final SpsRules RULES = SpsRules.load();
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static HttpServer fhir;
    private static CdsService service;
    private static Client client;
    private static volatile String answer = "";
    private static volatile int status = 200;
    /** How much of its answer the server promises and never sends. */
    private static volatile int withheld;

    private static volatile Duration slowness = Duration.ZERO;

    @BeforeAll
    static void start() throws IOException {
        LOG.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(LOG);
        fhir = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        fhir.createContext("/", exchange -> {
            ASKED.incrementAndGet();
            pause();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Location", "http://127.0.0.1:" + fhir.getAddress().getPort() + "/elsewhere");
            exchange.sendResponseHeaders(status, body.length + withheld);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
            if (withheld == 0) {
                exchange.close();
            }
        });
        fhir.start();
        service = service(Optional.empty());
        client = new Client(service);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(slowness.toMillis());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static CdsService service(Optional<ClientCheck> clients) throws IOException {
        return service(clients, fhirAddress());
    }

    private static CdsService service(Optional<ClientCheck> clients, String server) throws IOException {
        return new CdsService(
                RULES,
                new Settings(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Optional.empty(),
                        Optional.of(server),
                        clients,
                        Set.of(),
                        Optional.empty(),
                        Clock.systemUTC()));
    }

    @Test
    void whereItSaysThatItListensItDoes() throws Exception {
        for (String host : List.of("127.0.0.1", "::1")) {
            try (CdsService here = new CdsService(
                    RULES,
                    new Settings(
                            new InetSocketAddress(host, 0),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Set.of(),
                            Optional.empty(),
                            Clock.systemUTC()))) {
                assertThat(URI.create(here.baseUrl() + "/health")
                                .toURL()
                                .openStream()
                                .readAllBytes())
                        .isNotEmpty();
            } catch (SocketException e) {
                assumeThat(host).as("a machine without IPv6").isEqualTo("127.0.0.1");
            }
        }
    }

    private static String fhirAddress() {
        return "http://127.0.0.1:" + fhir.getAddress().getPort() + "/fhir";
    }

    @AfterAll
    static void stop() {
        service.close();
        fhir.stop(0);
        RULES.close();
    }

    private static ObjectNode good() {
        Patient patient = new Patient();
        patient.setId("1");
        patient.addName().setFamily(SECRET);
        return Client.request(Hook.PATIENT_VIEW, List.of(patient));
    }

    private static void assertRefused(HttpResponse<String> response, int expected, String says) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(expected);
        assertThat(response.body())
                .contains(says)
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain(SECRET);
        assertThat(LOG.list).noneMatch(event -> event.getFormattedMessage().contains(SECRET));
        assertThat(client.post(VIEW, Json.text(good())).statusCode())
                .as("the next call")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                                            | 400 | cannot be read as JSON
            []                                                                           | 400 | must be a JSON object
            {"hook": "patient-view", "hook": "patient-view"}                             | 400 | names no key twice
            {}                                                                           | 400 | "hook
            {"hook": "order-sign"}                                                       | 400 | must be
            {"hook": "patient-view"}                                                     | 400 | hookInstance
            {"hook": "patient-view", "hookInstance": "x"}                                | 400 | context
            {"hook": "patient-view", "hookInstance": "x", "context": {}}                 | 400 | context.patientId
            {"hook": "patient-view", "hookInstance": "x", "context": {"patientId": "../x"}} | 400 | id of a Patient
            {"hook": "patient-view", "hookInstance": "x", "context": {"patientId": ".."}}  | 400 | id of a Patient
            {"hook": "patient-view", "hookInstance": "x", "context": {"patientId": "1"}, "prefetch": []} | 400 | prefetch
            {"hook": "patient-view", "hookInstance": "x", "context": {"patientId": "1"}} | 412 | conditions
            {"hook": "patient-view", "hookInstance": "x", "context": {"patientId": "1"}, "prefetch": {"patient": {"resourceType": "Nonsense", "name": "Secretname"}}} | 400 | no FHIR R4 resource
            {"hook": "patient-view", "hookInstance": "x", "context": {"patientId": "1"}, "prefetch": {"patient": {"resourceType": "Condition"}}} | 400 | must be a Patient
            {"hook": "patient-view", "hookInstance": "x", "context": {"patientId": "2"}, "prefetch": {"patient": {"resourceType": "Patient", "id": "1"}, "conditions": null, "medicationRequests": null, "allergies": null, "observations": null}} | 400 | not the patient
            {"hook": "patient-view", "hookInstance": "x", "context": {"patientId": "1"}, "prefetch": {"patient": null, "conditions": {"resourceType": "OperationOutcome"}}} | 412 | could not be fetched
            """)
    void bodiesThatCannotBeRead(String body, int expected, String says) throws Exception {
        assertRefused(client.post(VIEW, body), expected, says);
    }

    @Test
    void addressesMethodsAndTypes() throws Exception {
        assertRefused(client.post("/cds-services/sps-unknown", "{}"), 404, "no such service");
        assertRefused(client.get("/elsewhere"), 404, "nothing at this address");
        assertRefused(client.get(VIEW), 405, "takes POST");
        assertThat(client.get(VIEW).headers().firstValue("Allow")).contains("POST, OPTIONS");
        assertRefused(client.post(VIEW, "{}", "Content-Type", "text/plain"), 415, "Content-Type");
        assertRefused(client.post(VIEW + "/feedback", "{\"feedback\": []}"), 400, "feedback");
        assertRefused(
                client.post(VIEW + "/feedback", "{\"feedback\": [{\"card\": \"x\", \"outcome\": \"lost\"}]}"),
                400,
                "overridden");
        HttpResponse<String> fhirError = client.post("/fhir/$sps-evaluate", "{\"resourceType\": \"Patient\"}");
        assertRefused(fhirError, 400, "OperationOutcome");
        assertRefused(
                client.post(
                        "/fhir/$sps-evaluate",
                        "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"record\", \"resource\":"
                                + " {\"resourceType\": \"Bundle\"}}, {\"name\": \"asOf\"}]}"),
                400,
                "asOf");
        assertRefused(client.post("/fhir/$sps-evaluate?asOf=soon", "{\"resourceType\": \"Bundle\"}"), 400, "asOf");
    }

    /** As it stands on the wire, because a client of Java would not send it. */
    private static String raw(String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.getOutputStream()
                    .write((head + "\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatCanBeGotCanBeAskedAfter() throws Exception {
        assertThat(raw("HEAD /health HTTP/1.1")).startsWith("HTTP/1.1 200").doesNotContain("\"status\"");
        assertThat(raw("HEAD " + VIEW + " HTTP/1.1")).startsWith("HTTP/1.1 405");
    }

    @Test
    void aLargeBodyIsRefusedWithItsStatusWhereverItIsSent() throws Exception {
        String large = "x".repeat(20_000_000);
        assertRefused(client.post("/elsewhere", large), 404, "nothing at this address");
        ClientCheck nobody = new ClientCheck(Map.of(), "https://sps.example", Clock.systemUTC());
        try (CdsService closed = service(Optional.of(nobody))) {
            assertRefused(new Client(closed).post(VIEW, large), 401, "a bearer token is needed");
        }
    }

    @Test
    void whatIsTooLargeOrTooDeep() throws Exception {
        assertRefused(client.post(VIEW, "{\"x\": \"" + "a".repeat(50_000_000) + "\"}"), 413, "5000000 bytes");
        assertRefused(client.post(VIEW, "{\"x\":".repeat(100_000)), 400, "60 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"x\"", "5", "true"})
    void resourcesThatAreNone(String resource) throws Exception {
        String bundle = "{\"resourceType\": \"Bundle\", \"type\": \"collection\", \"entry\": [{\"resource\": "
                + resource + "}]}";
        assertRefused(client.post("/fhir/$sps-evaluate", bundle), 400, "no FHIR R4 resource");
        ObjectNode request = good();
        ((ObjectNode) request.get("prefetch")).set("conditions", Json.object(bundle.getBytes(StandardCharsets.UTF_8)));
        assertRefused(client.post(VIEW, Json.text(request)), 400, "prefetch.conditions");
    }

    @Test
    void parametersThatAreNone() throws Exception {
        assertRefused(
                client.post("/fhir/$sps-evaluate", "{\"resourceType\": \"Parameters\", \"parameter\": [null]}"),
                400,
                "must be a Bundle");
    }

    @Test
    void numbersThatCouldFillTheMemory() throws Exception {
        String weight =
                "{\"resourceType\": \"Observation\", \"id\": \"w\", \"status\": \"final\", \"code\": {\"coding\":"
                        + " [{\"system\": \"http://loinc.org\", \"code\": \"29463-7\"}]}, \"valueQuantity\": {\"value\": \"%s\","
                        + " \"code\": \"kg\"}}";
        String bundle =
                "{\"resourceType\": \"Bundle\", \"type\": \"collection\", \"entry\": [{\"resource\": " + weight + "}]}";
        HttpResponse<String> answered = client.post("/fhir/$sps-evaluate", bundle.formatted("1e2000000000"));
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.body()).contains("Observation/w (weight)");
        assertRefused(client.post("/fhir/$sps-evaluate", bundle.formatted("1".repeat(101))), 400, "100 characters");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"resourceType": "Patient", "id": "1"}, {"resourceType": "Patient", "id": "2"}                     | 2 patients
            {"resourceType": "Patient", "id": "1", "deceasedDateTime": "2025-01-01"}                           | has died
            {"resourceType": "Patient", "id": "1", "gender": "male"}, {"resourceType": "Observation", "id": "2", "status": "final", "code": {"coding": [{"system": "http://loinc.org", "code": "2106-3"}]}, "valueString": "positive"} | contradicts patient.sex
            """)
    void recordsOfNoOneLivingPatient(String resources, String says) throws Exception {
        String entries = resources
                .replace("{\"resourceType\"", "{\"resource\": {\"resourceType\"")
                .replace("}, {\"resource\"", "}}, {\"resource\"");
        String bundle = "{\"resourceType\": \"Bundle\", \"type\": \"collection\", \"entry\": [" + entries + "}]}";
        assertRefused(client.post("/fhir/$sps-evaluate", bundle), 422, says);
    }

    @Test
    void whoMustSayWhoTheyAreAndDoesNot() throws Exception {
        ClientCheck nobody = new ClientCheck(Map.of(), "https://sps.example", Clock.systemUTC());
        try (CdsService closed = service(Optional.of(nobody))) {
            Client stranger = new Client(closed);
            HttpResponse<String> refused = stranger.post(VIEW, Json.text(good()));
            assertRefused(refused, 401, "a bearer token is needed");
            assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertRefused(stranger.post(VIEW + "/feedback", "{}", "Authorization", "Bearer x.y.z"), 401, "not signed");
            assertRefused(stranger.post("/fhir/$sps-evaluate", "{}"), 401, "a bearer token is needed");
            assertThat(stranger.get("/cds-services").statusCode()).isEqualTo(200);
        }
    }

    /** Who is meant is said by the context, also where nothing is known of the patient. */
    @Test
    void aRecordOfSomebodyElse() throws Exception {
        ObjectNode request = good();
        ((ObjectNode) request.get("prefetch")).putNull("patient");
        Condition condition = new Condition();
        condition.setId("c");
        condition.setSubject(new Reference("Patient/2"));
        ((ObjectNode) request.get("prefetch")).set("conditions", Client.orders(condition));
        assertRefused(client.post(VIEW, Json.text(request)), 422, "another patient");
        condition.setSubject(new Reference("Patient/1"));
        ((ObjectNode) request.get("prefetch")).set("conditions", Client.orders(condition));
        assertThat(client.post(VIEW, Json.text(request)).statusCode()).isEqualTo(200);
    }

    private static ObjectNode lacking(String server) {
        ObjectNode request = good();
        ((ObjectNode) request.get("prefetch")).remove("conditions");
        request.put("fhirServer", server);
        return request;
    }

    @Test
    void onlyTheConfiguredServerIsAsked() throws Exception {
        answer = "{\"resourceType\": \"Bundle\", \"type\": \"searchset\"}";
        status = 200;
        ASKED.set(0);
        assertThat(client.post(VIEW, Json.text(lacking(fhirAddress()))).statusCode())
                .isEqualTo(200);
        assertThat(ASKED).hasValue(1);
        String elsewhere = "http://127.0.0.1:" + fhir.getAddress().getPort() + "/other";
        assertRefused(client.post(VIEW, Json.text(lacking(elsewhere))), 412, "conditions");
        assertThat(ASKED).as("an address that a request names").hasValue(1);
        answer =
                "{\"resourceType\": \"Bundle\", \"type\": \"searchset\", \"link\": [{\"relation\": \"next\", \"url\": \""
                        + elsewhere + "\"}]}";
        assertRefused(client.post(VIEW, Json.text(lacking(fhirAddress()))), 412, "another address");
        answer = "{\"resourceType\": \"Bundle\", \"type\": \"searchset\", \"link\": [{\"relation\": \"next\"}]}";
        assertRefused(client.post(VIEW, Json.text(lacking(fhirAddress()))), 412, "another address");
        for (String climbing : List.of("/../other", "/%2e%2e/other", "/a/../../other", "/{")) {
            answer = "{\"resourceType\": \"Bundle\", \"link\": [{\"relation\": \"next\", \"url\": \"" + fhirAddress()
                    + climbing + "\"}]}";
            assertRefused(client.post(VIEW, Json.text(lacking(fhirAddress()))), 412, "another address");
        }
        for (String broken : List.of("<html/>", "{\"resourceType\": \"Nonsense\"}", "[]", "")) {
            answer = broken;
            assertRefused(client.post(VIEW, Json.text(lacking(fhirAddress()))), 412, "no FHIR R4 resource");
        }
        status = 302;
        assertRefused(client.post(VIEW, Json.text(lacking(fhirAddress()))), 412, "status 302");
        status = 500;
        assertRefused(client.post(VIEW, Json.text(lacking(fhirAddress()))), 412, "status 500");
        assertThat(ASKED).hasValue(13);
        status = 200;
        withheld = 1;
        assertRefused(client.post(VIEW, Json.text(lacking(fhirAddress()))), 412, "in 5 seconds");
        withheld = 0;
    }

    @Test
    void anAnswerThatIsNotWhatWasAskedForSaysNothing() throws Exception {
        status = 200;
        ObjectNode noPatient = good();
        ((ObjectNode) noPatient.get("prefetch")).remove("patient");
        noPatient.put("fhirServer", fhirAddress());
        answer = "{\"resourceType\": \"OperationOutcome\", \"issue\": []}";
        assertRefused(client.post(VIEW, Json.text(lacking(fhirAddress()))), 412, "something else");
        assertRefused(client.post(VIEW, Json.text(noPatient)), 412, "something else");
        answer = "{\"resourceType\": \"Bundle\", \"type\": \"searchset\"}";
        assertRefused(client.post(VIEW, Json.text(noPatient)), 412, "something else");
        answer = "{\"resourceType\": \"Condition\"}";
        assertRefused(client.post(VIEW, Json.text(lacking(fhirAddress()))), 412, "something else");
    }

    /** Where only the first page was sent, all of them are fetched if that can be, and else it is said that they lack. */
    @Test
    void furtherPagesAreFetched() throws Exception {
        status = 200;
        answer = "{\"resourceType\": \"Bundle\", \"type\": \"searchset\", \"total\": 1, \"entry\": [{\"resource\":"
                + " {\"resourceType\": \"Condition\", \"id\": \"c\", \"code\": {\"text\": \"Second page\"}}}]}";
        ObjectNode request = good();
        Bundle first = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        first.addLink().setRelation("next").setUrl(fhirAddress() + "/2");
        ((ObjectNode) request.get("prefetch")).set("conditions", Client.json(first));
        assertThat(client.post(VIEW, Json.text(request)).body()).contains("further pages were not sent");
        request.put("fhirServer", fhirAddress());
        assertThat(client.post(VIEW, Json.text(request)).body())
                .contains("Second page")
                .doesNotContain("not sent; what it would say");
    }

    @Test
    void aDraftWithoutAResource() throws Exception {
        for (String entry : List.of("{}", "null", "{\"resource\": null}", "{\"resourse\": {}}")) {
            ObjectNode request = good();
            request.put("hook", "order-sign");
            ((ObjectNode) request.get("context"))
                    .set(
                            "draftOrders",
                            Json.object(("{\"resourceType\": \"Bundle\", \"entry\": [" + entry + "]}")
                                    .getBytes(StandardCharsets.UTF_8)));
            assertRefused(
                    client.post("/cds-services/sps-order-sign", Json.text(request)), 400, "entry without a resource");
        }
    }

    @Test
    void aServerThatIsDown() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        String down = "http://127.0.0.1:" + nobody + "/fhir";
        try (CdsService alone = service(Optional.empty(), down)) {
            HttpResponse<String> refused = new Client(alone).post(VIEW, Json.text(lacking(down)));
            assertRefused(refused, 412, "cannot be reached");
            assertThat(new Client(alone).post(VIEW, Json.text(good())).statusCode())
                    .isEqualTo(200);
        }
    }

    /** Each page is in time, and all of them together are not. */
    @Test
    void aServerThatDribbles() throws Exception {
        status = 200;
        slowness = Duration.ofSeconds(4);
        answer =
                "{\"resourceType\": \"Bundle\", \"type\": \"searchset\", \"link\": [{\"relation\": \"next\", \"url\": \""
                        + fhirAddress() + "/next\"}]}";
        long began = System.nanoTime();
        assertRefused(client.post(VIEW, Json.text(lacking(fhirAddress()))), 412, "seconds");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
        slowness = Duration.ZERO;
    }

    /** What is dropped in silence could be what kills. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            conditions         | {"resourceType": "Medication", "id": "m"}                                                                              | a Bundle with resources of type Condition
            conditions         | {"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Observation", "id": "o"}}]}                        | a Bundle with resources of type Condition
            medicationRequests | {"resourceType": "Patient", "id": "1"}                                                                                 | type MedicationRequest
            patient            | {"resourceType": "Bundle"}                                                                                             | must be a Patient
            conditions         | {"resourceType": "Condition", "id": "c", "code": "Diabetes"}                                                           | "code\\" must be an object, not a single value
            conditions         | {"resourceType": "Condition", "id": "c", "subject": "Patient/2", "code": {"text": "x"}}                                | "subject\\" must be an object
            conditions         | {"resourceType": "Condition", "id": "c", "code": {"coding": {"code": "1"}}}                                            | "coding\\" must be a list
            observations       | {"resourceType": "Observation", "id": "o", "valueString": "a", "valueBoolean": true}                                   | "value\\" is stated more than once
            medicationRequests | {"resourceType": "MedicationRequest", "id": "m", "status": "finished"}                                                 | "status\\" holds a value
            conditions         | {"resourceType": "Bundle", "implicitRules": "http://x.example", "entry": []}                                           | implicitRules
            patient            | {"resourceType": "Patient", "id": "1", "modifierExtension": [{"url": "http://x.example", "valueBoolean": true}]}       | modifierExtension
            """)
    void whatIsOfTheWrongTypeOrModified(String key, String resource, String says) throws Exception {
        ObjectNode request = good();
        ((ObjectNode) request.get("prefetch")).set(key, Json.object(resource.getBytes(StandardCharsets.UTF_8)));
        HttpResponse<String> refused = client.post(VIEW, Json.text(request));
        assertThat(refused.statusCode()).isIn(400, 422);
        assertRefused(refused, refused.statusCode(), says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"resourceType": "MedicationRequest", "id": "m", "status": "active", "medicationCodableConcept": {"text": "x"}, "medicationCodeableConcept": {"text": "diazepam"}} | (medicationCodableConcept): FHIR R4 has no element
            {"resourceType": "MedicationRequest", "id": "m", "status": "active", "medicationCodeableConcept": {"text": "diazepam"}, "modifierExtension": [{"url": "http://x.example", "valueBoolean": true}]} | MedicationRequest/m (MedicationRequest): it has a modifierExtension
            {"resourceType": "MedicationRequest", "id": "m", "status": "active", "medicationCodeableConcept": {"text": "diazepam"}, "dosageInstruction": [{"modifierExtension": [{"url": "http://x.example", "valueBoolean": true}]}]} | MedicationRequest/m (MedicationRequest): it has a modifierExtension
            {"resourceType": "MedicationRequest", "id": "m", "status": "active", "medicationCodeableConcept": {"text": "diazepam"}, "implicitRules": "http://x.example"} | MedicationRequest/m (MedicationRequest): it has implicitRules
            """)
    void whatIsNotUnderstoodIsOnACardAlsoWithoutSps(String order, String says) throws Exception {
        ObjectNode request = good();
        ((ObjectNode) request.get("prefetch"))
                .set("medicationRequests", Json.object(order.getBytes(StandardCharsets.UTF_8)));
        HttpResponse<String> answered = client.post(VIEW, Json.text(request));
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(Json.object(answered.body().getBytes(StandardCharsets.UTF_8))
                        .get("cards")
                        .valueStream())
                .anySatisfy(card -> {
                    assertThat(Json.string(card, "indicator")).isEqualTo("info");
                    assertThat(Json.string(card, "detail").replace("\\", "")).contains(says);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?asof=2026-01-15",
                "?AsOf=2026-01-15",
                "?asOf=2026-01-15&asOf=2026-01-16",
                "?day=2026-01-15",
                "?asOf=2026-01-15&x=1"
            })
    void aSlipInAParameterOfTheAddress(String query) throws Exception {
        assertRefused(
                client.post("/fhir/$sps-evaluate" + query, "{\"resourceType\": \"Bundle\"}"),
                400,
                "takes \\\"asOf\\\" once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"asof", "As_Of", "records", "record"})
    void aSlipInAParameterOfTheOperation(String name) throws Exception {
        String parameters = "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"record\", \"resource\":"
                + " {\"resourceType\": \"Bundle\"}}, {\"name\": \"" + name + "\", \"valueDate\": \"2026-01-15\"}]}";
        assertRefused(client.post("/fhir/$sps-evaluate", parameters), 400, "and nothing else");
    }

    @Test
    void whatEveryFhirServerMayBeSent() throws Exception {
        assertThat(client.post("/fhir/$sps-evaluate?asOf=2026-01-15&_format=json", "{\"resourceType\": \"Bundle\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void moreResourcesThanAreReadAtOnce() throws Exception {
        String condition = ", {\"resource\": {\"resourceType\": \"Condition\", \"code\": {\"text\": \"x\"}}}";
        String bundle = "{\"resourceType\": \"Bundle\", \"entry\": ["
                + condition.repeat(5_001).substring(2) + "]}";
        assertRefused(client.post("/fhir/$sps-evaluate", bundle), 413, "5001 resources; 5000 are read at once");
    }

    @Test
    void whatIsNotEvaluatedInTimeIsRefused() {
        try (Advice hasty = new Advice(RULES, Optional.empty(), Duration.ofNanos(1))) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> hasty.about(
                            new PatientRecord(
                                    LocalDate.of(2026, 1, 15), List.of(), List.of(), List.of(), false, Set.of()),
                            List.of(),
                            "test"))
                    .satisfies(refused -> assertThat(refused.status()).isEqualTo(503));
        }
    }

    @Test
    void allBodiesTogetherHaveABound() {
        Intake intake = new Intake(3L * Intake.unit());
        assertThat(Stream.generate(intake::take).limit(4)).containsExactly(true, true, true, false);
        intake.giveBack(2);
        assertThat(Stream.generate(intake::take).limit(3)).containsExactly(true, true, false);
    }

    @Test
    void healthHasAPortOfItsOwn() throws Exception {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (HealthListener health = new HealthListener(anyPort, new Pages(RULES))) {
            HttpRequest.Builder call =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + health.port() + "/health"));
            HttpClient watcher = HttpClient.newHttpClient();
            assertThat(watcher.send(call.build(), BodyHandlers.ofString()).body())
                    .isEqualTo(client.get("/health").body());
            assertThat(watcher.send(call.DELETE().build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(405);
        }
    }

    /** More than there used to be threads, each with half a head or half a body. */
    @Test
    void healthAnswersHoweverManySendSlowly() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
                slow.add(socket);
                String head = "POST " + VIEW + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
                socket.getOutputStream()
                        .write((i % 2 == 0 ? head : head + "Content-Length: 100\r\n\r\n{")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            long began = System.nanoTime();
            assertThat(client.get("/health").statusCode()).isEqualTo(200);
            assertThat(client.post(VIEW, Json.text(good())).statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
