package org.spsrules.quickstart;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.spsrules.Completeness;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Basis;
import org.spsrules.Report.Citation;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.SpsRules;

/** Asks the rules about one patient, and prints what they answer and why. */
public final class QuickStart {

    private QuickStart() {}

    /** Prints what is recommended; then the line of treatment, the alerts, and each reason with its sources. */
    public static void main(String[] arguments) {
        // tag::quickstart[]
        SpsRules rules = SpsRules.load(); // once, for all threads
        PatientCaseBuilder patient = PatientCase.asOf(LocalDate.of(2026, 3, 2)).age(55);
        patient.diagnosis(Status.CONFIRMED).symptoms("rigidity", "falls").treatmentHistory(Completeness.COMPLETE);
        Report report = rules.evaluate(patient.build());
        report.recommendations().forEach(advice -> System.out.println(advice.title()));
        // end::quickstart[]
        System.out.println("\nLine: " + report.standing().line());
        report.alerts().forEach(QuickStart::print);
        report.recommendations().forEach(QuickStart::print);
        rules.close();
    }

    private static void print(Alert alert) {
        System.out.println("\n" + alert.level() + ": " + alert.title());
        print(alert.reason().orElse(""), alert.basis());
    }

    private static void print(Recommendation advice) {
        String subject = advice.subject().map(Subject::name).orElse("");
        System.out.println("\n" + advice.action() + " " + subject);
        print(advice.reason().orElse(""), advice.basis());
    }

    private static void print(String reason, Basis basis) {
        System.out.println("  " + reason);
        System.out.println(basis.citations().stream().map(Citation::id).collect(Collectors.joining(", ", "  [", "]")));
    }
}
