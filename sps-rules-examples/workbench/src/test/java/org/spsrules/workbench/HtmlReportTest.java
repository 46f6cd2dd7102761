package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spsrules.workbench.Run.example;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    private static final String P01 = example("p01-untreated.yaml");
    private static final String P28 = example("p28-pump-alarm.yaml");

    private static Run untreated;

    @BeforeAll
    static void run() {
        untreated = Run.of("evaluate", "--html", P01);
    }

    @Test
    void saysWhatTheTextSaysAndMarksThePlaceOnTheLadder() {
        Run run = untreated;

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("<!DOCTYPE html>")
                .contains("Not clinically reviewed, and not a medical device.")
                .contains("<h1>New classic SPS, untreated</h1>", "Next step", "Start diazepam and titrate it to effect")
                .contains("Ask first: the answers that would change this report most", "Statements")
                .containsSubsequence("class=\"first in-order here\"", "Benzodiazepine", "The patient is here");
    }

    @Test
    void needsNoOtherFile() {
        assertThat(untreated.out())
                .contains("<style>")
                .doesNotContain("<link", "<script", "src=\"")
                .doesNotContainPattern("href=\"[^#]");
    }

    @Test
    void whatCannotWaitIsSaidInAWordAndInColour() {
        assertThat(Run.of("evaluate", "--format", "html", P28).out())
                .containsSubsequence(
                        "<h2 class=\"critical\">What cannot wait</h2>",
                        "<span class=\"tag critical\">Critical</span>",
                        "Restore the delivery of intrathecal baclofen at once");
    }

    @Test
    void aPageForThePatientSaysNothingElse() {
        String page = Run.of("evaluate", "--html", "--patient", P01).out();

        assertThat(page)
                .contains("<h1>For the patient</h1>", "Patients should never stop or change a drug on their own.")
                .contains("Benzodiazepine: Your body will get used to this medicine. Never stop it suddenly")
                .doesNotContain("Next step", "DO-02", "<svg");
    }

    @Test
    void severalCasesAreOnOnePage() {
        assertThat(Run.of("evaluate", "--html", "--patient", P28, P01).out())
                .containsOnlyOnce("<!DOCTYPE html>")
                .containsSubsequence("<h1>For the patient</h1>", "<h1>For the patient</h1>");
    }

    @Test
    void noTextOfACaseBecomesMarkup() {
        String payload = "<script>alert(1)</script> </style><img src=x onerror=alert(1)>";
        String page =
                Run.withInput("""
                        format: sps-patient-case/1
                        asOf: 2026-01-15
                        title: '%1$s'
                        citation: '%1$s'
                        diagnosis: {status: confirmed}
                        conditions: {present: [{other: '%1$s'}]}
                        """.formatted(payload), "evaluate", "--html", "-").out();

        assertThat(page)
                .contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;", "Not in the vocabulary")
                .doesNotContain("<script", "<img");
    }

    @Test
    void nothingIsWrittenOfACaseThatCannotBeRead() {
        Run run = Run.withInput("asOf: yesterday", "evaluate", "--html", "-");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }
}
