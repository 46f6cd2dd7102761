package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What scenarios leave open is named with its place and with what would close it, and is gone when that is written. */
class ProofCommandsTest {

    private static final String UNCONFIRMED = """
              - name: SPS is only suspected
                like: No sleep apnoea
                but: {diagnosis: {status: suspected}}
                expect: silent
            """;

    @TempDir
    private Path folder;

    private SmallBase base;

    @BeforeEach
    void write() throws IOException {
        base = SmallBase.in(folder);
    }

    @Test
    void aSideOfAConditionThatNoScenarioSeesIsNamed() throws IOException {
        Run run = Run.of("coverage", folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo(folder + "/" + SmallBase.RULE + ":5:16: never seen false: confirmed; write one like"
                        + " \"No sleep apnoea\" in which confirmed does not hold while what stands before it does\n"
                        + "75.0 % covered: 1 of 2 conditions seen true and false, 0 of 0 rows\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(Run.of("coverage", folder.toString(), "--min", "75").exitCode())
                .isZero();
        assertThat(Run.of("coverage", folder.toString(), "--min", "75.1").exitCode())
                .isEqualTo(1);

        base.write(SmallBase.SCENARIOS, base.text(SmallBase.SCENARIOS) + UNCONFIRMED);

        Run covered = Run.of("coverage", folder.toString());
        assertThat(covered.out()).isEqualTo("100.0 % covered: 2 of 2 conditions seen true and false, 0 of 0 rows\n");
        assertThat(covered.exitCode()).isZero();
    }

    @Test
    void coverageIsWrittenAsJson() {
        JsonNode json = JsonMapper.shared()
                .readTree(Run.of("coverage", folder.toString(), "--json").out());

        assertThat(json.get("format").asString()).isEqualTo("sps-coverage/1");
        JsonNode first = json.get("conditions").get(0);
        assertThat(first.get("text").asString()).isEqualTo("confirmed");
        assertThat(first.get("met").asBoolean()).isTrue();
        assertThat(first.get("unmet").asBoolean()).isFalse();
    }

    @Test
    void aFaultThatNobodyNoticesIsNamedWithTheScenarioThatWould() throws IOException {
        base.change(SmallBase.RULE, "    Patient( hasNot( \"sleep-apnoea\" ) )\n", "    Patient( age >= 65 )\n");
        base.write(SmallBase.SCENARIOS, """
                scenarios:
                  - name: Old
                    case: {asOf: 2026-01-15, patient: {age: 65}, diagnosis: {status: confirmed}}
                    expect: {rule: fires, recommends: [start diazepam]}
                  - name: Young
                    like: Old
                    but: {patient: {age: 60}}
                    expect: silent
                """ + UNCONFIRMED.replace("No sleep apnoea", "Old"));

        Run run = Run.of("mutate", folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(SmallBase.RULE
                        + ":6:14: nobody notices first-line/start-diazepam: Patient( age >= 65 ): age >= 65"
                        + " as 64 (a limit lies one step away, on the other side)\n")
                .contains(
                        "    case: {asOf: 2026-01-15, patient: {age: 64}, diagnosis: {treatedAsSps: yes}}\n    expect: silent\n")
                .endsWith(", 1 by nobody\n");
        assertThat(run.exitCode()).isEqualTo(1);

        base.change(SmallBase.SCENARIOS, "age: 60", "age: 64");

        Run noticed = Run.of("mutate", folder.toString());
        assertThat(noticed.out()).startsWith("100.0 % of ").endsWith(", 0 by nobody\n");
        assertThat(noticed.exitCode()).isZero();
    }

    @Test
    void theLevelOfAnAlertIsNoticedWhereItIsExpected() throws IOException {
        base.change(SmallBase.RULE, "start( \"diazepam\" )", "alert( critical, \"diazepam\" )");
        base.write(
                SmallBase.SCENARIOS,
                base.text(SmallBase.SCENARIOS)
                                .replace("recommends: [start diazepam]", "alerts: [first-line/start-diazepam]")
                        + UNCONFIRMED);

        Run run = Run.of("mutate", folder.toString());

        assertThat(run.out())
                .contains("nobody notices first-line/start-diazepam: critical as warning")
                .contains("alerts: [critical first-line/start-diazepam about diazepam]");

        base.change(
                SmallBase.SCENARIOS,
                "[first-line/start-diazepam]",
                "[critical first-line/start-diazepam about diazepam]");

        assertThat(Run.of("test", folder.toString(), "--quick").exitCode()).isZero();
        assertThat(Run.of("mutate", folder.toString()).exitCode()).isZero();

        base.change(SmallBase.SCENARIOS, "about diazepam", "about diazepan");

        assertThat(Run.of("test", folder.toString(), "--quick").err())
                .contains("\"diazepan\" is not in the vocabulary; did you mean diazepam?");
    }

    @Test
    void whatIsListedAsChangingNothingMustStillChangeNothing() throws IOException {
        String fault = "first-line/start-diazepam: Diagnosis( confirmed ): confirmed (a constraint is not looked at)";
        base.write("equivalents.yaml", """
                equivalents:
                  - fault: "%s"
                    reason: We say so.
                  - fault: "nothing"
                    reason: We say so.
                """.formatted(fault));

        Run run = Run.of("mutate", folder.toString());

        assertThat(run.err())
                .contains("equivalents.yaml:2:5: error: this fault changes something, as this scenario shows:")
                .contains("equivalents.yaml:4:5: error: there is no such fault any more; take the entry away: nothing");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void thatAFaultChangesNothingIsProven() throws IOException {
        base.change(SmallBase.RULE, "Diagnosis( confirmed )", "Diagnosis( confirmed, confirmed )");
        base.write(SmallBase.SCENARIOS, base.text(SmallBase.SCENARIOS) + UNCONFIRMED);

        assertThat(Run.of("mutate", folder.toString()).out())
                .doesNotContain("confirmed (a constraint is not looked at)")
                .contains(", 2 by nobody, because it is proven to change nothing, ");
    }

    @Test
    void onlySomeRulesCanBeMeant() {
        assertThat(Run.of("coverage", folder.toString(), "--only", "*/start-*").out())
                .endsWith(" 1 of 2 conditions seen true and false, 0 of 0 rows\n");

        Run none = Run.of("mutate", folder.toString(), "--only", "first-line/start-diazepan");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err())
                .contains("--only: no rule has an id that begins with first-line/start-diazepan; did you mean");
    }

    @Test
    void scenariosThatFailAlreadyNoticeNothing() throws IOException {
        base.change(SmallBase.SCENARIOS, "rule: fires", "rule: silent");

        Run run = Run.of("mutate", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("the scenario fails without any fault, so that it can notice none; see sps test");
    }
}
