package org.spsrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.Dose.Unit;

/** Doses as people and records write them. */
class WrittenDoseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            60 mg/day             | 60 mg/day
            30 mg/d               | 30 mg/day
            250 ug/d              | 250 µg/day
            250mcg/day            | 250 µg/day
            1.5 g/d               | 1.5 g/day
            15 mg daily           | 15 mg/day
            15 mg per day         | 15 mg/day
            15 mg/24h             | 15 mg/day
            5 mg TID              | 15 mg/day
            5 mg t.i.d.           | 15 mg/day
            5 mg three times a day| 15 mg/day
            5 mg bid              | 10 mg/day
            0.5 mg BD             | 1.0 mg/day
            10 mg qds             | 40 mg/day
            5 mg q8h              | 15 mg/day
            5 mg every 6 hours    | 20 mg/day
            10 mg at night        | 10 mg/day
            3 x 5 mg              | 15 mg/day
            3x5mg/day             | 15 mg/day
            7,5 mg bid            | 15.0 mg/day
            2,5 mg/day            | 2.5 mg/day
            0.125 mg bid          | 0.250 mg/day
            2 g/kg/course         | 2 g/kg/course
            """)
    void whatCanBeReadInOneWayIsRead(String text, String dose) {
        assertThat(Dose.read(text)).hasToString(dose);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2.000 mg/day    | write 2000 or 2
            1,000 mg/day    | write 1000 or 1
            1.250 mg bid    | write 1250 or 1.25
            0.5 mg prn      | write schedule: as-needed
            5 mg as needed  | write schedule: as-needed
            30-40 mg/day    | the highest: 40 mg/day
            5 to 10 mg/day  | the highest: 10 mg/day
            0.4 g/kg/day    | for example 2 g/kg/course
            2 g/kg          | for example 2 g/kg/course
            60 mg           | not a unit of dose
            60 mg/week      | not a unit of dose
            5 mg QOD        | not a dose
            diazepam        | not a dose
            """)
    void whatCannotIsRefusedWithWhatWouldBeRight(String text, String advice) {
        assertThatIllegalArgumentException().isThrownBy(() -> Dose.read(text)).withMessageContaining(advice);
    }

    @Test
    void whatIsWrittenOutIsReadBackAsItWas() {
        for (String amount : new String[] {"1.125", "0.125", "12.250", "60", "2.5", "999999999", "1.0625"}) {
            Dose dose = new Dose(new BigDecimal(amount), Unit.MILLIGRAMS_PER_DAY);

            assertThat(Dose.read(dose.toString())).isEqualByComparingTo(dose);
        }
    }
}
