package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.Evaluation;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.rule.Rule;

/** What holds of generated cases says something only if the generator reaches every rule. */
class GeneratorTest {

    private static final long SEED = 20260117;
    private static final int MOST_CASES = 100_000;

    /** Of each case only the rules are evaluated that no case before it reached. */
    @Test
    void everyRuleAppliesToSomeGeneratedCase() {
        Knowledge knowledge = BuiltIn.rules().knowledge();
        CaseFacts facts = new CaseFacts(knowledge.vocabulary(), knowledge);
        ReferenceEvaluator evaluator = new ReferenceEvaluator(knowledge.rules());
        CaseGenerator generator = new CaseGenerator(knowledge, SEED);
        List<Rule> silent = new ArrayList<>(knowledge.rules());
        for (int i = 0; i < MOST_CASES && !silent.isEmpty(); i++) {
            Evaluation evaluation = evaluator.on(facts.of(generator.next()));
            silent.removeIf(rule -> !evaluation.matchesOf(rule).isEmpty());
        }
        assertThat(silent)
                .extracting(Rule::id)
                .as("rules that no case of seed %d reached", SEED)
                .isEmpty();
    }
}
