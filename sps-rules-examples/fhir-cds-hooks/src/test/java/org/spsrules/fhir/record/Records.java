package org.spsrules.fhir.record;

import ca.uhn.fhir.context.FhirContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.spsrules.SpsRules;

/** Records written down in tests as the JSON that a server sends. */
final class Records {

    static final SpsRules RULES = SpsRules.load();
    static final LocalDate AS_OF = LocalDate.of(2026, 1, 15);

    private static final FhirContext FHIR = FhirContext.forR4();

    private Records() {}

    /** A resource from JSON in which single quotes stand for double ones. */
    static Resource resource(String json) {
        return (Resource) FHIR.newJsonParser().parseResource(json.replace('\'', '"'));
    }

    static List<Resource> resources(String... json) {
        return Stream.of(json).map(Records::resource).toList();
    }

    /** The case of a patient with these resources. */
    static MappedCase map(String... json) {
        return map(new PatientRecord(AS_OF, resources(json), List.of(), List.of(), false, Set.of()));
    }

    /** The case of a patient who takes something, and for whom something is about to be ordered. */
    static MappedCase propose(String onRecord, String proposed) {
        return map(new PatientRecord(AS_OF, resources(onRecord), resources(proposed), List.of(), false, Set.of()));
    }

    static MappedCase map(PatientRecord stated) {
        return new RecordMapping(RULES.vocabulary()).map(stated);
    }

    /** A term in RxNorm. */
    static String rxnorm(String code, String display) {
        return "{'coding': [{'system': 'http://www.nlm.nih.gov/research/umls/rxnorm', 'code': '" + code
                + "', 'display': '" + display + "'}]}";
    }

    /** An order on record. */
    static String order(String id, String status, String medication, String more) {
        return "{'resourceType': 'MedicationRequest', 'id': '" + id + "', 'status': '" + status
                + "', 'intent': 'order', 'subject': {'reference': 'Patient/1'}, 'medicationCodeableConcept': "
                + medication
                + (more.isEmpty() ? "" : ", " + more) + "}";
    }
}
