package org.spsrules.fhir.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Plan;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.authoring.generate.BlindGenerator;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.authoring.generate.Cases;
import org.spsrules.fhir.record.MappedCase;
import org.spsrules.fhir.record.PatientRecord;
import org.spsrules.fhir.record.RecordMapping;
import org.spsrules.fhir.record.Unused;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

class ReportMappingTest {

    private static final int CASES = Integer.getInteger("sps.cases", 10_000) / 100;
    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 15);
    private static final SpsRules RULES = SpsRules.load();
    private static final Set<String> TYPES =
            Set.of("GuidanceResponse", "OperationOutcome", "DetectedIssue", "RequestGroup", "ServiceRequest", "Task");

    @AfterAll
    static void close() {
        RULES.close();
    }

    private static PatientCase stopping() {
        return PatientCase.asOf(AS_OF)
                .age(55)
                .diagnosis(Status.CONFIRMED)
                .current("diazepam", drug -> drug.dose("40 mg/day"))
                .plan(Plan.Action.STOP, "diazepam", Plan.Manner.ABRUPT, Plan.RequestedBy.CLINICIAN)
                .build();
    }

    private static Bundle bundle(Report report) {
        return new ReportMapping("Patient/1", AS_OF).bundle(report, List.of());
    }

    private static <R extends Resource> List<R> all(Bundle bundle, Class<R> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void aReportIsAGuidanceResponseWithItsAdviceAndItsAlerts() {
        Report report = RULES.evaluate(stopping());
        Bundle bundle = bundle(report);
        GuidanceResponse response = all(bundle, GuidanceResponse.class).get(0);
        assertThat(response.getSubject().getReference()).isEqualTo("Patient/1");
        assertThat(response.getModuleUriType().getValue())
                .endsWith(report.knowledge().contentHash());
        assertThat(response.getDataRequirement()).hasSameSizeAs(report.questions());
        RequestGroup group = all(bundle, RequestGroup.class).get(0);
        assertThat(group.getAction())
                .extracting(RequestGroup.RequestGroupActionComponent::getTitle)
                .containsAll(report.recommendations().stream()
                        .map(Report.Recommendation::title)
                        .toList());
        assertThat(all(bundle, DetectedIssue.class))
                .extracting(issue -> issue.getCode().getText())
                .containsExactlyElementsOf(
                        report.everyAlert().map(Report.Alert::title).toList());
        assertThat(all(bundle, DetectedIssue.class).get(0).getSeverity())
                .isEqualTo(DetectedIssue.DetectedIssueSeverity.HIGH);
    }

    @Test
    void whatWasNotUsedTravelsWithTheReport() {
        Bundle bundle = new ReportMapping("Patient/1", AS_OF)
                .bundle(
                        RULES.evaluate(stopping()),
                        List.of(new Unused("Observation/1", "Height", "nothing reads it", 1)));
        assertThat(all(bundle, org.hl7.fhir.r4.model.OperationOutcome.class))
                .singleElement()
                .satisfies(outcome -> assertThat(
                                outcome.getIssueFirstRep().getDetails().getText())
                        .isEqualTo("Observation/1 (Height): nothing reads it"));
    }

    @Test
    void anAlertThatIsDealtWithComesBackAsAcknowledged() {
        DetectedIssue issue =
                all(bundle(RULES.evaluate(stopping())), DetectedIssue.class).get(0);
        issue.addMitigation().setAction(new CodeableConcept().setText("Taper arranged"));
        MappedCase mapped = new RecordMapping(RULES.vocabulary())
                .map(new PatientRecord(AS_OF, List.of(issue), List.of(), List.of(), false, Set.of()));
        assertThat(mapped.patientCase().acknowledged())
                .containsExactly(issue.getIdentifierFirstRep().getValue());
    }

    @Test
    void noDrugIsEverOrdered() {
        List<Cases> generators =
                List.of(new CaseGenerator(RULES.knowledge(), 52), new BlindGenerator(RULES.knowledge(), 52));
        int orders = 0;
        for (Cases cases : generators) {
            for (int i = 0; i < CASES; i++) {
                Bundle bundle = bundle(RULES.evaluate(cases.next()));
                assertThat(bundle.getEntry())
                        .extracting(entry -> entry.getResource().fhirType())
                        .isSubsetOf(TYPES);
                for (ServiceRequest order : all(bundle, ServiceRequest.class)) {
                    assertThat(therapies(order.getCode()))
                            .as(order.getCode().getText())
                            .isEmpty();
                    assertThat(order.getStatus()).isEqualTo(ServiceRequest.ServiceRequestStatus.DRAFT);
                    assertThat(order.getIntent()).isEqualTo(ServiceRequest.ServiceRequestIntent.PROPOSAL);
                    orders++;
                }
            }
        }
        assertThat(orders).isPositive();
    }

    private static List<Concept> therapies(CodeableConcept code) {
        return Stream.concat(
                        RULES.vocabulary().resolve(code.getText(), Vocabulary.therapies()).stream(),
                        code.getCoding().stream()
                                .flatMap(coding ->
                                        RULES.vocabulary().find(coding.getSystem(), coding.getCode()).stream())
                                .filter(concept -> Vocabulary.therapies().contains(concept.kind())))
                .filter(concept -> !RULES.vocabulary().isA(concept.code(), "physical-modality"))
                .toList();
    }
}
