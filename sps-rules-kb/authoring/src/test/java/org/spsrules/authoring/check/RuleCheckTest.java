package org.spsrules.authoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.authoring.SmallKnowledge;

/** A rule that can be read and means nothing is named with its file, its line, and what would be right. */
class RuleCheckTest {

    private static final String FILE = "rules/first-line/broken.drl";
    private static final String SOUND_THEN = "start( \"diazepam\" ).because( \"It helps.\" );";

    @TempDir
    Path folder;

    private SmallKnowledge knowledge;

    @BeforeEach
    void write() throws IOException {
        knowledge = new SmallKnowledge(folder);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Patient( has( "sleep-apnea" ) )                 | unknown-concept     | did you mean sleep-apnoea?
            Patient( has( "diazepam" ) )                    | wrong-kind          | is a therapy; here stands a condition
            History( had( "Valium" ) )                      | unknown-concept     | rules use the code, diazepam
            Patient( hasn( "sleep-apnoea" ) )               | unknown-field       | did you mean has?
            Patiens( adult )                                | unknown-fact-type   | did you mean Patient?
            Patient( adlt )                                 | unknown-field       | did you mean adult?
            Patient( age == "old" )                         | wrong-type          | age is a number
            Patient( setting >= "ward" )                    | wrong-type          | words are only compared with ==
            Patient( setting == "wards" )                   | unknown-word        | did you mean ward?
            Patient( age )                                  | wrong-use           | is a value; compare it
            Patient( has )                                  | wrong-use           | needs to be told of what
            Patient( adult( "x" ) )                         | wrong-use           | takes nothing in brackets
            Patient( adult == "x" )                         | wrong-use           | not a value that can be compared
            Patient()                                       | empty-pattern       | says nothing about the patient
            not Treatment( isA( "diazepam" ) )              | open-world-negation | take what is unknown for absent
            not Finding( of == "diazepam" )                 | unnamed-finding     | say which finding
            Finding( name == "step-opn" )                   | unknown-concept     | did you mean step-open?
            Treatment( isA( $drug ) )                       | unknown-variable    | $drug is not bound before
            Treatment( doseBelow( "40 mgs" ) )              | unknown-unit        | the units are
            exists TestResult( test == "diazepam" )         | wrong-kind          | is a therapy; here stands a test
            exists Treatment( current, $drug : therapy )    | wrong-use           | cannot be used outside
            ( Patient( adlt ) or Patient( child ) )         | unknown-field       | did you mean adult?
            ( Option( $x : therapy ) or Patient( child ) ) Treatment( isA( $x ) ) | unknown-variable | is not known outside
            Interaction( $x : therapy, other == $x )        | unknown-variable    | only by those after it
            ( Option( $x : therapy ) or Patient( child ) ) ( Plan( $x : therapy ) or Patient( child ) ) | wrong-use | bound in a group or a count above
            ( Option( $x : therapy ) or Patient( child ) ) Treatment( $x : therapy ) | wrong-use | bound in a group or a count above
            accumulate( Treatment( $x : therapy ); $n : count( 1 ); $n >= 2 ) Plan( $x : therapy ) | wrong-use | bound in a group or a count above
            accumulate( Treatment( $x : therapy ); $n : count( 1 ); $n >= 2 ) Treatment( isA( $x ) ) | unknown-variable | is not known outside
            Treatment( $a : therapy ) Treatment( $b : therapy ) Treatment( $c : therapy ) Plan( $d : therapy ) | wrong-use | facts of 4 patterns would be tried in every combination
            Treatment( $x : therapy, $x : response )        | wrong-use           | $x is bound already
            accumulate( Treatment( curent ); $n : count( 1 ); $n >= 2 )  | unknown-field | did you mean current?
            """)
    void aMistakeInAConditionIsNamed(String condition, String code, String message) throws IOException {
        knowledge.rule("first-line/broken", condition, SOUND_THEN);

        assertThat(knowledge.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(FILE + ":5:")
                        .contains(message)
                        .endsWith("[" + code + "]"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            start( "diazapam" ).because( "x" );                    | unknown-concept | did you mean diazepam?
            start( "sleep-apnoea" ).because( "x" );                | wrong-kind      | here stands a therapy
            start( "diazepam" );                                   | no-reason       | say why
            start( "diazepam", "clonazepam" ).because( "x" );      | wrong-use       | speaks of one thing
            start().because( "x" );                                | wrong-use       | speaks of one thing
            conclude( "step-opn" );                                | unknown-concept | did you mean step-open?
            conclude( "step-open", "first-9" );                    | unknown-concept | not in the vocabulary
            start( $drug ).because( "x" );                         | unknown-variable | $drug is not bound before
            """)
    void aMistakeInASentenceIsNamed(String sentence, String code, String message) throws IOException {
        knowledge.rule("first-line/broken", "Diagnosis( confirmed )", sentence);

        assertThat(knowledge.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(FILE + ":7:")
                        .contains(message)
                        .endsWith("[" + code + "]"));
    }

    @Test
    void missingMetadataIsNamed() throws IOException {
        knowledge.write(FILE, """
                rule "Broken"
                    @source( "DO-99" )
                when
                    Diagnosis( confirmed )
                then
                    start( "diazepam" ).because( "It helps." );
                end
                """);

        assertThat(knowledge.problems())
                .anySatisfy(
                        problem -> assertThat(problem).startsWith(FILE + ":2:").contains("no statement DO-99"))
                .anySatisfy(problem -> assertThat(problem).endsWith("[no-evidence]"));
    }
}
