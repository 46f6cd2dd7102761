package org.spsrules.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.Answer;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.SampleCase;
import org.spsrules.SampleVocabulary;

class PatientCaseReaderTest {

    private static final String START = "format: sps-patient-case/1\nasOf: 2014-01-15\n";

    private final PatientCaseReader reader = new PatientCaseReader(SampleVocabulary.get());

    /** Problems as {@code line:column path: message}; the lines of the two that every case begins with not counted. */
    private List<String> problems(String yaml) {
        return problemsInFile(START + yaml).stream()
                .map(problem -> {
                    int colon = problem.indexOf(':');
                    return Integer.parseInt(problem.substring(0, colon)) - 2 + problem.substring(colon);
                })
                .toList();
    }

    private List<String> problemsInFile(String text) {
        InvalidCaseException refusal = catchThrowableOfType(InvalidCaseException.class, () -> reader.read(text));
        assertThat(refusal).as("the case is refused").isNotNull();
        return refusal.problems().stream()
                .map(problem -> problem.position().orElseThrow() + " " + problem)
                .toList();
    }

    @Test
    void everyFieldOfAFileIsInTheCase() {
        assertThat(reader.read(SampleCase.YAML)).isEqualTo(SampleCase.built());
    }

    @Test
    void oneReaderServesManyThreads() {
        assertThat(IntStream.range(0, 500).parallel().mapToObj(i -> reader.read(SampleCase.YAML)))
                .containsOnly(SampleCase.built());
    }

    @Test
    void lineEndsAndAByteOrderMarkMakeNoDifference() {
        assertThat(reader.read("\uFEFF" + SampleCase.YAML.replace("\n", "\r\n")))
                .isEqualTo(SampleCase.built());
    }

    @Test
    void jsonMayBeIndentedWithTabsAndEscaped() {
        PatientCase read = reader.read("""
                {
                \t"format": "sps-patient-case/1",
                \t"asOf": "2014-01-15",
                \t"title": "M\\u00e9ni\\u00e8re \\ud83d\\ude00",
                \t"patient": { "age": 55, "pregnancy": "no" }
                }""");

        assertThat(read.title()).hasValue("Ménière 😀");
        assertThat(read.person().age()).hasValue(55);
        assertThat(read.person().pregnancy()).isEqualTo(Answer.NO);
    }

    @Test
    void aCaseWithinAFileNeedNotStateItsFormat() throws Documents.UnreadableException {
        Node.Fields file = (Node.Fields) Documents.read("scenario: x\ncase:\n  asOf: 2014-01-15\n  setting: ward\n");
        Node.Fields wrong =
                (Node.Fields) Documents.read("scenario: x\ncase:\n  format: x\n  asOf: 2014-01-15\n  setting: wart\n");

        assertThat(reader.read(file.get("case").orElseThrow()).setting()).isEqualTo(PatientCase.Setting.WARD);
        assertThat(catchThrowableOfType(
                                InvalidCaseException.class,
                                () -> reader.read(wrong.get("case").orElseThrow()))
                        .problems())
                .extracting(problem -> problem.position().orElseThrow() + " " + problem.path())
                .containsExactly("3:11 format", "5:12 setting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Valium", "valium", "DIAZEPAM", "diazepamum", "'  Valium '"})
    void brandsNamesAndSynonymsStandAsTheyAreWritten(String term) {
        PatientCase read = reader.read(START + "treatments: { given: [ { therapy: " + term + ", status: past } ] }");

        assertThat(read.treatments().given().get(0).therapy())
                .isEqualTo(term.replace("'", "").strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'A title'", "\"A title\"", ">\n  A\n  title\n", "A title # comment"})
    void aTextMayBeWrittenInAnyStyleOfYaml(String title) {
        assertThat(reader.read(START + "title: " + title).title()).hasValue("A title");
    }

    @Test
    void everyProblemOfAFileIsReportedAtOnceInTheOrderOfTheFile() {
        assertThat(problemsInFile("""
                asOf: 2014-01-15
                treatments:
                  given:
                    - { therapy: diazapam, status: now, dose: 60 mg/week }
                    - { therapy: ivig, status: past, stopped: 2014-01-16, dose: 5 mg/day }
                    - { status: past, response: ok }
                conditions: { present: [sleep-apnoea, flu], absent: [respiratory-disease, 7] }
                patient: { age: 131, weigth: 60 kg }
                """))
                .containsExactly(
                        "1:1 format: is missing; write sps-patient-case/1",
                        "4:18 treatments.given[0].therapy: \"diazapam\" is not a known therapy or therapy-class;"
                                + " did you mean diazepam?",
                        "4:36 treatments.given[0].status: write current or past; found the text \"now\"",
                        "4:47 treatments.given[0].dose: \"60 mg/week\" is not given every day;"
                                + " leave the dose out, or write the sum of a day if there is one",
                        "5:47 treatments.given[1].stopped: 2014-01-16 is later than asOf, 2014-01-15",
                        "5:65 treatments.given[1].dose: \"mg/day\" does not fit ivig; give the dose in g/kg/course",
                        "6:7 treatments.given[2].therapy: is missing;" + " write a name or a code",
                        "6:33 treatments.given[2].response: write good, partial, none, worse or unknown;"
                                + " found the text \"ok\"",
                        "7:39 conditions.present[flu]: \"flu\" is not a known condition;"
                                + " write {other: …} for what is not in the vocabulary",
                        "7:54 conditions.absent[respiratory-disease]: respiratory-disease is absent,"
                                + " but sleep-apnoea, a kind of it, is present",
                        "7:75 conditions.absent[1]: write a name or a code;" + " found the number 7",
                        "8:17 patient.age: 131 is not an age; give completed years from 0 to 130",
                        "8:22 patient.weigth: is not a field here; did you mean weight? The fields are age, sex,"
                                + " weight, creatinineClearance, liverFunction, pregnancy, pregnancyPotential,"
                                + " effectiveContraception, breastfeeding, drugSensitivity, frailty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "patient: { age: old }|1:17 patient.age: write a whole number of years, for example 55, or 18 months;"
                        + " found the text \"old\"",
                "patient: { age: '55' }|1:17 patient.age: write a whole number of years, for example 55, or 18 months;"
                        + " found the text \"55\"",
                "patient: { age: 55.5 }|1:17 patient.age: write a whole number of years, for example 55, or 18 months;"
                        + " found the number 55.5",
                "patient: { age: [55] }|1:17 patient.age: write a whole number of years, for example 55, or 18 months;"
                        + " found a list",
                "patient: { age: 1e999999999 }|1:17 patient.age: write a whole number of years, for example 55, or 18 months;"
                        + " found the number 1e999999999",
                "patient: { pregnancy: true }|1:23 patient.pregnancy: write yes, no or unknown; found true",
                "patient: { pregnancy: Yes }|1:23 patient.pregnancy: \"Yes\" is not known;"
                        + " write yes, no or unknown; did you mean yes?",
                "patient: { sex: femal }|1:17 patient.sex: \"femal\" is not known;"
                        + " write female, male or unknown; did you mean female?",
                "patient: { sex: 1 }|1:17 patient.sex: write female, male or unknown; found the number 1",
                "patient: { weight: 60 }|1:20 patient.weight: write a number and the unit kg, for example 60 kg;"
                        + " found the number 60",
                "patient: { weight: 130 lb }|1:20 patient.weight: write a number and the unit kg, for example 60 kg;"
                        + " found the text \"130 lb\"",
                "patient: { weight: -1 kg }|1:20 patient.weight: -1 is not a weight; give kilograms, at most 500",
                "patient: { creatinineClearance: 75 ml/min }|1:33 patient.creatinineClearance:"
                        + " write a number and the unit mL/min, for example 60 mL/min; found the text \"75 ml/min\"",
                "patient:|1:9 patient: is empty; leave the field out if there is nothing to state",
                "patient: { age: }|1:16 patient.age: is empty; leave the field out if there is nothing to state",
                "patient: { age: null }|1:17 patient.age: is empty; leave the field out if there is nothing to state",
                "title: ' '|1:8 title: is empty; leave the field out if there is nothing to state",
                "patient: female|1:10 patient: write a map with the fields age, sex, weight, creatinineClearance,"
                        + " liverFunction, pregnancy, pregnancyPotential, effectiveContraception, breastfeeding,"
                        + " drugSensitivity, frailty; found the text \"female\"",
                "tests: [emg]|1:9 tests[0]: write a map with the fields test, result, value, assay, date;"
                        + " found the text \"emg\"",
                "tests: emg|1:8 tests: write a list; found the text \"emg\"",
                "tests: { test: emg }|1:8 tests: write a list; found a map",
                "tests: [ { result: positive } ]|1:10 tests[0].test: is missing; write a name or a code",
                "tests: [ { test: anti-gad65, value: 93.57 } ]|1:37 tests[0].value: write a number and its unit, for"
                        + " example 93.57 U/mL; found the number 93.57",
                "tests: [ { test: anti-gad65, value: high } ]|1:37 tests[0].value: write a number and its unit, for"
                        + " example 93.57 U/mL; found the text \"high\"",
                "tests: [ { test: anti-gad65, value: -1 U/mL } ]|1:37 tests[0].value: -1 U/mL is below zero",
                "tests: [ { test: anti-gad65, value: 1 mg } ]|1:37 tests[0].value: \"mg\" is not a unit of anti-gad65;"
                        + " its units are U/mL",
                "symptoms: { present: rigidity }|1:22 symptoms.present: write a list; found the text \"rigidity\"",
                "symptoms: { present: [rigidity, rigidity] }|1:33 symptoms.present[rigidity]: is listed twice",
                "symptoms: { present: [rigidity, null] }|1:33 symptoms.present[1]: write a name or a code;"
                        + " found nothing",
                "symptoms: { present: [''] }|1:23 symptoms.present[0]: is empty",
                "symptoms: { absent: [rigidity], present: [rigidity] }|1:22 symptoms.absent[rigidity]:"
                        + " rigidity is both present and absent",
                "setting: wart|1:10 setting: \"wart\" is not known; write outpatient, emergency, ward, intensive-care,"
                        + " theatre or unknown; did you mean ward?",
                "setting: Spital|1:10 setting: write outpatient, emergency, ward, intensive-care,"
                        + " theatre or unknown; found the text \"Spital\"",
                "diagnosis: { onset: 13 }|1:21 diagnosis.onset: \"13\" is no date; write a day, a month or a year, for"
                        + " example 2014-01-15, 2014-01 or 2014",
                "diagnosis: { onset: 2013-02-30 }|1:21 diagnosis.onset: \"2013-02-30\" is no date; write a day, a month or a"
                        + " year, for example 2014-01-15, 2014-01 or 2014",
                "diagnosis: { onset: 2/3/2013 }|1:21 diagnosis.onset: \"2/3/2013\" can be read in two ways; write 2013-03-02"
                        + " or 2013-02-03",
                "diagnosis: { onset: 2014-01-16 }|1:21 diagnosis.onset: 2014-01-16 is later than asOf, 2014-01-15",
                "plans: [ { action: start } ]|1:10 plans[0].therapy: is missing; a plan to start names a therapy",
                "plans: [ { therapy: ivig } ]|1:10 plans[0].action: is missing; write start, stop, reduce, switch, continue,"
                        + " detoxification, surgery or pregnancy",
                "title: 2014|1:8 title: write a text, in quotation marks if it looks like a number;"
                        + " found the number 2014",
                "'title': \"a\\nb\"|1:10 title: write it on one line and without control characters",
                "acknowledged: safety/x|1:15 acknowledged: write a list; found the text \"safety/x\"",
                "<<: {}|1:1 <<: is not a field here. The fields are format, title, citation, asOf, patient,"
                        + " diagnosis, course, setting, symptoms, triggers, conditions, allergies, tests, treatments,"
                        + " plans, acknowledged",
                "allergy: {}|1:1 allergy: is not a field here. The fields are format, title, citation, asOf, patient,"
                        + " diagnosis, course, setting, symptoms, triggers, conditions, allergies, tests, treatments,"
                        + " plans, acknowledged"
            })
    void aMistakeIsNamedWithItsPlaceAndWhatWouldBeRight(String yaml, String problem) {
        assertThat(problems(yaml)).first().isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dose: 60|write a dose, for example 60 mg/day; found the number 60",
                "dose: 60 mg|\"60 mg\" is not a dose of a day; write the sum of a day, for example 60 mg/day, or how often a"
                        + " day it is taken, for example 5 mg TID",
                "dose: a lot|\"a lot\" is not a dose; write a number and a unit, for example 60 mg/day",
                "dose: 0 mg/day|a dose is more than zero, not 0",
                "dose: -5 mg/day|\"-5 mg/day\" is no dose; a dose is more than zero",
                "dose: 2 g/kg/course|\"g/kg/course\" does not fit diazepam; give the dose in mg/day",
                "stopped: 2014-01-16|2014-01-16 is later than asOf, 2014-01-15",
                "started: 2014-01-16|2014-01-16 is later than asOf, 2014-01-15",
                "adequateTrial: true|write yes, no or unknown; found true",
                "sideEffects: [sedatoin]|\"sedatoin\" is not a known side-effect; did you mean sedation?"
            })
    void aMistakeInATreatmentIsNamed(String field, String message) {
        assertThat(problems("treatments: { given: [ { therapy: diazepam, status: past, " + field + " } ] }"))
                .singleElement()
                .asString()
                .startsWith("1:")
                .endsWith(": " + message);
    }

    @Test
    void aDateMayBeTheDayOfTheCase() {
        reader.read(START + """
                diagnosis: { onset: 2014-01-15 }
                tests: [ { test: emg, date: 2014-01-15 } ]
                treatments: { given: [ { therapy: ivig, status: past, started: 2014-01-15, stopped: 2014-01-15 } ] }
                """);
    }

    @Test
    void theStatusOfATreatmentIsNeverGuessed() {
        assertThat(problems("treatments: { given: [ { therapy: ivig } ] }"))
                .containsExactly("1:24 treatments.given[0].status: is missing; write current or past");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asOf: 2014-01-15\nformat: sps-patient-case/1\nsetting: ward\nsetting: theatre\n",
                "{\"asOf\": \"2014-01-15\",\n\"format\": \"sps-patient-case/1\",\n\"setting\": \"ward\",\n"
                        + "\"setting\": \"theatre\"}"
            })
    void aFieldStandsOnce(String text) {
        assertThat(problemsInFile(text)).containsExactly("4:1 setting: stands here twice; the first time at 3:1");
    }

    @Test
    void theDayOfTheCaseIsNeverGuessed() {
        assertThat(problemsInFile("format: sps-patient-case/1\ndiagnosis: { onset: 2020-01-01 }"))
                .containsExactly("1:1 asOf: is missing; write a date, for example 2014-01-15");
        assertThat(problemsInFile("format: sps-patient-case/1\nasOf:\n"))
                .containsExactly("2:6 asOf: is missing; write a date, for example 2014-01-15");
    }

    @Test
    void anotherFormatIsNamed() {
        assertThat(problemsInFile("format: sps-patient-case/2\nasOf: 2014-01-15\n"))
                .containsExactly("1:9 format: write sps-patient-case/1; found the text \"sps-patient-case/2\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "- format: sps-patient-case/1", "just a text", "---", "[{\"asOf\": \"2014-01-15\"}]"})
    void aCaseIsAMap(String text) {
        assertThat(problemsInFile(text))
                .singleElement()
                .asString()
                .startsWith("1:")
                .contains("write a map with the fields format, title, citation, asOf");
    }

    @Test
    void aStandInForAnUnreadableValueGivesNoFurtherProblem() {
        assertThat(problems("""
                treatments: { given: [ ivig, ivig, { therapy: 7, status: 7 } ] }
                plans: [ stop, { action: begin, therapy: x }, { action: start, therapy: 5 } ]
                """))
                .extracting(problem -> problem.substring(0, problem.indexOf(": ")))
                .containsExactly(
                        "1:24 treatments.given[0]",
                        "1:30 treatments.given[1]",
                        "1:47 treatments.given[2].therapy",
                        "1:58 treatments.given[2].status",
                        "2:10 plans[0]",
                        "2:26 plans[1].action",
                        "2:42 plans[1].therapy",
                        "2:73 plans[2].therapy");
    }

    @Test
    void contradictionsThatOnlyTheVocabularyRevealsAreFound() {
        assertThat(problems("""
                treatments:
                  given:
                    - { therapy: diazepam, status: past }
                    - { therapy: Diazepam, status: past }
                """))
                .containsExactly("4:7 treatments.given[1]: is stated twice; if it really is given twice, tell the"
                        + " entries apart by the name on the package, or by a label, for example who prescribes it");
    }

    @Test
    void noMessageCarriesControlCharacters() {
        List<String> problems = problemsInFile("""
                {"format": "\\u001b[2J", "asOf": "2014-01-15", "\\u001b[31m": 1, "title": "\\u009b31m",
                 "conditions": {"present": ["\\u001b]0;x\\u0007", "a\\u202eb"]}, "citation": "\\ud800",
                 "treatments": {"given": [{"therapy": "\\n", "status": "a\\u0000", "dose": "1 \\u001b"}]}}""");

        assertThat(problems)
                .hasSize(9)
                .allSatisfy(problem -> assertThat(problem.codePoints().map(Character::getType))
                        .doesNotContain((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.SURROGATE));
    }

    @Test
    void aHugeFileIsRefused() {
        InvalidCaseException refusal = catchThrowableOfType(
                InvalidCaseException.class, () -> reader.read(START + "title: " + "x".repeat(100_000)));

        assertThat(refusal)
                .hasMessage("The patient case has a problem:"
                        + " the file has more than 100,000 characters, too many for a case");
    }

    @ParameterizedTest
    @CsvSource({"1000, true", "1001, false"})
    void aTextHasAtMost1000Characters(int length, boolean readable) {
        String file = START + "title: " + "x".repeat(length);
        if (readable) {
            assertThat(reader.read(file).title()).get().asString().hasSize(length);
        } else {
            assertThat(problemsInFile(file)).containsExactly("3:8 title: is longer than 1000 characters");
        }
    }
}
