package org.spsrules.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a record calls a condition or a test, and what it may be called in the vocabulary. */
class RecordedNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHF (congestive heart failure)         | congestive heart failure
            DM2 (diabetes mellitus, type 2)        | diabetes mellitus, type 2
            Chronische Niereninsuffizienz (CNI)    | chronische niereninsuffizienz
            Muscle-Specific Kinase (MuSK) Antibody | muscle-specific kinase antibody
            HYPOTHYROID.                           | hypothyroid
            Severe Hypothyroidism                  | hypothyroidism
            Diabetes type 2, controlled            | diabetes type 2
            Chronic kidney disease, stage 3        | chronic kidney disease
            Unspecified asthma, uncomplicated      | asthma
            GAD65 Ab Assay Serum (RIA)             | gad65 antibody
            """)
    void whatChangesNothingIsLeftOut(String text, String name) {
        assertThat(RecordedName.of(text)).anySatisfy(found -> assertThat(found).isEqualToIgnoringCase(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FH (diabetes mellitus)            | diabetes mellitus
            Breast cancer (remission)         | breast cancer
            Gestational diabetes (resolved)   | gestational diabetes
            No (diabetes mellitus)            | diabetes mellitus
            NO (neuropathy of legs)           | neuropathy of legs
            Neuropathy (no)                   | neuropathy
            Neuropathy (NO)                   | neuropathy
            Psychosis (poss)                  | psychosis
            Sarcoidosis (sis)                 | sarcoidosis
            Rheumatoid arthritis (ro)         | rheumatoid arthritis
            Rheumatoid arthritis (RO)         | rheumatoid arthritis
            Family history of diabetes        | diabetes
            no evidence of severe depression  | depression
            Pulmonary hypertension            | hypertension
            Denies fever, chills              | fever
            fever, denied                     | fever
            """)
    void whatChangesTheMeaningIsNot(String text, String name) {
        assertThat(RecordedName.of(text)).noneSatisfy(found -> assertThat(found).isEqualToIgnoringCase(name));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201})
    void aTextLongerThanAnyNameIsNone(int length) {
        assertThat(RecordedName.of("a".repeat(length)).isEmpty()).isEqualTo(length > 200);
    }
}
