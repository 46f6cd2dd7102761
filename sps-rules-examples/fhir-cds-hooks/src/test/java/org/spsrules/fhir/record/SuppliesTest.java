package org.spsrules.fhir.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spsrules.fhir.record.Records.map;
import static org.spsrules.fhir.record.Records.order;
import static org.spsrules.fhir.record.Records.rxnorm;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Treatment;

/** A supply that has run out is warned of; on 15 January 2026. */
class SuppliesTest {

    private static final String DIAZEPAM = rxnorm("3322", "Diazepam");
    private static final String INTERRUPTED = "interrupted supply";
    private static final String WATCHING = "safety/ended-some-time-ago#";

    private static String dispensed(String id, String drug, String day, String supply) {
        return "{'resourceType': 'MedicationDispense', 'id': '" + id + "', 'status': 'completed', 'whenHandedOver': '"
                + day + "', 'medicationCodeableConcept': " + drug + ", 'daysSupply': " + supply + "}";
    }

    private static String days(int count) {
        return "{'value': " + count + ", 'code': 'd', 'unit': 'days'}";
    }

    private static String prescribed(String more) {
        return order("m1", "active", DIAZEPAM, "'authoredOn': '2025-12-01', 'dispenseRequest': {" + more + "}");
    }

    private static boolean warns(String title, MappedCase mapped) {
        return Records.RULES
                .evaluate(mapped.patientCase())
                .everyAlert()
                .anyMatch(alert -> alert.title().contains(title));
    }

    private static boolean isDue(MappedCase mapped) {
        return mapped.patientCase().conditions().present().contains("refill-due");
    }

    /** The bound on gaps is that of the rules, and changes with it. */
    @Test
    void aGapIsWatchedAsLongAsTheRulesWatchAnEnd() {
        assertThat(Records.RULES.knowledge().rules().stream()
                        .filter(rule -> rule.id().startsWith(WATCHING))
                        .flatMap(rule -> rule.patterns().stream())
                        .flatMap(pattern -> pattern.compared("daysSinceEnd"))
                        .flatMap(days -> days.number().stream())
                        .max(Comparator.naturalOrder()))
                .hasValue(BigDecimal.valueOf(Supplies.WATCHED));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-15, 30, true, false",
        "2025-12-16, 30, false, true",
        "2025-12-17, 30, false, false",
        "2026-01-10, 0, true, false"
    })
    void whatIsInUseAndHasRunOutIsAGap(String day, int count, boolean interrupted, boolean due) {
        MappedCase mapped = map(order("m1", "active", DIAZEPAM, ""), dispensed("d1", DIAZEPAM, day, days(count)));
        assertThat(warns(INTERRUPTED, mapped)).isEqualTo(interrupted);
        assertThat(isDue(mapped)).isEqualTo(due);
        assertThat(mapped.unused().stream().anyMatch(unused -> unused.why().contains("read as a gap in the supply")))
                .isEqualTo(interrupted);
        if (interrupted) {
            assertThat(mapped.sources())
                    .contains(new FactSource("conditions.present: supply-gap", "MedicationDispense/d1"));
        }
    }

    @ParameterizedTest
    @CsvSource({"4, wk, true", "5, wk, true", "6, wk, false", "1, mo, true", "2, mo, false", "40, h, false"})
    void weeksAndMonthsAreReckonedWithAndHoursAreNot(int count, String unit, boolean interrupted) {
        MappedCase mapped = map(
                order("m1", "active", DIAZEPAM, ""),
                dispensed("d1", DIAZEPAM, "2025-12-10", "{'value': " + count + ", 'code': '" + unit + "'}"));
        assertThat(warns(INTERRUPTED, mapped)).isEqualTo(interrupted);
    }

    @ParameterizedTest
    @CsvSource({"2025-11-03, false", "2025-11-04, true"})
    void aGapOfLongAgoIsNoAlarmAndIsSaid(String day, boolean interrupted) {
        MappedCase mapped = map(order("m1", "active", DIAZEPAM, ""), dispensed("d1", DIAZEPAM, day, days(30)));
        assertThat(warns(INTERRUPTED, mapped)).isEqualTo(interrupted);
        assertThat(mapped.unused().stream().anyMatch(unused -> unused.why().contains("longer ago than a withdrawal")))
                .isEqualTo(!interrupted);
    }

    @Test
    void whatWasFetchedEarlyLastsLonger() {
        MappedCase mapped = map(
                order("m1", "active", DIAZEPAM, ""),
                dispensed("d2", DIAZEPAM, "2025-12-10", days(30)),
                dispensed("d1", DIAZEPAM, "2025-12-01", days(30)));
        assertThat(warns(INTERRUPTED, mapped)).isFalse();
    }

    @Test
    void whatWasHandedOutAndNotOrderedHasJustEnded() {
        MappedCase mapped = map(dispensed("d1", DIAZEPAM, "2025-12-14", days(30)));
        Treatment only = mapped.patientCase().treatments().given().get(0);
        assertThat(only.current()).isFalse();
        assertThat(only.stopped()).contains(PartialDate.parse("2026-01-13"));
        assertThat(warns("just ended", mapped)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'expectedSupplyDuration': {'value': 44, 'code': 'd'}                                                       | true
            'expectedSupplyDuration': {'value': 45, 'code': 'd'}                                                       | false
            'expectedSupplyDuration': {'value': 30, 'code': 'd'}, 'numberOfRepeatsAllowed': 1                          | false
            'expectedSupplyDuration': {'value': 30, 'code': 'd'}, 'validityPeriod': {'start': '2025-12-20'}            | false
            'numberOfRepeatsAllowed': 1                                                                                | false
            """)
    void aPrescriptionLastsAsLongAsItIsExpectedTo(String more, boolean interrupted) {
        assertThat(warns(INTERRUPTED, map(prescribed(more)))).isEqualTo(interrupted);
    }

    @ParameterizedTest
    @CsvSource({"2025-12-03, false", "2025-12-04, true", "2026-01-14, true", "2026-01-15, false"})
    void aPrescriptionThatIsNoLongerValidIsToBeRenewed(String end, boolean due) {
        assertThat(isDue(map(prescribed("'validityPeriod': {'end': '" + end + "'}"))))
                .isEqualTo(due);
    }

    @Test
    void whatWasHandedOutNeedNotSayItsRoute() {
        MappedCase mapped = map(
                order("m1", "active", "{'text': 'Baclofen 10 MG Oral Tablet'}", ""),
                dispensed("d1", "{'text': 'baclofen'}", "2025-12-01", days(30)));
        assertThat(mapped.patientCase().treatments().given())
                .singleElement()
                .satisfies(given -> assertThat(given.therapy()).isEqualTo("oral-baclofen"));
        assertThat(warns(INTERRUPTED, mapped)).isTrue();
    }

    @Test
    void whatWasHandedOutOutranksWhatWasExpected() {
        MappedCase mapped = map(
                prescribed("'expectedSupplyDuration': {'value': 10, 'code': 'd'}"),
                dispensed("d1", DIAZEPAM, "2026-01-10", days(30)));
        assertThat(warns(INTERRUPTED, mapped)).isFalse();
    }

    @Test
    void aSupplyOfWhichTheLengthIsNotKnownIsNoGapAndThatIsSaid() {
        MappedCase mapped = map(
                order("m1", "active", DIAZEPAM, ""),
                dispensed("d1", DIAZEPAM, "2025-06-01", days(30)),
                dispensed("d2", DIAZEPAM, "2026-01-01", "{'unit': 'days'}"));
        assertThat(warns(INTERRUPTED, mapped)).isFalse();
        assertThat(mapped.unused()).anyMatch(unused -> unused.why().contains("how many days it lasts is not stated"));
    }

    @Test
    void whatIsTakenAsNeededOrMayEndDoesNotRunOut() {
        MappedCase asNeeded = map(
                order("m1", "active", DIAZEPAM, "'dosageInstruction': [{'asNeededBoolean': true}]"),
                dispensed("d1", DIAZEPAM, "2025-12-01", days(30)));
        String metformin = "{'text': 'metformin'}";
        MappedCase harmless = map(
                order("m1", "active", metformin, ""),
                order("m2", "active", DIAZEPAM, ""),
                dispensed("d1", metformin, "2025-12-01", days(30)));
        assertThat(Stream.of(asNeeded, harmless)).noneMatch(mapped -> warns(INTERRUPTED, mapped));
    }
}
