package org.spsrules.authoring.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.PatientCase;
import org.spsrules.authoring.SmallKnowledge;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.internal.reading.Reading;
import org.spsrules.internal.reading.UnreadFact;

/** A mistake in the files of a knowledge base is named with its file, its line, and what would be right. */
class KnowledgeFolderTest {

    private static final String SOUND_THEN = "start( \"diazepam\" ).because( \"It helps.\" );";
    private static final String CONCLUDE = "conclude( \"step-open\" );";

    @TempDir
    Path folder;

    private SmallKnowledge knowledge;

    @BeforeEach
    void write() throws IOException {
        knowledge = new SmallKnowledge(folder);
    }

    @Test
    void theSmallKnowledgeBaseIsInOrder() throws IOException {
        assertThat(knowledge.problems()).isEmpty();
    }

    @Test
    void noFileIsLostInSilence() throws IOException {
        knowledge.write("rules/first-line/lost.DRL", "rule");
        knowledge.write("rules/first-line/notes.txt", "rule");
        knowledge.write("vocabulary/more.yml", "kind: therapy");
        knowledge.write("lost.drl", "rule");
        knowledge.write("lost.scenarios.yaml", "scenarios: []");
        knowledge.write("overlay.yaml", "name: lost");
        knowledge.write("Sources/more.yaml", "statements: []");
        java.nio.file.Files.createSymbolicLink(folder.resolve("rules/linked"), folder.resolve("rules/first-line"));

        assertThat(knowledge.problems())
                .hasSize(8)
                .allSatisfy(problem -> assertThat(problem).endsWith("[unexpected-file]"));
    }

    @Test
    void twoRulesOfOneTitleAreNamed() throws IOException {
        knowledge.rule("first-line/one", "Diagnosis( confirmed )", SOUND_THEN);
        knowledge.rule("first-line/two", "Diagnosis( confirmed )", SOUND_THEN);
        knowledge.write("rules/first-line/two.drl", """
                rule "Rule first-line/one"
                    @source( "DO-01" )
                    @evidence( "label" )
                when
                    Diagnosis( confirmed )
                then
                    start( "diazepam" ).because( "It helps." );
                end
                """);

        assertThat(knowledge.problems())
                .containsExactly("rules/first-line/two.drl:1:6: error: the title is taken already, by"
                        + " rules/first-line/one.drl [duplicate]");
    }

    @Test
    void aFileOutsideAFolderIsNamed() throws IOException {
        knowledge.rule("lost", "Diagnosis( confirmed )", SOUND_THEN);
        knowledge.rule("second-lin/lost", "Diagnosis( confirmed )", SOUND_THEN);

        assertThat(knowledge.problems())
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("rules/lost.drl:1:1").endsWith("[path]"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("rules/second-lin/lost.drl:1:1")
                        .endsWith("[unknown-folder]"));
    }

    @Test
    void aRuleInARoomOfAFolderIsReadAndBelongsToTheFolder() throws IOException {
        knowledge.rule("appraisal/closing/tried", "Diagnosis( confirmed )", SOUND_THEN);

        assertThat(knowledge.problems()).isEmpty();
        assertThat(knowledge.rule("appraisal/closing/tried").folder()).isEqualTo("appraisal");
    }

    @Test
    void aMisspeltCodeInTheDataIsNamed() throws IOException {
        knowledge.write("vocabulary/contraindications.yaml", """
                contraindications:
                  - therapy: diazapam
                    condition: sleep-apnoea
                    level: absolut
                    reason: x
                  - therapy: diazapam
                    condition: sleep-apnoea
                    level: absolute
                    reason: x
                    sauces: []
                """);

        assertThat(knowledge.problems())
                .containsExactly(
                        "vocabulary/contraindications.yaml:4:12: error: level: \"absolut\" is not one of absolute,"
                                + " specialist-decision, caution; did you mean absolute? [data-file]",
                        "vocabulary/contraindications.yaml:6:5: error: there is no concept diazapam; did you mean"
                                + " diazepam? [unknown-concept]",
                        "vocabulary/contraindications.yaml:10:5: error: sauces is not known here; did you mean"
                                + " sources? [data-file]");
    }

    @Test
    void whyAWordGoesUnreadIsSaidInOnePlace() throws IOException {
        knowledge.write("vocabulary/symptoms.yaml", """
                kind: symptom
                concepts:
                  - {code: tinnitus, name: tinnitus, unread: No source says more., background: Part of the picture.}
                """);

        assertThat(knowledge.problems())
                .containsExactly("vocabulary/symptoms.yaml:3:80: error: background: stands beside unread;"
                        + " a word that nothing reads says why in one of the two [data-file]");
    }

    /** The start of a drug is read of those of which a rule asks it, and of all if it asks it of whatever is taken. */
    @Test
    void aDateIsReadOfWhateverARuleAsksItOf() throws IOException {
        PatientCase patient = PatientCase.asOf(LocalDate.of(2026, 1, 15))
                .current("clonazepam", drug -> drug.started(LocalDate.of(2026, 1, 1)))
                .build();

        knowledge.rule("appraisal/begun", "exists Treatment( isA( \"diazepam\" ), daysSinceStart >= 9 )", CONCLUDE);
        assertThat(unread(patient)).contains("treatments.given.started");

        knowledge.rule("appraisal/begun", "exists Treatment( current, daysSinceStart >= 9 )", CONCLUDE);
        assertThat(unread(patient)).doesNotContain("treatments.given.started");
    }

    private List<String> unread(PatientCase patient) throws IOException {
        KnowledgeFolder.Content content = knowledge.content();
        assertThat(content.diagnostics()).isEmpty();
        return new Reading(content.knowledge(), content.knowledge().vocabulary())
                .unread(patient).stream().map(UnreadFact::field).toList();
    }

    @Test
    void aMistakeInAnExclusionIsNamed() throws IOException {
        knowledge.write("vocabulary/contraindications.yaml", """
                contraindications:
                  - therapy: diazepam
                    condition: sleep-apnoea
                    level: absolute
                    reason: x
                    exclude: {by: [diazapam], until: Ask first.}
                """);

        assertThat(knowledge.problems())
                .containsExactly(
                        "vocabulary/contraindications.yaml:2:5: error: there is no concept diazapam; did you mean"
                                + " diazepam? [unknown-concept]",
                        "vocabulary/contraindications.yaml:6:14: error: until-then is missing [data-file]",
                        "vocabulary/contraindications.yaml:6:31: error: until is not known here [data-file]");
    }

    /** What looks like a blank of a new rule where nothing names blanks is a mistake like any other. */
    @Test
    void aMistakeThatQuotesABlankIsNotHidden() throws IOException {
        knowledge.write("vocabulary/contraindications.yaml", """
                contraindications:
                  - therapy: "FILL IN: a drug"
                    condition: sleep-apnoea
                    level: absolute
                    reason: x
                """);

        assertThat(knowledge.problems())
                .containsExactly("vocabulary/contraindications.yaml:2:5: error: there is no concept FILL IN: a drug"
                        + " [unknown-concept]");
    }

    @ParameterizedTest
    @CsvSource({"'A B'", "'a\"b'", "a--b", "-a", "../a"})
    void aCodeThatIsNoneIsNamed(String code) throws IOException {
        knowledge.write("vocabulary/more.yaml", "kind: condition\nconcepts:\n  - {code: '" + code + "', name: more}\n");

        assertThat(knowledge.problems())
                .containsExactly("vocabulary/more.yaml:3:5: error: code: \"" + code + "\" is not a code; write small"
                        + " letters and digits with single hyphens between [data-file]");
    }

    @ParameterizedTest
    @CsvSource({"\\e[31m, U+001B cannot be seen", "\\u202E, U+202E cannot be seen", "\\0, U+0000 cannot be seen"})
    void aHiddenCharacterInTheDataIsNamed(String escape, String message) throws IOException {
        knowledge.write("vocabulary/more.yaml", """
                kind: condition
                concepts:
                  - {code: more, name: "a%sb"}
                """.formatted(escape));

        assertThat(knowledge.problems())
                .containsExactly(
                        "vocabulary/more.yaml:3:24: error: name: " + message + "; delete it [hidden-character]");
    }

    @Test
    void anEmptyFolderIsNamed(@TempDir Path empty) throws IOException {
        assertThat(KnowledgeFolder.read(empty).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder("missing-file", "no-rules");
    }
}
