package org.spsrules.quickstart;

import java.time.LocalDate;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Report;
import org.spsrules.ReportDifference;
import org.spsrules.SpsRules;
import org.spsrules.codes.Therapies;

/** Compares the reports of two visits of a patient. */
public final class LaterVisit {

    private LaterVisit() {}

    /** Prints what is new and what is gone for a patient who began a drug and now wants to end it. */
    public static void main(String[] arguments) {
        try (SpsRules rules = SpsRules.load()) {
            Report before = rules.evaluate(visit(LocalDate.of(2026, 3, 2)).build());
            Report after = rules.evaluate(visit(LocalDate.of(2026, 6, 1))
                    .current(Therapies.DIAZEPAM, drug -> drug.dose("20 mg/day").response(Response.GOOD))
                    .plan(Plan.Action.STOP, Therapies.DIAZEPAM, Plan.Manner.ABRUPT, Plan.RequestedBy.PATIENT)
                    .build());
            print(before, after);
        }
    }

    private static PatientCaseBuilder visit(LocalDate day) {
        return PatientCase.asOf(day).age(55).diagnosis(Status.CONFIRMED).symptoms("rigidity");
    }

    private static void print(Report before, Report after) {
        // tag::difference[]
        ReportDifference difference = ReportDifference.between(before, after);
        difference.alerts().added().forEach(alert -> System.out.println("new: " + alert.title()));
        difference.recommendations().gone().forEach(advice -> System.out.println("gone: " + advice.title()));
        difference.withheld().added().forEach(offer -> System.out.println("withheld now: " + offer.title()));
        // end::difference[]
    }
}
