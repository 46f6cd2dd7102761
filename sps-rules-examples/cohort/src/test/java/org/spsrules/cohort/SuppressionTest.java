package org.spsrules.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spsrules.cohort.Summary.Row;

/** Which numbers are hidden. */
class SuppressionTest {

    private final Suppression belowFive = new Suppression(5);

    private static List<Row> rows(long... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> new Row("k" + number, "", "", number))
                .toList();
    }

    @Test
    void whatIsSmallAndNotZeroIsHidden() {
        assertThat(belowFive.apart(rows(0, 1, 4, 5, 9))).extracting(Row::cases).containsExactly(0L, null, null, 5L, 9L);
        assertThat(new Suppression(0).apart(rows(0, 1, 2)))
                .extracting(Row::cases)
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void theOrderOfWhatIsHiddenSaysNothing() {
        assertThat(belowFive.ranked(rows(1, 9, 4, 12, 3)))
                .extracting(Row::key)
                .containsExactly("k12", "k9", "k1", "k3", "k4");
    }

    @Test
    void aSingleHiddenPartCannotBeWorkedOutFromTheWhole() {
        assertThat(belowFive.parts(rows(0, 3, 9, 7))).extracting(Row::cases).containsExactly(0L, null, 9L, null);
        assertThat(belowFive.parts(rows(3, 2, 7))).extracting(Row::cases).containsExactly(null, null, 7L);
        assertThat(belowFive.parts(rows(8, 7))).extracting(Row::cases).containsExactly(8L, 7L);
    }
}
