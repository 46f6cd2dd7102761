package org.spsrules.fhir.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spsrules.fhir.record.Records.AS_OF;
import static org.spsrules.fhir.record.Records.map;
import static org.spsrules.fhir.record.Records.order;
import static org.spsrules.fhir.record.Records.resources;
import static org.spsrules.fhir.record.Records.rxnorm;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.Report.Alert;

/** What has just ended is warned of, by whatever the record says of its end. */
class EndingsTest {

    private static final String DIAZEPAM = rxnorm("3322", "Diazepam");
    private static final String UNDATED = "on which day it ended is not stated";

    private static Treatment only(MappedCase mapped) {
        assertThat(mapped.patientCase().treatments().given()).hasSize(1);
        return mapped.patientCase().treatments().given().get(0);
    }

    private static List<String> critical(MappedCase mapped) {
        return Records.RULES
                .evaluate(mapped.patientCase())
                .everyAlert()
                .filter(alert -> alert.level() == Alert.Level.CRITICAL)
                .map(Alert::title)
                .toList();
    }

    private static boolean saysUndated(MappedCase mapped) {
        return mapped.unused().stream().anyMatch(unused -> unused.why().startsWith(UNDATED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'dosageInstruction': [{'timing': {'repeat': {'boundsPeriod': {'start': '2025-01-01', 'end': '2026-01-14'}}}}] | 2026-01-14
            'dosageInstruction': [{'timing': {'repeat': {'boundsPeriod': {'end': '2026-01'}}}}]                           | 2026-01
            'authoredOn': '2026-01-01', 'dosageInstruction': [{'timing': {'repeat': {'boundsDuration': {'value': 2, 'code': 'wk'}}}}] | 2026-01-15
            'extension': [{'url': 'http://hl7.org/fhir/5.0/StructureDefinition/extension-MedicationRequest.statusChanged', 'valueDateTime': '2026-01-13T10:00:00Z'}] | 2026-01-13
            '_status': {'extension': [{'url': 'http://ehr.example/when', 'valueDateTime': '2026-01-12'}]}                 | 2026-01-12
            'statusReason': {'text': 'wish of the patient', 'extension': [{'url': 'http://ehr.example/when', 'valueDate': '2026-01-14'}]} | 2026-01-14
            """)
    void theDayOnWhichAStoppedOrderEndedIsReadWhereverItStands(String more, String end) {
        for (String status : List.of("stopped", "completed")) {
            MappedCase mapped = map(order("m1", status, DIAZEPAM, more));
            assertThat(only(mapped).stopped()).contains(PartialDate.parse(end));
            assertThat(critical(mapped)).anyMatch(title -> title.contains("Watch for withdrawal"));
            assertThat(saysUndated(mapped)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"13, true", "14, false"})
    void anActiveOrderThatShouldHaveEndedIsInUseAndThatIsSaid(int days, boolean said) {
        MappedCase mapped = map(order(
                "m1",
                "active",
                DIAZEPAM,
                "'authoredOn': '2026-01-01', 'dosageInstruction': [{'timing': {'repeat': {'boundsDuration': {'value': "
                        + days + ", 'code': 'd'}}}}]"));
        assertThat(only(mapped).current()).isTrue();
        assertThat(mapped.unused().stream().anyMatch(unused -> unused.why().startsWith("by its dosage it has ended")))
                .isEqualTo(said);
    }

    @Test
    void anEndLongAgoIsNoAlarm() {
        MappedCase mapped = map(order(
                "m1",
                "stopped",
                DIAZEPAM,
                "'dosageInstruction': [{'timing': {'repeat': {'boundsPeriod': {'end': '2024-01-14'}}}}]"));
        assertThat(only(mapped).stopped()).contains(PartialDate.parse("2024-01-14"));
        assertThat(critical(mapped)).isEmpty();
    }

    /** It was to go on until then, and has ended before; when, nobody knows. */
    @Test
    void aStopBeforeTheEndThatWasPlannedHasNoDay() {
        MappedCase mapped = map(order(
                "m1",
                "stopped",
                DIAZEPAM,
                "'dosageInstruction': [{'timing': {'repeat': {'boundsPeriod': {'end': '2026-03-01'}}}}]"));
        assertThat(only(mapped).stopped()).isEmpty();
        assertThat(saysUndated(mapped)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'effectivePeriod': {'start': '2025-01-01', 'end': '2026-01-14'} | 2026-01-14
            'effectiveDateTime': '2026-01-13'                               | 2026-01-13
            'effectivePeriod': {'start': '2025-01-01'}, 'dosage': [{'timing': {'repeat': {'boundsPeriod': {'end': '2026-01-12'}}}}] | 2026-01-12
            """)
    void theDayOnWhichAStatementEndedIsReadWhereverItStands(String more, String end) {
        MappedCase mapped = map("{'resourceType': 'MedicationStatement', 'id': 's1', 'status': 'stopped',"
                + " 'medicationCodeableConcept': " + DIAZEPAM + ", " + more + "}");
        assertThat(only(mapped).stopped()).contains(PartialDate.parse(end));
        assertThat(critical(mapped)).anyMatch(title -> title.contains("Watch for withdrawal"));
    }

    @Test
    void anEndWithoutADayIsSaidWhereItMatters() {
        assertThat(saysUndated(map(order("m1", "stopped", DIAZEPAM, "")))).isTrue();
        assertThat(saysUndated(map(order("m1", "stopped", rxnorm("121191", "rituximab"), ""))))
                .isFalse();
        assertThat(saysUndated(map(
                        order("m1", "stopped", DIAZEPAM, ""),
                        order("m2", "active", DIAZEPAM, "'dosageInstruction': [{'text': '5 mg/day'}]"))))
                .as("it goes on by another order")
                .isFalse();
    }

    /** Some systems have written the end into the record before the hook is called. */
    @ParameterizedTest
    @ValueSource(strings = {"stopped", "completed", "cancelled", "on-hold"})
    void whatIsStoppedInThisHookHasEndedNowAlsoIfTheRecordWasFaster(String status) {
        List<org.hl7.fhir.r4.model.Resource> record = resources(order("m1", "stopped", DIAZEPAM, ""));
        String draft = "{'resourceType': 'MedicationRequest', 'id': 'm1', 'status': '" + status + "'}";
        for (PatientRecord stated : List.of(
                new PatientRecord(AS_OF, record, resources(draft), List.of(), false, Set.of()),
                new PatientRecord(AS_OF, record, List.of(), resources(draft), false, Set.of()))) {
            MappedCase mapped = Records.map(stated);
            assertThat(only(mapped).stopped()).contains(PartialDate.of(AS_OF));
            assertThat(critical(mapped)).anyMatch(title -> title.contains("benzodiazepine abruptly"));
        }
    }
}
