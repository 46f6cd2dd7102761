package org.spsrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as people and records write them. */
class WrittenDateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2013                      | 2013
            2013-05                   | 2013-05
            2013-05-14                | 2013-05-14
            2013-5-4                  | 2013-05-04
            2013/05/14                | 2013-05-14
            2015-02-07T13:28:17-05:00 | 2015-02-07
            1999-12-31 19:00:00 -0500 | 1999-12-31
            20141028                  | 2014-10-28
            20101217184500            | 2010-12-17
            201012171845              | 2010-12-17
            20101217184500.000-0500   | 2010-12-17
            03/2019                   | 2019-03
            3.2019                    | 2019-03
            29.02.2020                | 2020-02-29
            06-17-2014                | 2014-06-17
            5/5/2014                  | 2014-05-05
            May 2013                  | 2013-05
            Jan 5, 2020               | 2020-01-05
            5 January 2020            | 2020-01-05
            17th of October, 2014     | 2014-10-17
            01-JAN-2020               | 2020-01-01
            1. M\u00e4rz 2000         | 2000-03-01
            le 1er ao\u00fbt 2014     | 2014-08-01
            21 de Octubre de 2014     | 2014-10-21
            12 de junio del 2012      | 2012-06-12
            26 gennaio 2014           | 2014-01-26
            1900-01-01                | 1900-01-01
            Thu Sep 25 10:36:28 2003  | 2003-09-25
            July 4, 1976 12:01:02 am  | 1976-07-04
            20030925T104941-0300      | 2003-09-25
            09 25 2003                | 2003-09-25
            13NOV2017                 | 2017-11-13
            """)
    void whatCanBeReadInOneWayIsRead(String text, String date) {
        assertThat(PartialDate.read(text)).hasToString(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12.5.2020          | can be read in two ways; write 2020-05-12 or 2020-12-05
            02/03/2019         | can be read in two ways; write 2019-03-02 or 2019-02-03
            3/3/94             | write the year with four digits
            21-12-19           | write the year with four digits
            Oct 11 07          | write the year with four digits
            10 December        | is no date; write a day, a month or a year
            Friday             | is no date
            spring 2018        | is no date
            2 years ago        | is no date
            31.02.2020         | is no date
            13/2019            | is no date
            1899-12-31         | is of a year before 1900
            0031-01-01T00:00   | is of a year before 1900
            0031               | is of a year before 1900
            7 4 1976           | write 1976-04-07 or 1976-07-04
            12h 01m02s am      | is no date
            2013-13            | is no date
            Jan Feb 2020       | is no date
            5 Jan 2019 2020    | is no date
            May 5 6 2020       | is no date
            ,                  | is no date
            """)
    void whatCannotIsRefusedWithWhatWouldBeRight(String text, String advice) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialDate.read(text))
                .withMessageContaining(advice);
    }

    @Test
    @Timeout(10)
    void aTextWithoutEndTakesNoTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialDate.read("1 Jan ".repeat(100_000)))
                .withMessageContaining("characters is no date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2019-05-03 2020-06-01", "2019-05-03 10:30 - 2020-06-01 11:00", "2019-05-03T10:30 to 2020-06-01"
            })
    void aRangeIsNoDate(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PartialDate.read(text));
    }
}
