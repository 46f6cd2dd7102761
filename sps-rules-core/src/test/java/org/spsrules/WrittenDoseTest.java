package org.spsrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.Dose.Unit;

/** Doses as people and records write them. */
class WrittenDoseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            60 mg/day                               | 60 mg/day
            30 mg/d                                 | 30 mg/day
            250 ug/d                                | 250 µg/day
            250mcg/day                              | 250 µg/day
            1.5 g/d                                 | 1.5 g/day
            15 mg daily                             | 15 mg/day
            15 mg per day                           | 15 mg/day
            15 mg/24h                               | 15 mg/day
            20 mg/die                               | 20 mg/day
            5 mg TID                                | 15 mg/day
            5 mg t.i.d.                             | 15 mg/day
            5 mg three times a day                  | 15 mg/day
            5 mg, 3 times per day                   | 15 mg/day
            5 mg bid                                | 10 mg/day
            0.5 mg BD                               | 1 mg/day
            10 mg qds                               | 40 mg/day
            10mg po bid                             | 20 mg/day
            5mg BDS                                 | 10 mg/day
            5 mg q8h                                | 15 mg/day
            5 mg every 6 hours                      | 20 mg/day
            5 mg every twelve hours                 | 10 mg/day
            5 mg/8 h                                | 15 mg/day
            5mg 8 hourly                            | 15 mg/day
            5 mg eight-hourly                       | 15 mg/day
            10 mg at night                          | 10 mg/day
            0.5 mg HS                               | 0.5 mg/day
            5mg mane                                | 5 mg/day
            3 x 5 mg                                | 15 mg/day
            3x5mg/day                               | 15 mg/day
            5 mg x 3                                | 15 mg/day
            5mg x3/day                              | 15 mg/day
            7,5 mg bid                              | 15 mg/day
            2,5 mg/day                              | 2.5 mg/day
            0.125 mg bid                            | 0.25 mg/day
            250 µg/h                                | 6000 µg/day
            1 tablet 5 mg three times daily         | 15 mg/day
            2 tabs of 10 mg bid                     | 40 mg/day
            5 mg (1 tablet) TID                     | 15 mg/day
            100 mg 1 tablet daily                   | 100 mg/day
            1 mg Cap 3 capsules by mouth BID        | 6 mg/day
            10 mg Tab 1 tablet by mouth daily       | 10 mg/day
            20 mg every evening at bedtime          | 20 mg/day
            600 MG 2 TIMES DAILY BEFORE MEALS       | 1200 mg/day
            5 mg 1-0-1                              | 10 mg/day
            1-0-1 5 mg                              | 10 mg/day
            10 mg ½-0-1                             | 15 mg/day
            5-0-10 mg                               | 15 mg/day
            10-10-20 mg/day                         | 40 mg/day
            30 mg (10-10-10)                        | 30 mg/day
            10 mg morgens und abends                | 20 mg/day
            3x tgl. 10 mg                           | 30 mg/day
            2,5 mg 3x/Tag                           | 7.5 mg/day
            15 mg/Tag                               | 15 mg/day
            5 mg cada 8 horas                       | 15 mg/day
            5 mg c/8h                               | 15 mg/day
            75 mg mañana y noche                    | 150 mg/day
            5 mg trois fois par jour                | 15 mg/day
            5 mg matin et soir                      | 10 mg/day
            10 mg ogni 8 ore                        | 30 mg/day
            10 mg qAM and 20 mg qHS                 | 30 mg/day
            10 mg am, 20 mg pm                      | 30 mg/day
            200 µg in the morning and 1 mg at night | 1200 µg/day
            30-40 mg/day                            | 40 mg/day
            30 to 40 mg daily                       | 40 mg/day
            up to 40 mg per day                     | 40 mg/day
            1 mg BID to TID                         | 3 mg/day
            5 mg 2-3 times a day                    | 15 mg/day
            5 mg every 4-6 hours                    | 30 mg/day
            60 mg daily in divided doses            | 60 mg/day
            60 mg/day divided TID                   | 60 mg/day
            60 mg daily in 3 doses                  | 60 mg/day
            total daily dose of 60 mg               | 60 mg/day
            10 mg TID (30 mg/day)                   | 30 mg/day
            30 mg/day (10 mg TID)                   | 30 mg/day
            2 g/kg/course                           | 2 g/kg/course
            2 g/kg over 5 days                      | 2 g/kg/course
            2 g/kg in divided doses over 2-5 days   | 2 g/kg/course
            2 g/kg every 4 weeks                    | 2 g/kg/course
            0.4 g/kg/day for 5 days                 | 2 g/kg/course
            400 mg/kg/day x 5 days                  | 2 g/kg/course
            1 g/kg/day x 2                          | 2 g/kg/course
            0,4 g/kg/day given over 5 days          | 2 g/kg/course
            """)
    void whatCanBeReadInOneWayIsRead(String text, String dose) {
        assertThat(Dose.read(text)).hasToString(dose);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2.000 mg/day              | write 2000 or 2
            1,000 mg/day              | write 1000 or 1
            1.250 mg bid              | write 1250 or 1.25
            0.5 mg prn                | write schedule: as-needed, and as the dose the most that is taken in a day, or none
            5 mg as needed            | write schedule: as-needed
            Take as needed.           | write schedule: as-needed
            10 mg TID prn             | taken in a day, 30 mg/day
            5 mg prn, up to 15 mg/day | taken in a day, 15 mg/day
            5 mg q4-6h prn            | taken in a day, 30 mg/day
            40-30 mg/day              | is not a dose of a day
            0.4 g/kg/day              | for example 2 g/kg/course
            2 g/kg                    | for example 2 g/kg/course
            1 g/kg for 2 days         | write 1 g/kg/course or 2 g/kg/course
            3 mg 1-1-1                | write 3 mg/day or 9 mg/day
            10 mg TID (40 mg/day)     | write 30 mg/day or 40 mg/day
            40 mg 2 tablets BID       | write 80 mg/day or 160 mg/day
            1 mg 1/2 tablet at night  | write 1 mg/day or 0.5 mg/day
            2.5 mg every Tuesday      | is not given every day
            12 mg every 15 min prn    | the most that is taken in a day, or none
            3 x 5 mg TID              | is not a dose of a day
            2 tabs 10 mg bid          | is not a dose of a day
            10 mg BID at night        | is not a dose of a day
            5 mg + 10 mg daily        | is not a dose of a day
            5 mg q7h                  | is not the same every day
            5 mg every 0 h            | is not the same every day
            60 mg                     | is not a dose of a day
            60 mg/week                | is not given every day
            5 mg QOD                  | is not given every day
            5 mg once                 | is not given every day
            0 mg/day                  | more than zero
            -5 mg/day                 | more than zero
            1e5 mg/day                | is not a dose
            diazepam                  | is not a dose
            diazepam 5 mg tid         | is not a dose
            ,                         | is not a dose
            """)
    void whatCannotIsRefusedWithWhatWouldBeRight(String text, String advice) {
        assertThatIllegalArgumentException().isThrownBy(() -> Dose.read(text)).withMessageContaining(advice);
    }

    @Test
    void whatIsWrittenOutIsReadBackAsItWas() {
        for (String amount : new String[] {"1.125", "0.125", "12.25", "60", "2.5", "999999999", "1.0625"}) {
            Dose dose = new Dose(new BigDecimal(amount), Unit.MILLIGRAMS_PER_DAY);

            assertThat(Dose.read(dose.toString())).isEqualByComparingTo(dose);
        }
    }

    @Test
    @Timeout(10)
    void aTextWithoutEndTakesNoTimeAndNoStack() {
        for (String endless : new String[] {"3 x ".repeat(2_750), "{".repeat(1_000_000), "5 mg ".repeat(41)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Dose.read(endless))
                    .withMessageContaining("characters is not a dose")
                    .withMessageContaining("60 mg/day");
        }
        assertThat(Dose.read("5 mg TID" + " ".repeat(1_000))).hasToString("15 mg/day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5/325", "5/325 TID", "37.5 mg/325 mg", "7.5/325 mg tablets BID"})
    void strengthsOfSeveralDrugsAreTheDoseOfNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dose.read(text))
                .withMessageContaining("state each drug by itself");
    }
}
