package org.spsrules.internal.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    @Test
    void theNearestWordIsSuggested() {
        assertThat(Suggestion.nearest("diazapam", List.of("clonazepam", "diazepam")))
                .contains("diazepam");
    }

    @Test
    void ofTwoThatAreEquallyNearTheOneThatBeginsAlikeIsSuggested() {
        assertThat(Suggestion.nearest("LW-780", List.of("LW-70", "LW-78", "LW-80")))
                .contains("LW-78");
    }

    /** To compare two of them would take more memory than there is. */
    @Test
    void nothingIsSuggestedForWhatIsFarLongerThanAWord() {
        assertThat(Suggestion.nearest("a".repeat(100_000), List.of("a".repeat(100_001))))
                .isEmpty();
    }
}
