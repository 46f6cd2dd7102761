package org.spsrules.cdshooks;

/** What is asked for ahead of a call: a key, a query, and whether there is advice without it. */
enum PrefetchKey {
    PATIENT("patient", "Patient/{{context.patientId}}", true),
    CONDITIONS("conditions", "Condition?patient={{context.patientId}}", true),
    MEDICATION_REQUESTS(
            "medicationRequests",
            "MedicationRequest?patient={{context.patientId}}&_include=MedicationRequest:medication",
            true),
    ALLERGIES("allergies", "AllergyIntolerance?patient={{context.patientId}}", true),
    OBSERVATIONS("observations", "Observation?patient={{context.patientId}}", true),
    MEDICATION_STATEMENTS(
            "medicationStatements",
            "MedicationStatement?patient={{context.patientId}}&_include=MedicationStatement:medication",
            false),
    PROCEDURES("procedures", "Procedure?patient={{context.patientId}}", false),
    ANSWERS("answers", "QuestionnaireResponse?patient={{context.patientId}}", false),
    ENCOUNTERS("encounters", "Encounter?patient={{context.patientId}}&status=in-progress", false);

    private final String key;
    private final String template;
    private final boolean needed;

    PrefetchKey(String key, String template, boolean needed) {
        this.key = key;
        this.template = template;
        this.needed = needed;
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

    /** The query for a patient. */
    String query(String patientId) {
        return template.replace("{{context.patientId}}", patientId);
    }
}
