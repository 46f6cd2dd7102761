package org.spsrules.authoring.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.authoring.SmallKnowledge;
import org.spsrules.authoring.diagnostic.Diagnostic;

/** Each mistake in a rule is named with its file, its line, and what would be right. */
class BrokenRuleTest {

    private static final String FILE = "rules/first-line/broken.drl";
    private static final String SOUND_THEN = "start( \"diazepam\" ).because( \"It helps.\" );";
    private static final String SOUND_RULE = """
            rule "Broken"
                @source( "DO-01" )
                @evidence( "label" )
            when
                Diagnosis( confirmed )
            then
                start( "diazepam" ).because( "It helps." );
            end
            """;

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

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Patient( has( "sleep-apnea" ) )                 | 5 | unknown-concept     | did you mean sleep-apnoea?
            Patient( has( "diazepam" ) )                    | 5 | wrong-kind          | is a therapy; here stands a condition
            History( had( "Valium" ) )                      | 5 | unknown-concept     | rules use the code, diazepam
            Patient( hasn( "sleep-apnoea" ) )               | 5 | unknown-field       | did you mean has?
            Patiens( adult )                                | 5 | unknown-fact-type   | did you mean Patient?
            Patient( adlt )                                 | 5 | unknown-field       | did you mean adult?
            Patient( age == "old" )                         | 5 | wrong-type          | age is a number
            Patient( setting >= "ward" )                    | 5 | wrong-type          | words are only compared with ==
            Patient( setting == "wards" )                   | 5 | unknown-word        | did you mean ward?
            Patient( setting == ward )                      | 5 | unquoted-word       | put words in quotes: "ward"
            Patient( setting in ( "ward" ) )                | 5 | syntax              | found in
            Patient( age )                                  | 5 | wrong-use           | is a value; compare it
            Patient( has )                                  | 5 | wrong-use           | needs to be told of what
            Patient( adult( "x" ) )                         | 5 | wrong-use           | takes nothing in brackets
            Patient( adult == "x" )                         | 5 | wrong-use           | not a value that can be compared
            Patient( !adult )                               | 5 | syntax              | there is no !
            Patient()                                       | 5 | empty-pattern       | says nothing about the patient
            not Treatment( isA( "diazepam" ) )              | 5 | open-world-negation | take what is unknown for absent
            not Finding( of == "diazepam" )                 | 5 | unnamed-finding     | say which finding
            Finding( name == "step-opn" )                   | 5 | unknown-concept     | did you mean step-open?
            Treatment( isA( $drug ) )                       | 5 | unknown-variable    | $drug is not bound before
            Treatment( doseBelow( "40 mgs" ) )              | 5 | unknown-unit        | the units are
            exists Treatment( current, $drug : therapy )    | 5 | wrong-use           | cannot be used outside
            Patient( age >= 65 ) or Patient( child )        | 5 | not-allowed         | a group of their own
            exists ( Patient( adult ) or Patient( child ) ) | 5 | not-allowed         | a condition is a pattern
            ( Patient( adult ) or Patient( child ) and Course( relapse ) ) | 5 | not-allowed | a group that joins by and
            ( ( Patient( adult ) or Patient( child ) ) )    | 5 | not-allowed         | a group that joins by and
            ( Patient( adult ) and Course( relapse ) )      | 5 | not-allowed         | joins alternatives by or
            ( Patient( adult ) )                            | 5 | not-allowed         | brackets around one condition
            Patient( adult ) and Course( relapse )          | 5 | not-allowed         | below each other, without and
            Patient( adult ) && Course( relapse )           | 5 | not-allowed         | below each other, without and
            Patient( adult );                               | 5 | not-allowed         | a condition ends without ;
            exists( Treatment( current ) )                  | 5 | not-allowed         | without brackets around it
            not( Finding( name == "step-open" ) )           | 5 | not-allowed         | without brackets around it
            accumulate( ( Treatment( current ) ); $n : count( 1 ); $n >= 2 ) | 5 | not-allowed | these brackets say nothing
            ( Patient( adlt ) or Patient( child ) )         | 5 | unknown-field       | did you mean adult?
            ( Option( $x : therapy ) or Patient( child ) ) Treatment( isA( $x ) ) | 5 | unknown-variable | is not known outside
            Interaction( $x : therapy, other == $x )        | 5 | unknown-variable    | only by those after it
            ( Option( $x : therapy ) or Patient( child ) ) ( Plan( $x : therapy ) or Patient( child ) ) | 5 | wrong-use | bound in a group or a count above
            ( Option( $x : therapy ) or Patient( child ) ) Treatment( $x : therapy ) | 5 | wrong-use | bound in a group or a count above
            accumulate( Treatment( $x : therapy ); $n : count( 1 ); $n >= 2 ) Plan( $x : therapy ) | 5 | wrong-use | bound in a group or a count above
            accumulate( Treatment( $x : therapy ); $n : count( 1 ); $n >= 2 ) Treatment( isA( $x ) ) | 5 | unknown-variable | is not known outside
            Treatment( $x : therapy, $x : response )        | 5 | wrong-use           | $x is bound already
            accumulate( Treatment( curent ); $n : count( 1 ); $n >= 2 )  | 5 | unknown-field | did you mean current?
            accumulate( Treatment( current ); $n : count( 1 ); $n <= 2 ) | 5 | not-allowed | facts are counted as in
            accumulate( Treatment( current ); $n : count( 1 ); $n >= 1 ) | 5 | not-allowed | facts are counted as in
            accumulate( Treatment( current ); $n : sum( 1 ); $n >= 2 )   | 5 | not-allowed | facts are counted as in
            accumulate( Treatment( current ); $n : count( System.exit( 1 ) ); $n >= 2 ) | 5 | not-allowed | facts are counted as in
            accumulate( Treatment( current ); $n : count( 1 ); $n >= 21 ) | 5 | not-allowed | from 2 to 20
            Patient( adult; )                               | 5 | not-allowed         | this is no constraint; write
            Patient( age = 65 )                             | 5 | syntax              | write == and not =
            Patient( age => 65 )                            | 5 | syntax              | write >= and not =>
            Patient( age =< 65 )                            | 5 | syntax              | write <= and not =<
            Patient( has( “fever” ) )                       | 5 | syntax              | plain double quotes
            Patient( has( 'fever' ) )                       | 5 | syntax              | plain double quotes
            Patient( has( "fever ) )                        | 5 | syntax              | no closing quote on its line
            Patient( has "fever" )                          | 5 | syntax              | in brackets: has( "fever" )
            Patient( age > 65 years )                       | 5 | syntax              | a number has no unit
            Patient( age > 65 adult )                       | 5 | syntax              | a comma separates two questions
            Treatment( response "good" )                    | 5 | syntax              | write response == "good"
            Patient( age >= 065 )                           | 5 | syntax              | without a zero before it
            Patient( age >= 1234567890123 )                 | 5 | syntax              | at most 12 digits
            eval( true )                                    | 5 | not-allowed         | a condition is a pattern
            forall( Patient( adult ) )                      | 5 | not-allowed         | a condition is a pattern
            $p : Patient( adult )                           | 5 | not-allowed         | bind fields inside it
            Patient( adult ) from Runtime.getRuntime()      | 5 | not-allowed         | a fact type and constraints
            Patient( Runtime.getRuntime() != null )         | 5 | syntax              | expected a comma
            Patient( this.toString().length() > 3 )         | 5 | syntax              | expected
            """)
    void aMistakeInAConditionIsNamed(String condition, int line, String code, String message) throws IOException {
        knowledge.rule("first-line/broken", condition, SOUND_THEN);

        assertThat(knowledge.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(FILE + ":" + line + ":")
                        .contains(message)
                        .endsWith("[" + code + "]"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            start( "diazapam" ).because( "x" );                    | unknown-concept | did you mean diazepam?
            start( "diazepam" ).because( "" );                     | syntax          | nothing in these quotes
            start( "diazepam" ).because( "x" ).how( " " );         | syntax          | nothing in these quotes
            strat( "diazepam" ).because( "x" );                    | syntax          | did you mean start?
            start( "sleep-apnoea" ).because( "x" );                | wrong-kind      | here stands a therapy
            start( "diazepam" );                                   | no-reason       | say why
            start( "diazepam" ).becaus( "x" );                     | syntax          | did you mean because?
            start( "diazepam" ).because( "x" )                     | syntax          | expected ;
            start( "diazepam" ).because( "x" ); start( "diazepam" ).because( "x" ); | syntax | one sentence
            start( "diazepam", "clonazepam" ).because( "x" );      | wrong-use       | speaks of one thing
            start().because( "x" );                                | wrong-use       | speaks of one thing
            conclude( "step-opn" );                                | unknown-concept | did you mean step-open?
            conclude( "step-open", "first-9" );                    | unknown-concept | not in the vocabulary
            System.exit( 1 );                                      | syntax          | not a verb of the rule language
            Runtime.getRuntime().exec( "ls" );                     | syntax          | not a verb of the rule language
            modify( $p ) { setAge( 3 ) }                           | syntax          | not a verb of the rule language
            start( $drug ).because( "x" );                         | unknown-variable | $drug is not bound before
            """)
    void aMistakeInASentenceIsNamed(String sentence, String code, String message) throws IOException {
        knowledge.rule("first-line/broken", "Diagnosis( confirmed )", sentence);

        assertThat(knowledge.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(FILE + ":")
                        .contains(message)
                        .endsWith("[" + code + "]"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            package org.evil                              | not-allowed
            import java.lang.Runtime                      | not-allowed
            import static java.lang.System.exit           | not-allowed
            global java.lang.Runtime runtime              | not-allowed
            function void f() { System.exit( 1 ); }       | not-allowed
            declare Evil name : String end                | not-allowed
            dialect "mvel"                                | not-allowed
            query "q" Patient( adult ) end                | not-one-rule
            """)
    void nothingButARuleIsAdmitted(String other, String code) throws IOException {
        knowledge.write(FILE, other + "\n\n" + SOUND_RULE);

        assertThat(knowledge.problems())
                .anySatisfy(
                        problem -> assertThat(problem).startsWith(FILE + ":").endsWith("[" + code + "]"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "salience 10, not-allowed",
        "no-loop true, not-allowed",
        "agenda-group \"a\", not-allowed",
        "@mischief( 1 ), unknown-annotation",
        "attributes, syntax",
        "extends \"Start diazepam\", not-allowed"
    })
    void attributesAreRefused(String attribute, String code) throws IOException {
        knowledge.write(FILE, """
                rule "Broken" %s
                when
                    Diagnosis( confirmed )
                then
                    start( "diazepam" ).because( "It helps." );
                end
                """.formatted(attribute));

        assertThat(knowledge.problems())
                .anySatisfy(
                        problem -> assertThat(problem).startsWith(FILE + ":").endsWith("[" + code + "]"));
    }

    @Test
    void aRuleWithoutItsLastLineIsNamed() throws IOException {
        knowledge.write(FILE, SOUND_RULE.replaceFirst("end\n$", ""));

        assertThat(knowledge.problems())
                .singleElement()
                .asString()
                .startsWith(FILE + ":")
                .endsWith("the file ends before the rule does; the last line of a rule is end [syntax]");
    }

    @Test
    void aRuleWithoutWhenIsNamed() throws IOException {
        knowledge.write(FILE, SOUND_RULE.replaceFirst("when\n", ""));

        assertThat(knowledge.problems())
                .anySatisfy(problem -> assertThat(problem).endsWith("write when before the first condition [syntax]"));
    }

    @Test
    void alternativesInsideAPatternAreRefused() throws IOException {
        knowledge.rule("first-line/broken", "Patient( adult || child )", SOUND_THEN);

        assertThat(knowledge.problems())
                .singleElement()
                .asString()
                .startsWith(FILE + ":5:20:")
                .endsWith("[syntax]");
    }

    @Test
    void alternativesAreJoinedByAWord() throws IOException {
        knowledge.rule("first-line/broken", "( Patient( adult ) || Patient( child ) )", SOUND_THEN);

        assertThat(knowledge.problems())
                .singleElement()
                .asString()
                .startsWith(FILE + ":5:24: error: a group joins alternatives by or;")
                .endsWith("[not-allowed]");
    }

    @Test
    void aUnicodeEscapeIsRefused() throws IOException {
        knowledge.rule("first-line/broken", "Diagnosis( confirmed ) // \\u000a System.exit( 1 );", SOUND_THEN);

        assertThat(knowledge.problems())
                .singleElement()
                .asString()
                .startsWith(FILE + ":5:")
                .contains("no backslash");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rule 'Z" salience 5 when eval(true) then System.exit(9); end rule "Y' | title
            rule ""                                                              | title
            /* rule "Hidden" */ rule "Shown"                                     | not-allowed
            """)
    void aRuleCannotShowAReaderAnotherThanIsRead(String head, String code) throws IOException {
        knowledge.write(FILE, head + """

                    @source( "DO-01" )
                    @evidence( "label" )
                when
                    Diagnosis( confirmed )
                then
                    start( "diazepam" ).because( "It helps." );
                end
                """);

        assertThat(knowledge.problems())
                .anySatisfy(
                        problem -> assertThat(problem).startsWith(FILE + ":").endsWith("[" + code + "]"));
    }

    @Test
    void theSentenceThatIsReadIsTheOneBelowThen() throws IOException {
        knowledge.write(FILE, """
                rule "Broken"
                    @source( "then start( clonazepam )" )
                    @evidence( "label" )
                when
                    Diagnosis( confirmed ) // then start( "clonazepam" ).because( "A" );
                then // the end
                    start( "diazepam" ).because( "then the end" );
                end // the end
                """);

        assertThat(knowledge.content().knowledge().rules())
                .filteredOn(rule -> rule.title().equals("Broken"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.then().objects())
                        .containsExactly(new org.spsrules.internal.rule.Operand.Text("diazepam")));
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
    void textThatIsNoRuleAtAllIsNamed() throws IOException {
        knowledge.write(FILE, "Give the patient diazepam.\n");

        assertThat(knowledge.problems())
                .allSatisfy(problem -> assertThat(problem).startsWith(FILE + ":1:"));
        assertThat(knowledge.problems()).isNotEmpty();
    }

    @Test
    void aMisspeltCodeInTheDataIsNamed() throws IOException {
        knowledge.write("vocabulary/contraindications.yaml", """
                contraindications:
                  - therapy: diazapam
                    condition: sleep-apnoea
                    level: absolut
                    certainty: verified
                    reason: x
                  - therapy: diazapam
                    condition: sleep-apnoea
                    level: absolute
                    certainty: verified
                    reason: x
                    sauces: []
                """);

        assertThat(knowledge.problems())
                .containsExactly(
                        "vocabulary/contraindications.yaml:4:12: error: level: \"absolut\" is not one of absolute,"
                                + " specialist-decision, caution; did you mean absolute? [data-file]",
                        "vocabulary/contraindications.yaml:7:5: error: there is no concept diazapam; did you mean"
                                + " diazepam? [unknown-concept]",
                        "vocabulary/contraindications.yaml:12:5: error: sauces is not known here; did you mean"
                                + " sources? [data-file]");
    }

    /** What looks like a blank of a new rule where nothing names blanks is a mistake like any other. */
    @Test
    void aMistakeThatQuotesABlankIsNotHidden() throws IOException {
        knowledge.write("vocabulary/contraindications.yaml", """
                contraindications:
                  - therapy: "FILL IN: a drug"
                    condition: sleep-apnoea
                    level: absolute
                    certainty: verified
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
