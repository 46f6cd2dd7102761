package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.kb.RuleRemoval.Missed;

/** No rule could be lost without a scenario failing, and of advice and alerts the loss shows in a report. */
class RuleRemovalTest {

    private final RuleRemoval removal = new RuleRemoval(BuiltIn.rules().knowledge());

    /** Most rules are missed by a scenario of their own; only for the others all are tried. */
    @Test
    void everyRuleIsMissedBySomeScenario() {
        assertThat(BuiltIn.rules().knowledge().rules()).isNotEmpty();

        Set<String> left = notMissed((scenario, rule) -> scenario.ruleId().equals(rule.id()));
        if (!left.isEmpty()) {
            left.retainAll(notMissed((scenario, rule) -> left.contains(rule.id())));
        }

        assertThat(left)
                .as("rules without which no scenario fails, of advice and alerts by what the report shows")
                .isEmpty();
    }

    private Set<String> notMissed(BiPredicate<Scenario, Rule> tried) {
        Map<String, Missed> missed = removal.missed(BuiltIn.scenarios(), tried);
        return BuiltIn.rules().knowledge().rules().stream()
                .filter(rule -> !isMissed(rule, Objects.requireNonNull(missed.get(rule.id()))))
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isMissed(Rule rule, Missed scenarios) {
        boolean shown = rule.then().verb().role() != Verb.Role.CONCLUSION;
        return !scenarios.byReport().isEmpty() || !shown && !scenarios.byRule().isEmpty();
    }
}
