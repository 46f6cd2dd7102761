package org.spsrules.authoring.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page says every key that a case may have. */
class CasePageTest {

    @Test
    void aKeyIsShownWithItsValuesAndItsMeaning() {
        assertThat(CasePage.text())
                .contains("| `control` | `good`, `partial`, `poor`, `unknown` |"
                        + " Control of symptoms, as judged by a clinician |")
                .contains("| `age` | a number, 0 to 130, or `18 months` |")
                .contains("| `given` | a list of `treatment` | Treatments, past and current |")
                .contains("| `patient` | see `patient` | The person |")
                .contains("| `asOf` | a day, `2026-01-15` |")
                .contains(
                        "| `pregnancy` | `yes`, `no`, `unknown` | Is the patient pregnant? Unknown is never read as no. |");
    }

    @Test
    void everySectionIsThere() {
        assertThat(CasePage.text().lines().filter(line -> line.startsWith("## ")))
                .containsExactly(
                        "## The case",
                        "## `patient`: The person",
                        "## `diagnosis`: How certain the diagnosis of SPS is",
                        "## `course`: How the disease goes",
                        "## `checklist`: what is present, and what is not",
                        "## `test`: The result of a test",
                        "## `treatments`: What was and is given",
                        "## `treatment`: A treatment",
                        "## `plan`: Something planned, ordered or wished");
    }
}
