package org.spsrules.authoring.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.authoring.SmallKnowledge;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.lint.Linter;
import org.spsrules.internal.rule.AlertLevel;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Rule;

/** A rule over a table stands for one rule for each row, and what is wrong with a row is named where it stands. */
class RuleTableTest {

    private static final String TABLE = "vocabulary/watching.yaml";
    private static final String RULE = """
            rule "Watch a treatment"
                @table( "watching" )
                @source( "DO-01" )
                @evidence( "label" )
            when
                Treatment( isA( row.therapy ), current, $drug : therapy )
            then
                alert( row.alert, $drug ).because( row.because ).how( row.how );
            end
            """;
    private static final String ROWS = """
            tables:
              watching:
                - {therapy: diazepam, alert: critical, title: Watch diazepam, because: It sedates.}
                - {therapy: clonazepam, alert: note, because: It clots., how: Ask., evidence: [label], sources: [DO-01]}
            """;

    @TempDir
    Path folder;

    private SmallKnowledge knowledge;

    @BeforeEach
    void write() throws IOException {
        knowledge = new SmallKnowledge(folder);
        knowledge.write("vocabulary/more-conditions.yaml", """
                kind: condition
                concepts: [{code: frailty, name: frailty}]
                """);
        knowledge.write("rules/first-line/watch.drl", RULE);
        knowledge.write(TABLE, ROWS);
    }

    @Test
    void eachRowIsARuleWithValuesOfItsOwn() throws IOException {
        assertThat(knowledge.problems()).isEmpty();

        Rule diazepam = knowledge.rule("first-line/watch#diazepam");
        assertThat(diazepam.title()).isEqualTo("Watch diazepam");
        assertThat(diazepam.then().level()).contains(AlertLevel.CRITICAL);
        assertThat(diazepam.then().because()).contains("It sedates.");
        assertThat(diazepam.patterns().get(0).constraints())
                .contains(new Constraint.Predicate("isA", List.of(new Operand.Text("diazepam"))));
        assertThat(diazepam.patterns().get(0).text())
                .isEqualTo("Treatment( isA( \"diazepam\" ), current, $drug : therapy )");
        assertThat(knowledge.rule("first-line/watch#clonazepam").then().level()).contains(AlertLevel.NOTE);
    }

    @Test
    void theTitleOfTheFileStandsForRowsWithoutOne() throws IOException {
        assertThat(knowledge.rule("first-line/watch#clonazepam").title()).isEqualTo("Watch a treatment");
    }

    @Test
    void aPartOfTheSentenceIsLeftOutWhereTheRowHasNothing() throws IOException {
        assertThat(knowledge.rule("first-line/watch#diazepam").then().how()).isEqualTo(Optional.empty());
        assertThat(knowledge.rule("first-line/watch#clonazepam").then().how()).contains("Ask.");
    }

    @Test
    void aPartIsATextOrAColumn() throws IOException {
        knowledge.write(
                "rules/first-line/watch.drl", RULE.replace(".how( row.how )", ".how( \"Look twice.\", row.how )"));

        assertThat(knowledge.problems())
                .allSatisfy(problem -> assertThat(problem)
                        .startsWith("rules/first-line/watch.drl:8:")
                        .contains("a text in quotes or a column of the row, not both"))
                .isNotEmpty();
    }

    @Test
    void aListStandsForItsValues() throws IOException {
        knowledge.write(
                "rules/first-line/watch.drl",
                RULE.replace("Treatment(", "Patient( hasAny( row.signs ) )\n    Treatment("));
        knowledge.write(
                TABLE,
                ROWS.replace("title: Watch diazepam", "signs: [frailty, sleep-apnoea]")
                        .replace("how: Ask.", "signs: [frailty], how: Ask."));

        assertThat(knowledge.problems()).isEmpty();
        assertThat(knowledge.rule("first-line/watch#diazepam").patterns().get(0).text())
                .isEqualTo("Patient( hasAny( \"frailty\", \"sleep-apnoea\" ) )");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {therapy: diazepam,              | {therapy: diazpam,           | 3:17 | unknown-concept  | did you mean diazepam?
            alert: critical                  | alert: dire                  | 3:34 | unknown-word     | critical, warning or note
            because: It sedates.             | because: it sedates.         | 3:76 | text-style       | a capital first
            , because: It sedates.           |                              | 8:5  | no-reason        | say why
            alert: critical, title           | title                        | 3:7  | data-file        | diazepam has no alert
            {therapy: clonazepam, alert: note      | {therapy: [clonazepam, diazepam], alert: note | 4:7 | data-file        | the first column of a row names it
            therapy: clonazepam                    | therapy: diazepam            | 4:7  | duplicate        | has a row diazepam already
            alert: note                      | alert: [note, warning]       | 4:36 | data-file        | takes one value here
            sources: [DO-01]                 | sources: [DO-10]             | 4:101 | unknown-statement | there is no statement DO-10
            title: Watch diazepam            | title: Watch "diazepam"      | 3:51 | title            | holds no quotes
            """)
    void whatIsWrongWithARowIsNamedWhereItStands(String sound, String broken, String at, String code, String message)
            throws IOException {
        knowledge.write(TABLE, ROWS.replace(sound, broken == null ? "" : broken));

        List<Diagnostic> problems = Linter.check(folder).findings().stream()
                .filter(problem -> problem.code().equals(code))
                .toList();

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).line() + ":" + problems.get(0).column()).isEqualTo(at);
        assertThat(problems.get(0).message()).contains(message);
    }

    @Test
    void aRuleOverNoTableHasNoRow() throws IOException {
        knowledge.write("rules/first-line/watch.drl", RULE.replace("    @table( \"watching\" )\n", ""));

        assertThat(knowledge.problems()).anyMatch(problem -> problem.contains("say which table before when"));
    }
}
