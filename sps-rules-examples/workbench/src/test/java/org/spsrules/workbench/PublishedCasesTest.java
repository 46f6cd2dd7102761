package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.Report;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.SpsRules;
import org.spsrules.io.PatientCaseReader;

/** The example cases, each held to its line, to what must be recommended, said and left alone. */
class PublishedCasesTest {

    private static final Path CASES = Path.of("..", "cases");
    private static final SpsRules RULES = SpsRules.load();

    @AfterAll
    static void close() {
        RULES.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            p01-untreated | FIRST | start diazepam, refer physical-therapy, monitor symptom-scale | safety/benzodiazepine-dependence, safety/falls-and-driving | start ivig, start rituximab, refer for hsct
            p05-bipolar-clonazepam-as-needed | FIRST | change schedule clonazepam, start valproate, refer psychiatry | psychiatric/ssri-in-use, psychiatric/mania-switch | start ivig, start hydroxyzine, repeat hydroxyzine, review mood-stabiliser-choice, start diazepam
            p06-diazepam-not-tolerated | FIRST | add pregabalin | first-line/prefer-pregabalin-for-pain | start diazepam, titrate diazepam, start ivig
            p10-ivig-responder-relapsing | SECOND | repeat ivig | pitfalls/confirm-adequacy-of-diazepam, first-line/step-2-still-open | repeat plasmapheresis, start plasmapheresis, refer for hsct, start rituximab
            p15-perm-intensive-care | SECOND | start ivig, refer tumour-search | safety/perm-is-urgent, safety/autonomic-instability, safety/propofol-only-as-a-bridge | refer for hsct, add pregabalin, add oral-baclofen
            p19-amphiphysin-stiff-leg | FIRST | start diazepam, refer tumour-search | safety/amphiphysin-antibodies, safety/paraneoplastic-disease | refer for hsct, test anti-gad65
            p28-pump-alarm | NONE | restore intrathecal-baclofen, refer intensive-care, monitor rhabdomyolysis-watch | safety/intrathecal-baclofen-withdrawal, safety/fever-is-not-only-infection, safety/keep-gabaergic-drugs-in-withdrawal | start ivig, start diazepam
            a09-wants-to-stop-diazepam | FIRST | continue diazepam, refer prescriber-contact | safety/abrupt-benzodiazepine-stop | start clonazepam, add pregabalin, start ivig, taper diazepam
            """)
    void theCaseIsAnsweredAsItMustBe(String name, String line, String recommends, String alerts, String not)
            throws IOException {
        Report report = report(name);
        Set<String> recommended = new TreeSet<>();
        report.recommendations()
                .forEach(advice ->
                        advice.subject().ifPresent(subject -> recommended.add(advice.action() + " " + subject.code())));

        assertThat(report.standing().line()).hasToString(line);
        assertThat(recommended).containsAll(listed(recommends)).doesNotContainAnyElementsOf(listed(not));
        assertThat(report.alerts()).extracting(alert -> alert.basis().ruleId()).containsAll(listed(alerts));
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
                .containsExactly("psychiatry", "metabolic-exclusion", "liver-function", "platelets");
    }

    /** Whatever is said about fluoxetine, it is neither to be stopped nor to be increased. */
    @Test
    void theBipolarPatientKeepsFluoxetineUntilPsychiatryDecides() throws IOException {
        Report report = report("p05-bipolar-clonazepam-as-needed");

        assertThat(report.recommendations())
                .noneMatch(advice -> advice.subject()
                        .filter(subject -> subject.code().equals("fluoxetine"))
                        .isPresent());
        assertThat(report.alerts())
                .filteredOn(alert -> alert.basis().ruleId().equals("psychiatric/ssri-in-use"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.how().orElseThrow()).contains("Never stop it abruptly"));
    }

    @Test
    void theElderlyPatientIsOfferedALowDose() throws IOException {
        assertThat(report("p19-amphiphysin-stiff-leg").recommendations())
                .filteredOn(advice -> advice.action().equals("start"))
                .extracting(advice -> advice.basis().ruleId())
                .containsExactly("first-line/start-diazepam-low");
    }

    private static Report report(String name) throws IOException {
        String text = Files.readString(CASES.resolve(name + ".yaml"));
        return RULES.evaluate(new PatientCaseReader(RULES.vocabulary()).read(text));
    }

    private static List<String> listed(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip).toList();
    }
}
