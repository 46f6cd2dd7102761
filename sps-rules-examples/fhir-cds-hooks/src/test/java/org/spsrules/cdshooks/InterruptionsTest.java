package org.spsrules.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spsrules.SpsRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What interrupts at which hook (decision D-53). */
class InterruptionsTest {

    private static final String NEVER_TOGETHER = "opioid";
    private static final SpsRules RULES = SpsRules.load();
    private static CdsService service;

    @BeforeAll
    static void start() throws Exception {
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
    }

    @AfterAll
    static void stop() {
        service.close();
        RULES.close();
    }

    private static MedicationRequest order(String drug, MedicationRequestStatus status) {
        MedicationRequest order = new MedicationRequest();
        order.setId(drug.replace(' ', '-'));
        return order.setStatus(status)
                .setIntent(MedicationRequest.MedicationRequestIntent.ORDER)
                .setSubject(new Reference("Patient/1"))
                .setMedication(new CodeableConcept().setText(drug));
    }

    private static Condition condition(String name) {
        Condition condition = new Condition();
        condition.setId(name.replace(' ', '-'));
        condition.setSubject(new Reference("Patient/1"));
        condition.setClinicalStatus(new CodeableConcept()
                .addCoding(new org.hl7.fhir.r4.model.Coding(
                        "http://terminology.hl7.org/CodeSystem/condition-clinical", "active", null)));
        return condition.setCode(new CodeableConcept().setText(name));
    }

    private static Resource[] takingDiazepam(Resource... more) {
        Patient patient = new Patient();
        patient.setId("1");
        List<Resource> record = new ArrayList<>(List.of(patient, order("diazepam", MedicationRequestStatus.ACTIVE)));
        record.addAll(List.of(more));
        return record.toArray(new Resource[0]);
    }

    private static List<JsonNode> cards(Hook hook, Resource[] record, Resource... drafts) throws Exception {
        ObjectNode request = Client.request(hook, List.of(record));
        if (hook.context().contains("draftOrders")) {
            ((ObjectNode) request.get("context")).set("draftOrders", Client.orders(drafts));
        }
        HttpResponse<String> response =
                new Client(service).post("/cds-services/" + hook.serviceId(), Json.text(request));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.object(response.body().getBytes(StandardCharsets.UTF_8))
                .get("cards")
                .valueStream()
                .toList();
    }

    private static List<String> interrupting(List<JsonNode> cards) {
        return cards.stream()
                .filter(card -> !Json.string(card, "indicator").equals("info"))
                .map(card -> Json.string(card, "summary"))
                .toList();
    }

    @Test
    void whatAnOrderBringsInterruptsWhileItIsWritten() throws Exception {
        for (Hook hook : List.of(Hook.ORDER_SELECT, Hook.ORDER_SIGN)) {
            assertThat(interrupting(cards(hook, takingDiazepam(), order("morphine", MedicationRequestStatus.DRAFT))))
                    .anyMatch(summary -> summary.contains(NEVER_TOGETHER));
        }
    }

    @Test
    void aPlanOnRecordInterruptsNobodyWhoReads() throws Exception {
        Resource[] planned = takingDiazepam(order("morphine", MedicationRequestStatus.DRAFT));
        List<JsonNode> read = cards(Hook.PATIENT_VIEW, planned);
        assertThat(interrupting(read)).noneMatch(summary -> summary.contains(NEVER_TOGETHER));
        assertThat(read).anySatisfy(card -> {
            assertThat(Json.string(card, "indicator")).isEqualTo("info");
            assertThat(Json.string(card, "detail")).contains(NEVER_TOGETHER);
        });
    }

    @Test
    void norWhoWritesAnotherOrder() throws Exception {
        Resource[] planned = takingDiazepam(order("morphine", MedicationRequestStatus.DRAFT));
        assertThat(interrupting(cards(Hook.ORDER_SIGN, planned, order("folic acid", MedicationRequestStatus.DRAFT))))
                .isEmpty();
    }

    @Test
    void butWhoSendsItOut() throws Exception {
        Resource[] planned = takingDiazepam(order("morphine", MedicationRequestStatus.DRAFT));
        ObjectNode request = Client.request(Hook.ORDER_DISPATCH, List.of(planned));
        ((ObjectNode) request.get("context")).putArray("dispatchedOrders").add("MedicationRequest/morphine");
        HttpResponse<String> response =
                new Client(service).post("/cds-services/sps-order-dispatch", Json.text(request));
        assertThat(response.body()).contains(NEVER_TOGETHER).contains("\"indicator\":\"critical\"");
    }

    @Test
    void aStandingWarningInterruptsWhoReadsAndNotWhoWrites() throws Exception {
        Resource[] record = takingDiazepam(condition("sleep apnoea"));
        assertThat(interrupting(cards(Hook.PATIENT_VIEW, record))).isNotEmpty();
        assertThat(interrupting(cards(Hook.ORDER_SIGN, record, order("folic acid", MedicationRequestStatus.DRAFT))))
                .isEmpty();
    }

    @Test
    void aStandingDangerInterruptsBoth() throws Exception {
        Resource[] record = takingDiazepam(order("morphine", MedicationRequestStatus.ACTIVE));
        for (Hook hook : List.of(Hook.PATIENT_VIEW, Hook.ORDER_SIGN)) {
            assertThat(interrupting(cards(hook, record, order("folic acid", MedicationRequestStatus.DRAFT))))
                    .anyMatch(summary -> summary.contains(NEVER_TOGETHER));
        }
    }

    @Test
    void theCardOfADrugNamesIt() throws Exception {
        assertThat(interrupting(
                        cards(Hook.ORDER_SIGN, takingDiazepam(), order("diazepam", MedicationRequestStatus.STOPPED))))
                .contains("Do not stop a benzodiazepine abruptly (diazepam)");
        assertThat(interrupting(
                        cards(Hook.ORDER_SIGN, takingDiazepam(), order("morphine", MedicationRequestStatus.DRAFT))))
                .as("an alert about the class of the drug")
                .anyMatch(summary -> summary.startsWith("Do not add an opioid") && summary.endsWith(" (morphine)"));
        List<String> names =
                List.of("diazepam", "clonazepam", "lorazepam", "alprazolam", "temazepam", "oxazepam", "clobazam");
        Resource[] taken = takingDiazepam(names.stream()
                .skip(1)
                .map(name -> order(name, MedicationRequestStatus.ACTIVE))
                .toArray(Resource[]::new));
        Resource[] stopped = names.stream()
                .map(name -> order(name, MedicationRequestStatus.STOPPED))
                .toArray(Resource[]::new);
        assertThat(interrupting(cards(Hook.ORDER_SIGN, taken, stopped)))
                .anySatisfy(summary -> assertThat(summary)
                        .startsWith("Do not stop a benzodiazepine abruptly (")
                        .contains(" more)"))
                .allSatisfy(summary -> assertThat(summary).hasSizeLessThanOrEqualTo(140));
    }
}
