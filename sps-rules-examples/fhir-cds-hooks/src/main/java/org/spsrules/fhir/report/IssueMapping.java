package org.spsrules.fhir.report;

import java.time.LocalDate;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueSeverity;
import org.hl7.fhir.r4.model.Reference;
import org.spsrules.Report;
import org.spsrules.fhir.record.RecordMapping;

/** Makes DetectedIssues of alerts. */
final class IssueMapping {

    private final Reference patient;
    private final LocalDate asOf;

    IssueMapping(Reference patient, LocalDate asOf) {
        this.patient = patient;
        this.asOf = asOf;
    }

    /** The alert; one that is acknowledged has a mitigation, by which it is known when it comes back. */
    DetectedIssue issue(Report.Alert alert) {
        DetectedIssue issue = new DetectedIssue();
        issue.setStatus(DetectedIssue.DetectedIssueStatus.FINAL).setPatient(patient);
        issue.setIdentified(new DateTimeType(asOf.toString()));
        issue.addIdentifier().setSystem(RecordMapping.RULES).setValue(alert.key());
        issue.setCode(new CodeableConcept().setText(alert.title()));
        issue.setSeverity(
                switch (alert.level()) {
                    case CRITICAL -> DetectedIssueSeverity.HIGH;
                    case WARNING -> DetectedIssueSeverity.MODERATE;
                    case INFORMATION -> DetectedIssueSeverity.LOW;
                });
        String detail = Texts.sentences(alert.reason(), alert.how());
        if (!detail.isEmpty()) {
            issue.setDetail(detail);
        }
        alert.subject().ifPresent(subject -> issue.addEvidence().addCode(Texts.concept(subject)));
        if (alert.acknowledged()) {
            issue.addMitigation().setAction(new CodeableConcept().setText("Acknowledged by a clinician"));
        }
        return issue;
    }
}
