package org.spsrules.cdshooks;

import java.util.List;

/** What is asked for ahead of a call: a key, a query, the types of resources that answer it, and whether there is advice without. */
enum PrefetchKey {
    PATIENT("patient", "Patient/{{context.patientId}}", true, "Patient"),
    CONDITIONS("conditions", "Condition?patient={{context.patientId}}", true, "Condition"),
    MEDICATION_REQUESTS(
            "medicationRequests",
            "MedicationRequest?patient={{context.patientId}}&_include=MedicationRequest:medication",
            true,
            "MedicationRequest"),
    ALLERGIES("allergies", "AllergyIntolerance?patient={{context.patientId}}", true, "AllergyIntolerance"),
    OBSERVATIONS("observations", "Observation?patient={{context.patientId}}", true, "Observation"),
    MEDICATION_STATEMENTS(
            "medicationStatements",
            "MedicationStatement?patient={{context.patientId}}&_include=MedicationStatement:medication",
            false,
            "MedicationStatement"),
    MEDICATION_DISPENSES(
            "medicationDispenses",
            "MedicationDispense?patient={{context.patientId}}&_include=MedicationDispense:medication",
            false,
            "MedicationDispense"),
    MEDICATION_ADMINISTRATIONS(
            "medicationAdministrations",
            "MedicationAdministration?patient={{context.patientId}}&_include=MedicationAdministration:medication",
            false,
            "MedicationAdministration"),
    PROCEDURES("procedures", "Procedure?patient={{context.patientId}}", false, "Procedure", "ServiceRequest"),
    ANSWERS("answers", "QuestionnaireResponse?patient={{context.patientId}}", false, "QuestionnaireResponse"),
    ENCOUNTERS("encounters", "Encounter?patient={{context.patientId}}&status=in-progress", false, "Encounter");

    private final String key;
    private final String template;
    private final boolean needed;
    private final List<String> types;

    PrefetchKey(String key, String template, boolean needed, String... types) {
        this.key = key;
        this.template = template;
        this.needed = needed;
        this.types = List.of(types);
    }

    String key() {
        return key;
    }

    String template() {
        return template;
    }

    /** Whether advice without it could miss a danger. */
    boolean isNeeded() {
        return needed;
    }

    /** The types of the resources that it is about; others may come with them. */
    List<String> types() {
        return types;
    }

    /** The query for a patient. */
    String query(String patientId) {
        return template.replace("{{context.patientId}}", patientId);
    }
}
