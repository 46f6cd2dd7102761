package org.spsrules.benchmarks;

import java.time.LocalDate;
import org.spsrules.Completeness;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Course.Control;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Setting;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Sex;

/** The cases that are measured: a common one, an emergency, and a dangerous wish. */
public enum SampleCase {

    /** Newly diagnosed and untreated, after case P01. */
    UNTREATED(confirmed()
            .age(55)
            .sex(Sex.FEMALE)
            .symptoms("rigidity", "painful-spasm", "startle", "falls")
            .test("anti-gad65", Test.Result.POSITIVE, test -> {})
            .treatmentHistory(Completeness.COMPLETE)
            .build()),

    /** A pump that no longer delivers, after case P28. */
    FAILING_PUMP(confirmed()
            .age(58)
            .sex(Sex.MALE)
            .setting(Setting.EMERGENCY)
            .symptoms("rebound-rigidity", "fever", "confusion", "high-creatine-kinase")
            .conditions("intrathecal-pump", "pump-refill-overdue")
            .current("intrathecal-baclofen")
            .build()),

    /** A well-controlled patient who wants to stop at once, after case A09. */
    SUDDEN_STOP(confirmed()
            .age(50)
            .sex(Sex.FEMALE)
            .control(Control.GOOD)
            .current("diazepam", treatment -> treatment.dose("60 mg/day"))
            .plan(Plan.Action.STOP, "diazepam", Plan.Manner.ABRUPT, Plan.RequestedBy.PATIENT)
            .build());

    private final PatientCase patientCase;

    SampleCase(PatientCase patientCase) {
        this.patientCase = patientCase;
    }

    private static PatientCaseBuilder confirmed() {
        return PatientCase.asOf(LocalDate.of(2026, 3, 2)).diagnosis(Status.CONFIRMED);
    }

    /** The case. */
    public PatientCase patientCase() {
        return patientCase;
    }
}
