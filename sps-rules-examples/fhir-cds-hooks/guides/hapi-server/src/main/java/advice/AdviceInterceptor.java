package advice;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Resource;
import org.spsrules.InvalidCaseException;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.fhir.record.MappedCase;
import org.spsrules.fhir.record.PatientRecord;
import org.spsrules.fhir.record.RecordMapping;
import org.spsrules.fhir.record.UnusableRecordException;
import org.spsrules.fhir.report.ReportMapping;

/** Finds, whenever an order is written, changed or ended, what stands against it. It never stands in the way of the order. */
@Interceptor
public final class AdviceInterceptor {

    private final SpsRules rules;
    private final RecordMapping mapping;
    private final Function<String, List<Resource>> records;
    private final Consumer<DetectedIssue> found;

    /**
     * An interceptor.
     *
     * @param records everything on record about a patient, by a reference like {@code Patient/1}
     * @param found where the alerts go
     */
    public AdviceInterceptor(
            SpsRules rules, Function<String, List<Resource>> records, Consumer<DetectedIssue> found) {
        this.rules = rules;
        this.mapping = new RecordMapping(rules.vocabulary());
        this.records = records;
        this.found = found;
    }

    /** Before anything is stored, so that the record is still that to which the order comes. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void ordered(RequestDetails request, RestOperationTypeEnum operation) {
        boolean writes = operation == RestOperationTypeEnum.CREATE || operation == RestOperationTypeEnum.UPDATE;
        if (!writes || !(request.getResource() instanceof MedicationRequest order)) {
            return;
        }
        String patient = order.getSubject().getReference();
        LocalDate today = LocalDate.now();
        try {
            MappedCase mapped = mapping.map(new PatientRecord(
                    today, records.apply(patient), List.of(order), List.of(), false, Set.of()));
            Report report = rules.evaluate(mapped.patientCase());
            Bundle answer = new ReportMapping(patient, today).bundle(report, mapped.unused());
            answer.getEntry().stream()
                    .map(Bundle.BundleEntryComponent::getResource)
                    .filter(DetectedIssue.class::isInstance)
                    .map(DetectedIssue.class::cast)
                    .forEach(found);
        } catch (InvalidCaseException | UnusableRecordException e) {
            // The record contradicts itself, so there is no advice. The message quotes the record: keep it out of logs.
        }
    }
}
