package org.spsrules.authoring.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EverydayWordTest {

    private static final List<String> VERBS = List.of("start", "taper");

    @Test
    void aWordOfEverydayUseIsToldWhatTheLanguageSays() {
        assertThat(EverydayWord.instead("give", VERBS)).isEqualTo("; for give write start or add");
        assertThat(EverydayWord.instead("Medication", VERBS)).isEqualTo("; for Medication write Treatment");
    }

    @Test
    void aSlipIsToldWhatIsSpeltLikeIt() {
        assertThat(EverydayWord.instead("strat", VERBS)).isEqualTo("; did you mean start?");
        assertThat(EverydayWord.instead("nothing-like-it", VERBS)).isEmpty();
    }
}
