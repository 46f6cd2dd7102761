package org.spsrules.fhir.report;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DataRequirement;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.UriType;
import org.spsrules.Report;
import org.spsrules.fhir.record.Unused;

/**
 * Makes FHIR R4 resources of a report: a GuidanceResponse, and what it refers to. Recommendations of drugs are text for a
 * clinician; no resource that orders one is ever made (decision D-52). Immutable and safe for use by several threads.
 */
public final class ReportMapping {

    /** What spoke, as a GuidanceResponse names it. */
    public static final String MODULE = "urn:spsrules:knowledge-base";

    private final Reference patient;
    private final LocalDate asOf;

    /**
     * A mapping for reports about one patient.
     *
     * @param patient the patient, for example {@code Patient/1}
     * @param asOf the day to which the reports refer
     */
    public ReportMapping(String patient, LocalDate asOf) {
        this.patient = new Reference(patient);
        this.asOf = asOf;
    }

    /**
     * A report as a bundle.
     *
     * @param report the report
     * @param unused what of the record was not used
     */
    public Bundle bundle(Report report, List<Unused> unused) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        GuidanceResponse response = response(report);
        add(bundle, response, "guidance");
        List<String> messages = Stream.of(
                        unused.stream().map(Unused::toString),
                        report.withheld().stream().map(ReportMapping::withheld),
                        report.notes().stream().map(Report.Note::text))
                .flatMap(texts -> texts)
                .toList();
        if (!messages.isEmpty()) {
            add(bundle, messages(messages), "messages");
            response.addEvaluationMessage(new Reference("OperationOutcome/messages"));
        }
        IssueMapping issues = new IssueMapping(patient, asOf);
        List<Report.Alert> alerts = report.everyAlert().toList();
        for (int i = 0; i < alerts.size(); i++) {
            add(bundle, issues.issue(alerts.get(i)), "alert-" + (i + 1));
        }
        RequestGroup group = new RequestGroup();
        group.setStatus(RequestGroup.RequestStatus.DRAFT)
                .setIntent(RequestGroup.RequestIntent.PROPOSAL)
                .setSubject(patient);
        RequestMapping requests = new RequestMapping(patient);
        for (Report.Recommendation advice : report.recommendations()) {
            String id = "request-" + (group.getAction().size() + 1);
            RequestGroup.RequestGroupActionComponent action = requests.action(advice);
            group.addAction(action);
            DomainResource request = requests.request(advice).orElseGet(() -> requests.consideration(advice));
            add(bundle, request, id);
            action.setResource(new Reference(request.fhirType() + "/" + id));
        }
        if (group.hasAction()) {
            add(bundle, group, "advice");
            response.setResult(new Reference("RequestGroup/advice"));
        }
        return bundle;
    }

    private GuidanceResponse response(Report report) {
        GuidanceResponse response = new GuidanceResponse();
        response.setModule(new UriType(MODULE + ":" + report.knowledge().version() + ":"
                + report.knowledge().contentHash()));
        response.setStatus(
                report.questions().isEmpty()
                        ? GuidanceResponse.GuidanceResponseStatus.SUCCESS
                        : GuidanceResponse.GuidanceResponseStatus.DATAREQUESTED);
        response.setSubject(patient);
        response.setOccurrenceDateTimeElement(new DateTimeType(asOf.toString()));
        String standing = report.standing().line()
                + report.standing().step().map(step -> ", step " + step).orElse("");
        response.addReasonCode(new CodeableConcept().setText("Line " + standing));
        report.standing().reason().forEach(reason -> response.addNote().setText(reason));
        report.questions().forEach(question -> response.addDataRequirement(requirement(question)));
        return response;
    }

    /** What would be offered and must not be, with the reasons. */
    private static String withheld(Report.Withheld withheld) {
        return withheld.obstacles().stream()
                .map(Report.Obstacle::reason)
                .collect(Collectors.joining(" ", "Withheld: " + withheld.title() + ". ", ""));
    }

    /** A question, as the text of an item that is not answered yet. */
    private static DataRequirement requirement(Report.Question question) {
        DataRequirement requirement = new DataRequirement().setType("QuestionnaireResponse");
        requirement.addMustSupport("item");
        requirement.addCodeFilter().setPath("item.text").addCode().setDisplay(question.text());
        return requirement;
    }

    private static OperationOutcome messages(List<String> texts) {
        OperationOutcome outcome = new OperationOutcome();
        texts.forEach(text -> outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.INFORMATION)
                .setCode(OperationOutcome.IssueType.INFORMATIONAL)
                .setDetails(new CodeableConcept().setText(text)));
        return outcome;
    }

    private static void add(Bundle bundle, DomainResource resource, String id) {
        resource.setId(id);
        bundle.addEntry()
                .setFullUrl("http://spsrules.invalid/" + resource.fhirType() + "/" + id)
                .setResource(resource);
    }
}
