package org.spsrules.authoring.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.SpsRules;
import org.spsrules.authoring.SmallKnowledge;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.folder.LaidOutFile;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.ScenarioRun;
import org.spsrules.authoring.scenario.Scenarios;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;

class ScaffoldTest {

    private static final String ID = "first-line/add-clonazepam";

    @TempDir
    private Path root;

    @Test
    void everyBlankIsNamedWithItsPlaceAndNothingElseIs() throws IOException {
        SmallKnowledge knowledge = new SmallKnowledge(root);

        List<Path> files = Scaffold.of(root, ID).writeTo(root);

        long blanks = 0;
        for (Path file : files) {
            blanks += Pattern.compile("FILL IN")
                    .matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .count();
        }
        assertThat(knowledge.content().diagnostics())
                .hasSize((int) blanks)
                .allSatisfy(diagnostic -> assertThat(diagnostic.code()).isEqualTo("blank"));
        assertThat(knowledge.problems())
                .contains("rules/first-line/add-clonazepam.drl:1:7: error: to be filled in: a sentence that begins with"
                        + " what to do [blank]");
    }

    @Test
    void whatIsWrongBesideABlankIsStillNamed() throws IOException {
        SmallKnowledge knowledge = new SmallKnowledge(root);
        Path rule = Scaffold.of(root, ID).writeTo(root).get(0);

        Files.writeString(rule, Files.readString(rule).replace("Diagnosis( confirmed )", "Diagnosis( confirmd )"));

        assertThat(knowledge.problems()).anyMatch(problem -> problem.contains(":5:") && problem.contains("confirmd"));
    }

    @Test
    void onceFilledInItIsInOrderAndItsScenariosHold() throws IOException {
        SmallKnowledge small = new SmallKnowledge(root);
        for (Path file : Scaffold.of(root, ID).writeTo(root)) {
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replace("test( \"FILL IN: code of what the", "add( \"FILL IN: code of what the")
                            .replaceAll("\"FILL IN: a sentence[^\"]*\"", "\"Add clonazepam\"")
                            .replaceAll("\"FILL IN: statements[^\"]*\"", "\"DO-01\"")
                            .replaceAll("\"FILL IN: grades[^\"]*\"", "\"label\"")
                            .replaceAll("\"FILL IN: code of a condition[^\"]*\"", "\"sleep-apnoea\"")
                            .replaceAll("\"FILL IN: code of what[^\"]*\"", "\"clonazepam\"")
                            .replaceAll("\"FILL IN: why[^\"]*\"", "\"It helps.\"")
                            .replaceAll("\"FILL IN: the patient[^\"]*\"", "Sleep apnoea")
                            .replaceAll("\"FILL IN: the same patient[^\"]*\"", "No sleep apnoea")
                            .replaceAll("\"FILL IN: what is then[^\"]*\"", "add clonazepam"));
        }

        assertThat(small.problems()).isEmpty();
        Knowledge knowledge = small.content().knowledge();
        List<Scenario> scenarios = Scenarios.read(small.content().scenarios(), knowledge, new Diagnostics());
        ScenarioRun run = new ScenarioRun(SpsRules.of(knowledge, new ReferenceEvaluator(knowledge.rules())::evaluate));
        assertThat(scenarios)
                .hasSize(2)
                .allSatisfy(scenario -> assertThat(run.mismatches(scenario)).isEmpty());
    }

    @Test
    void aRuleLikeAnotherHasItsConditionsAndItsCase() throws IOException {
        SmallKnowledge knowledge = new SmallKnowledge(root);
        knowledge.write("rules/first-line/start-diazepam.scenarios.yaml", """
                scenarios:
                  - name: No sleep apnoea
                    case: {asOf: 2026-01-15, diagnosis: {status: confirmed}, conditions: {absent: [sleep-apnoea]}}
                    expect: fires
                """);

        List<Path> files = Scaffold.like(root, ID, "first-line/start-diazepam").writeTo(root);

        assertThat(Files.readString(files.get(0)))
                .contains("when\n    Diagnosis( confirmed )\n    Patient( hasNot( \"sleep-apnoea\" ) )\nthen\n");
        assertThat(Files.readString(files.get(1)))
                .contains("case: {asOf: 2026-01-15, diagnosis: {status: confirmed}, conditions: {absent:"
                        + " [sleep-apnoea]}}");
    }

    @Test
    void itIsLaidOutWhateverItIsLike() throws IOException {
        SmallKnowledge knowledge = new SmallKnowledge(root);
        knowledge.write("rules/first-line/untidy.drl", """
                rule "Untidy" @source( "DO-01" ) @evidence( "label" )
                when Diagnosis(confirmed)
                  ( Patient( adult )
                    or Patient( child ) )
                then start( "diazepam" ).because( "It helps." ); end
                """);

        Path plain = Scaffold.of(root, ID).writeTo(root).get(0);
        Path like = Scaffold.like(root, "first-line/like", "first-line/untidy")
                .writeTo(root)
                .get(0);

        assertThat(LaidOutFile.read(plain, "plain").differs()).isFalse();
        assertThat(LaidOutFile.read(like, "like").differs()).isFalse();
        assertThat(Files.readString(like)).contains("    ( Patient( adult ) or Patient( child ) )\n");
    }

    @Test
    void whatStandsInTheWayIsSaidWithWhatWouldBeRight() throws IOException {
        new SmallKnowledge(root);

        assertThat(Scaffold.of(root, "first-lin/add-clonazepam").obstacles())
                .singleElement()
                .asString()
                .contains("first-line, appraisal", "did you mean first-line?");
        assertThat(Scaffold.of(root, "First-Line/Add_Clonazepam").obstacles())
                .singleElement()
                .asString()
                .contains("did you mean first-line/add-clonazepam?");
        assertThat(Scaffold.of(root, "add-clonazepam").obstacles())
                .singleElement()
                .asString()
                .contains("folder/name");
        assertThat(Scaffold.of(root, "first-line/start-diazepam").obstacles())
                .singleElement()
                .asString()
                .contains("is there already");
        Scaffold unlike = Scaffold.like(root, ID, "first-line/start-diazepan");
        assertThat(unlike.obstacles()).singleElement().asString().contains("did you mean first-line/start-diazepam?");
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(unlike::texts);
        assertThat(root.resolve("rules/first-line/add-clonazepam.drl")).doesNotExist();
    }
}
