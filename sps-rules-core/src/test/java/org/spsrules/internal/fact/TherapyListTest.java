package org.spsrules.internal.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spsrules.PatientCase.other;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Concept.Kind;
import org.spsrules.vocabulary.Vocabulary;

/** What a list of therapies says by what it holds, by its silence, and by what is not understood of it. */
class TherapyListTest {

    private static final Vocabulary VOCABULARY = new Vocabulary(
            List.of(
                    concept("opioid", Kind.THERAPY_CLASS),
                    concept("morphine", Kind.THERAPY, "opioid"),
                    concept("diazepam", Kind.THERAPY)),
            List.of(concept("hydrocodone", Kind.THERAPY, "opioid")));

    private static Concept concept(String code, Kind kind, String... parents) {
        return new Concept(
                code,
                kind,
                code,
                List.of(parents),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static TherapyList complete(String... therapies) {
        return TherapyList.of(List.of(therapies), true, VOCABULARY);
    }

    @Test
    void silenceMeansNoOnlyInACompleteList() {
        assertThat(complete("diazepam").lacks("opioid")).isTrue();
        assertThat(TherapyList.of(List.of("diazepam"), false, VOCABULARY).lacks("opioid"))
                .isFalse();
    }

    @Test
    void whatIsNotUnderstoodMayBeAnything() {
        TherapyList list = complete("diazepam", other("warfarin"));

        assertThat(list.holds("diazepam")).isTrue();
        assertThat(list.holds("opioid")).isFalse();
        assertThat(list.lacks("opioid")).isFalse();
        assertThat(list.mayHold("morphine")).isTrue();
        assertThat(list.isOpen()).isTrue();
    }

    @Test
    void anUnlistedDrugBelongsToItsClassAndIsNoOtherMemberOfIt() {
        TherapyList list = complete("hydrocodone");

        assertThat(list.holds("opioid")).isTrue();
        assertThat(list.lacks("morphine")).isTrue();
        assertThat(list.lacks("diazepam")).isTrue();
        assertThat(list.isOpen()).isFalse();
    }

    @Test
    void aDrugThatIsStatedByItsClassMayBeAnyMemberOfIt() {
        TherapyList list = complete("opioid");

        assertThat(list.holds("opioid")).isTrue();
        assertThat(list.lacks("morphine")).isFalse();
        assertThat(list.lacks("diazepam")).isTrue();
        assertThat(list.isOpen()).isTrue();
    }

    @Test
    void settledNothingIsOpenAndOnlyWhatMightBeThereIsThere() {
        TherapyList settled = complete("opioid").settled(Set.of("morphine", "diazepam"));

        assertThat(settled.holds("morphine")).isTrue();
        assertThat(settled.lacks("diazepam")).isTrue();
        assertThat(settled.isOpen()).isFalse();
    }
}
