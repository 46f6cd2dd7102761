package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.Answer;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.authoring.Authoring;
import org.spsrules.authoring.activation.Activation;
import org.spsrules.authoring.activation.ActiveRules;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.authoring.overlay.Edition;

/** The knowledge base itself, compiled at run time: as it lies in its folder, and adapted by a hospital. */
class ActivationOfTheKnowledgeBaseTest {

    private static final long SEED = 20260121;
    private static final int CASES = 500;
    private static final int LEAST_ALIKE = 100;
    private static final String LEFT_OUT = "supportive/physical-therapy";

    private static final String DRUG =
            "kind: therapy\nconcepts:\n  - {code: efgartigimod, name: efgartigimod, is: [immunotherapy]}\n";

    /** A step that leaves the order of the others alone, so that their scenarios hold. */
    private static final String STEP = """
            steps:
              - code: efgartigimod-step
                line: SECOND
                step: D
                title: Efgartigimod
                beside: immunoglobulin-step
                once-closed: [ivig]
                therapies: [efgartigimod]
                entered-by: [efgartigimod]
                skipped:
                  - before: efgartigimod
                    called: efgartigimod
                    because: Efgartigimod comes after immunoglobulin in our hospital.
                    sources: [D-06]
                sources: [D-01]
            """;

    private static final List<String> ABOUT_THE_STEP = List.of(
            "appraisal/ladder/open#efgartigimod-step",
            "appraisal/ladder/reached-beside-another#efgartigimod-step",
            "pitfalls/step-skipped#efgartigimod");

    private static final PatientCase AFTER_IMMUNOGLOBULIN = PatientCase.asOf(LocalDate.of(2026, 1, 15))
            .diagnosis(Status.CONFIRMED)
            .past("ivig", trial -> trial.response(Response.NONE).adequateTrial(Answer.YES))
            .build();

    @TempDir
    Path overlay;

    /** What compiling it at run time makes of it is seen below, where all of it is activated with an overlay. */
    @Test
    void itsFolderHoldsTheKnowledgeOfTheJar() {
        assertThat(BuiltIn.content().knowledge()).isEqualTo(BuiltIn.rules().knowledge());
    }

    @Test
    void aHospitalAdaptsWhatTheJarCarries() throws IOException {
        try (SpsRules jar = SpsRules.load()) {
            Files.writeString(overlay.resolve("overlay.yaml"), """
                    name: our-hospital
                    version: 1
                    base: %s
                    disable:
                      - {rule: %s, reason: Our therapists see every patient anyway.}
                    """.formatted(
                            jar.knowledge().version(), LEFT_OUT));
            Path vocabulary = Files.createDirectory(overlay.resolve("vocabulary"));
            Files.writeString(vocabulary.resolve("our-drugs.yaml"), DRUG);
            Files.writeString(vocabulary.resolve("our-ladder.yaml"), STEP);
            PatientCase patientCase = caseWhere(jar, LEFT_OUT);

            // tag::serve[]
            ActiveRules rules = Authoring.serve(SpsRules.load());
            Activation activation = rules.activate(Edition.builtIn().adaptedBy(overlay));
            activation.problems().forEach(System.err::println); // none if it went live
            Report report = rules.evaluate(patientCase);
            // end::serve[]

            try (rules) {
                assertThat(activation.problems()).isEmpty();
                assertThat(report.appliedRules()).doesNotContain(LEFT_OUT);
                assertThat(report.knowledge()).isEqualTo(activation.serving());
                assertThat(report.knowledge().version())
                        .isEqualTo(jar.knowledge().version() + "+our-hospital.1");
                assertThat(report.knowledge().rules())
                        .isEqualTo(jar.knowledge().rules().size() - 1 + ABOUT_THE_STEP.size());
                assertThat(rules.evaluate(AFTER_IMMUNOGLOBULIN).appliedRules())
                        .contains("appraisal/ladder/open#efgartigimod-step");
                assertThatAllElseIsAsInTheJar(rules, jar);
            }
        }
    }

    /** What is compiled at run time says what the build compiled, wherever nothing of the overlay has a say. */
    private static void assertThatAllElseIsAsInTheJar(ActiveRules adapted, SpsRules jar) {
        Set<String> ofTheOverlay =
                Stream.concat(ABOUT_THE_STEP.stream(), Stream.of(LEFT_OUT)).collect(Collectors.toSet());
        CaseGenerator generator = new CaseGenerator(jar.knowledge(), SEED);
        int alike = 0;
        for (int i = 0; i < CASES; i++) {
            PatientCase patientCase = generator.next();
            Report inTheJar = jar.evaluate(patientCase);
            Report report = adapted.evaluate(patientCase);
            if (Stream.of(inTheJar, report)
                    .flatMap(either -> either.appliedRules().stream())
                    .noneMatch(ofTheOverlay::contains)) {
                alike++;
                assertThat(said(report))
                        .as("case %d of seed %d: %s", i, SEED, patientCase)
                        .isEqualTo(said(inTheJar));
            }
        }
        assertThat(alike).isGreaterThan(LEAST_ALIKE);
    }

    /** All of a report but which knowledge it comes from, and the notes, of which one names the overlay. */
    private static List<Object> said(Report report) {
        return List.of(
                report.standing(),
                report.alerts(),
                report.recommendations(),
                report.withheld(),
                report.questions(),
                report.unread(),
                report.appliedRules(),
                report.unlisted());
    }

    private static PatientCase caseWhere(SpsRules rules, String ruleId) {
        CaseGenerator generator = new CaseGenerator(rules.knowledge(), SEED);
        return Stream.generate(generator::next)
                .limit(CASES)
                .filter(patientCase ->
                        rules.evaluate(patientCase).appliedRules().contains(ruleId))
                .findFirst()
                .orElseThrow(() -> new AssertionError(ruleId + " applies to none of " + CASES + " cases"));
    }

    @Test
    void theReadmeQuotesThisTest() throws IOException {
        String source =
                Files.readString(Path.of("src/test/java/org/spsrules/kb/ActivationOfTheKnowledgeBaseTest.java"));
        String snippet = source.substring(source.indexOf("// tag::serve[]") + 15, source.indexOf("// end::serve[]"))
                .stripIndent()
                .strip();

        assertThat(Files.readString(Path.of("../README.md"))).contains("```java\n" + snippet + "\n```");
    }
}
