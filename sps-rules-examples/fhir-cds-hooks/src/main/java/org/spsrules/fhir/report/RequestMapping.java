package org.spsrules.fhir.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RequestGroup.RequestGroupActionComponent;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.spsrules.Report;
import org.spsrules.Report.Recommendation;

/** Makes requests of recommendations: for tests and referrals orders that a clinician may sign, for drugs only words. */
public final class RequestMapping {

    private static final String TEST = "test";
    private static final String REFER = "refer";
    private static final List<String> TASKS = List.of("monitor", "review", "inform", "restore");

    private final Reference patient;

    RequestMapping(Reference patient) {
        this.patient = patient;
    }

    /** A mapping for one patient, for example {@code Patient/1}. */
    public RequestMapping(String patient) {
        this(new Reference(patient));
    }

    /** Every recommendation as an action in words. */
    RequestGroupActionComponent action(Recommendation advice) {
        RequestGroupActionComponent action = new RequestGroupActionComponent().setTitle(advice.title());
        String description = description(advice);
        if (!description.isEmpty()) {
            action.setDescription(description);
        }
        action.addCode(new CodeableConcept().setText(advice.action()));
        advice.subject().map(Texts::concept).ifPresent(action::addCode);
        advice.basis().citations().forEach(citation -> action.addDocumentation(Texts.citation(citation)));
        return action;
    }

    private static String description(Recommendation advice) {
        String first = advice.first().stream().map(Report.Subject::name).collect(Collectors.joining(", "));
        String cautions =
                advice.cautions().stream().map(Report.Obstacle::reason).collect(Collectors.joining(" "));
        return Texts.sentences(
                advice.reason(),
                advice.how(),
                first.isEmpty() ? Optional.empty() : Optional.of("First: " + first + "."),
                cautions.isEmpty() ? Optional.empty() : Optional.of("Caution: " + cautions));
    }

    /**
     * The order or task that a recommendation asks for: for a test and a referral a ServiceRequest, for a check a Task.
     *
     * @return none for everything else, above all for drugs
     */
    public Optional<DomainResource> request(Recommendation advice) {
        if (advice.action().equals(TEST) || advice.action().equals(REFER)) {
            return Optional.of(order(advice));
        }
        return TASKS.contains(advice.action()) ? Optional.of(task(advice)) : Optional.empty();
    }

    /** A task to think about a recommendation that asks for no order; what is in it is for a clinician to read. */
    Task consideration(Recommendation advice) {
        return task(advice).setCode(new CodeableConcept().setText("Consider"));
    }

    private ServiceRequest order(Recommendation advice) {
        ServiceRequest request = new ServiceRequest();
        request.setStatus(ServiceRequest.ServiceRequestStatus.DRAFT)
                .setIntent(ServiceRequest.ServiceRequestIntent.PROPOSAL)
                .setSubject(patient);
        boolean test = advice.action().equals(TEST);
        request.addCategory(new CodeableConcept().setText(test ? "Test" : "Referral"));
        request.setCode(
                advice.subject().map(Texts::concept).orElseGet(() -> new CodeableConcept().setText(advice.title())));
        advice.reason().ifPresent(reason -> request.addReasonCode(new CodeableConcept().setText(reason)));
        return request;
    }

    private Task task(Recommendation advice) {
        Task task = new Task();
        task.setStatus(Task.TaskStatus.DRAFT)
                .setIntent(Task.TaskIntent.PROPOSAL)
                .setFor(patient);
        task.setDescription(advice.title());
        advice.reason().ifPresent(reason -> task.setReasonCode(new CodeableConcept().setText(reason)));
        return task;
    }
}
