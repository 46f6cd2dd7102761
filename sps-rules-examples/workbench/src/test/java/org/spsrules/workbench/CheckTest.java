package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An invariant is proven or shown with a small case that breaks it, and what cannot be read is named with its place. */
class CheckTest {

    private static final String INVARIANT = "invariants/only-if-confirmed.yaml";

    @TempDir
    private Path folder;

    private SmallBase base;

    @BeforeEach
    void write() throws IOException {
        base = SmallBase.in(folder);
        base.write(INVARIANT, """
                says: Diazepam is not offered while SPS is only suspected.
                when: |
                  Diagnosis( suspected )
                never: start
                about: diazepam
                """);
    }

    @Test
    void anInvariantIsProvenUntilARuleBreaksIt() throws IOException {
        Run proven = Run.of("check", folder.toString());

        assertThat(proven.err()).isEmpty();
        assertThat(proven.out())
                .isEqualTo(folder + "/" + INVARIANT
                        + ":1:7: proven: Diazepam is not offered while SPS is only suspected.\n"
                        + "1 of 1 invariants proven; of 1 rules, 0 never apply and 0 were not seen\n");
        assertThat(proven.exitCode()).isZero();

        base.change(SmallBase.RULE, "Diagnosis( confirmed )", "( Diagnosis( confirmed ) or Diagnosis( suspected ) )");

        Run broken = Run.of("check", folder.toString());
        assertThat(broken.out())
                .contains(":1:7: error: this case breaks it: Diazepam is not offered while SPS is only suspected.\n")
                .contains("case: {asOf: 2026-01-15, diagnosis: {status: suspected}, conditions: {list: complete}}\n")
                .endsWith("0 of 1 invariants proven; of 1 rules, 0 never apply and 0 were not seen\n");
        assertThat(broken.exitCode()).isEqualTo(1);
    }

    @Test
    void aRuleThatAppliesInNoCaseIsNamed() throws IOException {
        base.change(
                SmallBase.RULE,
                "    Patient( hasNot",
                "    exists Contraindication( therapy == \"diazepam\" )\n    Patient( hasNot");

        Run run = Run.of("check", folder.toString());

        assertThat(run.exitCode()).isZero();

        base.change(SmallBase.RULE, "therapy == \"diazepam\"", "therapy == \"diazepam\", level == \"caution\"");

        Run dead = Run.of("check", folder.toString());
        assertThat(dead.out())
                .contains(folder + "/" + SmallBase.RULE + ":1:6: error: there is no case in which this rule applies\n");
        assertThat(dead.exitCode()).isEqualTo(1);
    }

    @Test
    void aRuleThatOnlyRepeatsAnotherOneIsNamed() throws IOException {
        base.write(
                "rules/first-line/start-diazepam-in-adults.drl",
                base.text(SmallBase.RULE)
                        .replace("\"Start diazepam\"", "\"Start diazepam in adults\"")
                        .replace("Diagnosis( confirmed )", "Diagnosis( confirmed )\n    Patient( adult )"));

        Run run = Run.of("check", folder.toString());

        assertThat(run.out())
                .contains("start-diazepam-in-adults.drl:1:6: note: whenever this rule applies,"
                        + " first-line/start-diazepam says the same\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void whatIsSaidOfNoCaseIsNoProof() throws IOException {
        base.change(INVARIANT, "Diagnosis( suspected )", "Patient( child, adult )");

        Run run = Run.of("check", folder.toString());

        assertThat(run.out()).contains(":1:7: error: there is no case of which this speaks: ");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aRuleThatIsNotSeenProvesNothing() throws IOException {
        base.change(
                SmallBase.RULE,
                "Diagnosis( confirmed )",
                "Treatment( $ended : daysSinceEnd )\n    exists Treatment( daysSinceEnd < $ended )");

        Run run = Run.of("check", folder.toString());

        assertThat(run.out())
                .contains(":1:7: error: not proven, because a rule that may say it is not seen")
                .contains("first-line/start-diazepam is not seen: ");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void whatNoRuleCanSayIsNoPromise() throws IOException {
        base.change(INVARIANT, "never: start", "never: conclude");

        Run run = Run.of("check", folder.toString());

        assertThat(run.err()).contains("no rule can say this, so it would hold of anything");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsNamedWithItsPlace() throws IOException {
        base.write(INVARIANT, """
                says: Diazepam is not offered.
                when: |
                  Diagnosis( suspekted )
                  Patient( has( "sleep-apnea" ) )
                never: begin
                about: diazepan
                """);

        Run run = Run.of("check", folder.toString());

        assertThat(run.err())
                .contains(INVARIANT + ":3:14: error: ")
                .contains("[unknown-field]")
                .contains(INVARIANT + ":4:17: error: \"sleep-apnea\"")
                .contains(INVARIANT + ":5:8: error: begin is none of ")
                .contains(INVARIANT + ":6:8: error: \"diazepan\" is not in the vocabulary");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void whatWasFoundIsWrittenAsJson() {
        JsonNode json = JsonMapper.shared()
                .readTree(Run.of("check", folder.toString(), "--json").out());

        assertThat(json.get("format").asString()).isEqualTo("sps-check/1");
        assertThat(json.get("invariants").get(0).get("outcome").asString()).isEqualTo("PROVEN");
        assertThat(json.get("dead").size()).isZero();
    }
}
