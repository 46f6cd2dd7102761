package org.spsrules.authoring.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.PatientCase;
import org.spsrules.authoring.SmallKnowledge;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.rule.Rule;

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

        Knowledge written = knowledge.content().knowledge();
        Facts facts = new CaseFacts(written.vocabulary(), written)
                .of(PatientCase.asOf(LocalDate.of(2026, 1, 15)).build());
        assertThat(new ReferenceEvaluator(List.of(knowledge.rule("appraisal/a"))).evaluate(facts))
                .isEmpty();
    }
}
