package org.spsrules.authoring.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.rule.Verb;

class EverydayWordTest {

    private static final List<String> VERBS = List.of("start", "taper");

    @Test
    void aWordOfEverydayUseIsToldWhatTheLanguageSays() {
        assertThat(EverydayWord.instead("give", VERBS)).isEqualTo("; for give write start or add");
        assertThat(EverydayWord.instead("Medication", VERBS)).isEqualTo("; for Medication write Treatment");
    }

    @Test
    void whatIsSaidInItsPlaceIsOfTheLanguageAndTheWordIsNot() {
        Set<String> language = Stream.of(
                        Arrays.stream(Verb.values()).map(Verb::word),
                        FactModel.instance().types().keySet().stream(),
                        FactModel.instance().types().values().stream()
                                .flatMap(type -> type.questions().keySet().stream()))
                .flatMap(words -> words)
                .collect(Collectors.toSet());

        EverydayWord.MEANT.forEach((word, forms) -> {
            assertThat(language).doesNotContain(word);
            assertThat(forms)
                    .isNotEmpty()
                    .allSatisfy(form -> assertThat(language).contains(form.split("\\(")[0]));
        });
    }

    @Test
    void aSlipIsToldWhatIsSpeltLikeIt() {
        assertThat(EverydayWord.instead("strat", VERBS)).isEqualTo("; did you mean start?");
        assertThat(EverydayWord.instead("nothing-like-it", VERBS)).isEmpty();
    }
}
