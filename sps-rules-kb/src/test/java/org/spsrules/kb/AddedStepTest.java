package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.Answer;
import org.spsrules.Line;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Course.Control;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Plan.Action;
import org.spsrules.PatientCase.Plan.Manner;
import org.spsrules.PatientCase.Plan.RequestedBy;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.overlay.Edition;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.internal.reference.ReferenceEvaluator;

/**
 * A step that a hospital adds to the ladder is one row: it has its place in the order, opens, closes, is passed and is
 * missed when it is skipped, without any rule. Only what is to be said when its therapy is offered is a rule, because no
 * row says how to give a drug.
 */
class AddedStepTest {

    private static final String ROW = """
            steps:
              - code: efgartigimod-step
                line: THIRD
                step: "1b"
                title: Efgartigimod
                after: rituximab-step
                therapies: [efgartigimod]
                entered-by: [efgartigimod]
                closed-by: [efgartigimod]
                passed-by: FOURTH
                skipped:
                  - before: efgartigimod
                    called: efgartigimod
                    because: Efgartigimod comes after rituximab in our hospital.
                    sources: [D-06]
                sources: [D-01]
            """;

    @TempDir
    static Path overlay;

    private static SpsRules rules;

    @BeforeAll
    static void describe() throws IOException {
        write("overlay.yaml", "name: our-hospital\nversion: 1\nbase: 0.1.0\n");
        write(
                "vocabulary/our-drugs.yaml",
                "kind: therapy\nconcepts:\n  - {code: efgartigimod, name: efgartigimod, is: [immunotherapy]}\n");
        write("vocabulary/our-ladder.yaml", ROW);
        rules = rules();
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    private static void write(String path, String text) throws IOException {
        Path file = overlay.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static SpsRules rules() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        KnowledgeFolder.Content content =
                KnowledgeFolder.read(Edition.of(Path.of("")).adaptedBy(overlay).read(diagnostics), diagnostics);
        assertThat(diagnostics.sorted().stream().filter(Diagnostic::isError)).isEmpty();
        return SpsRules.of(
                content.knowledge(), new ReferenceEvaluator(content.knowledge().rules())::evaluate);
    }

    /** Confirmed and uncontrolled disease after these have fallen short, and whatever else is so. */
    private static Report report(SpsRules rules, List<String> failed, Consumer<PatientCaseBuilder> details) {
        PatientCaseBuilder patient = PatientCase.asOf(LocalDate.of(2026, 1, 15))
                .age(50)
                .diagnosis(Status.CONFIRMED)
                .control(Control.POOR);
        failed.forEach(therapy ->
                patient.past(therapy, trial -> trial.response(Response.NONE).adequateTrial(Answer.YES)));
        details.accept(patient);
        return rules.evaluate(patient.build());
    }

    private static Set<String> steps(Report report, String rule) {
        Set<String> steps = new TreeSet<>();
        report.appliedRules().stream()
                .filter(id -> id.startsWith("appraisal/ladder/" + rule + "#"))
                .forEach(id -> steps.add(id.substring(id.indexOf('#') + 1)));
        return steps;
    }

    @Test
    void theStepStandsWhereItsRowSays() {
        assertThat(rules.knowledge().ladder())
                .extracting(LadderStep::code)
                .containsSubsequence("rituximab-step", "efgartigimod-step", "tacrolimus-step");
    }

    @Test
    void theStepOpensAfterTheOneBeforeItAndHoldsBackTheNext() {
        Report before = report(rules, List.of("ivig"), patient -> {});
        Report reached = report(rules, List.of("ivig", "rituximab"), patient -> {});
        Report closed = report(rules, List.of("ivig", "rituximab", "efgartigimod"), patient -> {});

        assertThat(steps(before, "open")).contains("rituximab-step").doesNotContain("efgartigimod-step");
        assertThat(steps(reached, "open")).contains("efgartigimod-step");
        assertThat(steps(reached, "reached")).doesNotContain("tacrolimus-step");
        assertThat(steps(closed, "open")).contains("tacrolimus-step").doesNotContain("efgartigimod-step");
        assertThat(closed.recommendations())
                .anySatisfy(advice -> assertThat(advice.subject())
                        .hasValueSatisfying(
                                subject -> assertThat(subject.code()).isEqualTo("tacrolimus")));
    }

    @Test
    void whoHasHadItsTherapyIsInItsLineAndPastTheLinesBefore() {
        Report report = report(
                rules,
                List.of(),
                patient ->
                        patient.past("efgartigimod", trial -> trial.indication(PatientCase.Treatment.Indication.SPS)));

        assertThat(report.standing().lineInForce()).isEqualTo(Line.THIRD);
        assertThat(steps(report, "passed"))
                .contains("benzodiazepine-step", "immunoglobulin-step")
                .doesNotContain("efgartigimod-step", "rituximab-step");
        Report afterTransplantation = report(
                rules,
                List.of(),
                patient -> patient.past("hsct", trial -> trial.indication(PatientCase.Treatment.Indication.SPS)));
        assertThat(steps(afterTransplantation, "passed")).contains("efgartigimod-step");
    }

    @Test
    void whatItsRowSaysIsSaidWhenStepsAreSkipped() {
        Report report = report(
                rules,
                List.of(),
                patient -> patient.plan(Action.START, "efgartigimod", Manner.UNKNOWN, RequestedBy.CLINICIAN));

        assertThat(report.alerts()).anySatisfy(alert -> {
            assertThat(alert.basis().ruleId()).isEqualTo("pitfalls/step-skipped#efgartigimod");
            assertThat(alert.title()).isEqualTo("Look at the steps that would be skipped before efgartigimod");
            assertThat(alert.how().orElseThrow())
                    .startsWith("Efgartigimod comes after rituximab in our hospital. State the reason");
        });
    }

    @Test
    void aRuleOffersItsTherapy() throws IOException {
        write("rules/third-line/start-efgartigimod.drl", """
                rule "Start efgartigimod where our hospital places it"
                    @source( "D-06" )
                    @evidence( "project-decision" )
                when
                    Finding( name == "step-open", of == "efgartigimod-step" )
                then
                    start( "efgartigimod" ).because( "Our hospital gives it before tacrolimus." );
                end
                """);
        try (SpsRules offering = rules()) {
            Report report = report(offering, List.of("ivig", "rituximab"), patient -> {});

            assertThat(report.standing().line()).isEqualTo(Line.THIRD);
            assertThat(report.standing().step()).contains("1b");
        }
    }
}
