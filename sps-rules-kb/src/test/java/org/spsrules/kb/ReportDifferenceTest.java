package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.Line;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Course.Control;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Report;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Unlisted;
import org.spsrules.ReportDifference;
import org.spsrules.ReportDifference.Change;
import org.spsrules.ReportDifference.Changes;
import org.spsrules.SpsRules;
import org.spsrules.codes.Conditions;
import org.spsrules.codes.Symptoms;
import org.spsrules.codes.Therapies;

/** Two visits of one patient: what the second report says otherwise. */
class ReportDifferenceTest {

    private static final SpsRules RULES = BuiltIn.rules();

    private static PatientCaseBuilder patient() {
        return PatientCase.asOf(LocalDate.of(2026, 3, 2))
                .age(55)
                .diagnosis(Status.CONFIRMED)
                .symptoms(Symptoms.RIGIDITY)
                .treatmentHistory(Completeness.COMPLETE);
    }

    private static ReportDifference between(PatientCaseBuilder before, PatientCaseBuilder after) {
        return ReportDifference.between(RULES.evaluate(before.build()), RULES.evaluate(after.build()));
    }

    @Test
    void theSamePatientMakesNoDifference() {
        ReportDifference difference = between(patient(), patient());

        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference.knowledge()).isEmpty();
    }

    @Test
    void whatIsTakenIsNoLongerToBeStarted() {
        ReportDifference difference =
                between(patient(), patient().current(Therapies.DIAZEPAM, drug -> drug.dose("10 mg/day")));

        assertThat(difference.recommendations().gone()).anySatisfy(gone -> {
            assertThat(gone.action()).isEqualTo("start");
            assertThat(gone.subject().orElseThrow().code()).isEqualTo(Therapies.DIAZEPAM);
        });
        assertThat(difference.recommendations().added()).isNotEmpty();
    }

    @Test
    void anEndThatIsPlannedBringsAnAlertAndItsPlanAwayIsGone() {
        PatientCaseBuilder taking = patient().current(Therapies.DIAZEPAM, drug -> drug.response(Response.GOOD));
        PatientCaseBuilder ending = patient()
                .current(Therapies.DIAZEPAM, drug -> drug.response(Response.GOOD))
                .plan(Plan.Action.STOP, Therapies.DIAZEPAM, Plan.Manner.ABRUPT, Plan.RequestedBy.PATIENT);

        assertThat(between(taking, ending).alerts().added())
                .anyMatch(alert -> alert.level() == Report.Alert.Level.CRITICAL);
        assertThat(between(ending, taking).alerts().gone())
                .anyMatch(alert -> alert.level() == Report.Alert.Level.CRITICAL);
    }

    @Test
    void aConditionWithholdsWhatWasOffered() {
        ReportDifference difference =
                between(patient(), patient().conditions(Conditions.SEVERE_RESPIRATORY_INSUFFICIENCY));

        assertThat(difference.withheld().added()).isNotEmpty();
    }

    @Test
    void anotherLineAndAnotherReasonAreChanges() {
        PatientCaseBuilder failed = patient()
                .past(Therapies.DIAZEPAM, drug -> drug.response(Response.NONE).adequateTrial(Answer.YES))
                .past(Therapies.PREGABALIN, drug -> drug.response(Response.NONE).adequateTrial(Answer.YES))
                .past(
                        Therapies.LEVETIRACETAM,
                        drug -> drug.response(Response.NONE).adequateTrial(Answer.YES))
                .past(
                        Therapies.ORAL_BACLOFEN,
                        drug -> drug.response(Response.NONE).adequateTrial(Answer.YES));

        Change<Report.Standing> standing = between(patient(), failed).standing().orElseThrow();

        assertThat(standing.before().line()).isEqualTo(Line.FIRST);
        assertThat(standing.after().lineInForce()).isNotEqualTo(Line.NONE);
    }

    /** Two rules have the same thing reviewed, each for its own reason. */
    @Test
    void whatAnotherRuleSaysOfTheSameIsNewAndNotChanged() {
        PatientCaseBuilder unsettled = patient().current(Therapies.PREGABALIN, drug -> drug.response(Response.PARTIAL));
        PatientCaseBuilder lost = patient()
                .control(Control.POOR)
                .current(
                        Therapies.PREGABALIN,
                        drug -> drug.response(Response.GOOD)
                                .adequateTrial(Answer.YES)
                                .woreOff(Answer.YES));

        Changes<Recommendation> advice = between(unsettled, lost).recommendations();

        assertThat(advice.gone()).extracting(Recommendation::title).anyMatch(title -> title.contains("was adequate"));
        assertThat(advice.added())
                .extracting(Recommendation::title)
                .anyMatch(title -> title.contains("lost its effect"));
    }

    @Test
    void aTermThatIsNotUnderstoodIsAChange() {
        PatientCaseBuilder strange = patient().conditions(PatientCase.other("wibble"));

        ReportDifference difference = between(patient(), strange);

        assertThat(difference.isEmpty()).isFalse();
        assertThat(difference.unlisted().added()).extracting(Unlisted::name).containsExactly("wibble");
        assertThat(between(strange, patient()).unlisted().gone()).hasSize(1);
    }

    /** Which alerts stand together is a matter of the page. */
    @Test
    void anAlertThatIsShownWithAnotherIsOneOfItsOwn() {
        PatientCaseBuilder ending = patient()
                .current(Therapies.DIAZEPAM)
                .current(Therapies.CLONAZEPAM)
                .plan(Plan.Action.STOP, Therapies.DIAZEPAM, Plan.Manner.ABRUPT, Plan.RequestedBy.PATIENT)
                .plan(Plan.Action.STOP, Therapies.CLONAZEPAM, Plan.Manner.ABRUPT, Plan.RequestedBy.PATIENT);
        Report after = RULES.evaluate(ending.build());
        Report before =
                RULES.evaluate(PatientCase.asOf(LocalDate.of(2026, 3, 2)).build());

        assertThat(after.alerts()).anyMatch(alert -> !alert.likewise().isEmpty());
        ReportDifference difference = ReportDifference.between(before, after);
        assertThat(difference.alerts().added().size()
                        + difference.alerts().changed().size())
                .isLessThanOrEqualTo((int) after.everyAlert().count())
                .isGreaterThan(after.alerts().size());
        assertThat(difference.alerts().added())
                .allMatch(alert -> alert.likewise().isEmpty());
    }
}
