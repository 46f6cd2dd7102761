package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Plan.Action;
import org.spsrules.PatientCase.Plan.Manner;
import org.spsrules.PatientCase.Plan.RequestedBy;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Report;
import org.spsrules.Report.Alert;

/** An alert that only a planned start raises is answered by holding the order, and makes no report urgent by itself. */
class OrdersTest {

    private static PatientCaseBuilder patient() {
        return PatientCase.asOf(LocalDate.of(2026, 1, 15));
    }

    private static PatientCaseBuilder plans(PatientCaseBuilder patient, Action action, String therapy) {
        return patient.plan(action, therapy, Manner.ABRUPT, RequestedBy.CLINICIAN);
    }

    private static Report report(PatientCaseBuilder patient) {
        return BuiltIn.rules().evaluate(patient.build());
    }

    private static Alert alert(Report report, String ruleId) {
        return report.everyAlert()
                .filter(alert -> alert.basis().ruleId().equals(ruleId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPlannedStartIsAnOrder() {
        Report report = report(plans(patient(), Action.START, "rituximab"));

        Alert unscreened = alert(report, "safety/rituximab-planned-unscreened");
        assertThat(unscreened.level()).isEqualTo(Alert.Level.CRITICAL);
        assertThat(unscreened.aboutAnOrder()).isTrue();
        assertThat(report.isUrgent()).isFalse();
    }

    @Test
    void soIsOneInEachAlternativeOfARule() {
        Report report = report(plans(patient().current("diazepam"), Action.START, "morphine"));

        assertThat(alert(report, "safety/opioid-or-benzodiazepine-planned").aboutAnOrder())
                .isTrue();
    }

    @Test
    void anEndIsNone() {
        Report report = report(plans(patient().current("diazepam"), Action.STOP, "diazepam"));

        assertThat(alert(report, "safety/abrupt-end-of-a-benzodiazepine").aboutAnOrder())
                .isFalse();
        assertThat(report.isUrgent()).isTrue();
    }

    @Test
    void whatIsInUseIsNone() {
        Report report = report(patient().current("diazepam").conditions("sleep-apnoea"));

        assertThat(alert(report, "safety/contraindicated-in-use#specialist-decision")
                        .aboutAnOrder())
                .isFalse();
    }

    @Test
    void anOrderHidesNoDangerBesideIt() {
        Report report =
                report(plans(plans(patient().current("diazepam"), Action.START, "rituximab"), Action.STOP, "diazepam"));

        assertThat(alert(report, "safety/rituximab-planned-unscreened").aboutAnOrder())
                .isTrue();
        assertThat(report.isUrgent()).isTrue();
    }
}
