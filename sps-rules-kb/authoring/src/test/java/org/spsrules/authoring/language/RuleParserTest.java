package org.spsrules.authoring.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.internal.rule.Operand;

/** What is not of the rule language is refused with its file, its line, and what would be right. */
class RuleParserTest {

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

    private static Optional<ParsedRule> parse(String text, Diagnostics diagnostics) {
        return RuleParser.parse(FILE, "first-line/broken", text, Optional.empty(), diagnostics);
    }

    private static List<String> problems(String text) {
        Diagnostics diagnostics = new Diagnostics();
        assertThat(parse(text, diagnostics).isPresent())
                .isEqualTo(diagnostics.sorted().isEmpty());
        return diagnostics.sorted().stream().map(Diagnostic::toString).toList();
    }

    private static List<String> problems(String condition, String sentence) {
        return problems(SOUND_RULE.replace("Diagnosis( confirmed )", condition).replace(SOUND_THEN, sentence));
    }

    @Test
    void aSoundRuleHasNoProblem() {
        assertThat(problems(SOUND_RULE)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Patient( setting == ward )                      | unquoted-word       | put words in quotes: "ward"
            Patient( setting in ( "ward" ) )                | syntax              | found in
            Patient( !adult )                               | syntax              | there is no !
            Patient( age >= 65 ) or Patient( child )        | not-allowed         | a group of their own
            exists ( Patient( adult ) or Patient( child ) ) | not-allowed         | a condition is a pattern
            ( Patient( adult ) or Patient( child ) and Course( relapse ) ) | not-allowed | a group that joins by and
            ( ( Patient( adult ) or Patient( child ) ) )    | not-allowed         | a group that joins by and
            ( Patient( adult ) and Course( relapse ) )      | not-allowed         | joins alternatives by or
            ( Patient( adult ) )                            | not-allowed         | brackets around one condition
            Patient( adult ) and Course( relapse )          | not-allowed         | below each other, without and
            Patient( adult ) && Course( relapse )           | not-allowed         | below each other, without and
            Patient( adult );                               | not-allowed         | a condition ends without ;
            exists( Treatment( current ) )                  | not-allowed         | without brackets around it
            not( Finding( name == "step-open" ) )           | not-allowed         | without brackets around it
            accumulate( ( Treatment( current ) ); $n : count( 1 ); $n >= 2 ) | not-allowed | these brackets say nothing
            accumulate( Treatment( current ); $n : count( 1 ); $n <= 2 ) | not-allowed | facts are counted as in
            accumulate( Treatment( current ); $n : count( 1 ); $n >= 1 ) | not-allowed | facts are counted as in
            accumulate( Treatment( current ); $n : sum( 1 ); $n >= 2 )   | not-allowed | facts are counted as in
            accumulate( Treatment( current ); $n : count( System.exit( 1 ) ); $n >= 2 ) | not-allowed | facts are counted as in
            accumulate( Treatment( current ); $n : count( 1 ); $n >= 21 ) | not-allowed | from 2 to 20
            Patient( adult; )                               | not-allowed         | this is no constraint; write
            Patient( age = 65 )                             | syntax              | write == and not =
            Patient( age => 65 )                            | syntax              | write >= and not =>
            Patient( age =< 65 )                            | syntax              | write <= and not =<
            Patient( has( “fever” ) )                       | syntax              | plain double quotes
            Patient( has( 'fever' ) )                       | syntax              | plain double quotes
            Patient( has( "fever ) )                        | syntax              | no closing quote on its line
            Patient( has "fever" )                          | syntax              | in brackets: has( "fever" )
            Patient( age > 65 years )                       | syntax              | a number has no unit
            Patient( age > 65 adult )                       | syntax              | a comma separates two questions
            Treatment( response "good" )                    | syntax              | write response == "good"
            Patient( age >= 065 )                           | syntax              | without a zero before it
            Patient( age >= 1234567890123 )                 | syntax              | at most 12 digits
            eval( true )                                    | not-allowed         | a condition is a pattern
            forall( Patient( adult ) )                      | not-allowed         | a condition is a pattern
            $p : Patient( adult )                           | not-allowed         | bind fields inside it
            Patient( adult ) from Runtime.getRuntime()      | not-allowed         | a fact type and constraints
            Patient( Runtime.getRuntime() != null )         | syntax              | expected a comma
            Patient( this.toString().length() > 3 )         | syntax              | expected
            """)
    void aMistakeInAConditionIsNamed(String condition, String code, String message) {
        assertThat(problems(condition, SOUND_THEN))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(FILE + ":5:")
                        .contains(message)
                        .endsWith("[" + code + "]"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            start( "diazepam" ).because( "" );                     | syntax          | nothing in these quotes
            start( "diazepam" ).because( "x" ).how( " " );         | syntax          | nothing in these quotes
            strat( "diazepam" ).because( "x" );                    | syntax          | did you mean start?
            start( "diazepam" ).becaus( "x" );                     | syntax          | did you mean because?
            start( "diazepam" ).because( "x" ); start( "diazepam" ).because( "x" ); | syntax | one sentence
            System.exit( 1 );                                      | syntax          | not a verb of the rule language
            Runtime.getRuntime().exec( "ls" );                     | syntax          | not a verb of the rule language
            modify( $p ) { setAge( 3 ) }                           | syntax          | not a verb of the rule language
            """)
    void aMistakeInASentenceIsNamed(String sentence, String code, String message) {
        assertThat(problems("Diagnosis( confirmed )", sentence))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(FILE + ":7:")
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
    void nothingButARuleIsAdmitted(String other, String code) {
        assertThat(problems(other + "\n\n" + SOUND_RULE))
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
    void attributesAreRefused(String attribute, String code) {
        assertThat(problems("""
                rule "Broken" %s
                when
                    Diagnosis( confirmed )
                then
                    start( "diazepam" ).because( "It helps." );
                end
                """.formatted(attribute)))
                .anySatisfy(
                        problem -> assertThat(problem).startsWith(FILE + ":").endsWith("[" + code + "]"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            @source( "DO-01" )          | @source( DO )                       | :2:5: error: @source takes one text in quotes
            @source( "DO-01" )          | @source( "DO-01", "DO-02" )         | :2:5: error: @source takes one text in quotes
            @source( "DO-01" )          | @sauce( "DO-01" )                   | :2:5: error: @sauce is not known; a rule has
            @evidence( "label" )        | @source( "DO-02" )                  | :3:5: error: @source stands twice
            start( "diazepam" ).because | start( "diazepam" ).because( "It" ).because | :7:41: error: because stands twice
            because( "It helps." )      | because( 5 )                        | :7:32: error: expected texts in quotes
            """)
    void aMistakeAroundTheConditionsIsNamed(String from, String to, String problem) {
        assertThat(problems(SOUND_RULE.replace(from, to)))
                .singleElement()
                .asString()
                .startsWith(FILE + problem);
    }

    @Test
    void thenBeginsALine() {
        assertThat(problems(SOUND_RULE.replace("\nthen", " then")))
                .singleElement()
                .asString()
                .isEqualTo(
                        FILE + ":5:1: error: the word then begins a line, and one sentence and end follow it [syntax]");
    }

    @Test
    void aSentenceWithoutItsLastSignIsNamed() {
        assertThat(problems(SOUND_RULE.replace(";", "")))
                .containsExactly(FILE + ":8:1: error: a sentence ends with a ; here stands end [syntax]");
    }

    @Test
    void aRuleWithoutItsLastLineIsNamed() {
        assertThat(problems(SOUND_RULE.replaceFirst("end\n$", "")))
                .singleElement()
                .asString()
                .startsWith(FILE + ":")
                .endsWith("the file ends before the rule does; the last line of a rule is end [syntax]");
    }

    @Test
    void aRuleWithoutWhenIsNamed() {
        assertThat(problems(SOUND_RULE.replaceFirst("when\n", "")))
                .anySatisfy(problem -> assertThat(problem).endsWith("write when before the first condition [syntax]"));
    }

    @Test
    void alternativesInsideAPatternAreRefused() {
        assertThat(problems("Patient( adult || child )", SOUND_THEN))
                .singleElement()
                .asString()
                .startsWith(FILE + ":5:20:")
                .endsWith("[syntax]");
    }

    @Test
    void alternativesAreJoinedByAWord() {
        assertThat(problems("( Patient( adult ) || Patient( child ) )", SOUND_THEN))
                .singleElement()
                .asString()
                .startsWith(FILE + ":5:24: error: a group joins alternatives by or;")
                .endsWith("[not-allowed]");
    }

    @Test
    void aUnicodeEscapeIsRefused() {
        assertThat(problems("Diagnosis( confirmed ) // \\u000a System.exit( 1 );", SOUND_THEN))
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
    void aRuleCannotShowAReaderAnotherThanIsRead(String head, String code) {
        assertThat(problems(head + """

                    @source( "DO-01" )
                    @evidence( "label" )
                when
                    Diagnosis( confirmed )
                then
                    start( "diazepam" ).because( "It helps." );
                end
                """))
                .anySatisfy(
                        problem -> assertThat(problem).startsWith(FILE + ":").endsWith("[" + code + "]"));
    }

    @Test
    void textThatIsNoRuleAtAllIsNamed() {
        assertThat(problems("Give the patient diazepam.\n"))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).startsWith(FILE + ":1:"));
    }

    @Test
    void theSentenceThatIsReadIsTheOneBelowThen() {
        String text = """
                rule "Broken"
                    @source( "then start( clonazepam )" )
                    @evidence( "label" )
                when
                    Diagnosis( confirmed ) // then start( "clonazepam" ).because( "A" );
                then // the end
                    start( "diazepam" ).because( "then the end" );
                end // the end
                """;

        assertThat(parse(text, new Diagnostics()))
                .hasValueSatisfying(parsed ->
                        assertThat(parsed.rule().then().objects()).containsExactly(new Operand.Text("diazepam")));
    }
}
