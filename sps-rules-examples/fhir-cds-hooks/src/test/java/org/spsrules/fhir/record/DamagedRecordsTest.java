package org.spsrules.fhir.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;

/** However a record is damaged, it gives a case or one of the two exceptions that say why not. */
class DamagedRecordsTest {

    private static final int EACH = Integer.getInteger("sps.cases", 10_000) / 400;
    private static final long SEED = 28;
    private static final FhirContext FHIR = FhirContext.forR4();

    static {
        FHIR.setParserErrorHandler(new LenientErrorHandler(false));
    }

    private static final List<String> INSTEAD = List.of(
            "\"\"",
            "null",
            "-1",
            "1e300",
            "\"2026-13-45\"",
            "\"unknown\"",
            "\"#\"",
            "\"/\"",
            "[]",
            "{}",
            "true",
            "\"mg/kg\"");

    @Test
    void nothingElseIsThrown() throws IOException {
        Random random = new Random(SEED);
        int mapped = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/foreign"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                String whole = Files.readString(file);
                for (int i = 0; i < EACH; i++) {
                    mapped += isMapped(damaged(whole, random), file + ", seed " + SEED + ", " + i) ? 1 : 0;
                }
            }
        }
        assertThat(mapped).as("records that could still be read").isGreaterThan(EACH);
    }

    /** A record with one of its values exchanged for something else. */
    private static String damaged(String json, Random random) {
        List<int[]> values = java.util.regex.Pattern.compile("(?<=: )(?:\"[^\"\\n]*\"|[0-9.]+|true|false)(?=,?\\n)")
                .matcher(json)
                .results()
                .map(found -> new int[] {found.start(), found.end()})
                .toList();
        int[] place = values.get(random.nextInt(values.size()));
        return json.substring(0, place[0]) + INSTEAD.get(random.nextInt(INSTEAD.size())) + json.substring(place[1]);
    }

    private static boolean isMapped(String json, String where) {
        Resource resource;
        try {
            resource = (Resource) FHIR.newJsonParser().parseResource(json);
        } catch (DataFormatException | IllegalArgumentException | ClassCastException e) {
            return false;
        }
        Bundle bundle = new Bundle();
        bundle.addEntry().setResource(resource);
        try {
            Records.map(PatientRecord.of(bundle, Records.AS_OF));
            return true;
        } catch (UnusableRecordException | InvalidCaseException e) {
            return false;
        } catch (RuntimeException e) {
            return fail(where + ": " + json, e);
        }
    }

    @Test
    @Timeout(60)
    void aNameWithoutEndTakesNoTimeWithoutEnd() {
        String endless = "a b ".repeat(200_000);
        String order =
                "{\"resourceType\": \"MedicationRequest\", \"status\": \"active\", \"medicationCodeableConcept\":"
                        + " {\"text\": \"" + endless + "\"}}";
        assertThatCode(() -> isMapped(order, "an endless name")).doesNotThrowAnyException();
    }

    @Test
    @Timeout(20)
    void aNameLongerThanACaseCanHoldIsKeptAsFarAsItGoesAndSaidSo() {
        for (String endless :
                List.of("x" + " ".repeat(20_000) + "(", "q".repeat(5_000), "valium oral tablet ".repeat(8_000))) {
            MappedCase mapped = Records.map(
                    Records.order("m1", "active", "{'text': '" + endless + "'}", ""),
                    "{'resourceType': 'Condition', 'id': 'c1', 'code': {'text': '" + endless + "'}}");
            assertThat(mapped.patientCase().treatments().given())
                    .singleElement()
                    .satisfies(given -> assertThat(given.therapy())
                            .startsWith("other: " + endless.substring(0, 1))
                            .endsWith("\u2026"));
            assertThat(mapped.patientCase().conditions().present())
                    .singleElement()
                    .satisfies(condition -> assertThat(condition).endsWith("\u2026"));
            assertThat(mapped.unused())
                    .extracting(Unused::reference, Unused::why)
                    .contains(
                            tuple(
                                    "MedicationRequest/m1",
                                    "it has a name of more than 900 characters, which is not read"),
                            tuple("Condition/c1", "it has a name of more than 900 characters, which is not read"));
        }
    }

    @Test
    void aNameOverTwoLinesIsKeptOnOne() {
        MappedCase mapped = Records.map(Records.order("m1", "active", "{'text': 'unheard\\nof'}", ""));
        assertThat(mapped.patientCase().treatments().given())
                .singleElement()
                .satisfies(given -> assertThat(given.therapy()).isEqualTo("other: unheard of"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2000000000", "1e-20000000", "1e-2000000000", "1e300", "1e31", "1e-31"})
    @Timeout(20)
    void aNumberThatCouldFillTheMemoryIsNotReckonedWithAndThatIsSaid(String number) {
        String each = "{'doseAndRate': [{'doseQuantity': {'value': '" + number
                + "', 'unit': 'mg'}}], 'timing': {'code':" + " {'coding': [{'code': 'BID'}]}}}";
        String pieces = each.replace("'unit': 'mg'", "'unit': 'tablet'");
        String over =
                "{'doseAndRate': [{'rateRatio': {'numerator': {'value': 5, 'unit': 'mg'}, 'denominator': {'value': '"
                        + number + "', 'unit': 'h'}}}]}";
        String period =
                "{'doseAndRate': [{'doseQuantity': {'value': 5, 'unit': 'mg'}}], 'timing': {'repeat': {'frequency':"
                        + " 1, 'period': '" + number + "', 'periodUnit': 'd'}}}";
        for (String dosage : List.of(each, pieces, over, period)) {
            MappedCase mapped = Records.map(Records.order(
                    "m1", "active", "{'text': 'Diazepam 5 MG Oral Tablet'}", "'dosageInstruction': [" + dosage + "]"));
            assertThat(mapped.patientCase().treatments().given())
                    .singleElement()
                    .satisfies(given -> assertThat(given.dose()).as(dosage).isEmpty());
            assertThat(mapped.unused())
                    .as(dosage)
                    .anyMatch(unused -> unused.why().contains("dose of a day"));
        }
        MappedCase measured = Records.map(
                observation("w", "29463-7", number, "kg"),
                observation("c", "33914-3", number, "mL/min"),
                observation("g", "94345-6", number, "[IU]/mL"),
                "{'resourceType': 'MedicationDispense', 'id': 'd', 'status': 'completed', 'whenHandedOver': '2026-01-01',"
                        + " 'medicationCodeableConcept': {'text': 'diazepam'}, 'daysSupply': {'value': '" + number
                        + "', 'unit': 'd'}}");
        assertThat(measured.patientCase().person().weight()).isEmpty();
        assertThat(measured.patientCase().person().creatinineClearance()).isEmpty();
        assertThat(measured.patientCase().tests()).allMatch(test -> test.value().isEmpty());
        assertThat(measured.patientCase().treatments().given()).allMatch(PatientCase.Treatment::current);
        assertThat(measured.unused())
                .extracting(Unused::reference)
                .contains("Observation/w", "Observation/g", "MedicationDispense/d");
    }

    /** Lawful: an element may say nothing but why it has no value. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'resourceType': 'MedicationRequest', '_status': ABSENT, '_intent': ABSENT, '_doNotPerform': ABSENT",
                "'resourceType': 'MedicationRequest', 'status': 'active', 'dosageInstruction': [{'_sequence': ABSENT, 'timing':"
                        + " {'repeat': {'_frequency': ABSENT, '_frequencyMax': ABSENT, 'period': 1, '_periodUnit': ABSENT}, 'code':"
                        + " {'coding': [{'display': 'often'}]}}, 'doseAndRate': [{'doseQuantity': {'value': 5, 'unit': 'mg'}}]}]",
                "'resourceType': 'MedicationRequest', 'status': 'active', 'dosageInstruction': [{'timing': {'repeat':"
                        + " {'_frequency': ABSENT, '_frequencyMax': ABSENT, 'period': 1, 'periodUnit': 'd'}}, 'doseAndRate':"
                        + " [{'doseQuantity': {'value': 5, 'unit': 'mg'}}]}]",
                "'resourceType': 'MedicationStatement', '_status': ABSENT",
                "'resourceType': 'MedicationAdministration', '_status': ABSENT",
                "'resourceType': 'MedicationDispense', '_status': ABSENT",
                "'resourceType': 'Procedure', '_status': ABSENT, 'code': {'text': 'plasma exchange'}",
                "'resourceType': 'ServiceRequest', 'status': 'active', '_doNotPerform': ABSENT, 'code': {'text': 'plasma exchange'}",
                "'resourceType': 'Patient', '_gender': ABSENT, '_birthDate': ABSENT",
                "'resourceType': 'Encounter', '_status': ABSENT",
                "'resourceType': 'Observation', '_status': ABSENT, 'code': {'coding': [{'system': 'http://loinc.org', 'code':"
                        + " '94345-6'}]}, 'valueQuantity': {'value': 5, '_comparator': ABSENT, 'unit': '[IU]/mL'}",
                "'resourceType': 'QuestionnaireResponse', '_status': ABSENT, 'questionnaire':"
                        + " 'urn:spsrules:questionnaire:clinician', 'item': [{'linkId': 'symptoms.present', 'answer':"
                        + " [{'_valueString': ABSENT}, {'valueQuantity': {'value': 1}}]}, {'linkId': 'course.control', 'answer':"
                        + " [{'_valueString': ABSENT}]}]",
                "'resourceType': 'DetectedIssue', '_status': ABSENT, 'identifier': [{'system': 'urn:spsrules:rule'}], 'mitigation':"
                        + " [{'action': {'text': 'seen'}}]",
                "'resourceType': 'AllergyIntolerance', '_type': ABSENT, '_criticality': ABSENT, 'code': {'text': 'baclofen'}"
            })
    void whatIsOnlySaidToBeAbsentHarmsNothing(String resource) {
        String absent =
                "{'extension': [{'url': 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', 'valueCode':"
                        + " 'unknown'}]}";
        String medication =
                resource.contains("Medication") ? ", 'medicationCodeableConcept': {'text': 'diazepam'}" : "";
        String json = "{'id': '1', " + resource.replace("ABSENT", absent) + medication + "}";
        assertThatCode(() -> Records.map(json)).doesNotThrowAnyException();
        assertThatCode(() -> Records.propose("{'resourceType': 'Patient', 'id': '1'}", json))
                .doesNotThrowAnyException();
    }

    private static String observation(String id, String loinc, String number, String unit) {
        return "{'resourceType': 'Observation', 'id': '" + id + "', 'status': 'final', 'code': {'coding': [{'system':"
                + " 'http://loinc.org', 'code': '" + loinc + "'}]}, 'valueQuantity': {'value': '" + number
                + "', 'unit': '" + unit + "', 'code': '" + unit + "'}}";
    }
}
