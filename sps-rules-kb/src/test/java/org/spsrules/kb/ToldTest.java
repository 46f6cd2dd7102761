package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.ScenarioRun;
import org.spsrules.authoring.trace.Told;
import org.spsrules.internal.rule.Rule;
import org.spsrules.io.PatientCaseReader;

/** What a default report tells is told from what is only cited (decision D-71). */
class ToldTest {

    /** What the first drug is, when it must not be stopped, and that an alert about a pump cannot wait. */
    private static final List<String> TOLD = List.of("DO-01", "LW-53", "DO-33", "S-WD2");

    /** An entry of the list of references, and when the article was last changed. */
    private static final List<String> ONLY_CITED = List.of("LW-77", "DO-56");

    @Test
    void aStatementIsToldByAScenarioWhoseReportCitesIt() {
        SpsRules rules = BuiltIn.rules();
        Told told = Told.by(rules.knowledge(), scenariosOfRulesThatCite(TOLD));
        PatientCaseReader reader = new PatientCaseReader(rules.vocabulary());

        assertThat(TOLD).allSatisfy(id -> {
            Scenario teller = told.tellerOf(id).orElseThrow();
            Report report = rules.evaluate(reader.read(teller.patientCase()));
            assertThat(new ScenarioRun(rules).mismatches(teller)).isEmpty();
            assertThat(report.toString()).contains("id=" + id + ",");
        });
        assertThat(ONLY_CITED).allSatisfy(id -> assertThat(told.tellerOf(id)).isEmpty());
    }

    private static List<Scenario> scenariosOfRulesThatCite(List<String> statements) {
        Set<String> citing = BuiltIn.rules().knowledge().rules().stream()
                .filter(rule -> rule.sources().stream().anyMatch(statements::contains))
                .map(Rule::id)
                .collect(Collectors.toSet());
        return BuiltIn.scenarios().stream()
                .filter(scenario -> citing.contains(scenario.ruleId()))
                .toList();
    }

    @Test
    void withoutScenariosNothingIsTold() {
        assertThat(Told.by(BuiltIn.rules().knowledge(), List.of()).tellerOf("DO-01"))
                .isEmpty();
    }
}
