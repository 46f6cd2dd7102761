package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.spsrules.PatientCase;
import org.spsrules.SpsRules;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.internal.engine.DroolsEngine;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Rule;

/** What holds of generated cases says something only if the generator reaches every rule. */
class GeneratorTest {

    private static final long SEED = 20260117;
    private static final int MOST_CASES = 100_000;

    @Test
    void everyRuleAppliesToSomeGeneratedCase() {
        try (SpsRules rules = SpsRules.load();
                DroolsEngine engine = DroolsEngine.pooled(
                        ShuffledRules.compiled(), rules.knowledge().rules())) {
            Knowledge knowledge = rules.knowledge();
            CaseFacts facts = new CaseFacts(rules.vocabulary(), knowledge);
            CaseGenerator generator = new CaseGenerator(knowledge, SEED);
            Set<String> silent =
                    knowledge.rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
            for (int i = 0; i < MOST_CASES && !silent.isEmpty(); i++) {
                PatientCase patientCase = generator.next();
                engine.evaluate(facts.of(patientCase))
                        .forEach(match -> silent.remove(match.rule().id()));
            }
            assertThat(silent).as("rules that no case of seed %d reached", SEED).isEmpty();
        }
    }
}
