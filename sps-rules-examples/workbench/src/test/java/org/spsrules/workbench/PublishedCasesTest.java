package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.SpsRules;
import org.spsrules.authoring.compile.Trial;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.differential.Differential;
import org.spsrules.internal.Engine;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.io.PatientCaseReader;

/** The example cases, each held to its line, to what must be recommended, said and left alone. */
class PublishedCasesTest {

    private static final Path CASES = Path.of("..", "cases");
    private static final int PUBLISHED = 8;
    private static final SpsRules RULES = SpsRules.load();

    @AfterAll
    static void close() {
        RULES.close();
    }

    /**
     * The line, what is recommended, which alerts stand, which words are to be read beside alerts and recommendations, and
     * what is not recommended.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            p01-untreated | FIRST | start diazepam, refer physical-therapy, monitor symptom-scale | safety/benzodiazepine-dependence, safety/falls-and-driving | Begin at a moderate dose and raise it step by step; sudden withdrawal can bring seizures and death | start ivig, start rituximab, refer for hsct, start cyclobenzaprine
            p05-bipolar-clonazepam-as-needed | FIRST | change schedule clonazepam, start valproate, refer psychiatry | psychiatric/may-worsen-in-use#serotonin-reuptake-inhibitor, psychiatric/mania-switch | Never stop it abruptly | start ivig, start hydroxyzine, repeat hydroxyzine, review mood-stabiliser-choice, start diazepam
            p06-diazepam-not-tolerated | FIRST | add pregabalin, review pain-plan | first-line/prefer-one-antiepileptic#pain | Begin below the usual dose; is a target, not a start; watch for sedation and falls; Non-opioids come first | start diazepam, repeat diazepam, titrate diazepam, start clonazepam, start morphine, start ivig, add oral-baclofen
            p10-ivig-responder-relapsing | SECOND | repeat ivig | first-line/step-still-open#antiepileptic | Settle first whether the trial of the benzodiazepine was adequate; kidney function; blood count; hydration; check of thrombosis risk; Boxed warnings: thrombosis | repeat plasmapheresis, start plasmapheresis, refer for hsct, start rituximab
            p15-perm-intensive-care | SECOND | start ivig, refer tumour-search, refer monitored-bed | emergency/perm-is-urgent, emergency/autonomic-instability, safety/propofol-only-as-a-bridge | Do not wait for the oral steps; Sudden death; thymus; Never outside intensive care or theatre; watch the patient in hospital | refer for hsct, add pregabalin, add oral-baclofen, start rituximab
            p19-amphiphysin-stiff-leg | FIRST | start diazepam, refer tumour-search, refer oncology | safety/amphiphysin-antibodies | Begin below the usual dose; watch for sedation and falls; whose relief does not wait | refer for hsct, test anti-gad65
            p28-pump-alarm | NONE | restore intrathecal-baclofen, refer intensive-care, monitor rhabdomyolysis-watch, refer pump-service | emergency/in-withdrawal#intrathecal-baclofen, emergency/fever-is-not-only-infection, emergency/keep-gabaergic-drugs-in-withdrawal | Act now; which can kill; until it is excluded | start ivig, start diazepam, taper intrathecal-baclofen
            a09-wants-to-stop-diazepam | FIRST | continue diazepam, refer prescriber-contact | safety/abrupt-end-of-a-benzodiazepine | taper it only under supervision; seizures and death; Do not swap it for another drug by a fixed conversion | start clonazepam, add pregabalin, start ivig, taper diazepam
            """)
    void theCaseIsAnsweredAsItMustBe(
            String name, String line, String recommends, String alerts, String says, String not) throws IOException {
        Report report = report(name);
        Set<String> recommended = new TreeSet<>();
        report.recommendations()
                .forEach(advice ->
                        advice.subject().ifPresent(subject -> recommended.add(advice.action() + " " + subject.code())));

        assertThat(report.standing().line()).hasToString(line);
        assertThat(recommended).containsAll(listed(recommends)).doesNotContainAnyElementsOf(listed(not));
        assertThat(report.everyAlert())
                .extracting(alert -> alert.basis().ruleId())
                .containsAll(listed(alerts));
        String visible = String.join("\n", visible(report)).toLowerCase(Locale.ROOT);
        assertThat(Arrays.stream(says.split(";")).map(String::strip))
                .allSatisfy(words -> assertThat(visible).contains(words.toLowerCase(Locale.ROOT)));
    }

    /** Drools answers in all the other tests here; so that this one says something, each case has rules that apply. */
    @Test
    void bothEnginesMakeTheSameOfEveryCase() throws IOException {
        Knowledge knowledge = RULES.knowledge();
        try (Engine drools = Trial.of(knowledge, new Diagnostics()).orElseThrow();
                Stream<Path> files = Files.list(CASES)) {
            Differential differential =
                    new Differential(knowledge, new ReferenceEvaluator(knowledge.rules())::evaluate, drools);
            List<String> names = files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();

            assertThat(names).hasSizeGreaterThanOrEqualTo(PUBLISHED);
            for (String name : names) {
                assertThat(report(name).appliedRules()).as(name).isNotEmpty();
                assertThat(differential.about(patientCase(name))).as(name).isEmpty();
                assertThat(differential.reportAlike(patientCase(name))).as(name).isTrue();
            }
        }
    }

    /** The texts of alerts, and of recommendations with their notes and with what comes first. */
    private static List<String> visible(Report report) {
        Stream<String> alerts = report.everyAlert()
                .flatMap(alert -> Stream.of(
                        alert.title(), alert.reason().orElse(""), alert.how().orElse("")));
        Stream<String> recommendations = report.recommendations().stream()
                .flatMap(advice -> Stream.of(
                                Stream.of(
                                        advice.title(),
                                        advice.reason().orElse(""),
                                        advice.how().orElse("")),
                                advice.first().stream().map(Subject::name),
                                advice.notes().stream().map(Report.Note::text))
                        .flatMap(texts -> texts));
        return Stream.concat(alerts, recommendations).toList();
    }

    /** What the emergency calls for stands before what can wait. */
    @Test
    void immunoglobulinStandsBeforeTheOralStepsInAnEmergency() throws IOException {
        List<String> advised = report("p15-perm-intensive-care").recommendations().stream()
                .map(advice -> advice.basis().ruleId())
                .toList();

        int first = advised.indexOf("urgent/start-ivig");
        assertThat(first).isPositive();
        assertThat(advised.subList(0, first)).allMatch(id -> id.matches("(toxicity|breathing|emergency|safety)/.*"));
        assertThat(advised).noneMatch(id -> id.startsWith("first-line/"));
    }

    @Test
    void theBipolarPatientIsWarnedOfWhatValproateCanDo() throws IOException {
        Recommendation valproate = report("p05-bipolar-clonazepam-as-needed").recommendations().stream()
                .filter(advice -> advice.subject()
                        .filter(subject -> subject.code().equals("valproate"))
                        .isPresent())
                .findFirst()
                .orElseThrow();

        assertThat(valproate.notes())
                .anySatisfy(note -> assertThat(note.text()).contains("liver", "pancreas", "unborn child"));
        assertThat(valproate.cautions()).extracting(Obstacle::about).contains("clonazepam");
        assertThat(valproate.first())
                .extracting(Subject::code)
                .containsExactly("metabolic-exclusion", "psychiatry", "liver-function", "platelets");
    }

    /** Whatever is said about fluoxetine, it is neither to be stopped nor to be increased. */
    @Test
    void theBipolarPatientKeepsFluoxetineUntilPsychiatryDecides() throws IOException {
        Report report = report("p05-bipolar-clonazepam-as-needed");

        assertThat(report.recommendations())
                .noneMatch(advice -> advice.subject()
                        .filter(subject -> subject.code().equals("fluoxetine"))
                        .isPresent());
        assertThat(report.everyAlert())
                .filteredOn(alert ->
                        alert.basis().ruleId().equals("psychiatric/may-worsen-in-use#serotonin-reuptake-inhibitor"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.how().orElseThrow()).contains("Never stop it abruptly"));
    }

    @Test
    void theElderlyPatientIsOfferedALowDose() throws IOException {
        assertThat(report("p19-amphiphysin-stiff-leg").recommendations())
                .filteredOn(advice -> advice.action().equals("start"))
                .singleElement()
                .satisfies(advice -> {
                    assertThat(advice.basis().ruleId()).isEqualTo("first-line/start-diazepam");
                    assertThat(advice.how().orElseThrow()).startsWith("Begin below the usual dose");
                });
    }

    private static Report report(String name) throws IOException {
        return RULES.evaluate(patientCase(name));
    }

    private static PatientCase patientCase(String name) throws IOException {
        String text = Files.readString(CASES.resolve(name + ".yaml"));
        return new PatientCaseReader(RULES.vocabulary()).read(text);
    }

    private static List<String> listed(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip).toList();
    }
}
