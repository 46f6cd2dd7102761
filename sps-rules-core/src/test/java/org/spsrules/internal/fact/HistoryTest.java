package org.spsrules.internal.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spsrules.PatientCase.other;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Treatment.Indication;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.SampleVocabulary;
import org.spsrules.internal.fact.FactModel.Question;

class HistoryTest {

    @Test
    void whatWasNeverGivenIsKnownOfThatTherapyAlone() {
        History history = history(patient().never("diazepam"));

        assertThat(history.neverHad("diazepam")).isTrue();
        assertThat(history.takesNo("diazepam")).isTrue();
        assertThat(history.mayTake("diazepam")).isFalse();
        assertThat(answer("had", history, "diazepam")).isEqualTo(Answer.NO);
        assertThat(history.neverHad("ivig")).isFalse();
        assertThat(answer("had", history, "ivig")).isEqualTo(Answer.UNKNOWN);
        assertThat(answer("had", history, "benzodiazepine")).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void aClassThatWasNeverGivenIsNoneOfItsMembersUnlessOneIsListed() {
        assertThat(history(patient().never("benzodiazepine")).neverHad("diazepam"))
                .isTrue();
        History listed = history(patient().never("benzodiazepine").past("diazepam", it -> {}));
        assertThat(listed.neverHad("diazepam")).isFalse();
        assertThat(listed.neverHad("benzodiazepine")).isFalse();
    }

    @Test
    void whatIsNotNamedIsKnownByACompleteHistoryAsBefore() {
        assertThat(history(patient().treatmentHistory(Completeness.COMPLETE)).neverHad("ivig"))
                .isTrue();
        assertThat(history(patient()).neverHad("ivig")).isFalse();
    }

    /** A vitamin against a lack of it has tried nothing against SPS, but may be an opioid for all that is known here (D-54). */
    @Test
    void whatIsNotUnderstoodAndGivenForAnotherDiseaseLeavesTheHistoryOfSpsKnown() {
        History other = history(complete().current(other("xyzzyx"), it -> it.indication(Indication.ANOTHER_DISEASE)));

        assertThat(other.neverHad("benzodiazepine")).isTrue();
        assertThat(answer("had", other, "benzodiazepine")).isEqualTo(Answer.NO);
        assertThat(other.takesNo("benzodiazepine")).isFalse();
        assertThat(answer("takes", other, "benzodiazepine")).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void whatIsNotUnderstoodAndMayBeGivenForSpsLeavesItsHistoryOpen() {
        assertThat(history(complete().current(other("xyzzyx"))).neverHad("benzodiazepine"))
                .isFalse();
        assertThat(history(complete().current("diazepam", it -> it.indication(Indication.ANOTHER_DISEASE)))
                        .had("benzodiazepine"))
                .isTrue();
    }

    private static PatientCaseBuilder complete() {
        return patient().treatmentHistory(Completeness.COMPLETE).medicationList(Completeness.COMPLETE);
    }

    private static Answer answer(String question, History history, String therapy) {
        Question asked = FactModel.instance().question(history, question);
        return asked.answer(history, List.of(therapy));
    }

    private static PatientCaseBuilder patient() {
        return PatientCase.asOf(LocalDate.of(2026, 1, 15));
    }

    private static History history(PatientCaseBuilder builder) {
        return new History(builder.build().treatments(), SampleVocabulary.get());
    }
}
