package org.spsrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoseTest {

    @ParameterizedTest
    @CsvSource({
        "60 mg/day, 60 mg/day",
        "60mg/day, 60 mg/day",
        "0.5  mg/day, 0.5 mg/day",
        "0.000001 mg/day, 0.000001 mg/day",
        "999999999 mg/day, 999999999 mg/day",
        "500 mcg/day, 500 µg/day",
        "500 \u03bcg/day, 500 \u00b5g/day",
        "2 g/kg/course, 2 g/kg/course"
    })
    void readsAnAmountAndAUnit(String text, String read) {
        assertThat(Dose.parse(text)).hasToString(read);
    }

    @ParameterizedTest
    @EnumSource(Dose.Unit.class)
    void readsEveryUnitAsItIsWritten(Dose.Unit unit) {
        assertThat(Dose.parse("1 " + unit.symbol())).isEqualTo(new Dose(BigDecimal.ONE, unit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mg/day",
                "60",
                "sixty mg/day",
                "60 mg / day",
                "1e3 mg/day",
                "1,5 mg/day",
                "0x1 mg/day",
                "1234567890 mg/day",
                "1.1234567 mg/day"
            })
    void refusesWhatIsNoDoseAndShowsOne(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dose.parse(text))
                .withMessageContaining("is not a dose")
                .withMessageContaining("60 mg/day");
    }

    @Test
    void refusesAnUnknownUnitAndListsThoseThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dose.parse("60 mg/week"))
                .withMessage("\"mg/week\" is not a unit of dose; the units are µg/day, mg/day, g/day, g/kg/course");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 mg/day", "0.000000 mg/day", "-1 mg/day"})
    void isMoreThanZero(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Dose.parse(text)).withMessageContaining("more than zero");
    }

    @Test
    void comparesAmountsOverUnitsOfADimension() {
        assertThat(Dose.parse("1 g/day")).isEqualByComparingTo(Dose.parse("1000 mg/day"));
        assertThat(Dose.parse("1000 µg/day")).isEqualByComparingTo(Dose.parse("1.0 mg/day"));
        assertThat(Dose.parse("999 mg/day")).isLessThan(Dose.parse("1 g/day"));
        assertThat(Dose.parse("1001 mg/day")).isGreaterThan(Dose.parse("1 g/day"));
    }

    @Test
    void doesNotCompareDimensions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dose.parse("2 g/kg/course").compareTo(Dose.parse("2 g/day")))
                .withMessage("g/kg/course and g/day cannot be compared");
    }
}
