package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spsrules.authoring.mutation.RuleRemoval;
import org.spsrules.authoring.mutation.RuleRemoval.Missed;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;

/** No rule could be lost without a scenario failing, and of advice and alerts the loss shows in a report. */
class RuleRemovalTest {

    @Test
    void everyRuleIsMissedBySomeScenario() {
        Knowledge knowledge = BuiltIn.rules().knowledge();
        Map<String, Missed> missed = new RuleRemoval(knowledge).missed(BuiltIn.scenarios());

        assertThat(knowledge.rules())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(missed.get(rule.id()))
                        .as(
                                "without %s a scenario fails%s",
                                rule.id(), isShown(rule) ? " by what the report shows" : "")
                        .matches(scenarios -> !scenarios.byReport().isEmpty()
                                || !isShown(rule) && !scenarios.byRule().isEmpty()));
    }

    private static boolean isShown(Rule rule) {
        return rule.then().verb().role() != Verb.Role.CONCLUSION;
    }
}
