package org.spsrules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void spellsOutWhateverCouldSteerATerminal() {
        Problem problem = new Problem("conditions.present[\u001b[2J]", "a\nb\u202e\u009b\u2028\ud800");

        assertThat(problem.path()).isEqualTo("conditions.present[\\u001b[2J]");
        assertThat(problem.message()).isEqualTo("a\\u000ab\\u202e\\u009b\\u2028\\ud800");
    }

    @Test
    void leavesOtherCharactersAlone() {
        assertThat(new Problem("a", "Ménière µg \"x\" \\ 😀").message()).isEqualTo("Ménière µg \"x\" \\ 😀");
    }
}
