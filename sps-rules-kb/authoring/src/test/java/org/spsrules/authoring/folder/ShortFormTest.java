package org.spsrules.authoring.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.authoring.SmallKnowledge;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.lint.Linter;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Pattern;

/** A short form is the group that it stands for, and a kind of care is a condition at the end of its rule. */
class ShortFormTest {

    private static final String OFFER = "start( \"diazepam\" ).because( \"It helps.\" );";

    @TempDir
    Path folder;

    private SmallKnowledge knowledge;

    @BeforeEach
    void write() throws IOException {
        knowledge = new SmallKnowledge(folder);
    }

    private List<Condition> conditions(String condition) throws IOException {
        knowledge.rule("first-line/short", condition, OFFER);
        assertThat(knowledge.problems()).isEmpty();
        return knowledge.rule("first-line/short").conditions();
    }

    private static String spelt(Condition condition) {
        return condition instanceof Condition.AnyOf group
                ? group.alternatives().stream()
                        .map(alternative ->
                                alternative.stream().map(Pattern::text).collect(Collectors.joining(" and ")))
                        .collect(Collectors.joining(" or "))
                : condition.text();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Diagnosis( confirmedOrSuspected )          | Diagnosis( confirmed ) or Diagnosis( suspected )
            Diagnosis( notExcluded )                   | Diagnosis( confirmed ) or Diagnosis( suspected ) or Diagnosis( notStated )
            Patient( mayLack( "sleep-apnoea" ) )       | Patient( hasNot( "sleep-apnoea" ) ) or Patient( unclear( "sleep-apnoea" ) )
            Patient( isIn( "ward", "theatre" ) )       | Patient( setting == "ward" ) or Patient( setting == "theatre" )
            History( takesOrPlans( "diazepam" ) )      | exists Plan( action == "start", concerns( "diazepam" ) ) or History( takes( "diazepam" ) )
            ( Patient( child ) or Diagnosis( confirmedOrSuspected ) ) | Patient( child ) or Diagnosis( confirmed ) or Diagnosis( suspected )
            ( Patient( child ) or ( Diagnosis( confirmedOrSuspected ) and Course( relapse ) ) ) | Patient( child ) or Diagnosis( confirmed ) and Course( relapse ) or Diagnosis( suspected ) and Course( relapse )
            """)
    void aShortFormIsTheGroupThatItStandsFor(String condition, String group) throws IOException {
        List<Condition> conditions = conditions(condition);

        assertThat(conditions).singleElement().satisfies(only -> {
            assertThat(spelt(only)).isEqualTo(group);
            assertThat(only.text()).isEqualTo(condition);
            assertThat(only.line()).isEqualTo(5);
            assertThat(only.patterns()).allMatch(pattern -> pattern.line() == 5);
        });
    }

    @Test
    void aVariableStandsInAShortFormToo() throws IOException {
        assertThat(conditions("Treatment( current, $drug : therapy )\nHistory( takesOrPlans( $drug ) )"))
                .extracting(ShortFormTest::spelt)
                .contains("exists Plan( action == \"start\", concerns( $drug ) ) or History( takes( $drug ) )");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Diagnosis( confirmedOrSuspected, variant( "perm" ) ) | 5:16 | wrong-use       | stands alone in a pattern
            exists Patient( isIn( "ward", "theatre" ) )          | 5:21 | wrong-use       | without not and exists
            Diagnosis( confirmedOrSuspected( "x" ) )             | 5:16 | wrong-use       | takes nothing in brackets
            Patient( mayLack( "sleep-apnoea", "child" ) )        | 5:14 | wrong-use       | takes one code in brackets
            Patient( isIn( "ward" ) )                            | 5:14 | wrong-use       | takes two words in brackets, or more
            Patient( isIn( "ward", "theater" ) )                 | 5:28 | unknown-word    | did you mean theatre?
            Patient( mayLack( "sleep-apnea" ) )                  | 5:23 | unknown-concept | did you mean sleep-apnoea?
            Diagnosis( confirmedOrSuspectd )                     | 5:16 | unknown-field   | did you mean confirmedOrSuspected?
            """)
    void aMistakeInAShortFormIsNamed(String condition, String at, String code, String message) throws IOException {
        knowledge.rule("first-line/short", condition, OFFER);

        assertThat(knowledge.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("rules/first-line/short.drl:" + at + ": error: ")
                        .contains(message)
                        .endsWith("[" + code + "]"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            ( Diagnosis( suspected ) or Diagnosis( confirmed ) )     | Diagnosis( confirmedOrSuspected )
            ( Patient( setting == "ward" ) or Patient( setting == "theatre" ) ) | Patient( isIn( "ward", "theatre" ) )
            ( History( takes( "diazepam" ) ) or exists Plan( action == "start", concerns( "diazepam" ) ) ) | History( takesOrPlans( "diazepam" ) )
            ( History( takes( "diazepam" ) ) or exists Plan( action == "start", concerns( "clonazepam" ) ) ) | -
            ( Diagnosis( confirmed ) or Diagnosis( notStated ) )     | -
            ( Diagnosis( confirmed ) or ( Diagnosis( suspected ) and Course( relapse ) ) ) | -
            Diagnosis( confirmedOrSuspected )                        | -
            """)
    void whatIsWrittenOutIsNamed(String condition, String shorter) throws IOException {
        knowledge.rule("first-line/short", condition, OFFER);

        assertThat(longForms())
                .containsExactlyElementsOf(
                        shorter == null
                                ? List.of()
                                : List.of("rules/first-line/short.drl:5:7: warning: there is a short form of this: "
                                        + shorter + " [long-form]"));
    }

    private List<String> longForms() throws IOException {
        return Linter.check(folder).findings().stream()
                .filter(found -> found.code().equals("long-form"))
                .map(Diagnostic::toString)
                .toList();
    }

    private void careIs(String kinds) throws IOException {
        knowledge.write(
                "knowledge.yaml",
                "version: 1.0.0\nfolders: [first-line, appraisal]\ncare: " + kinds
                        + "\nnotes: [{text: Not reviewed.}]\n");
        knowledge.rule("appraisal/open", "Diagnosis( suspected )", "conclude( \"step-open\" );");
    }

    private void careRule(String care, String condition) throws IOException {
        knowledge.write("rules/first-line/short.drl", """
                rule "short"
                    @source( "DO-01" )
                    @evidence( "label" )
                    @care( "%s" )
                when
                    %s
                then
                    %s
                end
                """.formatted(care, condition, OFFER));
    }

    @Test
    void careThatWaitsIsAConditionAtTheEnd() throws IOException {
        careIs("{routine: step-open}");
        careRule("routine", "Diagnosis( confirmed )");

        assertThat(knowledge.problems()).isEmpty();
        assertThat(knowledge.rule("first-line/short").conditions())
                .extracting(Condition::text)
                .containsExactly("Diagnosis( confirmed )", "not Finding( name == \"step-open\" )");
        assertThat(longForms()).isEmpty();
    }

    @Test
    void careThatIsNotDeclaredIsNamed() throws IOException {
        careIs("{routine: step-open}");
        careRule("routin", "Diagnosis( confirmed )");

        assertThat(knowledge.problems())
                .containsExactly("rules/first-line/short.drl:4:5: error: there is no care routin in knowledge.yaml; did"
                        + " you mean routine? [unknown-word]");
    }

    @Test
    void careWaitsForAFinding() throws IOException {
        careIs("{routine: step-opn}");

        assertThat(knowledge.problems())
                .containsExactly("knowledge.yaml:3:17: error: there is no finding step-opn; did you mean step-open?"
                        + " [unknown-concept]");
    }

    @Test
    void careThatIsWrittenOutIsNamed() throws IOException {
        careIs("{routine: step-open}");
        knowledge.rule("first-line/short", "Diagnosis( confirmed )\nnot Finding( name == \"step-open\" )", OFFER);

        assertThat(longForms())
                .containsExactly("rules/first-line/short.drl:6:5: warning: there is a short form of this:"
                        + " @care( \"routine\" ) [long-form]");
    }
}
