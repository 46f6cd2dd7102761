package org.spsrules.authoring.overlay;

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
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Recommendation;
import org.spsrules.SpsRules;
import org.spsrules.authoring.Authoring;
import org.spsrules.authoring.activation.Activator;
import org.spsrules.authoring.activation.ServingKnowledge;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.folder.MergedFiles;

/** A hospital adds, replaces and leaves out rules, says why, and every report says so. */
class OverlayTest {

    private static final String REPLACING = """
            rule "Start diazepam as our hospital does"
                @source( "OUR-01" )
                @evidence( "label" )
            when
                Diagnosis( confirmed )
                Patient( hasNot( "night-shift" ) )
            then
                start( "diazepam" ).because( "Our pharmacy has it." );
            end
            """;

    @TempDir
    Path base;

    @TempDir
    Path folder;

    @TempDir
    Path second;

    private ServingKnowledge knowledge;

    @BeforeEach
    void write() throws IOException {
        knowledge = new ServingKnowledge(base);
        knowledge.rule("first-line/greet", "Patient( adult )", "note().because( \"Hello.\" );");
        knowledge.scenario("first-line/greet", "{}", "fires");
    }

    private static void write(Path overlay, String path, String text) throws IOException {
        Path file = overlay.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void describe(Path overlay, String changes) throws IOException {
        write(overlay, "overlay.yaml", "name: our-hospital\nversion: 2\nbase: 1.0.0\n" + changes);
    }

    private List<String> problems(Path... overlays) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        MergedFiles files = Edition.of(base).adaptedBy(overlays).read(diagnostics);
        KnowledgeFolder.read(files, diagnostics);
        return diagnostics.sorted().stream()
                .map(files::asShown)
                .map(Diagnostic::toString)
                .map(text -> text.replace(folder.toString(), "our").replace(second.toString(), "second"))
                .toList();
    }

    @Test
    void itAddsReplacesAndLeavesOutRulesAndBringsWords() throws IOException {
        describe(folder, """
                replace:
                  - {rule: first-line/start-diazepam, reason: We ask about night shifts.}
                disable:
                  - {rule: first-line/greet, reason: We greet in person.}
                """);
        write(folder, "vocabulary/conditions.yaml", """
                kind: condition
                concepts:
                  - {code: night-shift, name: night shifts}
                """);
        write(folder, "sources/all.yaml", """
                sources:
                  - {code: OUR, title: Our pharmacy, kind: local, review-status: reviewed, date: 2026}
                statements:
                  - {id: OUR-01, kind: R, text: Diazepam is in stock.}
                """);
        write(folder, "rules/first-line/start-diazepam.drl", REPLACING);
        write(folder, "rules/first-line/start-diazepam.scenarios.yaml", """
                scenarios:
                  - {name: Day, case: {asOf: 2026-01-15, diagnosis: {status: confirmed}, conditions: {absent: [night-shift]}}, expect: fires}
                  - {name: Night, like: Day, but: {conditions: {absent: [], present: [night-shift]}}, expect: silent}
                """);
        write(
                folder,
                "rules/first-line/rota.drl",
                REPLACING
                        .replace("Start diazepam as", "Mind the rota as")
                        .replace("hasNot", "has")
                        .replace("start( \"diazepam\" )", "alert( warning )"));
        write(folder, "rules/first-line/rota.scenarios.yaml", """
                scenarios:
                  - {name: Night, case: {asOf: 2026-01-15, diagnosis: {status: confirmed}, conditions: {present: [night-shift]}}, expect: fires}
                """);
        PatientCase day = PatientCase.asOf(LocalDate.of(2026, 1, 15))
                .age(55)
                .diagnosis(Status.CONFIRMED)
                .noConditions("night-shift")
                .build();
        PatientCase night = PatientCase.asOf(LocalDate.of(2026, 1, 15))
                .diagnosis(Status.CONFIRMED)
                .conditions("night-shift")
                .build();

        try (SpsRules rules = Authoring.activate(base, folder);
                SpsRules plain = Authoring.activate(base)) {
            Report report = rules.evaluate(day);

            assertThat(report.recommendations())
                    .extracting(Recommendation::title)
                    .containsExactly("Start diazepam as our hospital does");
            assertThat(report.appliedRules()).doesNotContain("first-line/greet");
            assertThat(rules.evaluate(night).alerts())
                    .extracting(Alert::title)
                    .contains("Mind the rota as our hospital does");
            assertThat(report.knowledge().version()).isEqualTo("1.0.0+our-hospital.2");
            assertThat(report.knowledge().contentHash())
                    .isNotEqualTo(plain.knowledge().contentHash());
            assertThat(report.notes())
                    .extracting(Report.Note::text)
                    .containsExactly(
                            "Not reviewed.",
                            "Adapted by the overlay our-hospital, version 2: it replaces first-line/start-diazepam (We ask"
                                    + " about night shifts.); it leaves out first-line/greet (We greet in person.); it adds"
                                    + " first-line/rota; it adds entries of its own in sources/all.yaml,"
                                    + " vocabulary/conditions.yaml.");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            disable: [{rule: first-line/gret, reason: No.}]               | our/overlay.yaml:4:11: error: there is no rule first-line/gret below this overlay; did you mean first-line/greet? [overlay]
            disable: [{rule: first-line/greet}]                           | our/overlay.yaml:4:11: error: reason is missing [data-file]
            disable: [{rule: first-line/greet, reason: ""}]               | our/overlay.yaml:4:44: error: reason: expected a text, found the text "" [data-file]
            disabled: [{rule: first-line/greet, reason: No.}]             | our/overlay.yaml:4:1: error: disabled is not known here; did you mean disable? [data-file]
            replace: [{rule: first-line/greet, reason: No.}]              | our/overlay.yaml:4:11: error: this overlay has no file rules/first-line/greet.drl [overlay]
            scenarios: [{rule: first-line/greet, reason: No.}]            | our/overlay.yaml:4:13: error: this overlay has no file rules/first-line/greet.scenarios.yaml [overlay]
            replace: [{rule: first-line/other, reason: No.}]              | our/overlay.yaml:4:11: error: there is no rule first-line/other below this overlay [overlay]
            `disable: [{rule: first-line/greet, reason: No.}, {rule: first-line/greet, reason: No.}]` | our/overlay.yaml:4:50: error: first-line/greet stands twice in this file [overlay]
            """)
    void aChangeThatCannotBeMadeIsNamed(String changes, String problem) throws IOException {
        describe(folder, changes + "\n");

        assertThat(problems(folder)).containsExactly(problem);
    }

    @Test
    void aRuleThatLiesBelowIsNotReplacedInSilence() throws IOException {
        describe(folder, "");
        write(folder, "rules/first-line/start-diazepam.drl", REPLACING);

        assertThat(problems(folder))
                .containsExactly("our/rules/first-line/start-diazepam.drl:1:1: error: there is a rule"
                        + " first-line/start-diazepam below this overlay; name it under replace in overlay.yaml, with a"
                        + " reason, or call this one otherwise [overlay]");
    }

    @Test
    void aRuleIsNotBothLeftOutAndBrought() throws IOException {
        describe(folder, "disable: [{rule: first-line/greet, reason: No.}]\n");
        write(folder, "rules/first-line/greet.drl", REPLACING);

        assertThat(problems(folder))
                .containsExactly(
                        "our/rules/first-line/greet.drl:1:1: error: this overlay both disables first-line/greet"
                                + " and brings it; name it under replace instead [overlay]");
    }

    @Test
    void scenariosOfTheBaseAreNotReplacedInSilence() throws IOException {
        describe(folder, "");
        write(folder, "rules/first-line/greet.scenarios.yaml", "scenarios: []\n");

        assertThat(problems(folder))
                .singleElement()
                .asString()
                .startsWith(
                        "our/rules/first-line/greet.scenarios.yaml:1:1: error: these scenarios lie beside no rule of"
                                + " this overlay");
    }

    @Test
    void whatAnOverlayBringsIsCheckedWhereItLies() throws IOException {
        describe(folder, "");
        write(folder, "rules/first-line/new.drl", REPLACING.replace("OUR-01", "DO-01"));
        write(folder, "vocabulary/conditions.yaml", "kind: conditoin\n");

        assertThat(problems(folder))
                .contains("our/rules/first-line/new.drl:6:22: error: \"night-shift\" is not in the vocabulary;"
                        + " sps words finds what there is, and a new word is an entry of its own in vocabulary/"
                        + " [unknown-concept]")
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("our/vocabulary/conditions.yaml:1:7: error: kind: \"conditoin\" is not one of"));
    }

    @Test
    void aBaseThatHasMovedOnHasToBeLookedAt() throws IOException {
        write(folder, "overlay.yaml", "name: our-hospital\nversion: 2\nbase: 0.9.0\n");
        String hash = KnowledgeFolder.read(base).knowledge().contentHash();

        assertThat(problems(folder))
                .containsExactly(
                        "our/overlay.yaml:3:7: error: this overlay was written for the base 0.9.0, and the base is"
                                + " 1.0.0 (sha256:" + hash.substring(0, 12)
                                + "); look at the rules that it replaces and disables,"
                                + " then write here what it fits [overlay]");

        write(folder, "overlay.yaml", "name: our-hospital\nversion: 2\nbase: sha256:" + hash.substring(0, 12) + "\n");
        assertThat(problems(folder)).isEmpty();

        knowledge.write("rules/first-line/greet.drl", REPLACING.replace("OUR-01", "DO-01"));
        assertThat(problems(folder)).anyMatch(problem -> problem.contains("was written for the base sha256:"));
    }

    @Test
    void overlaysLieInTheOrderInWhichTheyAreNamed() throws IOException {
        describe(folder, "");
        String rule = REPLACING.replace("OUR-01", "DO-01").replace("night-shift", "sleep-apnoea");
        write(folder, "rules/first-line/local.drl", rule);
        write(second, "overlay.yaml", """
                name: ward
                version: 1
                base: 1.0.0
                replace: [{rule: first-line/local, reason: The ward differs.}]
                """);
        write(second, "rules/first-line/local.drl", rule.replace("our hospital", "the ward"));

        assertThat(problems(folder, second)).isEmpty();
        assertThat(problems(second, folder))
                .containsExactly(
                        "second/overlay.yaml:4:11: error: there is no rule first-line/local below this overlay;"
                                + " name the overlay our-hospital, which brings it, before this one [overlay]");
        assertThat(problems(folder, folder))
                .contains("our/overlay.yaml:1:1: error: there are two overlays called our-hospital [overlay]");
    }

    @Test
    void aFolderWithoutDescriptionIsNoOverlay() throws IOException {
        assertThat(problems(folder))
                .containsExactly(
                        "our/overlay.yaml:1:1: error: an overlay has a file overlay.yaml that says name, version,"
                                + " base, and what it changes [missing-file]");
    }

    @Test
    void scenariosOfTheBaseThatNoLongerHoldAreNamed() throws IOException {
        describe(folder, "disable: [{rule: first-line/explain, reason: No.}]\n");
        knowledge.rule(
                "first-line/always",
                "( Patient( adult ) or Patient( child ) or Patient( ageUnknown ) )",
                "note().because( \"Yes.\" );");
        knowledge.scenario("first-line/always", "{}", "fires");
        knowledge.scenario("first-line/greet", "{}", "{rule: fires, alerts: [first-line/explain]}");

        assertThat(Activator.attempt(Edition.of(base).adaptedBy(folder)).problems())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "rules/first-line/greet.scenarios.yaml:2:5: error: \"An adult\": expected the"
                                + " alert \"first-line/explain\", got note first-line/always, note first-line/greet"
                                + " [scenario-fails]",
                        "rules/first-line/greet.scenarios.yaml:2:114: error: there is no rule first-line/explain [scenario]");

        describe(folder, """
                disable: [{rule: first-line/explain, reason: No.}]
                scenarios: [{rule: first-line/greet, reason: It named the rule that we leave out.}]
                """);
        write(folder, "rules/first-line/greet.scenarios.yaml", """
                scenarios:
                  - {name: An adult, case: {asOf: 2026-01-15, patient: {age: 55}}, expect: silent}
                """);
        assertThat(Activator.attempt(Edition.of(base).adaptedBy(folder)).problems())
                .extracting(problem -> problem.toString().replace(folder.toString(), "our"))
                .containsExactly(
                        "our/rules/first-line/greet.scenarios.yaml:2:5: error: \"An adult\": expected the rule not"
                                + " to apply, and it does [scenario-fails]");
    }
}
