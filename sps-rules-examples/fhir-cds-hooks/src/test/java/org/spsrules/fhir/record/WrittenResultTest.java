package org.spsrules.fhir.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.Answer;

/**
 * Results in words, as the catalogues of RML (rmlonline.com) and of musclabservices.testcatalog.org, a case of PERM
 * (Practical Neurology 14:123) and tests of public programs write them.
 */
class WrittenResultTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Positive                           | YES
            Reactive                           | YES
            strongly positive                  | YES
            positive (1:1280)                  | YES
            POS 1:640                          | YES
            Detected                           | YES
            present                            | YES
            Negative                           | NO
            neg.                               | NO
            Non-Reactive                       | NO
            Nonreactive                        | NO
            Non-Reactive (NR)                  | NO
            Non-Reactive, Negative             | NO
            Negative (HBsAg non-reactive)      | NO
            Negative for malarial parasites    | NO
            Not detected                       | NO
            None detected                      | NO
            no                                 | NO
            Grayzone                           | UNKNOWN
            Equivocal                          | UNKNOWN
            Indeterminate, Equivocal           | UNKNOWN
            weakly positive                    | UNKNOWN
            positive (borderline)              | UNKNOWN
            Positive control valid             | UNKNOWN
            Negative, previously positive      | UNKNOWN
            Positive, negative on repeat       | UNKNOWN
            Negative (reactive on screening)   | UNKNOWN
            not tested                         | UNKNOWN
            no result                          | UNKNOWN
            possible                           | UNKNOWN
            1:1280                             | UNKNOWN
            """)
    void aResultInWordsSaysWhatItSaysAndNoMore(String text, Answer answer) {
        assertThat(WrittenResult.of(text)).isEqualTo(answer);
    }
}
