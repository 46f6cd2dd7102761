package org.spsrules.authoring.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.authoring.SmallKnowledge;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.lint.Linter;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;

/** What a report does with folders and findings is declared in knowledge.yaml; no name and no position has a meaning. */
class ContractsTest {

    /** The emergency comes last, and neither the folders nor the findings are called as in the knowledge base. */
    private static final String CONTRACTS = """
            version: 1.0.0
            folders:
              - {name: rungs, kind: ladder}
              - daily
              - {name: conclusions, kind: appraisal}
              - {name: at-once, kind: emergency}
              - {name: danger, kind: safety}
            findings:
              no-line: unsure
              ladder-suspended: all-waits
              escalation-suspended: rungs-wait
            """;

    private static final String LOW_DOSE = """
            dosing:
              - {therapy: diazepam, role: start, regimen: low, from: 2, unit: mg/day, text: Low., sources: [DO-01]}
            """;

    private static final String LOW_REGIMEN = """
            regimens:
              - {regimen: low, finding: little, dose: Begin low., caution: Little will do., sources: [DO-01]}
            """;

    @TempDir
    Path folder;

    private SmallKnowledge knowledge;

    @BeforeEach
    void write() throws IOException {
        knowledge = new SmallKnowledge(folder);
        knowledge.write("knowledge.yaml", CONTRACTS);
        knowledge.write("vocabulary/findings.yaml", """
                kind: finding
                concepts:
                  - {code: unsure, name: unsure, note: Nobody is sure.}
                  - {code: all-waits, name: all waits, note: Everything waits.}
                  - {code: rungs-wait, name: rungs wait, note: The rungs wait.}
                  - {code: little, name: little}
                """);
        Files.delete(folder.resolve("rules/first-line/start-diazepam.drl"));
        for (String place : List.of("rungs", "daily", "at-once", "danger")) {
            knowledge.rule(place + "/offer", "Patient( adult )", offer(place));
        }
        knowledge.rule("conclusions/all-waits", "Course( relapse )", "conclude( \"all-waits\" );");
        knowledge.rule("conclusions/rungs-wait", "Course( control == \"good\" )", "conclude( \"rungs-wait\" );");
        knowledge.rule("conclusions/little", "Patient( age >= 65 )", "conclude( \"little\" );");
    }

    /** Verbs differ, so that no offer is taken for another one. */
    private static String offer(String place) {
        String verb = switch (place) {
            case "rungs" -> "start";
            case "daily" -> "add";
            case "at-once" -> "repeat";
            default -> "titrate";
        };
        return verb + "( \"clonazepam\" ).because( \"It helps.\" );";
    }

    private List<String> withheld(PatientCaseBuilder patient) throws IOException {
        Report report = report(patient);
        return report.withheld().stream()
                .map(withheld -> withheld.basis().ruleId().replace("/offer", ""))
                .toList();
    }

    private Report report(PatientCaseBuilder patient) throws IOException {
        Knowledge content = knowledge.content().knowledge();
        try (SpsRules rules = SpsRules.of(content, new ReferenceEvaluator(content.rules())::evaluate)) {
            return rules.evaluate(patient.build());
        }
    }

    private static PatientCaseBuilder patient() {
        return PatientCase.asOf(LocalDate.of(2026, 1, 15)).age(40).diagnosis(Status.CONFIRMED);
    }

    @Test
    void theContractsAreInOrder() throws IOException {
        assertThat(knowledge.problems()).isEmpty();
    }

    @Test
    void theKindOfAFolderSaysWhatWaits() throws IOException {
        assertThat(withheld(patient())).isEmpty();
        assertThat(withheld(patient().relapse(org.spsrules.Answer.YES))).containsExactlyInAnyOrder("rungs", "daily");
        assertThat(withheld(patient().control(PatientCase.Course.Control.GOOD))).containsExactly("rungs");
    }

    @Test
    void theRulesBehindTheDeclaredFindingsSayWhyThereIsNoLine() throws IOException {
        assertThat(report(patient().diagnosis(Status.SUSPECTED)).standing().reason())
                .containsExactly("Nobody is sure.");
        assertThat(report(patient().relapse(org.spsrules.Answer.YES)).standing().reason())
                .containsExactly("Rule conclusions/all-waits.");
        assertThat(report(patient().control(PatientCase.Course.Control.GOOD))
                        .standing()
                        .reason())
                .containsExactly("Rule conclusions/rungs-wait.");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kind: emergency        | kind: emergncy            | 6  | 27 | data-file       | did you mean emergency?
            name: rungs            | nme: rungs                | 3  | 6  | data-file       | did you mean name?
            - daily                | - [daily]                 | 4  | 5  | data-file       | expected a map
            - daily                | - rungs                   | 4  | 5  | duplicate       | the folder rungs is taken already
            rungs-wait             | rung-wait                 | 11 | 25 | unknown-concept | there is no finding rung-wait; did you mean rungs-wait?
            rungs-wait             | diazepam                  | 11 | 25 | unknown-concept | there is no finding diazepam
            no-line: unsure        | no-lines: unsure          | 9  | 3  | data-file       | did you mean no-line?
            no-line: unsure        | ladder-suspended: unsure  | 10 | 3  | data-file       | ladder-suspended stands twice
            """)
    void aMistakeIsNamed(String right, String wrong, int line, int column, String code, String message)
            throws IOException {
        knowledge.write("knowledge.yaml", CONTRACTS.replace(right, wrong));

        assertThat(knowledge.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("knowledge.yaml:" + line + ":" + column + ": error: ")
                        .contains(message)
                        .endsWith("[" + code + "]"));
    }

    @Test
    void aLadderNeedsTheFindingsByWhichItWaits() throws IOException {
        knowledge.write("knowledge.yaml", CONTRACTS.substring(0, CONTRACTS.indexOf("findings:")));

        assertThat(knowledge.problems())
                .contains(
                        "knowledge.yaml:3:5: error: a folder of kind ladder needs a finding for ladder-suspended; write"
                                + " findings: {ladder-suspended: …} in knowledge.yaml [data-file]");
    }

    @Test
    void aLowRegimenNeedsTheFindingThatCallsForIt() throws IOException {
        knowledge.write("vocabulary/dosing.yaml", LOW_DOSE);

        assertThat(knowledge.problems())
                .containsExactly(
                        "vocabulary/dosing.yaml:2:5: error: no finding calls for a dose of a low regimen; write"
                                + " regimens: - {regimen: low, finding: …} [data-file]");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            little | litle    | there is no finding litle; did you mean little?
            little | diazepam | there is no finding diazepam
            low    | lo       | did you mean low?
            """)
    void aRegimenNamesAFinding(String right, String wrong, String message) throws IOException {
        knowledge.write(
                "vocabulary/dosing.yaml", LOW_DOSE + LOW_REGIMEN.replace(": " + right + ",", ": " + wrong + ","));

        assertThat(knowledge.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("vocabulary/dosing.yaml:4:")
                        .contains(message));
    }

    @Test
    void theRulesOfAnAppraisalFolderConclude() throws IOException {
        knowledge.rule("conclusions/say", "Patient( child )", "note().because( \"A child.\" );");

        assertThat(knowledge.problems())
                .containsExactly(
                        "rules/conclusions/say.drl:7:5: error: conclusions is a folder of kind appraisal, whose"
                                + " rules only conclude [wrong-use]");
    }

    @Test
    void aDeclaredFindingThatNoRuleConcludesIsNamed() throws IOException {
        Files.delete(folder.resolve("rules/conclusions/rungs-wait.drl"));

        assertThat(Linter.check(folder).findings())
                .extracting(Diagnostic::toString)
                .contains("knowledge.yaml:11:25: error: no rule concludes rungs-wait, which a report reads for"
                        + " escalation-suspended [unconcluded-finding]");
    }

    @Test
    void aRegimenWhoseFindingNoRuleConcludesIsNamed() throws IOException {
        knowledge.write("vocabulary/dosing.yaml", LOW_DOSE + LOW_REGIMEN);
        Files.delete(folder.resolve("rules/conclusions/little.drl"));

        assertThat(Linter.check(folder).findings())
                .extracting(Diagnostic::toString)
                .contains(
                        "vocabulary/dosing.yaml:4:5: error: no rule concludes little, which a report reads for the low"
                                + " regimen [unconcluded-finding]");
    }
}
