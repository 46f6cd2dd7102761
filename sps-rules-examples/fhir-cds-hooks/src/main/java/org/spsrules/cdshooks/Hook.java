package org.spsrules.cdshooks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The hooks that are served, each by a service of its own. */
enum Hook {
    PATIENT_VIEW("patient-view", "The whole picture when a record is opened", List.of("patientId")),
    ORDER_SELECT(
            "order-select", "What stands against an order while it is written", List.of("patientId", "draftOrders")),
    ORDER_SIGN("order-sign", "What stands against orders, or against ending them", List.of("patientId", "draftOrders")),
    ORDER_DISPATCH(
            "order-dispatch",
            "What stands against an order that is sent out",
            List.of("patientId", "dispatchedOrders")),
    ENCOUNTER_DISCHARGE(
            "encounter-discharge",
            "Drugs that would end abruptly when the patient leaves",
            List.of("patientId", "encounterId")),
    /** No hook of CDS Hooks 2.0: an extension, as long as a hook for ending an order is only proposed. */
    ORDER_DISCONTINUE(
            "order-discontinue", "Drugs that must not end abruptly", List.of("patientId", "discontinuedOrders"));

    private final String name;
    private final String description;
    private final List<String> context;

    Hook(String name, String description, List<String> context) {
        this.name = name;
        this.description = description;
        this.context = context;
    }

    /** What CDS Hooks calls it. */
    String hookName() {
        return name;
    }

    /** The id of the service, which is the last part of its address. */
    String serviceId() {
        return "sps-" + name;
    }

    String description() {
        return description;
    }

    /** The fields of the context that it cannot do without. */
    List<String> context() {
        return context;
    }

    static Optional<Hook> ofService(String id) {
        return Arrays.stream(values())
                .filter(hook -> hook.serviceId().equals(id))
                .findFirst();
    }
}
