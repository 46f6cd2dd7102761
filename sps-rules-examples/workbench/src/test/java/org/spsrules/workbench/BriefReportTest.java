package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.SpsRules;
import org.spsrules.io.PatientCaseReader;

/** The page that is read in a minute (decision D-66). */
class BriefReportTest {

    private static final int MEDIAN_LINES = 80;
    private static final int MOST_LINES_IN_A_MINUTE = 80;
    private static final int MOST_LINES_OF_ANY_PAGE = 115;
    private static final int MOST_LINES_OF_AN_EMERGENCY = 60;
    private static final int MOST_LINES_OF_TEN_EMERGENCIES = 90;
    private static final SpsRules RULES = SpsRules.load();

    private static final String EVERYTHING_AT_ONCE = """
            format: sps-patient-case/1
            asOf: 2026-01-15
            diagnosis: {status: confirmed, variant: perm}
            setting: emergency
            symptoms: {present: [fever, confusion, rebound-rigidity, respiratory-spasm, autonomic-instability]}
            conditions: {present: [intrathecal-pump, pump-alarm, suicidality, missed-doses, adrenal-crisis]}
            treatments:
              given:
                - {therapy: intrathecal-baclofen, status: current}
                - {therapy: diazepam, status: current}
                - {therapy: clomipramine, status: current}
                - {therapy: oxycodone, status: current}
            plans: [{action: detoxification, therapy: diazepam, requestedBy: emergency-staff}]
            """;

    @AfterAll
    static void close() {
        RULES.close();
    }

    static Stream<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(Run.CASES)) {
            return files.map(Path::toString).sorted().toList().stream();
        }
    }

    private static Report report(String text) {
        return RULES.evaluate(new PatientCaseReader(RULES.vocabulary()).read(text));
    }

    private static List<String> lines(String file) {
        return Run.evaluating(file).out().lines().toList();
    }

    /** The text without the breaks of its lines. */
    private static String unwrapped(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void halfOfTheExamplesAreReadInAMinute() throws IOException {
        List<Integer> lengths =
                examples().map(file -> lines(file).size()).sorted().toList();

        int middle = lengths.size() / 2;
        assertThat((lengths.get(middle - 1) + lengths.get(middle)) / 2)
                .as("lines: %s", lengths)
                .isLessThanOrEqualTo(MEDIAN_LINES);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anEmergencyIsReadFaster(String file) throws IOException {
        boolean emergency = report(Files.readString(Path.of(file))).alerts().stream()
                .anyMatch(alert -> alert.level() == Alert.Level.CRITICAL);

        if (emergency) {
            assertThat(lines(file)).hasSizeLessThanOrEqualTo(MOST_LINES_OF_AN_EMERGENCY);
        }
    }

    @Test
    void whereEverythingHappensAtOnceThereIsNoTimeForReasons() {
        Run run = Run.withInput(EVERYTHING_AT_ONCE, "evaluate", "-");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().count()).isLessThanOrEqualTo(MOST_LINES_OF_TEN_EMERGENCIES);
        assertThat(report(EVERYTHING_AT_ONCE).alerts())
                .filteredOn(alert -> alert.level() == Alert.Level.CRITICAL)
                .hasSizeGreaterThan(5)
                .allSatisfy(alert -> assertThat(unwrapped(run.out())).contains(alert.title()));
    }

    @Test
    void fiveDangersAreReadAsFastAsOneAndNothingIsAskedBesideThem() {
        Run run = Run.withInput("""
                        format: sps-patient-case/1
                        asOf: 2026-01-15
                        patient: {age: 44, sex: female}
                        setting: emergency
                        diagnosis: {status: confirmed}
                        symptoms: {present: [altered-mental-state, myoclonus, fever, tachycardia, high-creatine-kinase]}
                        treatments:
                          given:
                            - {therapy: oral-baclofen, status: current}
                            - {therapy: diazepam, status: current}
                            - {therapy: ivig, status: current}
                            - {therapy: duloxetine, status: current, indication: another-disease}
                        """, "evaluate", "-");

        assertThat(run.out().lines()).hasSizeLessThanOrEqualTo(MOST_LINES_OF_AN_EMERGENCY);
        assertThat(run.out())
                .containsSubsequence("WHAT CANNOT WAIT", "!! Think of serotonin syndrome")
                .doesNotContain("ASK FIRST");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyItemIsThereAndInTheVerboseReportWithItsWords(String file) throws IOException {
        Report report = report(Files.readString(Path.of(file)));
        String brief = unwrapped(Run.evaluating(file).out());
        String full = unwrapped(Run.of("evaluate", "-v", file).out());

        assertThat(report.recommendations())
                .allSatisfy(item -> assertThat(brief).contains(item.title()))
                .allSatisfy(item -> assertThat(full).contains(item.title()))
                .allSatisfy(item -> assertThat(full).contains(item.reason().orElse("")))
                .allSatisfy(item -> assertThat(full).contains(item.how().orElse("")))
                .allSatisfy(item -> assertThat(full).contains(item.forPatient().orElse("")));
        assertThat(report.everyAlert())
                .allSatisfy(alert -> assertThat(full).contains(alert.title()))
                .allSatisfy(alert -> assertThat(full).contains(alert.reason().orElse("")));
    }

    @Test
    void theSectionsComeInTheOrderInWhichTheyAreNeeded() {
        assertThat(Run.evaluating(Run.example("p10-ivig-responder-relapsing.yaml"))
                        .out())
                .containsSubsequence(
                        "Line       SECOND line, step A",
                        "NEXT STEP",
                        "Repeat the immunoglobulin",
                        "First: kidney function",
                        "Dose: Start: 1 g/kg",
                        "CORRECTIONS AND PITFALLS",
                        "PSYCHIATRIC BRANCH",
                        "ASK FIRST",
                        "ROUTINE CARE",
                        "Not clinically reviewed");
    }

    @Test
    void supplyThatEndsWithinDaysComesBeforeTheStep() {
        String text = Run.withInput("""
                        format: sps-patient-case/1
                        asOf: 2026-01-15
                        patient: {age: 40}
                        diagnosis: {status: confirmed}
                        conditions: {present: [refill-due]}
                        course: {control: poor}
                        treatments: {given: [{therapy: diazepam, status: current, response: none, adequateTrial: yes}]}
                        """, "evaluate", "-").out();

        assertThat(text)
                .containsSubsequence(
                        "WHAT CANNOT WAIT", "Renew the prescription before the supply runs out", "NEXT STEP");
    }

    @Test
    void informationShowsItsReason() throws IOException {
        String file = Run.example("p01-untreated.yaml");
        String text = unwrapped(Run.evaluating(file).out());

        assertThat(report(Files.readString(Path.of(file))).alerts())
                .filteredOn(alert -> alert.level() == Alert.Level.INFORMATION)
                .isNotEmpty()
                .allSatisfy(alert ->
                        assertThat(text).contains(alert.title(), alert.reason().orElseThrow()));
    }

    @Test
    void whatWouldBeSaidTwiceIsSaidOnce() {
        String text = unwrapped(
                Run.evaluating(Run.example("p06-diazepam-not-tolerated.yaml")).out());

        assertThat(text)
                .containsOnlyOnce("Every antiepileptic carries a warning of suicidality")
                .containsOnlyOnce("Sources differ")
                .containsSubsequence("Care: Low dose needed: ", "Care: low dose needed, as above.");
    }

    @Test
    void aNoteThatOnlyRepeatsTheCautionOfAnOfferIsLeftOut() {
        String patient = """
                format: sps-patient-case/1
                asOf: 2026-01-15
                diagnosis: {status: %s}
                conditions: {present: [depression]}
                plans: [{action: start, therapy: diazepam}]
                """;
        String note = "Mind what calls for care with a drug that is planned";

        assertThat(unwrapped(Run.withInput(patient.formatted("confirmed"), "evaluate", "-")
                        .out()))
                .contains("Labels warn that depression can get worse under it.")
                .doesNotContain(note);
        assertThat(unwrapped(Run.withInput(patient.formatted("suspected"), "evaluate", "-")
                        .out()))
                .contains("Labels warn that depression can get worse under it.")
                .contains(note);
    }

    @Test
    void wordsForThePatientComeInOneBlockAndOnlyOnRequest() throws IOException {
        String file = Run.example("a09-wants-to-stop-diazepam.yaml");
        String plain = Run.evaluating(file).out();
        String asked = Run.of("evaluate", "--patient", file).out();
        Report report = report(Files.readString(Path.of(file)));
        List<String> words = Stream.concat(
                        report.everyAlert().flatMap(alert -> alert.forPatient().stream()),
                        report.recommendations().stream().flatMap(item -> item.forPatient().stream()))
                .toList();

        assertThat(words).hasSizeGreaterThan(2);
        assertThat(unwrapped(plain)).doesNotContain("FOR THE PATIENT").doesNotContain(words);
        String block = unwrapped(asked.substring(asked.indexOf("FOR THE PATIENT")));
        assertThat(words).allSatisfy(text -> assertThat(block).containsOnlyOnce(text));
    }

    @Test
    void theBlockForThePatientNamesTheMedicine() {
        String text = unwrapped(Run.of("evaluate", "--patient", Run.example("p05-bipolar-clonazepam-as-needed.yaml"))
                .out());

        assertThat(text)
                .contains("- Fluoxetine: This medicine may make stiffness worse in some people.")
                .contains("- Clonazepam: Taking this medicine at the same times every day");
    }

    @Test
    void whatWaitsForAReasonThatTheHeadSaysDoesNotRepeatIt() {
        assertThat(Run.evaluating(Run.example("p28-pump-alarm.yaml")).out())
                .contains("   x start intravenous immunoglobulin (not now, as said above)\n");
    }

    /** Of a pump that gives no more, under a drug that may be the other cause: how the time until it gives again is bridged. */
    @Test
    void whatTreatsIsReadHoweverMuchCannotWait() {
        Run run = Run.withInput("""
                        format: sps-patient-case/1
                        asOf: 2016-02-01
                        patient: {age: 64, sex: female}
                        setting: emergency
                        symptoms:
                          present: [rebound-rigidity, sweating, tachycardia, raised-blood-pressure, altered-mental-state]
                        conditions: {present: [intrathecal-pump, pump alarm, breast cancer]}
                        treatments:
                          given:
                            - {therapy: intrathecal-baclofen, status: current}
                            - {therapy: fluoxetine, status: current}
                        """, "evaluate", "-");

        assertThat(unwrapped(run.out())).contains("bridge with a benzodiazepine");
        assertThat(run.out().lines()).hasSizeLessThanOrEqualTo(MOST_LINES_OF_AN_EMERGENCY);
    }

    private static final String LETHARGIC = """
            format: sps-patient-case/1
            asOf: 2007-01-29
            patient: {age: 56, sex: female}
            setting: outpatient
            diagnosis: {status: confirmed}
            course: {control: partial}
            symptoms: {present: [rigidity, lethargy]}
            conditions: {present: [{other: xyzzyx}]}
            treatments:
              given:
                - {therapy: diazepam, status: current, dose: 20 mg/day, response: partial}
                - {therapy: baclofen, status: current, dose: 40 mg/day, response: partial}
            """;

    @Test
    void whatIsWithheldForTheSameReasonsIsReadOnce() {
        assertThat(Run.withInput(LETHARGIC, "evaluate", "-").out())
                .contains("   x titrate diazepam; titrate baclofen (oral)\n")
                .containsOnlyOnce("is raised while a lethargy");
    }

    @Test
    void whereThereIsMuchElseRoutineCareIsOnlyNamed() throws IOException {
        Map<Boolean, List<String>> pages = examples()
                .map(file -> Run.evaluating(file).out())
                .filter(page -> page.contains("ROUTINE CARE"))
                .collect(Collectors.partitioningBy(page -> page.contains("ROUTINE CARE (--verbose says more)")));
        String shortPage = Run.withInput("""
                        format: sps-patient-case/1
                        asOf: 2026-01-15
                        diagnosis: {status: confirmed}
                        course: {control: good}
                        """, "evaluate", "-").out();

        assertThat(pages.get(true)).isNotEmpty();
        assertThat(shortPage).contains("ROUTINE CARE\n   - ");
        assertThat(Stream.concat(pages.get(false).stream(), Stream.of(shortPage)))
                .allSatisfy(page -> assertThat(page.lines()).hasSizeLessThanOrEqualTo(MOST_LINES_IN_A_MINUTE));
    }

    @Test
    void whatTheVocabularyDoesNotHaveIsNamedOnce() {
        assertThat(unwrapped(Run.withInput(LETHARGIC, "evaluate", "-").out()))
                .contains("Not understood: xyzzyx")
                .containsOnlyOnce("xyzzyx");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void numbersRunThroughThePage(String file) {
        List<Integer> numbers = Pattern.compile("^ *([0-9]+)\\. ", Pattern.MULTILINE)
                .matcher(Run.evaluating(file).out())
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();

        assertThat(numbers)
                .isEqualTo(Stream.iterate(1, number -> number + 1)
                        .limit(numbers.size())
                        .toList());
    }

    private static final Path PATIENTS = Path.of("../../sps-rules-kb/src/test/resources/patients");

    static Stream<Path> examplesAndPublishedPatients() throws IOException {
        try (Stream<Path> examples = Files.list(Run.CASES);
                Stream<Path> patients = Files.list(PATIENTS)) {
            return Stream.concat(examples, patients)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Whoever reads an item must not have to guess which of the drugs it is about. */
    @Test
    void anItemNamesEveryDrugOnWhichItRests() throws IOException {
        for (Path file : examplesAndPublishedPatients().toList()) {
            Report report = report(Files.readString(file));
            List<String> page = itemsOf(report);
            // A note is left out where an offer has told all of it, so its drug may stand there alone.
            report.everyAlert()
                    .forEach(alert -> assertNames(
                            file,
                            alert.interrupts() ? page : List.of(String.join(" ", page)),
                            alert.title(),
                            alert.basis()));
            report.recommendations().forEach(item -> assertNames(file, page, item.title(), item.basis()));
        }
    }

    /** The items of the page, each in one line; a section that is about one drug alone is like one item. */
    private static List<String> itemsOf(Report report) {
        Look look = new Look(80, Colours.PLAIN, TerminalCharset.UNICODE);
        String text = new ReportText(look, ReportText.Detail.SHORT, false, RULES.knowledge()).of(report, List.of());
        return Stream.of(text.split("\n(?=\n)"))
                .flatMap(section -> isAboutOneDrug(unwrapped(section), report)
                        ? Stream.of(section)
                        : Stream.of(section.split("\n(?= {1,3}(?:!!|!|i|x|-|[0-9]+\\.) )")))
                .map(BriefReportTest::unwrapped)
                .toList();
    }

    private static boolean isAboutOneDrug(String section, Report report) {
        return Stream.concat(
                                report.everyAlert()
                                        .filter(alert -> section.contains(alert.title()))
                                        .map(Alert::basis),
                                report.recommendations().stream()
                                        .filter(item -> section.contains(item.title()))
                                        .map(Report.Recommendation::basis))
                        .flatMap(basis -> basis.therapies().stream())
                        .distinct()
                        .count()
                == 1;
    }

    private static void assertNames(Path file, List<String> page, String title, Report.Basis basis) {
        if (basis.section() == Report.Section.ROUTINE) {
            return;
        }
        List<String> saying = page.stream().filter(item -> item.contains(title)).toList();
        String said = String.join(" ", saying).toLowerCase(Locale.ROOT);
        assertThat(saying.isEmpty() ? List.<Report.Subject>of() : basis.therapies())
                .as("%s: %s", file.getFileName(), title)
                .allSatisfy(therapy -> assertThat(said).contains(word(therapy.name())));
    }

    /** The word of a name that tells which drug is meant: without its route. */
    private static String word(String name) {
        String bare = name.toLowerCase(Locale.ROOT).replaceAll(" \\(.*\\)", "");
        return bare.substring(bare.lastIndexOf(' ') + 1);
    }

    @Test
    void theOnlyDrugOfASectionIsNamedOnceAndLeavesRoomForTheReason() {
        String text =
                unwrapped(Run.evaluating(Run.example("p28-pump-alarm.yaml")).out());

        assertThat(text)
                .contains("a patient with SPS has died of a failed pump")
                .contains("Treat as intrathecal baclofen withdrawal")
                .doesNotContain("(intrathecal baclofen)");
    }

    @Test
    void whatOneTableSaysOfSeveralDrugsIsOneItemWithAllItsReasons() {
        String text = unwrapped(Run.withInput("""
                        format: sps-patient-case/1
                        asOf: 2026-01-15
                        diagnosis: {status: confirmed}
                        course: {control: partial}
                        symptoms: {present: [agitation]}
                        conditions: {present: [memory-problems]}
                        treatments:
                          given:
                            - {therapy: diazepam, status: current, response: partial}
                            - {therapy: gabapentin, status: current, response: partial}
                        """, "evaluate", "-").out());

        assertThat(text)
                .containsOnlyOnce("Settle whether a drug in use brings what is seen" + " (diazepam, gabapentin)")
                .containsOnlyOnce("Settle whether a drug in use brings")
                .contains("It can take away memory at usual doses", "A benzodiazepine can agitate instead of calming")
                .doesNotContain("Diazepam, diazepam");
    }

    @Test
    void whatIsSaidAlikeOfSeveralDrugsIsOneItem() {
        String page = unwrapped(Run.withInput("""
                        format: sps-patient-case/1
                        asOf: 2026-01-15
                        diagnosis: {status: confirmed}
                        course: {control: partial}
                        treatments:
                          given:
                            - {therapy: ivig, status: current, indication: sps, response: good}
                            - {therapy: gabapentin, status: current, indication: sps, response: good}
                        """, "evaluate", "-").out());

        assertThat(page)
                .containsOnlyOnce("Keep what helps")
                .containsPattern(
                        "Keep what helps, although the symptoms go on \\((gabapentin, intravenous immunoglobulin|intravenous"
                                + " immunoglobulin, gabapentin)\\)");
    }

    @Test
    void whatIsReadByItsClassAloneIsNamedToo() {
        String text = unwrapped(Run.withInput("""
                        format: sps-patient-case/1
                        asOf: 2018-09-01
                        setting: ward
                        symptoms: {present: [altered-mental-state, myoclonus, autonomic-instability]}
                        treatments:
                          given:
                            - {therapy: sertraline, status: current}
                            - {therapy: tramadol, status: current}
                            - {therapy: trazodone, status: current}
                        """, "evaluate", "-").out());

        assertThat(text)
                .contains("Think of serotonin syndrome, for which emergency care ends the drug at once"
                        + " (sertraline, tramadol, trazodone)");
    }

    @Test
    void anUnknownDrugThatIsAboutToBeBegunComesBeforeTheStep() {
        String text = unwrapped(Run.withInput("""
                        format: sps-patient-case/1
                        asOf: 2026-01-15
                        diagnosis: {status: confirmed}
                        course: {control: poor}
                        plans: [{action: start, therapy: {other: xyzzyx}}]
                        """, "evaluate", "-").out());

        assertThat(text)
                .containsSubsequence("WHAT CANNOT BE JUDGED", "! Planned, and not known here: xyzzyx.", "NEXT STEP")
                .doesNotContain("Not understood");
    }

    @Test
    void aDoseThatNothingReadsIsNotOnThePage() {
        String patient = """
                format: sps-patient-case/1
                asOf: 2026-01-15
                diagnosis: {status: confirmed}
                treatments: {given: [{therapy: lisinopril, status: current, dose: 10 mg/day}]}
                """;

        assertThat(report(patient).unread())
                .anySatisfy(fact -> assertThat(fact.text()).contains("lisinopril: the dose"));
        assertThat(Run.withInput(patient, "evaluate", "-").out()).doesNotContain("lisinopril: the dose");
        assertThat(unwrapped(Run.withInput(patient, "evaluate", "-v", "-").out()))
                .contains("lisinopril: the dose");
    }

    @Test
    void noPageIsLongerThanItMayBe() throws IOException {
        String pages = Run.evaluating(PATIENTS.toString()).out();

        assertThat(pages.split("(?m)^==> "))
                .hasSizeGreaterThan(100)
                .allSatisfy(page -> assertThat(page.lines()).hasSizeLessThanOrEqualTo(MOST_LINES_OF_ANY_PAGE));
    }
}
