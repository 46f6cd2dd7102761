package org.spsrules.fhir.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spsrules.fhir.record.Records.map;
import static org.spsrules.fhir.record.Records.order;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.PatientCase.Treatment;

/** What a server may send and nobody expects is read as it is meant, or it is said that it was not. */
class UnexpectedRecordsTest {

    private static final String PATIENT =
            "{'resourceType': 'Patient', 'id': '1', 'identifier': [{'system': 'urn:hospital', 'value': '123'}]%s}";
    private static final String DIAZEPAM = "{'text': 'Diazepam 5 MG Oral Tablet'}";

    private static List<String> drugs(MappedCase mapped) {
        return mapped.patientCase().treatments().given().stream()
                .map(Treatment::therapy)
                .toList();
    }

    private static List<String> reasons(MappedCase mapped) {
        return mapped.unused().stream().map(Unused::toString).toList();
    }

    /** An order whose drug and subject are written as these elements. */
    private static String orderOf(String drug, String subject) {
        return "{'resourceType': 'MedicationRequest', 'id': 'm1', 'status': 'active', 'intent': 'order', " + drug
                + ", 'subject': " + subject + "}";
    }

    @Test
    void aSubjectWhoIsOnlyIdentifiedIsThePatientUnlessTheIdentifierIsAnother() {
        String drug = "'medicationCodeableConcept': " + DIAZEPAM;
        String subject = "{'identifier': {'system': 'urn:hospital', 'value': '%s'}}";
        String patient = String.format(PATIENT, "");
        assertThat(drugs(map(patient, orderOf(drug, String.format(subject, "123")))))
                .containsExactly("diazepam");
        MappedCase other = map(patient, orderOf(drug, String.format(subject, "999")));
        assertThat(drugs(other)).isEmpty();
        assertThat(reasons(other)).anyMatch(why -> why.contains("another patient"));
    }

    @Test
    void whatStandsUnderARecordThatWasMergedIntoThisOneIsThePatients() {
        String order = orderOf("'medicationCodeableConcept': " + DIAZEPAM, "{'reference': 'Patient/old'}");
        String link = ", 'link': [{'other': {'reference': 'Patient/%s'}, 'type': '%s'}]";
        assertThat(drugs(map(String.format(PATIENT, String.format(link, "old", "replaces")), order)))
                .containsExactly("diazepam");
        MappedCase merged = map(
                String.format(PATIENT, String.format(link, "new", "replaced-by")), order("m1", "active", DIAZEPAM, ""));
        assertThat(drugs(merged)).containsExactly("diazepam");
        assertThat(reasons(merged)).anyMatch(why -> why.contains("Patient/new") && why.contains("merged"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'medicationReference': {'identifier': {'system': 'urn:stock', 'value': 'D5'}}",
                "'medicationReference': {'type': 'Medication', 'identifier': {'system': 'urn:stock', 'value': 'D5'}}",
                "'contained': [{'resourceType': 'Medication', 'id': 'm', 'ingredient': [{'itemReference': {'reference': '#s'}}]},"
                        + " {'resourceType': 'Substance', 'id': 's', 'code': {'text': 'diazepam'}}],"
                        + " 'medicationReference': {'reference': '#m'}",
                "'contained': [{'resourceType': 'Medication', 'id': 'm', 'ingredient': ["
                        + "{'itemCodeableConcept': {'text': 'diazepam'}, 'isActive': true},"
                        + "{'itemCodeableConcept': {'text': 'lactose'}, 'isActive': false}]}],"
                        + " 'medicationReference': {'reference': '#m'}"
            })
    void aDrugIsFoundHoweverItIsReferredTo(String drug) {
        MappedCase mapped = map(
                "{'resourceType': 'Medication', 'id': 'd5', 'identifier': [{'system': 'urn:stock', 'value': 'D5'}],"
                        + " 'code': " + DIAZEPAM + "}",
                orderOf(drug, "{'reference': 'Patient/1'}"));
        assertThat(drugs(mapped)).containsExactly("diazepam");
        assertThat(mapped.unused()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'coding': [{'system': 'http://www.nlm.nih.gov/research/umls/rxnorm', 'code': '3322'},"
                        + " {'system': 'http://www.nlm.nih.gov/research/umls/rxnorm', 'code': '7052'}]}",
                "{'coding': [{'system': 'http://www.nlm.nih.gov/research/umls/rxnorm', 'code': '7052'}],"
                        + " 'text': 'Diazepam 5 mg'}"
            })
    void aProductThatIsTwoDrugsByMistakeIsReadAsBothAndThatIsSaid(String product) {
        MappedCase mapped = map(order("m1", "active", product, ""));
        assertThat(drugs(mapped)).containsExactlyInAnyOrder("diazepam", "morphine");
        assertThat(reasons(mapped)).anyMatch(why -> why.contains("different drugs"));
    }

    @Test
    void anIngredientThatIsNotKnownIsKeptBesideOneThatIs() {
        MappedCase mapped = map(orderOf(
                "'contained': [{'resourceType': 'Medication', 'id': 'm', 'status': 'entered-in-error', 'ingredient': ["
                        + "{'itemCodeableConcept': {'text': 'diazepam'}}, {'itemCodeableConcept': {'text': 'zzz'}}]}],"
                        + " 'medicationReference': {'reference': '#m'}",
                "{'reference': 'Patient/1'}"));
        assertThat(drugs(mapped)).containsExactly("diazepam", "other: zzz");
        assertThat(reasons(mapped)).anyMatch(why -> why.contains("zzz") && why.contains("entered in error"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType': 'CarePlan', 'id': 'c', 'status': 'active', 'intent': 'plan',"
                        + " 'subject': {'reference': 'Patient/1'}, 'contained': [%s]}",
                "{'resourceType': 'Parameters', 'id': 'c', 'parameter': [{'name': 'drugs', 'resource': %s}]}",
                "{'resourceType': 'Parameters', 'id': 'c', 'parameter': [{'name': 'drugs', 'resource':"
                        + " {'resourceType': 'Bundle', 'type': 'collection', 'entry': [{'resource': %s}]}}]}"
            })
    void aDrugWithinWhatIsNotReadIsNamed(String holder) {
        MappedCase mapped = map(String.format(holder, order("m1", "active", DIAZEPAM, "")));
        assertThat(drugs(mapped)).isEmpty();
        assertThat(reasons(mapped)).anyMatch(why -> why.contains("Diazepam 5 MG Oral Tablet"));
    }

    @Test
    void eachOfSeveralOrdersOfOneDrugIsASourceOfThePlan() {
        MappedCase mapped = map(new PatientRecord(
                Records.AS_OF,
                List.of(),
                Records.resources(
                        order("a", "draft", "{'text': 'oxycodone 5 mg'}", ""),
                        order("b", "draft", "{'text': 'oxycodone 10 mg'}", "")),
                List.of(),
                false,
                Set.of()));
        assertThat(mapped.patientCase().plans()).hasSize(1);
        assertThat(mapped.sources())
                .extracting(FactSource::reference)
                .containsExactly("MedicationRequest/a", "MedicationRequest/b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Take as needed.", "as needed", "prn"})
    void anInstructionThatNamesNoAmountIsNoDose(String text) {
        MappedCase mapped = map(order("m1", "active", DIAZEPAM, "'dosageInstruction': [{'text': '" + text + "'}]"));
        assertThat(mapped.patientCase().treatments().given()).singleElement().satisfies(treatment -> {
            assertThat(treatment.dose()).isEmpty();
            assertThat(treatment.schedule()).isEqualTo(Treatment.Schedule.AS_NEEDED);
        });
    }
}
