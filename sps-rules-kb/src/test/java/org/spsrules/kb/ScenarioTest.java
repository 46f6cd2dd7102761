package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.spsrules.SpsRules;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.ScenarioRun;
import org.spsrules.authoring.scenario.Scenarios;

/** Every scenario beside a rule is a test; a development environment opens its file at its line. */
class ScenarioTest {

    private static final Path KNOWLEDGE = Path.of("").toAbsolutePath();
    private static final SpsRules RULES = SpsRules.load();

    @AfterAll
    static void close() {
        RULES.close();
    }

    private static List<Scenario> scenarios(Diagnostics diagnostics) throws IOException {
        return Scenarios.read(KnowledgeFolder.read(KNOWLEDGE).scenarios(), RULES.knowledge(), diagnostics);
    }

    @TestFactory
    Stream<DynamicTest> eachScenarioHolds() throws IOException {
        ScenarioRun run = new ScenarioRun(RULES);
        return scenarios(new Diagnostics()).stream()
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
    void everyRuleHasScenariosAndNoneIsMisspelt() throws IOException {
        Diagnostics diagnostics = new Diagnostics();

        scenarios(diagnostics);

        assertThat(diagnostics.sorted()).isEmpty();
    }

    @Test
    void everyRuleHasAScenarioInWhichItAppliesAndOneInWhichItDoesNot() throws IOException {
        List<Scenario> all = scenarios(new Diagnostics());

        for (boolean applies : new boolean[] {true, false}) {
            assertThat(RULES.knowledge().rules())
                    .allSatisfy(rule -> assertThat(all)
                            .as("scenarios of %s that expect it to %s", rule.id(), applies ? "apply" : "be silent")
                            .anyMatch(scenario -> scenario.ruleId().equals(rule.id())
                                    && scenario.expected()
                                            .fires()
                                            .filter(fires -> fires == applies)
                                            .isPresent()));
        }
    }
}
