package org.spsrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "2013, 2013-01-01, 2013-12-31",
        "2012-02, 2012-02-01, 2012-02-29",
        "2013-12, 2013-12-01, 2013-12-31",
        "2013-05-14, 2013-05-14, 2013-05-14"
    })
    void itIsEveryDayThatItCanBe(String text, LocalDate earliest, LocalDate latest) {
        PartialDate date = PartialDate.parse(text);

        assertThat(date).isEqualTo(new PartialDate(earliest, latest)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "13", "20130", "2013-13", "2013-00", "2013-02-30", "2013-5", "May 2013", "2013-05-14T00:00"})
    void whatIsNoDateIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PartialDate.parse(text));
    }

    @Test
    void nothingBetweenAMonthAndAYearIsOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PartialDate(LocalDate.of(2013, 1, 1), LocalDate.of(2013, 6, 30)));
    }
}
