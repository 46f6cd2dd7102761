package org.spsrules.cdshooks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The hooks that are served, each by a service of its own. */
enum Hook {
    PATIENT_VIEW(Moment.READING, "patient-view", "The whole picture when a record is opened", List.of("patientId")),
    ORDER_SELECT(
            Moment.ORDERING,
            "order-select",
            "What stands against an order while it is written",
            List.of("patientId", "draftOrders")),
    ORDER_SIGN(
            Moment.ORDERING,
            "order-sign",
            "What stands against orders, or against ending them",
            List.of("patientId", "draftOrders")),
    ORDER_DISPATCH(
            Moment.SENDING,
            "order-dispatch",
            "What stands against an order that is sent out",
            List.of("patientId", "dispatchedOrders")),
    ENCOUNTER_DISCHARGE(
            Moment.READING,
            "encounter-discharge",
            "Drugs that would end abruptly when the patient leaves",
            List.of("patientId", "encounterId")),
    /** No hook of CDS Hooks 2.0: an extension, as long as a hook for ending an order is only proposed. */
    ORDER_DISCONTINUE(
            Moment.ORDERING,
            "order-discontinue",
            "Drugs that must not end abruptly",
            List.of("patientId", "discontinuedOrders"));

    /** What the clinician is about, which decides what may interrupt (decision D-53). */
    enum Moment {
        /** Reads the record, or takes leave of the patient. */
        READING,
        /** Writes, changes or ends an order. */
        ORDERING,
        /** Sends out an order that is on record. */
        SENDING
    }

    private final Moment moment;
    private final String name;
    private final String description;
    private final List<String> context;

    Hook(Moment moment, String name, String description, List<String> context) {
        this.moment = moment;
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

    Moment moment() {
        return moment;
    }

    String description() {
        return description;
    }

    /** The fields of the context that it cannot do without. */
    List<String> context() {
        return context;
    }

    static Optional<Hook> named(String name) {
        return Arrays.stream(values()).filter(hook -> hook.name.equals(name)).findFirst();
    }

    static Optional<Hook> ofService(String id) {
        return Arrays.stream(values())
                .filter(hook -> hook.serviceId().equals(id))
                .findFirst();
    }
}
