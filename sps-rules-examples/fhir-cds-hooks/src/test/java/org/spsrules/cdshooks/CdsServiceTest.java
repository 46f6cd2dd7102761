package org.spsrules.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.authoring.generate.BlindGenerator;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.authoring.generate.Cases;
import org.spsrules.fhir.record.CaseAsFhir;
import org.spsrules.fhir.record.MappedCase;
import org.spsrules.fhir.record.PatientRecord;
import org.spsrules.fhir.record.RecordMapping;
import org.spsrules.io.PatientCaseReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls over HTTP, as an EHR makes them. */
class CdsServiceTest {

    private static final int CASES = Integer.getInteger("sps.cases", 100) / 10;
    private static final SpsRules RULES = SpsRules.load();
    private static final ByteArrayOutputStream DECISIONS = new ByteArrayOutputStream();
    private static final FhirResources RESOURCES = new FhirResources();
    private static CdsService service;
    private static Client client;
    /** The day on which the service believes to be; cases are of different days. */
    private static volatile LocalDate today = LocalDate.of(2026, 1, 15);

    @BeforeAll
    static void start() throws IOException {
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public java.time.Instant instant() {
                return today.atTime(12, 0).toInstant(ZoneOffset.UTC);
            }
        };
        service = new CdsService(
                RULES,
                new Settings(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of("https://ehr.example"),
                        Optional.of(new DecisionRecord(
                                new PrintStream(DECISIONS, true, StandardCharsets.UTF_8),
                                KeyedDigest.random(),
                                false,
                                clock)),
                        clock));
        client = new Client(service);
    }

    @AfterAll
    static void stop() {
        service.close();
        RULES.close();
    }

    private static List<JsonNode> cards(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.object(response.body().getBytes(StandardCharsets.UTF_8))
                .get("cards")
                .valueStream()
                .toList();
    }

    private static List<JsonNode> call(ObjectNode request) throws Exception {
        return cards(client.post("/cds-services/sps-" + Json.string(request, "hook"), Json.text(request)));
    }

    private static Patient patient() {
        Patient patient = new Patient();
        patient.setId("1");
        patient.getBirthDateElement().setValueAsString("1970-01-01");
        return patient;
    }

    private static MedicationRequest order(String id, MedicationRequest.MedicationRequestStatus status) {
        MedicationRequest order = new MedicationRequest();
        order.setId(id);
        order.setStatus(status)
                .setIntent(MedicationRequest.MedicationRequestIntent.ORDER)
                .setSubject(new Reference("Patient/1"))
                .setMedication(new CodeableConcept().setText("diazepam"));
        order.addDosageInstruction().setText("40 mg/day");
        return order;
    }

    private static List<Resource> takingDiazepam() {
        return List.of(patient(), order("m1", MedicationRequest.MedicationRequestStatus.ACTIVE));
    }

    @Test
    void discoveryListsTheServicesWithTheirPrefetch() throws Exception {
        JsonNode services = Json.object(client.get("/cds-services").body().getBytes(StandardCharsets.UTF_8))
                .get("services");
        assertThat(services.valueStream().map(each -> Json.string(each, "hook")))
                .containsExactly(
                        "patient-view",
                        "order-select",
                        "order-sign",
                        "order-dispatch",
                        "encounter-discharge",
                        "order-discontinue");
        assertThat(services.valueStream()).allSatisfy(each -> {
            assertThat(Json.string(each, "id")).isEqualTo("sps-" + Json.string(each, "hook"));
            assertThat(Json.string(each.get("prefetch"), "patient")).isEqualTo("Patient/{{context.patientId}}");
        });
    }

    @Test
    void healthAndWhatStandsBehindIt() throws Exception {
        assertThat(client.get("/health").body()).contains("\"status\":\"ok\"").contains("sha256");
        assertThat(client.get("/about").body()).contains("not clinically reviewed");
        assertThat(client.get("/fhir/Questionnaire").body()).contains("urn:spsrules:questionnaire:clinician");
    }

    static Stream<PatientCase> examples() throws IOException {
        PatientCaseReader reader = new PatientCaseReader(RULES.vocabulary());
        List<PatientCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("../cases"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                cases.add(reader.read(Files.readString(file)));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theCardsOfTheExamplesAreThoseOfTheirReports(PatientCase stated) throws Exception {
        assertSameCards(stated);
    }

    @Test
    void theCardsOfGeneratedCasesAreThoseOfTheirReports() throws Exception {
        for (Cases cases :
                List.of(new BlindGenerator(RULES.knowledge(), 53), new CaseGenerator(RULES.knowledge(), 53))) {
            for (int i = 0; i < CASES; i++) {
                assertSameCards(cases.next());
            }
        }
    }

    /** The cards from the service are those of the report on the case that the record amounts to. */
    private static void assertSameCards(PatientCase stated) throws Exception {
        today = stated.asOf();
        String sentAs = RESOURCES.json(CaseAsFhir.of(stated, RULES.vocabulary()));
        List<Resource> record = PatientRecord.resourcesIn((Bundle) RESOURCES.parse(sentAs, "it", unread -> {}));
        List<JsonNode> sent = call(Client.request(Hook.PATIENT_VIEW, record));
        Cards cards = new Cards(RESOURCES, service.baseUrl() + "/about", RULES.vocabulary());
        List<Cards.Card> expected;
        try {
            MappedCase mapped = new RecordMapping(RULES.vocabulary())
                    .map(new PatientRecord(stated.asOf(), record, List.of(), List.of(), false, Set.of()));
            Report report = RULES.evaluate(mapped.patientCase());
            Advice.Answer answer = new Advice.Answer(mapped, report, mapped.unused(), StandingAlerts.of(report));
            expected = cards.of(answer, "1", Hook.PATIENT_VIEW.moment());
        } catch (InvalidCaseException e) {
            expected = List.of(cards.contradicting(e));
        }
        assertThat(sent.stream().map(CdsServiceTest::withoutIds))
                .containsExactlyElementsOf(
                        expected.stream().map(card -> withoutIds(card.json())).toList());
        assertThat(sent).allSatisfy(card -> {
            String summary = Json.string(card, "summary");
            assertThat(summary.codePointCount(0, summary.length())).isBetween(1, 140);
            assertThat(Json.string(card, "indicator")).isIn("info", "warning", "critical");
            assertThat(Json.string(card.get("source"), "label")).isNotEmpty();
        });
        assertThat(sent.stream().filter(card -> Json.string(card, "indicator").equals("info")))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(sent.toString()).doesNotContain("\"resourceType\":\"Medication");
    }

    private static String withoutIds(JsonNode card) {
        return Json.text(card).replaceAll("\"uuid\":\"[^\"]*\"", "");
    }

    private static List<String> critical(List<JsonNode> cards) {
        return cards.stream()
                .filter(card -> Json.string(card, "indicator").equals("critical"))
                .map(card -> Json.string(card, "summary"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = MedicationRequest.MedicationRequestStatus.class,
            names = {"STOPPED", "CANCELLED", "ONHOLD"})
    void signingTheEndOfABenzodiazepineIsCritical(MedicationRequest.MedicationRequestStatus status) throws Exception {
        ObjectNode request = Client.request(Hook.ORDER_SIGN, takingDiazepam());
        ((ObjectNode) request.get("context")).set("draftOrders", Client.orders(order("m1", status)));
        assertThat(critical(call(request))).anyMatch(summary -> summary.contains("benzodiazepine abruptly"));
    }

    @Test
    void discontinuingItIsCriticalWhateverTheStatusSays() throws Exception {
        ObjectNode request = Client.request(Hook.ORDER_DISCONTINUE, takingDiazepam());
        ((ObjectNode) request.get("context"))
                .set(
                        "discontinuedOrders",
                        Client.orders(order("m1", MedicationRequest.MedicationRequestStatus.ACTIVE)));
        assertThat(critical(call(request))).anyMatch(summary -> summary.contains("benzodiazepine abruptly"));
    }

    @Test
    void leavingTheHospitalWithoutItIsCritical() throws Exception {
        MedicationRequest inpatient = order("m1", MedicationRequest.MedicationRequestStatus.ACTIVE);
        inpatient
                .addCategory()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/medicationrequest-category")
                .setCode("inpatient");
        assertThat(critical(call(Client.request(Hook.ENCOUNTER_DISCHARGE, List.of(patient(), inpatient)))))
                .anyMatch(summary -> summary.contains("benzodiazepine abruptly"));
        assertThat(critical(call(Client.request(Hook.PATIENT_VIEW, List.of(patient(), inpatient)))))
                .isEmpty();
    }

    @Test
    void aRecordWithoutSpsAndWithoutDangerGetsNoCard() throws Exception {
        assertThat(call(Client.request(Hook.PATIENT_VIEW, List.of(patient())))).isEmpty();
    }

    @Test
    void whatIsOverriddenDoesNotInterruptAgain() throws Exception {
        today = LocalDate.of(2026, 1, 15);
        Patient other = patient();
        other.setId("overriding");
        MedicationRequest stop = order("m1", MedicationRequest.MedicationRequestStatus.STOPPED);
        stop.setSubject(new Reference("Patient/overriding"));
        MedicationRequest current = order("m1", MedicationRequest.MedicationRequestStatus.ACTIVE);
        current.setSubject(new Reference("Patient/overriding"));
        ObjectNode request = Client.request(Hook.ORDER_SIGN, List.of(other, current));
        ((ObjectNode) request.get("context")).put("patientId", "overriding").set("draftOrders", Client.orders(stop));
        List<JsonNode> first = call(request);
        assertThat(critical(first)).isNotEmpty();
        assertThat(first.get(0)
                        .at("/extension/urn:spsrules/alerts")
                        .valueStream()
                        .map(JsonNode::stringValue))
                .as("what replay is told with --acknowledged")
                .containsExactly("safety/abrupt-end-of-a-benzodiazepine diazepam");
        ObjectNode feedback = Json.object();
        var entries = feedback.putArray("feedback");
        first.forEach(card -> entries.addObject()
                .put("card", Json.string(card, "uuid"))
                .put("outcome", "overridden")
                .put("outcomeTimestamp", "2026-01-15T12:00:00Z"));
        assertThat(client.post("/cds-services/sps-order-sign/feedback", Json.text(feedback))
                        .statusCode())
                .isEqualTo(200);
        assertThat(critical(call(request))).isEmpty();
        today = today.plusDays(2);
        assertThat(critical(call(request))).as("two days later").isNotEmpty();
    }

    @Test
    void whatIsOverriddenIsOneDrugOfOnePatientOfOneServer() throws Exception {
        today = LocalDate.of(2026, 1, 15);
        ObjectNode diazepam = stopping("diazepam", "https://one.example/fhir");
        List<JsonNode> first = call(diazepam);
        ObjectNode feedback = Json.object();
        var entries = feedback.putArray("feedback");
        first.forEach(card ->
                entries.addObject().put("card", Json.string(card, "uuid")).put("outcome", "overridden"));
        client.post("/cds-services/sps-order-sign/feedback", Json.text(feedback));
        assertThat(critical(call(diazepam))).noneMatch(summary -> summary.contains("benzodiazepine abruptly"));
        assertThat(critical(call(stopping("clonazepam", "https://one.example/fhir"))))
                .as("another drug")
                .anyMatch(summary -> summary.contains("benzodiazepine abruptly"));
        assertThat(critical(call(stopping("diazepam", "https://other.example/fhir"))))
                .as("another server")
                .anyMatch(summary -> summary.contains("benzodiazepine abruptly"));
    }

    private static ObjectNode stopping(String drug, String server) {
        List<Resource> record = new ArrayList<>();
        Patient one = patient();
        one.setId("one");
        record.add(one);
        for (String taken : List.of("diazepam", "clonazepam")) {
            MedicationRequest current = order(taken, MedicationRequest.MedicationRequestStatus.ACTIVE);
            record.add(current.setSubject(new Reference("Patient/one"))
                    .setMedication(new CodeableConcept().setText(taken)));
        }
        MedicationRequest stop = order(drug, MedicationRequest.MedicationRequestStatus.STOPPED);
        stop.setSubject(new Reference("Patient/one")).setMedication(new CodeableConcept().setText(drug));
        ObjectNode request = Client.request(Hook.ORDER_SIGN, record);
        request.put("fhirServer", server);
        ((ObjectNode) request.get("context")).put("patientId", "one").set("draftOrders", Client.orders(stop));
        return request;
    }

    /** Two hospitals can each have a patient of the same id. */
    @Test
    void whatOneCallerOverridesInterruptsAnother() {
        Acknowledgements kept = new Acknowledgements(Clock.systemUTC());
        kept.shown("card", "one", "patient", List.of("rule drug"));
        kept.override("card", "another");
        assertThat(kept.of("patient")).isEmpty();
        kept.override("card", "one");
        assertThat(kept.of("patient")).containsExactly("rule drug");
    }

    @Test
    void aRecordThatContradictsItselfGetsACardThatSaysSo() throws Exception {
        Patient man = patient();
        man.setGender(org.hl7.fhir.r4.model.Enumerations.AdministrativeGender.MALE);
        var pregnant = new org.hl7.fhir.r4.model.Observation();
        pregnant.setCode(
                new CodeableConcept().addCoding(new org.hl7.fhir.r4.model.Coding("http://loinc.org", "82810-3", null)));
        pregnant.setValue(new CodeableConcept()
                .addCoding(new org.hl7.fhir.r4.model.Coding("http://snomed.info/sct", "77386006", null)));
        assertThat(call(Client.request(Hook.PATIENT_VIEW, List.of(man, pregnant))))
                .singleElement()
                .satisfies(card -> assertThat(Json.string(card, "detail")).contains("patient.pregnancy"));
    }

    @Test
    void aBundleGetsAReportAsABundle() throws Exception {
        PatientCase stated = examples().findFirst().orElseThrow();
        String bundle = Json.text(Client.json(CaseAsFhir.of(stated, RULES.vocabulary())));
        HttpResponse<String> response = client.post("/fhir/$sps-evaluate?asOf=" + stated.asOf(), bundle);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("GuidanceResponse").contains("DetectedIssue");
    }

    @Test
    void onlyConfiguredOriginsMayCallFromWebPages() throws Exception {
        assertThat(client.options("/cds-services/sps-patient-view", "https://ehr.example")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .contains("https://ehr.example");
        assertThat(client.options("/cds-services/sps-patient-view", "https://evil.example")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void eachEvaluationLeavesALineWithoutPatientData() throws Exception {
        call(Client.request(Hook.PATIENT_VIEW, takingDiazepam()));
        call(Client.request(Hook.PATIENT_VIEW, takingDiazepam()));
        List<String> lines = DECISIONS.toString(StandardCharsets.UTF_8).lines().toList();
        ObjectNode last = Json.object(lines.get(lines.size() - 1).getBytes(StandardCharsets.UTF_8));
        ObjectNode before = Json.object(lines.get(lines.size() - 2).getBytes(StandardCharsets.UTF_8));
        assertThat(last.get("facts").valueStream().map(JsonNode::stringValue))
                .contains("treatments.given", "patient.age");
        assertThat(Json.string(last, "digest")).startsWith("hmac-sha256:").isEqualTo(Json.string(before, "digest"));
        assertThat(last.propertyNames())
                .containsExactlyInAnyOrder(
                        "time",
                        "asOf",
                        "occasion",
                        "library",
                        "knowledge",
                        "facts",
                        "items",
                        "unused",
                        "milliseconds",
                        "key",
                        "digest",
                        "answer");
        // Digests have any digits.
        assertThat(lines.stream().map(line -> line.replaceAll("[0-9a-f]{16,}", "")))
                .noneMatch(line -> line.contains("diazepam") || line.contains("1970") || line.contains("40 mg"));
    }
}
