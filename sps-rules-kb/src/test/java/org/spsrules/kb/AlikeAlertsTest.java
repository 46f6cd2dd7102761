package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Plan.Action;
import org.spsrules.PatientCase.Plan.Manner;
import org.spsrules.PatientCase.Plan.RequestedBy;
import org.spsrules.PatientCase.Setting;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Report;
import org.spsrules.Report.Alert;

/** Alerts about the same, or that say the same about two drugs, interrupt once, and none of them is lost. */
class AlikeAlertsTest {

    private static final String HOSPITAL = "safety/prescribe-the-drugs-in-hospital";
    private static final String FASTING = "safety/nil-by-mouth";

    private static PatientCaseBuilder fastingOnTheWard() {
        return PatientCase.asOf(LocalDate.of(2026, 1, 15))
                .diagnosis(Status.CONFIRMED)
                .setting(Setting.WARD)
                .conditions("nil-by-mouth")
                .current("diazepam");
    }

    private static List<Alert> critical(PatientCaseBuilder patient) {
        Report report = BuiltIn.rules().evaluate(patient.build());
        return report.alerts().stream()
                .filter(alert -> alert.level() == Alert.Level.CRITICAL)
                .toList();
    }

    private static String ruleOf(Alert alert) {
        return alert.basis().ruleId();
    }

    @Test
    void oneDangerInterruptsOnce() {
        assertThat(critical(fastingOnTheWard())).singleElement().satisfies(alert -> {
            assertThat(ruleOf(alert)).isEqualTo(FASTING);
            assertThat(alert.how()).hasValueSatisfying(how -> assertThat(how).contains("which route"));
            assertThat(alert.likewise()).singleElement().satisfies(other -> {
                assertThat(ruleOf(other)).isEqualTo(HOSPITAL);
                assertThat(other.how())
                        .hasValueSatisfying(how -> assertThat(how).contains("tell every shift"));
                assertThat(other.forPatient()).isPresent();
            });
        });
    }

    @Test
    void whatIsAcknowledgedHidesNothing() {
        assertThat(critical(fastingOnTheWard().acknowledged(FASTING)))
                .extracting(AlikeAlertsTest::ruleOf)
                .containsExactly(FASTING, HOSPITAL);
    }

    @Test
    void theSameAboutTwoDrugsInterruptsOnceAndNamesBoth() {
        assertThat(critical(PatientCase.asOf(LocalDate.of(2026, 1, 15))
                        .diagnosis(Status.CONFIRMED)
                        .current("diazepam")
                        .current("clonazepam")
                        .plan(Action.STOP, "diazepam", Manner.ABRUPT, RequestedBy.PATIENT)
                        .plan(Action.STOP, "clonazepam", Manner.ABRUPT, RequestedBy.PATIENT)))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.subject())
                            .hasValueSatisfying(one -> assertThat(one.code()).isEqualTo("diazepam"));
                    assertThat(alert.likewise())
                            .singleElement()
                            .satisfies(other -> assertThat(other.subject())
                                    .hasValueSatisfying(
                                            two -> assertThat(two.code()).isEqualTo("clonazepam")));
                });
    }

    @Test
    void differentReasonsAgainstTwoDrugsStayApart() {
        assertThat(critical(PatientCase.asOf(LocalDate.of(2026, 1, 15))
                        .current("alprazolam")
                        .current("ketoconazole")
                        .current("tizanidine")
                        .current("ciprofloxacin")))
                .satisfiesExactly(
                        alprazolam -> assertThat(alprazolam.obstacles())
                                .extracting(Report.Obstacle::about)
                                .containsExactly("ketoconazole"),
                        tizanidine -> assertThat(tizanidine.obstacles())
                                .extracting(Report.Obstacle::about)
                                .containsExactly("ciprofloxacin"));
    }
}
