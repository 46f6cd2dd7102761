package org.spsrules.fhir.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spsrules.fhir.record.Records.AS_OF;
import static org.spsrules.fhir.record.Records.map;
import static org.spsrules.fhir.record.Records.order;
import static org.spsrules.fhir.record.Records.propose;
import static org.spsrules.fhir.record.Records.resources;
import static org.spsrules.fhir.record.Records.rxnorm;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.Answer;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.vocabulary.OtherTerm;

class MedicationMappingTest {

    private static final String DIAZEPAM = rxnorm("3322", "Diazepam");

    private static Treatment only(MappedCase mapped) {
        assertThat(mapped.patientCase().treatments().given()).hasSize(1);
        return mapped.patientCase().treatments().given().get(0);
    }

    private static List<String> reasons(MappedCase mapped) {
        return mapped.unused().stream().map(Unused::why).toList();
    }

    private static List<String> plans(MappedCase mapped) {
        return mapped.patientCase().plans().stream()
                .map(plan -> plan.action() + " " + plan.therapy().orElse(""))
                .toList();
    }

    @Test
    void anActiveOrderIsInUseAndKnowsItsResource() {
        MappedCase mapped = map(order("m1", "active", DIAZEPAM, ""));
        assertThat(only(mapped).therapy()).isEqualTo("diazepam");
        assertThat(only(mapped).current()).isTrue();
        assertThat(mapped.sources())
                .contains(new FactSource("treatments.given: diazepam, current", "MedicationRequest/m1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hydrocortisone cream",
                "Hydrocortisone 1% cream",
                "Dexamethasone ear drops",
                "rituximab (declined)",
                "Avoid: diazepam 5 mg"
            })
    void whatActsWhereItIsPutOrIsDeniedIsNoDrugThatIsTaken(String product) {
        MappedCase mapped = map(order("m1", "active", "{'text': '" + product + "'}", ""));
        assertThat(mapped.patientCase().treatments().given())
                .as("read as what acts in the body")
                .allMatch(treatment -> OtherTerm.is(treatment.therapy()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5 mg, 3 a day               | 15 mg/day    | 'doseAndRate': [{'doseQuantity': {'value': 5, 'code': 'mg', 'system': 'http://unitsofmeasure.org'}}], 'timing': {'repeat': {'frequency': 3, 'period': 1, 'periodUnit': 'd'}}
            5 mg every 8 hours          | 15 mg/day    | 'doseAndRate': [{'doseQuantity': {'value': 5, 'unit': 'mg'}}], 'timing': {'repeat': {'frequency': 1, 'period': 8, 'periodUnit': 'h'}}
            2 to 3 times a day          | 15 mg/day    | 'doseAndRate': [{'doseQuantity': {'value': 5, 'unit': 'mg'}}], 'timing': {'repeat': {'frequency': 2, 'frequencyMax': 3, 'period': 1, 'periodUnit': 'd'}}
            5 to 10 mg twice            | 20 mg/day    | 'doseAndRate': [{'doseRange': {'low': {'value': 5, 'unit': 'mg'}, 'high': {'value': 10, 'unit': 'mg'}}}], 'timing': {'code': {'coding': [{'code': 'BID'}]}}
            morning and evening         | 10 mg/day    | 'doseAndRate': [{'doseQuantity': {'value': 5, 'unit': 'mg'}}], 'timing': {'repeat': {'when': ['MORN', 'EVE']}}
            two times of day            | 10 mg/day    | 'doseAndRate': [{'doseQuantity': {'value': 5, 'unit': 'mg'}}], 'timing': {'repeat': {'timeOfDay': ['08:00:00', '20:00:00']}}
            7 mg once a week            | 1 mg/day     | 'doseAndRate': [{'doseQuantity': {'value': 7, 'unit': 'mg'}}], 'timing': {'repeat': {'frequency': 1, 'period': 1, 'periodUnit': 'wk'}}
            the most in a day           | 20 mg/day    | 'maxDosePerPeriod': {'numerator': {'value': 20, 'unit': 'mg'}, 'denominator': {'value': 1, 'unit': 'd', 'code': 'd'}}
            a rate                      | 300 µg/day   | 'doseAndRate': [{'rateQuantity': {'value': 300, 'code': 'ug/d', 'system': 'http://unitsofmeasure.org'}}]
            in words                    | 15 mg/day    | 'text': '5 mg TID'
            """)
    void theDoseOfADay(String name, String expected, String dosage) {
        MappedCase mapped = map(order("m1", "active", DIAZEPAM, "'dosageInstruction': [{" + dosage + "}]"));
        assertThat(only(mapped).dose()).as(name).map(Object::toString).contains(expected);
    }

    @Test
    void piecesCountByTheStrengthOfTheProduct() {
        String two = "'dosageInstruction': [{'doseAndRate': [{'doseQuantity': {'value': 2, 'unit': 'tablet'}}],"
                + " 'timing': {'repeat': {'frequency': 3, 'period': 1, 'periodUnit': 'd'}}}]";
        assertThat(only(map(order("m1", "active", "{'text': 'Diazepam 5 MG Oral Tablet'}", two)))
                        .dose())
                .map(Object::toString)
                .contains("30 mg/day");
        assertThat(only(map(order("m1", "active", "{'text': 'diazepam'}", two))).dose())
                .as("a tablet of unknown strength")
                .isEmpty();
    }

    @Test
    void aDoseWithoutAUnitIsNotReadAndSaidSo() {
        MappedCase mapped = map(order(
                "m1",
                "active",
                DIAZEPAM,
                "'dosageInstruction': [{'doseAndRate': [{'doseQuantity': {'value': 1}}],"
                        + " 'timing': {'repeat': {'frequency': 1, 'period': 1, 'periodUnit': 'd'}}}]"));
        assertThat(only(mapped).dose()).isEmpty();
        assertThat(reasons(mapped)).anyMatch(why -> why.contains("cannot be told"));
    }

    @Test
    void severalInstructionsAtATimeAddUpAndStepsDoNot() {
        String each = "{%s'doseAndRate': [{'doseQuantity': {'value': %d, 'unit': 'mg'}}],"
                + " 'timing': {'repeat': {'frequency': 1, 'period': 1, 'periodUnit': 'd'}}}";
        String together =
                "'dosageInstruction': [" + String.format(each, "", 5) + "," + String.format(each, "", 10) + "]";
        String steps = "'dosageInstruction': [" + String.format(each, "'sequence': 1, ", 5) + ","
                + String.format(each, "'sequence': 2, ", 10) + "]";
        assertThat(only(map(order("m1", "active", DIAZEPAM, together))).dose())
                .map(Object::toString)
                .contains("15 mg/day");
        assertThat(only(map(order("m1", "active", DIAZEPAM, steps))).dose())
                .map(Object::toString)
                .contains("10 mg/day");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'asNeededBoolean': true, 'text': '5 mg daily'", "'text': '5 mg PRN'", "'text': '5 mg sos'"})
    void whatIsTakenAsNeededIsNotRegular(String dosage) {
        Treatment treatment = only(map(order("m1", "active", DIAZEPAM, "'dosageInstruction': [{" + dosage + "}]")));
        assertThat(treatment.schedule()).isEqualTo(Treatment.Schedule.AS_NEEDED);
    }

    @ParameterizedTest
    @CsvSource({
        "active, order, diazepam current, ",
        "completed, order, diazepam past, ",
        "stopped, order, diazepam past, ",
        "on-hold, order, diazepam current, STOP diazepam",
        "draft, order, , START diazepam",
        "active, plan, , START diazepam",
        "cancelled, order, , ",
        "entered-in-error, order, , ",
        "unknown, order, diazepam current, "
    })
    void theStatusOfAnOrder(String status, String intent, String treatment, String plan) {
        MappedCase mapped =
                map(order("m1", status, DIAZEPAM, "").replace("'intent': 'order'", "'intent': '" + intent + "'"));
        assertThat(mapped.patientCase().treatments().given().stream()
                        .map(given -> given.therapy() + (given.current() ? " current" : " past")))
                .isEqualTo(treatment == null ? List.of() : List.of(treatment));
        assertThat(plans(mapped)).isEqualTo(plan == null ? List.of() : List.of(plan));
        if (treatment == null && plan == null) {
            assertThat(mapped.unused()).isNotEmpty();
        }
    }

    @Test
    void anOrderWhoseTimeIsOverIsPast() {
        String until =
                "'dosageInstruction': [{'timing': {'repeat': {'boundsPeriod': {'start': '2025-01-01', 'end': '%s'}}}}]";
        assertThat(only(map(order("m1", "active", DIAZEPAM, String.format(until, "2026-01-14"))))
                        .current())
                .isFalse();
        assertThat(only(map(order("m1", "active", DIAZEPAM, String.format(until, "2026-01-14"))))
                        .stopped())
                .contains(PartialDate.of(LocalDate.of(2026, 1, 14)));
        assertThat(only(map(order("m1", "active", DIAZEPAM, String.format(until, "2026-01-15"))))
                        .current())
                .isTrue();
    }

    @Test
    void whatWasStoppedBecauseItWasNotTolerated() {
        MappedCase mapped = map(
                order(
                        "m1",
                        "stopped",
                        DIAZEPAM,
                        "'statusReason': {'coding': [{'system':"
                                + " 'http://terminology.hl7.org/CodeSystem/medicationrequest-status-reason', 'code': 'sintol'}]}"));
        assertThat(only(mapped).tolerated()).isEqualTo(Answer.NO);
    }

    @Test
    void aMedicationThatIsContainedOrSentBeside() {
        String medication =
                "{'resourceType': 'Medication', 'id': '%s', 'code': {'text': 'House mixture'}, 'ingredient': [{"
                        + "'itemCodeableConcept': " + DIAZEPAM
                        + ", 'strength': {'numerator': {'value': 5, 'code': 'mg'},"
                        + " 'denominator': {'value': 1, 'code': '{tbl}'}}}]}";
        String order = "{'resourceType': 'MedicationRequest', 'id': 'm1', 'status': 'active', 'intent': 'order', %s"
                + "'medicationReference': {'reference': '%s'}, 'dosageInstruction': [{'doseAndRate': [{'doseQuantity':"
                + " {'value': 2, 'code': '{tbl}'}}], 'timing': {'repeat': {'frequency': 1, 'period': 1, 'periodUnit': 'd'}}}]}";
        String contained = String.format(order, "'contained': [" + String.format(medication, "a") + "], ", "#a");
        String beside = String.format(order, "", "Medication/a");
        assertThat(only(map(contained)).therapy()).isEqualTo("diazepam");
        assertThat(only(map(contained)).dose()).map(Object::toString).contains("10 mg/day");
        assertThat(only(map(String.format(medication, "a"), beside)).therapy()).isEqualTo("diazepam");
        MappedCase lacking = map(beside);
        assertThat(only(lacking).therapy()).isEqualTo(PatientCase.other("Medication/a"));
        assertThat(reasons(lacking)).anyMatch(why -> why.contains("was not sent"));
    }

    @Test
    void whatAKitHoldsIsReadHoweverItIsNamed() {
        String order = "{'resourceType': 'MedicationRequest', 'id': 'm1', 'status': 'active', 'intent': 'order',"
                + " 'medicationReference': {'reference': 'Medication/kit'}}";
        String kit = "{'resourceType': 'Medication', 'id': 'kit', 'code': {'text': 'kit'}, 'ingredient':"
                + " [{'itemReference': {'reference': 'Medication/inner'}},"
                + " {'itemReference': {'reference': 'Substance/s'}},"
                + " {'itemReference': {'reference': 'Medication/lost', 'display': 'Elixir'}}]}";
        String inner = "{'resourceType': 'Medication', 'id': 'inner', 'ingredient': [{'itemCodeableConcept': "
                + DIAZEPAM + "}, {'itemReference': {'reference': 'Medication/kit'}}]}";
        String substance = "{'resourceType': 'Substance', 'id': 's', 'code': {'text': 'oxycodone'}}";
        assertThat(map(order, kit, inner, substance).patientCase().treatments().given())
                .extracting(Treatment::therapy)
                .contains("diazepam", "oxycodone", PatientCase.other("Elixir"));
        assertThat(reasons(map(order, kit)))
                .anyMatch(why -> why.contains("it holds Medication/inner, Substance/s, Elixir"));
    }

    @Test
    void onlyInstructionsOfTodayAddUp() {
        String each =
                "{'doseAndRate': [{'doseQuantity': {'value': %d, 'unit': 'mg'}}], 'timing': {'repeat': {'frequency':"
                        + " 1, 'period': 1, 'periodUnit': 'd', 'boundsPeriod': {%s}}}}";
        for (String other : List.of("'end': '2020-01-01'", "'start': '2026-01-16'")) {
            MappedCase mapped = map(order(
                    "m1",
                    "active",
                    DIAZEPAM,
                    "'dosageInstruction': [" + String.format(each, 10, "'start': '2026-01-15', 'end': '2026-01-15'")
                            + ", " + String.format(each, 40, other) + "]"));
            assertThat(only(mapped).dose()).map(Object::toString).contains("10 mg/day");
            assertThat(reasons(mapped)).anyMatch(why -> why.contains("of another time"));
        }
    }

    @Test
    void theHighestOfSeveralDosesOfAnInstructionCountsAndIsSaid() {
        MappedCase mapped = map(order(
                "m1",
                "active",
                DIAZEPAM,
                "'dosageInstruction': [{'timing': {'code': {'coding': [{'code': 'QD'}]}}, 'doseAndRate': [{'doseQuantity':"
                        + " {'value': 10, 'unit': 'mg'}}, {'doseQuantity': {'value': 90, 'unit': 'mg'}}]}]"));
        assertThat(only(mapped).dose()).map(Object::toString).contains("90 mg/day");
        assertThat(reasons(mapped)).anyMatch(why -> why.contains("several doses"));
    }

    @Test
    void whatAnAdministrationLeavesOpenIsSaid() {
        String administered = "{'resourceType': 'MedicationAdministration', 'id': 'a1', 'status': 'completed',"
                + " 'medicationCodeableConcept': " + DIAZEPAM + ", %s}";
        assertThat(reasons(map(String.format(administered, "'dosage': {'dose': {'value': 10, 'unit': 'mg'}}"))))
                .anyMatch(why -> why.contains("given once"))
                .anyMatch(why -> why.contains("on which day"));
        assertThat(reasons(map(String.format(administered, "'effectivePeriod': {'start': '2025-03-01'}"))))
                .anyMatch(why -> why.contains("until when is not stated; it was read as past"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e300", "18446744073709551616", "10000"})
    void aSupplyWithoutEndEndsOnNoDay(String days) {
        String dispensed = "{'resourceType': 'MedicationDispense', 'id': 'd1', 'status': 'completed', 'whenHandedOver':"
                + " '2025-12-16', 'daysSupply': {'value': " + days + "}, 'medicationCodeableConcept': " + DIAZEPAM
                + "}";
        assertThat(only(map(dispensed)).current()).isTrue();
        assertThat(reasons(map(dispensed))).anyMatch(why -> why.contains("is not stated"));
    }

    /** A draft that ends an order need not say once more what it is an order for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType': 'MedicationRequest', 'id': 'm1', 'status': 'stopped', 'medicationReference':"
                        + " {'reference': 'Medication/none'}}",
                "{'resourceType': 'MedicationRequest', 'id': 'm1', 'status': 'stopped'}",
                "{'resourceType': 'MedicationStatement', 'id': 's', 'status': 'stopped', 'medicationCodeableConcept':"
                        + " {'text': 'diazepam'}}",
                "{'resourceType': 'MedicationStatement', 'id': 's', 'status': 'completed', 'medicationCodeableConcept':"
                        + " {'text': 'diazepam'}}"
            })
    void aDraftThatEndsAnOrder(String draft) {
        assertThat(plans(propose(order("m1", "active", DIAZEPAM, ""), draft))).containsExactly("STOP diazepam");
        MappedCase discontinued = Records.map(new PatientRecord(
                AS_OF, resources(order("m1", "active", DIAZEPAM, "")), List.of(), resources(draft), false, Set.of()));
        assertThat(plans(discontinued)).containsExactly("STOP diazepam");
    }

    @Test
    void theIdOfAnOrderIsEnoughToEndIt() {
        String draft = "{'resourceType': 'MedicationRequest', 'id': '%s', 'status': 'stopped'}";
        String diazepam = order("m1", "active", DIAZEPAM, "");
        assertThat(propose(diazepam, String.format(draft, "m1")).unused()).isEmpty();
        assertThat(plans(propose(diazepam, String.format(draft, "m1").replace("stopped", "cancelled"))))
                .containsExactly("STOP diazepam");
        assertThat(reasons(propose(diazepam, String.format(draft, "m2"))))
                .anyMatch(why -> why.contains("was not sent"));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-15, GRADUAL", "2026-01-14, UNKNOWN GRADUAL", "2026-01, UNKNOWN GRADUAL", ", UNKNOWN GRADUAL"})
    void anAnswerOfTheDaySaysHowTheOrderIsMeant(String authored, String manners) {
        String answers = "{'resourceType': 'QuestionnaireResponse', 'id': 'q', 'status': 'completed',"
                + (authored == null ? "" : " 'authored': '" + authored + "',")
                + " 'questionnaire': 'urn:spsrules:questionnaire:clinician', 'item': [{'linkId': 'plans', 'item': ["
                + "{'linkId': 'plans.action', 'answer': [{'valueString': 'stop'}]},"
                + "{'linkId': 'plans.therapy', 'answer': [{'valueString': 'diazepam'}]},"
                + "{'linkId': 'plans.manner', 'answer': [{'valueString': 'gradual'}]}]}]}";
        MappedCase mapped = Records.map(new PatientRecord(
                AS_OF,
                resources(order("m1", "active", DIAZEPAM, ""), answers),
                resources(order("m1", "stopped", DIAZEPAM, "")),
                List.of(),
                false,
                Set.of()));
        assertThat(mapped.patientCase().plans().stream()
                        .map(plan -> plan.manner().name())
                        .sorted(Comparator.reverseOrder()))
                .containsExactly(manners.split(" "));
    }

    @Test
    void aMissingStatusIsSaid() {
        String without = order("m1", "active", DIAZEPAM, "").replace("'status': 'active', ", "");
        assertThat(reasons(map(without))).anyMatch(why -> why.contains("status is not known"));
        assertThat(reasons(propose(order("m1", "active", DIAZEPAM, ""), without)))
                .anyMatch(why -> why.contains("if it ends one, send stopped"));
    }

    @Test
    void aProductOfTwoDrugsIsBoth() {
        MappedCase mapped = map(order(
                "m1",
                "active",
                "{'text': 'Aspirin 325 MG / Butalbital 50 MG / Codeine Phosphate 30 MG Oral Capsule'}",
                ""));
        assertThat(mapped.patientCase().treatments().given())
                .extracting(Treatment::therapy)
                .contains("codeine");
    }

    @Test
    void whatIsNotKnownIsKeptAndNamed() {
        MappedCase mapped = map(order("m1", "active", "{'text': 'Elixir of the house'}", ""));
        assertThat(only(mapped).therapy()).isEqualTo(PatientCase.other("Elixir of the house"));
        assertThat(mapped.unused()).anyMatch(unused -> unused.what().equals("Elixir of the house"));
    }

    @Test
    void anOrderAndAStatementAreTwoViewsOfOneTreatment() {
        String statement = "{'resourceType': 'MedicationStatement', 'id': 's1', 'status': 'active', "
                + "'medicationCodeableConcept': " + DIAZEPAM + ", 'dosage': [{'text': '20 mg/day'}]}";
        MappedCase mapped =
                map(order("m1", "active", DIAZEPAM, "'dosageInstruction': [{'text': '15 mg/day'}]"), statement);
        assertThat(only(mapped).dose()).map(Object::toString).contains("15 mg/day");
        MappedCase turned =
                map(statement, order("m1", "active", DIAZEPAM, "'dosageInstruction': [{'text': '15 mg/day'}]"));
        assertThat(turned.patientCase()).as("whatever comes first").isEqualTo(mapped.patientCase());
        assertThat(reasons(mapped)).anyMatch(why -> why.contains("ask which is right"));
    }

    @Test
    void twoOrdersOfTwoPrescribersAreTwo() {
        MappedCase mapped = map(
                order("m1", "active", DIAZEPAM, "'requester': {'display': 'Dr A'}"),
                order("m2", "active", DIAZEPAM, "'requester': {'display': 'Dr B'}"));
        assertThat(mapped.patientCase().treatments().given()).hasSize(2);
        MappedCase renewed = map(
                order("m1", "active", DIAZEPAM, "'requester': {'display': 'Dr A'}"),
                order("m2", "active", DIAZEPAM, "'requester': {'display': 'Dr A'}"));
        assertThat(only(renewed).current()).isTrue();
        assertThat(reasons(renewed)).anyMatch(why -> why.contains("same treatment"));
    }

    @Test
    void administrationsAndDispenses() {
        String administered = "{'resourceType': 'MedicationAdministration', 'id': '%s', 'status': 'completed',"
                + " 'effectiveDateTime': '%s', 'medicationCodeableConcept': " + rxnorm("121191", "rituximab") + "}";
        Treatment course = only(
                map(String.format(administered, "a1", "2025-03-01"), String.format(administered, "a2", "2025-03-15")));
        assertThat(course.current()).isFalse();
        assertThat(course.started()).contains(PartialDate.of(LocalDate.of(2025, 3, 1)));
        assertThat(course.stopped()).contains(PartialDate.of(LocalDate.of(2025, 3, 15)));
        assertThat(only(map(String.format(administered, "a1", AS_OF.minusDays(1))))
                        .current())
                .isTrue();
        String dispensed = "{'resourceType': 'MedicationDispense', 'id': 'd1', 'status': 'completed', 'whenHandedOver':"
                + " '%s', 'daysSupply': {'value': 30}, 'medicationCodeableConcept': " + DIAZEPAM + "}";
        assertThat(only(map(String.format(dispensed, "2025-12-16"))).current()).isTrue();
        assertThat(only(map(String.format(dispensed, "2025-12-15"))).current()).isFalse();
        assertThat(only(map(order("m1", "active", DIAZEPAM, ""), String.format(dispensed, "2025-06-01")))
                        .current())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "draft, clonazepam, START clonazepam",
        "active, clonazepam, START clonazepam",
        "stopped, diazepam, STOP diazepam",
        "cancelled, diazepam, STOP diazepam",
        "on-hold, diazepam, STOP diazepam",
        "cancelled, clonazepam, ",
        "entered-in-error, diazepam, "
    })
    void whatIsAboutToBeSigned(String status, String drug, String plan) {
        MappedCase mapped =
                propose(order("m1", "active", DIAZEPAM, ""), order("p1", status, "{'text': '" + drug + "'}", ""));
        assertThat(plans(mapped)).isEqualTo(plan == null ? List.of() : List.of(plan));
    }

    @Test
    void anOrderForWhatIsInUseIsAReductionOrNothing() {
        String now = order("m1", "active", DIAZEPAM, "'dosageInstruction': [{'text': '40 mg/day'}]");
        String then = "'dosageInstruction': [{'text': '%s'}]";
        assertThat(plans(propose(now, order("p1", "draft", DIAZEPAM, String.format(then, "30 mg/day")))))
                .containsExactly("REDUCE diazepam");
        MappedCase raised = propose(now, order("p1", "draft", DIAZEPAM, String.format(then, "50 mg/day")));
        assertThat(plans(raised)).isEmpty();
        assertThat(reasons(raised)).anyMatch(why -> why.contains("does not lower the dose"));
    }

    @Test
    void stoppingOneOrderAndWritingAnotherIsNoStop() {
        MappedCase mapped = Records.map(new PatientRecord(
                AS_OF,
                resources(order("m1", "active", DIAZEPAM, "'dosageInstruction': [{'text': '40 mg/day'}]")),
                resources(
                        order("m1", "stopped", DIAZEPAM, ""),
                        order("m2", "draft", DIAZEPAM, "'dosageInstruction': [{'text': '50 mg/day'}]")),
                List.of(),
                false,
                Set.of()));
        assertThat(plans(mapped)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'status': 'draft', 'intent': 'proposal'",
                "'status': 'active', 'intent': 'plan'",
                "'status': 'active', 'intent': 'order', 'dosageInstruction': [{'timing': {'repeat': {'boundsPeriod':"
                        + " {'start': '2030-01-01'}}}}]"
            })
    void whatWasPlannedBeforeDoesNotUndoAStop(String planned) {
        String old = "{'resourceType': 'MedicationRequest', 'id': 'old', 'authoredOn': '2019-01-01', 'subject':"
                + " {'reference': 'Patient/1'}, 'medicationCodeableConcept': " + DIAZEPAM + ", " + planned + "}";
        String intended = "{'resourceType': 'MedicationStatement', 'id': 's1', 'status': 'intended', 'subject':"
                + " {'reference': 'Patient/1'}, 'medicationCodeableConcept': " + DIAZEPAM + "}";
        String active = order("m1", "active", DIAZEPAM, "");
        String stopped = order("m1", "stopped", DIAZEPAM, "");
        for (List<Resource> record : List.of(resources(active, old), resources(active, intended))) {
            MappedCase signed =
                    Records.map(new PatientRecord(AS_OF, record, resources(stopped), List.of(), false, Set.of()));
            assertThat(plans(signed)).containsExactly("STOP diazepam");
            assertThat(reasons(signed)).anyMatch(why -> why.contains("also to end"));
            assertThat(plans(Records.map(
                            new PatientRecord(AS_OF, record, List.of(), resources(active), false, Set.of()))))
                    .containsExactly("STOP diazepam");
        }
        assertThat(plans(map(order("m1", "on-hold", DIAZEPAM, ""), old))).containsExactly("STOP diazepam");
        String inpatient = order(
                "m1",
                "active",
                DIAZEPAM,
                "'category': [{'coding': [{'system':"
                        + " 'http://terminology.hl7.org/CodeSystem/medicationrequest-category', 'code': 'inpatient'}]}]");
        assertThat(plans(Records.map(
                        new PatientRecord(AS_OF, resources(inpatient, old), List.of(), List.of(), true, Set.of()))))
                .containsExactly("STOP diazepam");
    }

    @Test
    void whatIsDiscontinuedAndWhatEndsAtDischarge() {
        String inpatient = order(
                "m1",
                "active",
                DIAZEPAM,
                "'category': [{'coding': [{'system':"
                        + " 'http://terminology.hl7.org/CodeSystem/medicationrequest-category', 'code': 'inpatient'}]}]");
        PatientRecord leaving = new PatientRecord(AS_OF, resources(inpatient), List.of(), List.of(), true, Set.of());
        assertThat(plans(Records.map(leaving))).containsExactly("STOP diazepam");
        PatientRecord provided = new PatientRecord(
                AS_OF, resources(inpatient, order("m2", "active", DIAZEPAM, "")), List.of(), List.of(), true, Set.of());
        assertThat(plans(Records.map(provided))).isEmpty();
        PatientRecord discontinued = new PatientRecord(
                AS_OF,
                resources(order("m1", "active", DIAZEPAM, "")),
                List.of(),
                resources(order("m1", "active", DIAZEPAM, "")),
                false,
                Set.of());
        assertThat(Records.map(discontinued).patientCase().plans())
                .extracting(Plan::action)
                .containsExactly(Plan.Action.STOP);
    }
}
