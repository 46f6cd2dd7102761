package org.spsrules.quickstart;

import java.time.LocalDate;
import org.spsrules.Answer;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.Report.Alert;
import org.spsrules.SpsRules;

/** Says which drugs a patient takes and took, what was found, and what is planned. */
public final class DrugsAndPlans {

    private DrugsAndPlans() {}

    /** Prints the alerts about a patient who wants to stop a drug. */
    public static void main(String[] arguments) {
        SpsRules rules = SpsRules.load();
        // tag::drugs[]
        PatientCase patientCase = PatientCase.asOf(LocalDate.of(2026, 3, 2))
                .age(55)
                .diagnosis(Status.CONFIRMED)
                .test("anti-GAD65", Result.POSITIVE, test -> test.date(LocalDate.of(2026, 1, 15)))
                .current("Valium", drug -> drug.dose("40 mg/day").response(Response.PARTIAL))
                .past("pregabalin", drug -> drug.tolerated(Answer.NO))
                .plan(Plan.Action.STOP, "Valium", Plan.Manner.ABRUPT, Plan.RequestedBy.PATIENT)
                .build();
        for (Alert alert : rules.evaluate(patientCase).alerts()) {
            System.out.println(alert.level() + ": " + alert.title());
        }
        // end::drugs[]
        rules.close();
    }
}
