package org.spsrules.authoring.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.authoring.SmallKnowledge;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Rule;

/** A rule about rows becomes a rule for each row, in which nothing of the row is left to ask. */
class UnfoldingTest {

    private static final String LADDER = """
            steps:
              - code: diazepam-step
                line: FIRST
                step: "1"
                title: Diazepam
                therapies: [diazepam]
                entered-by: [diazepam]
                closed-by: [diazepam, clonazepam]
                fails-with: [diazepam, clonazepam]
                passed-by: SECOND
                skipped: [{before: diazepam, called: Valium, because: Nothing comes before it., sources: [DO-02]}]
                sources: [DO-01]
              - code: clonazepam-step
                line: SECOND
                step: "1"
                title: Clonazepam
                therapies: [clonazepam]
                entered-by: [clonazepam]
                sources: [DO-01]
            """;

    @TempDir
    Path folder;

    private SmallKnowledge knowledge;

    @BeforeEach
    void write() throws IOException {
        knowledge = new SmallKnowledge(folder);
        knowledge.write("vocabulary/ladder.yaml", LADDER);
        knowledge.write("sources/more.yaml", "statements:\n  - {id: DO-02, kind: R, text: More.}\n");
    }

    private List<String> conditions(String id) throws IOException {
        return knowledge.rule(id).conditions().stream().map(Condition::text).toList();
    }

    private List<String> ids() throws IOException {
        return knowledge.content().knowledge().rules().stream()
                .map(Rule::id)
                .filter(id -> id.startsWith("appraisal/"))
                .toList();
    }

    @Test
    void thereIsARuleForEachRowInTheOrderOfTheRows() throws IOException {
        knowledge.rule(
                "appraisal/some", "Step( $step : code )\nDiagnosis( confirmed )", "conclude( \"step-open\", $step );");

        assertThat(knowledge.problems()).isEmpty();
        assertThat(ids()).containsExactly("appraisal/some#diazepam-step", "appraisal/some#clonazepam-step");
        assertThat(conditions("appraisal/some#diazepam-step")).containsExactly("Diagnosis( confirmed )");
        assertThat(knowledge.rule("appraisal/some#clonazepam-step").then().objects())
                .extracting(Object::toString)
                .anySatisfy(object -> assertThat(object).contains("clonazepam-step"));
    }

    @Test
    void aRowThatDoesNotSayWhatIsBoundHasNoRule() throws IOException {
        knowledge.rule(
                "appraisal/some",
                "Step( $step : code, $before : after )\nFinding( name == \"step-closed\", of == $before )",
                "conclude( \"step-open\", $step );");
        knowledge.rule("appraisal/closed", "Diagnosis( confirmed )", "conclude( \"step-closed\", \"diazepam-step\" );");

        assertThat(knowledge.problems()).isEmpty();
        assertThat(ids()).contains("appraisal/some#clonazepam-step").doesNotContain("appraisal/some#diazepam-step");
        assertThat(conditions("appraisal/some#clonazepam-step"))
                .containsExactly("Finding( name == \"step-closed\", of == \"diazepam-step\" )");
    }

    @Test
    void whatStandsForSeveralIsAskedOfEachOrNamedTogether() throws IOException {
        knowledge.rule(
                "appraisal/some",
                "Step( $step : code, $all : closedBy )\nHistory( takes( $all ) )\nHistory( hadAny( $all ) )",
                "conclude( \"step-closed\", $step );");

        assertThat(knowledge.problems()).isEmpty();
        assertThat(conditions("appraisal/some#diazepam-step"))
                .containsExactly(
                        "History( takes( \"diazepam\" ) )",
                        "History( takes( \"clonazepam\" ) )",
                        "History( hadAny( \"diazepam\", \"clonazepam\" ) )");
    }

    @Test
    void anAlternativeIsThereOnceForEachRowThatItAsksForAndFallsAwayWithoutOne() throws IOException {
        knowledge.rule("appraisal/some", """
                Step( $step : code )
                ( ( Failing( step == $step, $drug : with ) and exists Treatment( isA( $drug ), failed ) )
                    or ( Step( code == $step, $left : leaving ) and Diagnosis( suspected ) )
                    or Diagnosis( confirmed ) )""", "conclude( \"step-closed\", $step );");

        assertThat(knowledge.problems()).isEmpty();
        assertThat(conditions("appraisal/some#diazepam-step"))
                .containsExactly("( exists Treatment( isA( \"diazepam\" ), failed )"
                        + " or exists Treatment( isA( \"clonazepam\" ), failed ) or Diagnosis( confirmed ) )");
        assertThat(conditions("appraisal/some#clonazepam-step"))
                .containsExactly("( Diagnosis( suspected ) or Diagnosis( confirmed ) )");
    }

    @Test
    void aGroupThatTheRowAnswersIsGoneAndOneOfWhichOneIsLeftIsNoGroup() throws IOException {
        knowledge.rule("appraisal/some", """
                Step( $step : code )
                ( Step( code == $step, first ) or ( Diagnosis( confirmed ) and Patient( adult ) ) )
                Course( relapse )""", "conclude( \"step-closed\", $step );");

        assertThat(conditions("appraisal/some#diazepam-step")).containsExactly("Course( relapse )");
        assertThat(conditions("appraisal/some#clonazepam-step"))
                .containsExactly("Diagnosis( confirmed )", "Patient( adult )", "Course( relapse )");
    }

    @Test
    void aFindingThatNothingConcludesOfARowIsNotAskedForAndARuleThatNeedsItIsGone() throws IOException {
        knowledge.rule(
                "appraisal/closed",
                "Step( $step : code, $all : closedBy )\nHistory( takes( $all ) )",
                "conclude( \"step-closed\", $step );");
        knowledge.rule(
                "appraisal/open",
                "Step( $step : code )\nDiagnosis( confirmed )\nnot Finding( name == \"step-closed\", of == $step )",
                "conclude( \"step-open\", $step );");
        knowledge.rule(
                "appraisal/done",
                "Step( $step : code )\nFinding( name == \"step-closed\", of == $step )",
                "conclude( \"step-done\", $step );");
        knowledge.write("vocabulary/more.yaml", "kind: finding\nconcepts:\n  - {code: step-done, name: step done}\n");

        assertThat(knowledge.problems()).isEmpty();
        assertThat(conditions("appraisal/open#diazepam-step")).hasSize(2);
        assertThat(conditions("appraisal/open#clonazepam-step")).containsExactly("Diagnosis( confirmed )");
        assertThat(ids()).contains("appraisal/done#diazepam-step").doesNotContain("appraisal/done#clonazepam-step");
    }

    @Test
    void textsSayWhatTheRowSaysAndTheRuleRestsOnWhatTheRowRestsOn() throws IOException {
        knowledge.write("rules/first-line/skipped.drl", """
                rule "Think before $called"
                    @source( "DO-01" )
                    @evidence( "label" )
                when
                    Skipping( $therapy : before, $called : called, $because : because )
                    Diagnosis( confirmed )
                then
                    note( $therapy ).because( "$because Still, $therapy is a drug." );
                end
                """);

        assertThat(knowledge.problems()).isEmpty();
        Rule rule = knowledge.rule("first-line/skipped#diazepam");
        assertThat(rule.title()).isEqualTo("Think before Valium");
        assertThat(rule.then().because()).contains("Nothing comes before it. Still, diazepam is a drug.");
        assertThat(rule.sources()).containsExactly("DO-01", "DO-02");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Stepp( $step : code )                                     | unknown-fact-type   | did you mean Step?
            Step( $step : cod )                                       | unknown-field       | did you mean code?
            Step( $step : code, code == "diazepam" )                  | wrong-kind          | here stands a ladder-step
            Step( $step : code, code == "diazepam-stp" )              | unknown-concept     | did you mean diazepam-step?
            Step( $step : code, closedBy == "diazepam" )              | wrong-use           | bind them, as in $all : closedBy
            exists Step( first )                                      | wrong-use           | rows stand without not and exists
            not Step( first )                                         | wrong-use           | rows stand without not and exists
            Step( $step : code ) Step( code == $step, first )         | wrong-use           | ask for it once
            ( Step( first ) or Diagnosis( suspected ) )               | wrong-use           | ask for it once
            Step( $step : code, $c : closedBy ) Patient( has( $c ) )  | wrong-type          | has takes a condition
            Step( code == "clonazepam-step", $all : closedBy )        | never-fires         | has no such row
            Failing( step == "diazepam-step", $w : with ) Step( code == "diazepam-step" ) | wrong-use | ask for it once
            """)
    void aMistakeIsNamed(String condition, String code, String message) throws IOException {
        knowledge.rule(
                "first-line/broken",
                condition + "\nDiagnosis( confirmed )",
                "start( \"diazepam\" ).because( \"It helps.\" );");

        assertThat(knowledge.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("rules/first-line/broken.drl:5:")
                        .contains(message)
                        .endsWith("[" + code + "]"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            note( $all ).because( "It helps." );      | wrong-use        | $all stands for several
            note( $step ).because( "$stp helps." );   | unknown-variable | $stp is not bound to what a row says
            note( $step ).because( "$drug helps." );  | unknown-variable | $drug is not bound to what a row says
            """)
    void aMistakeInASentenceIsNamed(String sentence, String code, String message) throws IOException {
        knowledge.rule(
                "first-line/broken",
                "Step( $step : code, $all : closedBy )\nTreatment( $drug : therapy )\nHistory( takes( $all ) )",
                sentence);

        assertThat(knowledge.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("rules/first-line/broken.drl:9:")
                        .contains(message)
                        .endsWith("[" + code + "]"));
    }

    @Test
    void aCountIsOfOneThing() throws IOException {
        knowledge.rule(
                "first-line/broken",
                "Step( $step : code, $all : closedBy )\n"
                        + "accumulate( Treatment( isA( $all ) ); $n : count( 1 ); $n >= 2 )",
                "note( $step ).because( \"It helps.\" );");

        assertThat(knowledge.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("rules/first-line/broken.drl:6:")
                        .contains("$all stands for several; a count speaks of one"));
    }

    @Test
    void twoRowsOfOneKeyAreNamed() throws IOException {
        knowledge.write(
                "vocabulary/ladder.yaml",
                LADDER.replace("fails-with: [diazepam, clonazepam]", "fails-with: [diazepam, diazepam]"));
        knowledge.rule(
                "appraisal/some",
                "Failing( $step : step, $drug : with )\nHistory( takes( $drug ) )",
                "conclude( \"step-closed\", $step );");

        assertThat(knowledge.problems())
                .containsExactly("rules/appraisal/some.drl:5:5: error: there are two rows for diazepam, so that two"
                        + " rules would have one id [duplicate]");
    }
}
