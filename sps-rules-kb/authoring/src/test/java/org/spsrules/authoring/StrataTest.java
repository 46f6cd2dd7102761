package org.spsrules.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.explain.ReferenceEvaluator;
import org.spsrules.knowledge.Rule;

class StrataTest {

    private static final String START = "start( \"diazepam\" ).because( \"It helps.\" );";

    @TempDir
    Path folder;

    private SmallKnowledge knowledge;

    @BeforeEach
    void write() throws IOException {
        knowledge = new SmallKnowledge(folder);
    }

    private Map<String, Integer> strata() throws IOException {
        assertThat(knowledge.problems()).isEmpty();
        return knowledge.content().knowledge().rules().stream().collect(Collectors.toMap(Rule::id, Rule::stratum));
    }

    @Test
    void aRuleWaitsForEveryRuleThatMayConcludeWhatItReads() throws IOException {
        knowledge.rule("appraisal/a", "Patient( adult )", "conclude( \"step-open\", \"diazepam\" );");
        knowledge.rule(
                "appraisal/b",
                "Finding( name == \"step-open\", of == \"diazepam\" )",
                "conclude( \"step-closed\", \"clonazepam\" );");
        knowledge.rule("first-line/c", "not Finding( name == \"step-closed\" )", START);

        assertThat(strata())
                .containsEntry("appraisal/a", 0)
                .containsEntry("appraisal/b", 1)
                .containsEntry("first-line/c", 2);
    }

    @Test
    void theSubjectOfAFindingTellsRulesApart() throws IOException {
        knowledge.rule(
                "appraisal/a",
                "not Finding( name == \"step-open\", of == \"clonazepam\" )",
                "conclude( \"step-open\", \"diazepam\" );");

        assertThat(strata()).containsEntry("appraisal/a", 0);
    }

    @Test
    void aVariableMayStandForAnySubject() throws IOException {
        knowledge.rule("appraisal/a", "Treatment( current, $drug : therapy )", "conclude( \"step-open\", $drug );");
        knowledge.rule("first-line/b", "Finding( name == \"step-open\", of == \"clonazepam\" )", START);

        assertThat(strata()).containsEntry("first-line/b", 1);
    }

    @Test
    void aCircleIsAnError() throws IOException {
        knowledge.rule("appraisal/a", "not Finding( name == \"step-open\" )", "conclude( \"step-closed\" );");
        knowledge.rule("appraisal/b", "Finding( name == \"step-closed\" )", "conclude( \"step-open\" );");

        assertThat(knowledge.problems())
                .containsExactly("rules/appraisal/a.drl:5:5: error: this rule waits for a finding that depends on this"
                        + " rule: appraisal/a <- appraisal/b <- appraisal/a [circle]");
    }

    /** Strata go by the first name; were the evaluator to go by the last, it would wait for the rule that it evaluates. */
    @Test
    void aFindingWithTwoNamesIsLookedForByTheFirst() throws IOException {
        knowledge.rule(
                "appraisal/a",
                "Finding( name == \"step-open\", name == \"step-closed\" )",
                "conclude( \"step-closed\" );");

        assertThat(new ReferenceEvaluator(List.of(rule("appraisal/a"))).evaluate(List.of()))
                .isEmpty();
    }

    @Test
    void whatIsCompiledStandsInOnePackageAndAsksTheSingleFactsInOnePlace() throws IOException {
        assertThat(compiled(knowledge.content().knowledge().rules().get(0)))
                .startsWith("package org.spsrules.kb;")
                .contains("rule \"first-line/start-diazepam\" salience 3 when ")
                .endsWith("when SingleFacts( diagnosis.confirmed, patient.hasNot( \"sleep-apnoea\" ) )"
                        + " then conclusions.add( drools.getRule().getName() ); end\n");
    }

    @Test
    void whatACaseMayLackStandsFirst() throws IOException {
        knowledge.rule(
                "safety/a",
                "Patient( adult )\n    exists Plan( action == \"start\" )\n    not Finding( name == \"step-open\" )",
                START);

        assertThat(compiled(rule("safety/a")))
                .contains("when Plan( action == \"start\" ) SingleFacts( patient.adult )"
                        + " not ( Finding( name == \"step-open\" ) ) then");
    }

    @Test
    void aRuleOfSeveralFactsAsksOfEachOnlyWhetherThereIsOne() throws IOException {
        knowledge.rule("safety/a", "exists Plan( action == \"start\" )\n    exists Treatment( current )", START);

        assertThat(compiled(rule("safety/a")))
                .contains("when exists ( Plan( action == \"start\" ) ) exists ( Treatment( current ) ) then");
    }

    @Test
    void findingsAboutAnythingAreSeveral() throws IOException {
        knowledge.rule("safety/a", "exists Treatment( current )\n    Finding( name == \"step-open\" )", START);

        assertThat(compiled(rule("safety/a")))
                .contains("when Finding( name == \"step-open\" ) exists ( Treatment( current ) ) then");
    }

    @Test
    void eachCountHasAVariableOfItsOwn() throws IOException {
        String count = "accumulate( Treatment( current ); $n : count( 1 ); $n >= 2 )";
        knowledge.rule("safety/a", count + "\n    " + count, START);

        assertThat(compiled(rule("safety/a"))).contains("$counted0 >= 2", "$counted1 >= 2");
    }

    @Test
    void alternativesAboutSingleFactsAreOneExpression() throws IOException {
        knowledge.rule(
                "safety/a", "( Patient( age >= 65 ) or Course( uncontrolled ) or exists Treatment( current ) )", START);

        assertThat(compiled(rule("safety/a")))
                .contains("when ( ( SingleFacts( ( ( patient.age >= 65 ) || ( course.uncontrolled ) ) ) )"
                        + " or ( Treatment( current ) ) ) then");
    }

    private Rule rule(String id) throws IOException {
        return knowledge.content().knowledge().rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String compiled(Rule rule) {
        return CompiledForm.of(rule, 3);
    }
}
