package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.SpsRules;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.ScenarioRun;
import org.spsrules.authoring.scenario.Scenarios;
import org.spsrules.internal.rule.Rule;

/** Every scenario beside a rule is a test; a development environment opens its file at its line. */
class ScenarioTest {

    private static final Path KNOWLEDGE = Path.of("").toAbsolutePath();
    private static final SpsRules RULES = BuiltIn.rules();

    @TestFactory
    Stream<DynamicTest> eachScenarioHolds() {
        ScenarioRun run = new ScenarioRun(RULES);
        return BuiltIn.scenarios().stream()
                .map(scenario -> dynamicTest(
                        scenario.toString(),
                        place(scenario),
                        () -> assertThat(run.mismatches(scenario))
                                .as("%s:%s %s", scenario.file(), scenario.position(), scenario.name())
                                .isEmpty()));
    }

    private static URI place(Scenario scenario) {
        return URI.create(KNOWLEDGE.resolve(scenario.file()).toUri() + "?line="
                + scenario.position().line());
    }

    @Test
    void everyRuleHasScenariosAndNoneIsMisspelt() {
        Diagnostics diagnostics = new Diagnostics();

        Scenarios.read(BuiltIn.content().scenarios(), RULES.knowledge(), diagnostics);

        assertThat(diagnostics.sorted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyRuleHasAScenarioInWhichItAppliesAndOneInWhichItDoesNot(boolean applies) {
        assertThat(BuiltIn.scenarios().stream()
                        .filter(scenario -> scenario.expected().fires().equals(Optional.of(applies)))
                        .map(Scenario::ruleId)
                        .collect(Collectors.toSet()))
                .as("rules with a scenario that expects them to %s", applies ? "apply" : "be silent")
                .containsAll(RULES.knowledge().rules().stream().map(Rule::id).toList());
    }
}
