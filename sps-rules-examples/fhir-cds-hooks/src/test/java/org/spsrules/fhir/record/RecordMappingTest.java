package org.spsrules.fhir.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.spsrules.fhir.record.Records.map;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Enumerations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.InvalidCaseException;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Setting;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.Sex;

class RecordMappingTest {

    private static final String PATIENT =
            "{'resourceType': 'Patient', 'id': '1', 'gender': 'female', 'birthDate': '1970-01-16'}";

    private static final Set<String> ABSTRACT = Set.of("Resource", "DomainResource");

    private static String condition(String code, String clinical, String verification) {
        return "{'resourceType': 'Condition', 'id': 'c1', 'subject': {'reference': 'Patient/1'}, 'code': " + code
                + (clinical.isEmpty()
                        ? ""
                        : ", 'clinicalStatus': {'coding': [{'system':"
                                + " 'http://terminology.hl7.org/CodeSystem/condition-clinical', 'code': '" + clinical
                                + "'}]}")
                + (verification.isEmpty()
                        ? ""
                        : ", 'verificationStatus': {'coding': [{'system':"
                                + " 'http://terminology.hl7.org/CodeSystem/condition-ver-status', 'code': '"
                                + verification
                                + "'}]}")
                + "}";
    }

    private static String observation(String loinc, String more) {
        return "{'resourceType': 'Observation', 'id': 'o1', 'status': 'final', 'code': {'coding': [{'system':"
                + " 'http://loinc.org', 'code': '" + loinc + "'}]}, " + more + "}";
    }

    private static List<String> reasons(MappedCase mapped) {
        return mapped.unused().stream().map(Unused::why).toList();
    }

    @ParameterizedTest
    @CsvSource({"1970-01-15, 56", "1970-01-16, 55"})
    void thePatientOnTheDayOfTheCase(String birth, int age) {
        PatientCase.Person person =
                map(PATIENT.replace("1970-01-16", birth)).patientCase().person();
        assertThat(person.age()).contains(age);
        assertThat(person.sex()).isEqualTo(Sex.FEMALE);
    }

    /** Whoever asks beforehand which resources are worth sending gets the answer that the mapping itself would give. */
    @Test
    void ofEveryTypeItIsKnownWhetherItIsRead() {
        for (Enumerations.ResourceType type : Enumerations.ResourceType.values()) {
            if (type != Enumerations.ResourceType.NULL && !ABSTRACT.contains(type.toCode())) {
                boolean read = reasons(map("{'resourceType': '" + type.toCode() + "', 'id': '1'}")).stream()
                        .noneMatch(why -> why.startsWith("a case states nothing of this type"));
                assertThat(RecordMapping.reads(type.toCode())).as(type.toCode()).isEqualTo(read);
            }
        }
    }

    @Test
    void aYearOfBirthGivesNoAge() {
        MappedCase mapped = map(PATIENT.replace("1970-01-16", "1970"));
        assertThat(mapped.patientCase().person().age()).isEmpty();
        assertThat(reasons(mapped)).anyMatch(why -> why.contains("no full date"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'resourceType': 'Patient', 'gender': 'male'}            | {'resourceType': 'Patient', 'gender': 'male'}
            {'resourceType': 'Patient', 'id': '1', 'gender': 'male'} | {'resourceType': 'Patient', 'id': '1', 'gender': 'female'}
            {'resourceType': 'Patient', 'id': '1', 'birthDate': '1970-01-01'} | {'resourceType': 'Patient', 'id': '1', 'birthDate': '1971-01-01'}
            {'resourceType': 'Condition', 'id': 'c', 'subject': {'reference': 'Patient/1'}} | {'resourceType': 'AllergyIntolerance', 'id': 'a', 'patient': {'reference': 'Patient/2'}}
            {'resourceType': 'Patient', 'id': '1'} | {'resourceType': 'Condition', 'id': 'c', 'subject': {'reference': 'Patient/2'}}
            """)
    void whatCannotBeOnePatientIsRefused(String one, String other) {
        assertThatExceptionOfType(UnusableRecordException.class)
                .isThrownBy(() -> map(one, other))
                .withMessageContaining("send the resources of one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'deceasedDateTime': '2050-01-01'",
                "'_deceasedDateTime': {'extension': [{'url': 'urn:x', 'valueString': 'y'}]}"
            })
    void whoIsNotSaidToHaveDiedIsAlive(String deceased) {
        assertThat(map(PATIENT.replace("}", ", " + deceased + "}")).unused())
                .extracting(Unused::what)
                .containsExactly("deceased");
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "nonsense, 1", "confirmed, 0"})
    void aDiagnosisOfWhichNobodySaysHowCertainItIs(String verification, int remarks) {
        MappedCase mapped = map(condition("{'text': 'stiff-person syndrome'}", "active", verification));
        assertThat(mapped.patientCase().diagnosis().status()).isEqualTo(Status.CONFIRMED);
        assertThat(reasons(mapped)).hasSize(remarks);
    }

    @Test
    void onePatientSentTwiceIsOne() {
        assertThat(map(PATIENT, PATIENT.replace("'gender': 'female', ", ""))
                        .patientCase()
                        .person()
                        .sex())
                .isEqualTo(Sex.FEMALE);
    }

    @Test
    void twoPatientsAndADeadOneAreRefused() {
        assertThatExceptionOfType(UnusableRecordException.class)
                .isThrownBy(() -> map(PATIENT, PATIENT.replace("'1'", "'2'")))
                .withMessageContaining("2 patients");
        assertThatExceptionOfType(UnusableRecordException.class)
                .isThrownBy(() -> map(PATIENT.replace("}", ", 'deceasedBoolean': true}")));
    }

    @Test
    void whatIsAboutAnotherPatientIsNotUsed() {
        MappedCase mapped = map(
                PATIENT,
                condition("{'text': 'diabetes'}", "", "refuted").replace("c1", "c2"),
                condition("{'text': 'sleep apnoea'}", "active", "").replace("Patient/1", "Patient/2"));
        assertThat(mapped.patientCase().conditions().present()).isEmpty();
        assertThat(reasons(mapped)).containsExactly("it is about another patient");
    }

    @ParameterizedTest
    @CsvSource({
        "active, confirmed, sleep-apnoea, ",
        "active, , sleep-apnoea, ",
        ", , sleep-apnoea, ",
        ", refuted, , sleep-apnoea",
        "active, provisional, , ",
        "active, differential, , ",
        "active, unconfirmed, , ",
        "resolved, confirmed, , ",
        "active, entered-in-error, , "
    })
    void aConditionIsPresentAbsentOrLeftOpen(String clinical, String verification, String present, String absent) {
        MappedCase mapped = map(condition(
                "{'text': 'Sleep apnoea'}",
                clinical == null ? "" : clinical,
                verification == null ? "" : verification));
        PatientCase.Checklist conditions = mapped.patientCase().conditions();
        assertThat(conditions.present()).isEqualTo(present == null ? java.util.Set.of() : java.util.Set.of(present));
        assertThat(conditions.absent()).isEqualTo(absent == null ? java.util.Set.of() : java.util.Set.of(absent));
        assertThat(mapped.unused().isEmpty()).isEqualTo(present != null || absent != null);
    }

    @ParameterizedTest
    @CsvSource({"confirmed, CONFIRMED", "provisional, SUSPECTED", "refuted, EXCLUDED"})
    void theDiseaseItself(String verification, Status expected) {
        String code = "{'coding': [{'system': 'http://hl7.org/fhir/sid/icd-10-cm', 'code': 'G25.82'}]}";
        String dated = condition(code, "", verification).replace("'id'", "'onsetDateTime': '2019-05', 'id'");
        PatientCase.Diagnosis diagnosis = map(dated).patientCase().diagnosis();
        assertThat(diagnosis.status()).isEqualTo(expected);
        assertThat(diagnosis.variant()).isEmpty();
        assertThat(diagnosis.onset().map(Object::toString))
                .isEqualTo(expected == Status.EXCLUDED ? java.util.Optional.empty() : java.util.Optional.of("2019-05"));
    }

    @Test
    void aConditionOfNoEntryIsKept() {
        MappedCase mapped = map(condition("{'text': 'Green toes'}", "active", "confirmed"));
        assertThat(mapped.patientCase().conditions().present()).containsExactly(PatientCase.other("Green toes"));
        assertThat(mapped.unused()).hasSize(1);
    }

    @Test
    void whatIsBothPresentAndRefutedIsPresent() {
        MappedCase mapped = map(
                condition("{'text': 'type 1 diabetes'}", "active", "confirmed"),
                condition("{'text': 'diabetes'}", "", "refuted").replace("c1", "c2"));
        assertThat(mapped.patientCase().conditions().present()).containsExactly("type-1-diabetes");
        assertThat(mapped.patientCase().conditions().absent()).isEmpty();
        assertThat(reasons(mapped)).anyMatch(why -> why.contains("Condition/c1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POSITIVE | 'interpretation': [{'coding': [{'code': 'POS'}]}], 'valueQuantity': {'value': 93.57, 'unit': 'U/mL'}
            POSITIVE | 'interpretation': [{'coding': [{'code': 'H'}]}], 'valueQuantity': {'value': 93.57, 'code': '[IU]/mL'}
            POSITIVE | 'valueCodeableConcept': {'coding': [{'system': 'http://snomed.info/sct', 'code': '10828004'}]}
            POSITIVE | 'valueString': 'Positive'
            NEGATIVE | 'interpretation': [{'coding': [{'code': 'N'}]}], 'valueQuantity': {'value': 1, 'unit': 'U/mL'}
            NEGATIVE | 'valueCodeableConcept': {'text': 'Not detected'}
            UNKNOWN  | 'valueQuantity': {'value': 93.57, 'unit': 'U/mL'}
            UNKNOWN  | 'dataAbsentReason': {'text': 'not performed'}
            """)
    void theResultOfAnAntibody(Result expected, String value) {
        MappedCase mapped = map(observation("94345-6", "'effectiveDateTime': '2025-06-01T10:00:00Z', " + value));
        assertThat(mapped.patientCase().tests()).singleElement().satisfies(test -> {
            assertThat(test.test()).isEqualTo("anti-gad65");
            assertThat(test.result()).isEqualTo(expected);
            assertThat(test.date()).contains(PartialDate.of(LocalDate.of(2025, 6, 1)));
        });
    }

    @ParameterizedTest
    @CsvSource({"registered, PENDING", "preliminary, PENDING", "final, UNKNOWN"})
    void aResultThatIsNotDecidedYetIsPending(String status, Result expected) {
        String awaited = observation("94345-6", "'valueQuantity': {'value': 5, 'unit': 'U/mL'}")
                .replace("final", status);
        assertThat(map(awaited).patientCase().tests().get(0).result()).isEqualTo(expected);
        String decided = observation("94345-6", "'valueString': 'positive'").replace("final", status);
        assertThat(map(decided).patientCase().tests().get(0).result()).isEqualTo(Result.POSITIVE);
    }

    @Test
    void aBoundAndAUnitOfALaboratory() {
        PatientCase.Test test = map(observation(
                        "94345-6",
                        "'interpretation': [{'coding': [{'code': 'POS'}]}],"
                                + " 'valueQuantity': {'value': 2000, 'comparator': '>', 'code': '[IU]/mL'}"))
                .patientCase()
                .tests()
                .get(0);
        assertThat(test.value()).map(Object::toString).contains(">2000 IU/mL");
        MappedCase odd = map(observation(
                "94345-6",
                "'interpretation': [{'coding': [{'code': 'POS'}]}], 'valueQuantity': {'value': 2, 'unit': 'index'}"));
        assertThat(odd.patientCase().tests().get(0).value()).isEmpty();
        assertThat(reasons(odd)).anyMatch(why -> why.contains("its units are"));
    }

    @Test
    void weightAndKidneysAreTheLatest() {
        String weight =
                "{'resourceType': 'Observation', 'id': '%s', 'status': 'final', 'effectiveDateTime': '%s', 'code':"
                        + " {'coding': [{'system': 'http://loinc.org', 'code': '29463-7'}]}, 'valueQuantity': {'value': %s, 'code': '%s'}}";
        MappedCase mapped = map(
                String.format(weight, "o1", "2025-06-01", "70", "kg"),
                String.format(weight, "o2", "2024-06-01", "80", "kg"));
        assertThat(mapped.patientCase().person().weight()).contains(BigDecimal.valueOf(70));
        assertThat(reasons(mapped)).containsExactly("there is a newer value");
        assertThat(map(String.format(weight, "o1", "2025-06-01", "100", "[lb_av]"))
                        .patientCase()
                        .person()
                        .weight())
                .contains(new BigDecimal("45.36"));
        assertThat(map(observation("2164-2", "'valueQuantity': {'value': 45, 'code': 'mL/min'}"))
                        .patientCase()
                        .person()
                        .creatinineClearance())
                .contains(BigDecimal.valueOf(45));
        MappedCase estimated = map(observation("2164-2", "'valueQuantity': {'value': 45, 'code': 'mL/min/{1.73_m2}'}"));
        assertThat(estimated.patientCase().person().creatinineClearance()).isEmpty();
        assertThat(reasons(estimated)).anyMatch(why -> why.contains("1.73"));
    }

    @Test
    void aValueThatCannotBeIsLeftOutAndNothingElse() {
        String weight = "'effectiveDateTime': '%s', 'valueQuantity': {'value': %s, 'code': 'kg'}";
        String order = Records.order("m1", "active", "{'text': 'diazepam'}", "");
        for (String impossible : List.of("0", "-3", "501")) {
            MappedCase mapped = map(
                    order,
                    observation("29463-7", String.format(weight, "2026-01-02", impossible)),
                    observation("29463-7", String.format(weight, "2026-01-01", "70"))
                            .replace("o1", "o2"));
            assertThat(mapped.patientCase().person().weight()).contains(BigDecimal.valueOf(70));
            assertThat(mapped.unused()).extracting(Unused::reference).contains("Observation/o1");
            assertThat(mapped.patientCase().treatments().given()).hasSize(1);
        }
        MappedCase clearance = map(observation("2164-2", "'valueQuantity': {'value': 301, 'code': 'mL/min'}"));
        assertThat(clearance.unused()).extracting(Unused::reference).contains("Observation/o1");
        MappedCase born = map(PATIENT.replace("1970-01-16", "1800-01-01"), order);
        assertThat(born.patientCase().person().age()).isEmpty();
        assertThat(born.unused()).extracting(Unused::what).containsExactly("patient.age");
        MappedCase onset = map(condition("{'text': 'stiff-person syndrome'}", "", "confirmed")
                .replace("'id'", "'onsetDateTime': '2040-01-01', 'id'"));
        assertThat(onset.patientCase().diagnosis().status()).isEqualTo(Status.CONFIRMED);
        assertThat(onset.unused()).extracting(Unused::what).containsExactly("diagnosis.onset");
    }

    /** Of what is repeated the latest are read, and a single other thing is not crowded out. */
    @Test
    void aLongHistoryStopsNoAdvice() {
        List<String> record = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            LocalDate day = LocalDate.of(2005, 1, 1).plusDays(i);
            record.add(observation("94345-6", "'effectiveDateTime': '" + day + "', 'valueString': 'positive'")
                    .replace("o1", "o" + i));
            record.add(Records.order(
                    "m" + i,
                    "completed",
                    "{'text': 'diazepam'}",
                    "'dosageInstruction': [{'timing': {'repeat': {'boundsPeriod': {'start': '" + day + "'}}}}]"));
            record.add(condition("{'text': 'Strange disease " + i + "'}", "active", "confirmed")
                    .replace("c1", "c" + i));
            record.add(condition("{'text': 'Queer disease " + i + "'}", "active", "confirmed")
                    .replace("c1", "q" + i));
            record.add(condition("{'text': 'Odd disease " + i + "'}", "active", "confirmed")
                    .replace("c1", "o" + i));
        }
        record.add(observation("94345-6", "'effectiveDateTime': '2004-01-01', 'valueString': 'negative'")
                .replace("o1", "old"));
        record.add(Records.order("current", "active", "{'text': 'diazepam'}", ""));
        record.add(Records.order("past", "completed", "{'text': 'rituximab'}", ""));
        record.add(condition("{'text': 'sleep apnoea'}", "active", "confirmed").replace("c1", "known"));
        MappedCase mapped = map(record.toArray(String[]::new));
        assertThat(mapped.patientCase().tests()).hasSize(200);
        assertThat(mapped.sources())
                .extracting(FactSource::reference)
                .contains("Observation/o449", "Observation/old")
                .doesNotContain("Observation/o1");
        assertThat(mapped.patientCase().treatments().given()).hasSizeLessThanOrEqualTo(200);
        assertThat(mapped.patientCase().treatments().given())
                .anyMatch(
                        treatment -> treatment.current() && treatment.therapy().equals("diazepam"))
                .anyMatch(treatment -> treatment.therapy().equals("rituximab"));
        assertThat(mapped.patientCase().conditions().present()).hasSize(1000).contains("sleep-apnoea");
        assertThat(reasons(mapped))
                .filteredOn(why -> why.startsWith("a case holds"))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void datesThatCannotBeAreNotUsed() {
        MappedCase mapped = map(Records.order(
                "m1",
                "active",
                "{'text': 'diazepam'}",
                "'dosageInstruction': [{'timing': {'repeat': {'boundsPeriod': {'start': '2025-02-01', 'end':"
                        + " '2025-01-01'}}}}]"));
        Treatment treatment = mapped.patientCase().treatments().given().get(0);
        assertThat(treatment.started()).isEmpty();
        assertThat(treatment.stopped()).isEmpty();
        assertThat(reasons(mapped)).anyMatch(why -> why.contains("ends before it begins"));
    }

    @Test
    void pregnancy() {
        String status = "'valueCodeableConcept': {'coding': [{'system': 'http://snomed.info/sct', 'code': '%s'}]}";
        assertThat(map(observation("82810-3", String.format(status, "77386006")))
                        .patientCase()
                        .person()
                        .pregnancy())
                .isEqualTo(Answer.YES);
        assertThat(map(observation("82810-3", String.format(status, "60001007")))
                        .patientCase()
                        .person()
                        .pregnancy())
                .isEqualTo(Answer.NO);
        assertThat(map(observation("2106-3", "'valueString': 'positive'"))
                        .patientCase()
                        .person()
                        .pregnancy())
                .isEqualTo(Answer.YES);
        assertThat(map(observation("2106-3", "'valueString': 'negative'"))
                        .patientCase()
                        .person()
                        .pregnancy())
                .isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void allergies() {
        String allergy =
                "{'resourceType': 'AllergyIntolerance', 'id': 'a1', 'patient': {'reference': 'Patient/1'}, 'code': {'text': '%s'}%s}";
        String refuted = ", 'verificationStatus': {'coding': [{'system':"
                + " 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification', 'code': 'refuted'}]}";
        PatientCase.Checklist found = map(
                        String.format(allergy, "baclofen", ""),
                        String.format(allergy, "diazepam", refuted).replace("a1", "a2"))
                .patientCase()
                .allergies();
        assertThat(found.present()).singleElement().asString().contains("baclofen");
        assertThat(found.absent()).containsExactly("diazepam");
        MappedCase reacted = map(String.format(
                allergy,
                "rituximab",
                ", 'type': 'intolerance', 'reaction': [{'manifestation': [{'coding': [{'system':"
                        + " 'http://snomed.info/sct', 'code': '271807003'}]}, {'text': 'Blue hair'}]}]"));
        Treatment treatment = reacted.patientCase().treatments().given().get(0);
        assertThat(treatment.tolerated()).isEqualTo(Answer.NO);
        assertThat(treatment.sideEffects()).containsExactly("rash");
        assertThat(reacted.patientCase().allergies().present()).isEmpty();
        assertThat(reasons(reacted)).containsExactly("the vocabulary does not know this reaction");
        MappedCase dangerous =
                map(String.format(allergy, "rituximab", ", 'type': 'intolerance', 'criticality': 'high'"));
        assertThat(dangerous.patientCase().allergies().present()).containsExactly("rituximab");
    }

    @Test
    void anEmptyListIsCompleteOnlyIfNothingIsKnownToBeInIt() {
        String list = "{'resourceType': 'List', 'id': 'l1', 'status': 'current', 'mode': 'snapshot', 'code': {'coding':"
                + " [{'system': 'http://loinc.org', 'code': '%s'}]}, 'emptyReason': {'coding': [{'system':"
                + " 'http://terminology.hl7.org/CodeSystem/list-empty-reason', 'code': '%s'}]}}";
        assertThat(map(String.format(list, "11450-4", "nilknown"))
                        .patientCase()
                        .conditions()
                        .completeness())
                .isEqualTo(Completeness.COMPLETE);
        assertThat(map(String.format(list, "48765-2", "nilknown"))
                        .patientCase()
                        .allergies()
                        .completeness())
                .isEqualTo(Completeness.COMPLETE);
        assertThat(map(String.format(list, "10160-0", "nilknown"))
                        .patientCase()
                        .treatments()
                        .medication())
                .isEqualTo(Completeness.COMPLETE);
        MappedCase notAsked = map(String.format(list, "11450-4", "notasked"));
        assertThat(notAsked.patientCase().conditions().completeness()).isEqualTo(Completeness.UNKNOWN);
        assertThat(reasons(notAsked)).anyMatch(why -> why.contains("nilknown"));
    }

    @Test
    void whatAListOnlyNamesOrContainsIsSaid() {
        MappedCase mapped = map(
                "{'resourceType': 'List', 'id': 'l1', 'status': 'current', 'mode': 'working', 'contained':"
                        + " [{'resourceType': 'MedicationStatement', 'id': 's', 'medicationCodeableConcept':"
                        + " {'text': 'oxycodone'}}], 'entry': [{'item': {'reference': '#s'}}, {'item': {'display':"
                        + " 'morphine'}}, {'item': {'reference': 'Condition/c1'}}]}",
                condition("{'text': 'sleep apnoea'}", "active", "confirmed"));
        assertThat(mapped.unused())
                .filteredOn(unused -> unused.why().contains("by itself"))
                .extracting(Unused::what)
                .containsExactly("oxycodone", "morphine");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'entry': [{'fullUrl': 'http://x/MedicationRequest/o', 'response': {'status': '404'}}] | an entry has no resource
            'entry': [{}]                                                                         | an entry has no resource
            'entry': [{'resourse': {'resourceType': 'Patient'}}]                                  | an entry has no resource
            'total': 7, 'entry': [{'resource': {'resourceType': 'Patient', 'id': '1'}}]           | of 7 resources 1 were sent
            'link': [{'relation': 'next', 'url': 'http://x/2'}]                                   | further pages were not sent
            'entry': [{'resource': {'resourceType': 'OperationOutcome', 'issue': [{'severity': 'error', 'code': 'suppressed', 'diagnostics': 'withheld'}]}}] | withheld
            """)
    void whatIsLackingInABundleIsSaid(String content, String what) {
        Bundle bundle = (Bundle) Records.resource("{'resourceType': 'Bundle', 'type': 'searchset', " + content + "}");
        assertThat(Records.map(PatientRecord.of(bundle, Records.AS_OF)).unused())
                .anySatisfy(unused -> {
                    assertThat(unused.what()).isEqualTo(what);
                    assertThat(unused.why()).contains("was not sent");
                });
    }

    @ParameterizedTest
    @CsvSource({"AMB, OUTPATIENT", "EMER, EMERGENCY", "IMP, WARD"})
    void theSettingIsThatOfTheEncounterThatGoesOn(String code, Setting expected) {
        String encounter =
                "{'resourceType': 'Encounter', 'id': 'e1', 'status': '%s', 'class': {'code': '" + code + "'}}";
        assertThat(map(String.format(encounter, "in-progress")).patientCase().setting())
                .isEqualTo(expected);
        assertThat(map(String.format(encounter, "finished")).patientCase().setting())
                .isEqualTo(Setting.UNKNOWN);
    }

    @Test
    void proceduresThatAreTherapies() {
        String procedure = "{'resourceType': 'Procedure', 'id': 'p1', 'status': '%s', 'code': {'text': '%s'},"
                + " 'performedDateTime': '2025-02-03'}";
        Treatment done = map(String.format(procedure, "completed", "plasmapheresis"))
                .patientCase()
                .treatments()
                .given()
                .get(0);
        assertThat(done.therapy()).isEqualTo("plasmapheresis");
        assertThat(done.stopped()).contains(PartialDate.of(LocalDate.of(2025, 2, 3)));
        assertThat(map(String.format(procedure, "completed", "plasmapheresis").replace("-03'", "'"))
                        .patientCase()
                        .treatments()
                        .given()
                        .get(0)
                        .stopped())
                .as("a month")
                .contains(PartialDate.parse("2025-02"));
        assertThat(map(String.format(procedure, "completed", "intrathecal pump"))
                        .patientCase()
                        .conditions()
                        .present())
                .containsExactly("intrathecal-pump");
        MappedCase other = map(String.format(procedure, "completed", "Haircut"));
        assertThat(reasons(other)).containsExactly("it is no therapy that the vocabulary knows");
    }

    @Test
    void theAnswersOfAClinicianOutrankTheRecord() {
        String order = Records.order("m1", "active", "{'text': 'diazepam'}", "");
        String answers = "{'resourceType': 'QuestionnaireResponse', 'id': 'q1', 'status': 'completed', 'questionnaire':"
                + " 'urn:spsrules:questionnaire:clinician', 'item': [{'linkId': 'course.control', 'answer': [{'valueCoding':"
                + " {'code': 'poor'}}]}, {'linkId': 'treatments.given', 'item': [{'linkId': 'treatments.given.therapy',"
                + " 'answer': [{'valueString': 'Valium'}]}, {'linkId': 'treatments.given.response', 'answer': [{'valueCoding':"
                + " {'code': 'none'}}]}, {'linkId': 'treatments.given.adequateTrial', 'answer': [{'valueCoding': {'code':"
                + " 'yes'}}]}, {'linkId': 'treatments.given.tolerated', 'answer': [{'valueString': 'perhaps'}]}]},"
                + " {'linkId': 'course.mood', 'answer': [{'valueString': 'sad'}]}]}";
        MappedCase mapped = map(answers, order);
        assertThat(mapped.patientCase().course().control()).isEqualTo(PatientCase.Course.Control.POOR);
        Treatment treatment = mapped.patientCase().treatments().given().get(0);
        assertThat(treatment.response()).isEqualTo(Treatment.Response.NONE);
        assertThat(treatment.adequateTrial()).isEqualTo(Answer.YES);
        assertThat(mapped.unused())
                .extracting(Unused::what, Unused::why)
                .containsExactlyInAnyOrder(
                        tuple("course.mood", "the questionnaire has no such question"),
                        tuple("treatments.given.tolerated", "it is none of the answers of the questionnaire"));
    }

    @Test
    void aRecordThatContradictsItselfIsRefusedWithAllOfIt() {
        String pregnant =
                "{'resourceType': 'Observation', 'id': 'o1', 'status': 'final', 'code': {'coding': [{'system':"
                        + " 'http://loinc.org', 'code': '82810-3'}]}, 'valueCodeableConcept': {'coding': [{'system':"
                        + " 'http://snomed.info/sct', 'code': '77386006'}]}}";
        assertThatExceptionOfType(InvalidCaseException.class)
                .isThrownBy(() -> map(PATIENT.replace("female", "male"), pregnant))
                .withMessageContaining("patient.pregnancy");
    }

    @Test
    void otherTypesOfResourcesAreCounted() {
        MappedCase mapped = map(
                "{'resourceType': 'Immunization', 'id': 'i1', 'status': 'completed'}",
                "{'resourceType': 'Immunization', 'id': 'i2', 'status': 'completed'}");
        assertThat(mapped.unused()).singleElement().satisfies(unused -> {
            assertThat(unused.reference()).isEqualTo("Immunization/i1");
            assertThat(unused.count()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'severity': 'severe'",
                "'manifestation': [{'text': 'Anaphylactic shock'}]",
                "'manifestation': [{'coding': [{'system': 'http://snomed.info/sct', 'code': '39579001'}]}]"
            })
    void anIntoleranceThatWasDangerousIsAnAllergy(String reaction) {
        String intolerance =
                "{'resourceType': 'AllergyIntolerance', 'id': 'a1', 'type': 'intolerance', 'code': {'text':"
                        + " 'rituximab'}, 'reaction': [{%s}]}";
        assertThat(map(intolerance.formatted(reaction))
                        .patientCase()
                        .allergies()
                        .present())
                .containsExactly("rituximab");
        assertThat(map(intolerance.formatted("'severity': 'moderate'"))
                        .patientCase()
                        .allergies()
                        .present())
                .isEmpty();
    }

    @Test
    void theSubstanceOfAReactionIsReadOrNamed() {
        MappedCase mapped = map(
                "{'resourceType': 'AllergyIntolerance', 'id': 'a1', 'code': {'text': 'unheard-of'}, 'reaction': [{'substance':"
                        + " {'text': 'rituximab'}}, {'substance': {'text': 'never heard of'}}]}");
        assertThat(mapped.patientCase().allergies().present()).contains("rituximab", "other: unheard-of");
        assertThat(mapped.unused()).anyMatch(unused -> unused.what().equals("never heard of"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'linkId': 'course.control', 'answer': [{'valueString': 'good'}, {'valueString': 'poor'}]}",
                "{'linkId': 'course.control', 'answer': [{'valueString': 'good'}]}, {'linkId': 'course.control', 'answer':"
                        + " [{'valueString': 'poor'}]}",
                "{'linkId': 'x', 'item': [{'linkId': 'course.control', 'answer': [{'valueString': 'poor'}]}]}, {'linkId':"
                        + " 'course.control', 'answer': [{'valueString': 'good'}]}"
            })
    void answersThatContradictEachOtherAreNotUsedAndThatIsSaid(String items) {
        String response =
                "{'resourceType': 'QuestionnaireResponse', 'id': 'q1', 'status': 'completed', 'questionnaire':"
                        + " 'urn:spsrules:questionnaire:clinician', 'item': [%s]}";
        MappedCase mapped = map(response.formatted(items));
        assertThat(mapped.patientCase().course()).isEqualTo(map().patientCase().course());
        assertThat(mapped.unused())
                .extracting(Unused::toString)
                .containsExactly(
                        "QuestionnaireResponse/q1 (course.control): it is answered good and poor; answer it once");
        assertThat(map(response.formatted(items.replace("good", "poor")))
                        .patientCase()
                        .course())
                .isNotEqualTo(map().patientCase().course());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'value': 0.1, 'code': '[IU]/mL'                    | {'high': {'value': 5, 'code': '[IU]/mL'}}                                              | NEGATIVE
            'value': 5, 'code': '[IU]/mL'                      | {'low': {'value': 0, 'code': '[IU]/mL'}, 'high': {'value': 5, 'code': '[IU]/mL'}}      | NEGATIVE
            'value': 5.1, 'code': '[IU]/mL'                    | {'high': {'value': 5, 'code': '[IU]/mL'}}                                              | POSITIVE
            'value': 5, 'code': '[IU]/mL', 'comparator': '<'   | {'high': {'value': 5, 'code': '[IU]/mL'}}                                              | NEGATIVE
            'value': 6, 'code': '[IU]/mL', 'comparator': '<'   | {'high': {'value': 5, 'code': '[IU]/mL'}}                                              | UNKNOWN
            'value': 5, 'code': '[IU]/mL', 'comparator': '>'   | {'high': {'value': 5, 'code': '[IU]/mL'}}                                              | POSITIVE
            'value': 5, 'code': '[IU]/mL', 'comparator': '>='  | {'high': {'value': 5, 'code': '[IU]/mL'}}                                              | UNKNOWN
            'value': 9, 'code': '[IU]/mL'                      | {'high': {'value': 5, 'code': 'nmol/L'}}                                               | UNKNOWN
            'value': 9                                         | {'high': {'value': 5}}                                                                 | UNKNOWN
            'value': 9, 'code': '[IU]/mL'                      | {'low': {'value': 5, 'code': '[IU]/mL'}}                                               | UNKNOWN
            'value': 9, 'code': '[IU]/mL'                      | {'high': {'value': 5, 'code': '[IU]/mL'}}, {'high': {'value': 30, 'code': '[IU]/mL'}}  | UNKNOWN
            'value': 9, 'code': '[IU]/mL'                      | {'high': {'value': 5, 'code': '[IU]/mL'}, 'appliesTo': [{'text': 'children'}]}         | UNKNOWN
            'value': 9, 'code': '[IU]/mL'                      | {'high': {'value': 5, 'code': '[IU]/mL'}, 'type': {'text': 'treatment'}}               | UNKNOWN
            """)
    void aFigureBesideTheRangeOfTheLaboratory(String quantity, String ranges, Result expected) {
        MappedCase mapped = map("{'resourceType': 'Observation', 'id': 'o1', 'status': 'final', 'code': {'coding':"
                + " [{'system': 'http://loinc.org', 'code': '56540-8'}]}, 'valueQuantity': {" + quantity
                + "}, 'referenceRange': [" + ranges + "]}");
        assertThat(mapped.patientCase().tests())
                .singleElement()
                .satisfies(test -> assertThat(test.result()).isEqualTo(expected));
    }

    @Test
    void aRangeDoesNotContradictWhatTheLaboratorySays() {
        MappedCase mapped = map("{'resourceType': 'Observation', 'id': 'o1', 'status': 'final', 'code': {'coding':"
                + " [{'system': 'http://loinc.org', 'code': '56540-8'}]}, 'valueQuantity': {'value': 9, 'code': '[IU]/mL'},"
                + " 'interpretation': [{'coding': [{'code': 'N'}]}],"
                + " 'referenceRange': [{'high': {'value': 5, 'code': '[IU]/mL'}}]}");
        assertThat(mapped.patientCase().tests())
                .singleElement()
                .satisfies(test -> assertThat(test.result()).isEqualTo(Result.NEGATIVE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'coding': [{'system': 'http://loinc.org', 'code': '13952-7'}]}",
                "{'coding': [{'system': 'http://loinc.org', 'code': '16933-4'}]}",
                "{'coding': [{'system': 'http://loinc.org', 'code': '22316-4'}]}",
                "{'text': 'Hepatitis B Core Antibody, Total'}",
                "{'text': 'anti-HBc total'}",
                "{'text': 'HBc antibody'}",
                "{'text': 'Hep B core antibody'}",
                "{'text': 'HBcAb'}"
            })
    void theAntibodyAgainstTheCoreOfHepatitisB(String code) {
        String observed = "{'resourceType': 'Observation', 'id': 'o1', 'status': 'final', 'code': " + code
                + ", 'valueString': 'Reactive'}";
        assertThat(map(observed).patientCase().tests()).singleElement().satisfies(test -> {
            assertThat(test.test()).isEqualTo("anti-hbc");
            assertThat(test.result()).isEqualTo(Result.POSITIVE);
        });
    }

    /** IgM alone does not answer whether there was an infection in the past. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'coding': [{'system': 'http://loinc.org', 'code': '24113-3'}]}",
                "{'text': 'anti-HBc IgM'}",
                "{'text': 'Hepatitis B core antibody, IgM'}"
            })
    void immunoglobulinMAgainstItIsNotTaken(String code) {
        String observed = "{'resourceType': 'Observation', 'id': 'o1', 'status': 'final', 'code': " + code
                + ", 'valueString': 'Negative'}";
        assertThat(map(observed).patientCase().tests())
                .noneMatch(test -> test.test().equals("anti-hbc"));
        assertThat(map(observed).unused()).isNotEmpty();
    }
}
