package org.spsrules.fhir.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spsrules.fhir.record.Records.map;
import static org.spsrules.fhir.record.Records.order;
import static org.spsrules.fhir.record.Records.propose;
import static org.spsrules.fhir.record.Records.rxnorm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.vocabulary.OtherTerm;

/** The route decides which drug baclofen is, wherever it is said; where it is not, nobody guesses. */
class RouteTest {

    private static final String SNOMED = "'route': {'coding': [{'system': 'http://snomed.info/sct', 'code': '%s'}]}";
    private static final String V3 =
            "'route': {'coding': [{'system': 'http://terminology.hl7.org/CodeSystem/v3-RouteOfAdministration', 'code': '%s'}]}";

    private static String drug(MappedCase mapped) {
        assertThat(mapped.patientCase().treatments().given()).hasSize(1);
        return mapped.patientCase().treatments().given().get(0).therapy();
    }

    private static MappedCase taking(String medication, String dosage) {
        return map(order("m1", "active", medication, "'dosageInstruction': [{" + dosage + "}]"));
    }

    private static void assertSays(MappedCase mapped, String why) {
        assertThat(mapped.unused())
                .as("what is not understood")
                .anyMatch(unused -> unused.reference().equals("MedicationRequest/m1")
                        && unused.why().contains(why));
    }

    @ParameterizedTest
    @CsvSource({
        "72607000, intrathecal-baclofen",
        "26643006, oral-baclofen",
        "IT, intrathecal-baclofen",
        "ITINJ, intrathecal-baclofen",
        "PO, oral-baclofen",
        "GT, oral-baclofen"
    })
    void aCodedRouteDecides(String code, String expected) {
        String route = String.format(Character.isDigit(code.charAt(0)) ? SNOMED : V3, code);
        for (String baclofen :
                new String[] {rxnorm("1292", "Baclofen"), "{'text': 'baclofen'}", "{'text': 'Lioresal'}"}) {
            assertThat(drug(taking(baclofen, route))).as(baclofen).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'route': {'text': 'Intrathecal'}                                         | intrathecal-baclofen
            'route': {'text': 'IT'}                                                  | intrathecal-baclofen
            'route': {'text': 'voie intrathécale'}                                   | intrathecal-baclofen
            'route': {'text': 'PO'}                                                  | oral-baclofen
            'text': 'intrathecal, 300 mcg a day'                                     | intrathecal-baclofen
            'text': '10 mg by mouth three times a day'                               | oral-baclofen
            'text': '1 tablet three times a day'                                     | oral-baclofen
            'text': '10 mg po TID'                                                   | oral-baclofen
            'patientInstruction': 'Come for the refill of your baclofen pump'        | intrathecal-baclofen
            'method': {'coding': [{'display': 'Intrathecal infusion'}]}              | intrathecal-baclofen
            'method': {'text': 'Swallow'}                                            | oral-baclofen
            'additionalInstruction': [{'text': 'through the implanted pump'}]        | intrathecal-baclofen
            'doseAndRate': [{'doseQuantity': {'value': 1, 'unit': 'tablet'}}]        | oral-baclofen
            """)
    void wordsOfARouteDecide(String dosage, String expected) {
        assertThat(drug(taking(rxnorm("1292", "Baclofen"), dosage))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            baclofen intrathecal                         | intrathecal-baclofen
            Baclofen (intrathecal)                       | intrathecal-baclofen
            Baclofen 0.5 MG/ML Injectable Solution       | intrathecal-baclofen
            baclofen pump                                | intrathecal-baclofen
            Gablofen                                     | intrathecal-baclofen
            Baclofen 10 MG Oral Tablet                   | oral-baclofen
            baclofen tablets                             | oral-baclofen
            """)
    void theNameOfAProductDecides(String name, String expected) {
        assertThat(drug(taking("{'text': '" + name + "'}", ""))).isEqualTo(expected);
    }

    @Test
    void theFormOfAMedicationDecides() {
        String medication = "{'resourceType': 'Medication', 'id': 'a', 'code': " + rxnorm("1292", "Baclofen")
                + ", 'form': {'text': '%s'}}";
        String order = "{'resourceType': 'MedicationRequest', 'id': 'm1', 'status': 'active', 'intent': 'order',"
                + " 'medicationReference': {'reference': 'Medication/a'}}";
        assertThat(drug(map(String.format(medication, "Tablet"), order))).isEqualTo("oral-baclofen");
        assertThat(drug(map(String.format(medication, "Solution for injection"), order)))
                .isEqualTo("intrathecal-baclofen");
    }

    /** No pump gives as much: a tablet of which the record says no route is taken by mouth. */
    @ParameterizedTest
    @ValueSource(strings = {"5 mg/day", "30 mg/day", "10 mg three times a day"})
    void muchOfItIsOnlyGivenByMouth(String dosage) {
        MappedCase mapped = taking("{'text': 'baclofen'}", "'text': '" + dosage + "'");

        assertThat(drug(mapped)).isEqualTo("oral-baclofen");
        assertSays(mapped, "so much of it a day is only given by mouth");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'text': 'baclofen'}                   | 'text': '4.9 mg/day'                                            | its route is not stated
            {'text': 'Lioresal'}                   |                                                                 | its route is not stated
            {'text': 'baclofen'}                   | 'route': {'coding': [{'system': 'http://snomed.info/sct', 'code': '1'}]} | said to be http://snomed.info/sct|1, which is not understood
            {'text': 'baclofen'}                   | 'route': {'text': 'as directed'}                                | said to be as directed
            {'text': 'baclofen'}                   | 'route': {'text': 'oral'}, 'text': 'intrathecal pump'           | oral and intrathecal, which contradicts itself
            {'text': 'Baclofen 10 MG Oral Tablet'} | 'route': {'text': 'intrathecal'}                                | contradicts itself
            {'text': 'Gablofen'}                   | 'route': {'text': 'oral'}                                       | contradicts itself
            {'text': 'baclofen'}                   | 'text': 'not by mouth'                                          | said to be not oral
            {'text': 'baclofen'}                   | 'route': {'text': 'intravenous'}                                | intravenous, which it is not given as
            """)
    void whatDoesNotSayItsRouteOrContradictsItselfIsSaidAndNotGuessed(String medication, String dosage, String why) {
        MappedCase mapped = taking(medication, dosage == null ? "" : dosage);
        assertThat(drug(mapped)).isEqualTo("baclofen-any-route");
        assertSays(mapped, why);
    }

    @Test
    void anAdministrationSaysItsRouteToo() {
        String administered = "{'resourceType': 'MedicationAdministration', 'id': 'a1', 'status': 'in-progress',"
                + " 'medicationCodeableConcept': {'text': 'baclofen'}, 'dosage': {'route': {'text': 'intrathecal'}}}";
        assertThat(drug(map(administered))).isEqualTo("intrathecal-baclofen");
    }

    @Test
    void whatIsInUseSaysTheRouteOfWhatIsToEnd() {
        String oral = order("m1", "active", "{'text': 'Baclofen 10 MG Oral Tablet'}", "");
        assertThat(propose(oral, order("p1", "stopped", "{'text': 'baclofen'}", ""))
                        .patientCase()
                        .plans())
                .singleElement()
                .satisfies(plan -> assertThat(plan.therapy()).contains("oral-baclofen"));
    }

    @Test
    void aViewThatLeavesTheRouteOpenIsOfTheSameTreatment() {
        String statement = "{'resourceType': 'MedicationStatement', 'id': 's1', 'status': 'active',"
                + " 'medicationCodeableConcept': {'text': '%s'}}";
        assertThat(drug(map(
                        order("m1", "active", "{'text': 'Baclofen 10 MG Oral Tablet'}", ""),
                        String.format(statement, "baclofen"))))
                .isEqualTo("oral-baclofen");
        assertThat(drug(map(
                        order("m1", "active", "{'text': 'baclofen'}", ""),
                        String.format(statement, "intrathecal baclofen"))))
                .isEqualTo("intrathecal-baclofen");
    }

    @Test
    void whatIsPutOnTheSkinIsNoDrugThatIsTaken() {
        Treatment topical = taking("{'text': 'hydrocortisone'}", "'route': {'text': 'Topical'}")
                .patientCase()
                .treatments()
                .given()
                .get(0);
        assertThat(OtherTerm.is(topical.therapy())).isTrue();
        assertThat(drug(taking("{'text': 'diazepam'}", "'text': 'then the eye drops'")))
                .isEqualTo("diazepam");
    }

    @Test
    void immunoglobulinUnderTheSkinIsNotThatIntoAVein() {
        assertThat(drug(taking("{'text': 'immunoglobulin'}", "'route': {'text': 'subcutaneous'}")))
                .isEqualTo("scig");
        assertSays(taking("{'text': 'IVIG'}", "'route': {'text': 'subcutaneous'}"), "contradicts itself");
    }
}
