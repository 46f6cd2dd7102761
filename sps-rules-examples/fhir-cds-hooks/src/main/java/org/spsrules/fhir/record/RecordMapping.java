package org.spsrules.fhir.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Makes a {@link org.spsrules.PatientCase} of the FHIR R4 resources of one patient. Immutable and safe for use by several
 * threads.
 */
public final class RecordMapping {

    /** The system of the identifiers by which an alert is known: the id of its rule, and behind a blank what it is about. */
    public static final String RULES = "urn:spsrules:rule";

    /** The types of resources of which something is read. */
    private static final Set<String> TYPES = Set.of(
            "Patient",
            "Condition",
            "Observation",
            "MedicationRequest",
            "MedicationStatement",
            "MedicationAdministration",
            "MedicationDispense",
            "AllergyIntolerance",
            "Procedure",
            "ServiceRequest",
            "Encounter",
            "List",
            "QuestionnaireResponse",
            "DetectedIssue",
            "Medication",
            "Location",
            "OperationOutcome");

    private final Terms terms;

    /** A mapping into the terms of this vocabulary. */
    public RecordMapping(Vocabulary vocabulary) {
        this.terms = new Terms(vocabulary);
    }

    /** Whether something is read of resources of a type; of all others it is said that a case states nothing of them. */
    public static boolean reads(String type) {
        return TYPES.contains(type);
    }

    /** {@code Patient/1} of {@code http://example.org/fhir/Patient/1/_history/2}. */
    public static String relative(String reference) {
        String[] parts = reference.split("/_history/", 2)[0].split("/");
        return parts.length < 2 ? reference : parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }

    /**
     * The case that a record amounts to, whatever the order of its resources. Stops if its thread is interrupted.
     *
     * @throws UnusableRecordException if the resources cannot be those of one living patient
     * @throws org.spsrules.InvalidCaseException if the record contradicts itself, with every contradiction
     */
    public MappedCase map(PatientRecord sent) {
        CaseDraft draft = new CaseDraft(terms.vocabulary(), sent.asOf());
        PatientRecord stated = new PatientRecord(
                sent.asOf(),
                understood(sent.resources(), draft),
                understood(sent.proposed(), draft),
                understood(sent.discontinued(), draft),
                sent.discharge(),
                sent.acknowledged());
        List<Resource> all = new ArrayList<>(stated.resources());
        all.addAll(stated.proposed());
        all.addAll(stated.discontinued());
        References references = new References(all);
        Readers readers = new Readers(new Context(terms, references, draft));
        List<Resource> own = stated.resources().stream()
                .filter(resource -> isAboutPatient(resource, references, draft))
                .sorted(Comparator.comparing(References::of))
                .toList();
        own.stream().filter(resource -> !isAnswer(resource)).forEach(readers::read);
        readers.dispenses.settle();
        draft.treatments.mergeViews();
        draft.supplies.settle(draft, terms.vocabulary());
        draft.plans.recordIsRead();
        stated.proposed().stream()
                .filter(resource -> isAboutPatient(resource, references, draft))
                .forEach(readers::readProposed);
        stated.discontinued().stream()
                .filter(resource -> isAboutPatient(resource, references, draft))
                .forEach(readers::readDiscontinued);
        own.stream().filter(RecordMapping::isAnswer).forEach(readers::read);
        if (stated.discharge()) {
            readers.orders.planEndAtDischarge();
        }
        stated.acknowledged().forEach(rule -> draft.add(TermSet.ACKNOWLEDGED, rule, "feedback"));
        return draft.build();
    }

    private static List<Resource> understood(List<Resource> resources, CaseDraft draft) {
        List<Resource> understood = new ArrayList<>();
        for (Resource resource : resources) {
            Optional<String> modified = Modifiers.in(resource);
            if (modified.isPresent() && resource instanceof Patient) {
                throw new UnusableRecordException("The Patient cannot be read: " + modified.get() + ".");
            }
            modified.ifPresentOrElse(
                    why -> draft.leftovers.add(References.of(resource), resource.fhirType(), why),
                    () -> understood.add(resource));
        }
        return understood;
    }

    /** Answers are about what the record holds, so they are read after it. */
    private static boolean isAnswer(Resource resource) {
        return resource instanceof QuestionnaireResponse;
    }

    private static boolean isAboutPatient(Resource resource, References references, CaseDraft draft) {
        boolean other = References.subjectsOf(resource).anyMatch(subject -> !references.isPatient(subject));
        if (other) {
            draft.leftovers.add(References.of(resource), resource.fhirType(), "it is about another patient");
        }
        return !other;
    }

    /** A reader for each type of resource. */
    private static final class Readers {

        private final Context context;
        private final PatientReader patient;
        private final ConditionReader conditions;
        private final ObservationReader observations;
        private final OrderReader orders;
        private final StatementReader statements;
        private final DispenseReader dispenses;
        private final AllergyReader allergies;
        private final ProcedureReader procedures;
        private final EncounterReader encounters;
        private final ListReader lists;
        private final QuestionnaireReader answers;

        private Readers(Context context) {
            Medications medications = new Medications(context);
            this.context = context;
            patient = new PatientReader(context);
            conditions = new ConditionReader(context);
            observations = new ObservationReader(context);
            orders = new OrderReader(context, medications);
            statements = new StatementReader(context, medications);
            dispenses = new DispenseReader(context, medications);
            allergies = new AllergyReader(context);
            procedures = new ProcedureReader(context);
            encounters = new EncounterReader(context);
            lists = new ListReader(context);
            answers = new QuestionnaireReader(context);
        }

        private void read(Resource resource) {
            if (Thread.currentThread().isInterrupted()) {
                throw new UnusableRecordException("The record was not read to its end.");
            }
            if (resource instanceof Patient found) {
                patient.read(found);
            } else if (resource instanceof Condition found) {
                conditions.read(found);
            } else if (resource instanceof Observation found) {
                observations.read(found);
            } else if (resource instanceof MedicationRequest found) {
                orders.read(found);
            } else if (resource instanceof MedicationStatement found) {
                statements.read(found);
            } else if (resource instanceof MedicationAdministration found) {
                statements.read(found);
            } else if (resource instanceof MedicationDispense found) {
                dispenses.read(found);
            } else if (resource instanceof AllergyIntolerance found) {
                allergies.read(found);
            } else if (resource instanceof Procedure found) {
                procedures.read(found);
            } else if (resource instanceof ServiceRequest found) {
                procedures.read(found);
            } else if (resource instanceof Encounter found) {
                encounters.read(found);
            } else if (resource instanceof ListResource found) {
                lists.read(found);
            } else if (resource instanceof QuestionnaireResponse found) {
                answers.read(found);
            } else if (resource instanceof DetectedIssue found) {
                acknowledged(found);
            } else {
                other(resource);
            }
        }

        /** An alert of ours that a clinician has dealt with comes back as acknowledged. */
        private void acknowledged(DetectedIssue issue) {
            List<String> rules = issue.getIdentifier().stream()
                    .filter(identifier -> RULES.equals(identifier.getSystem()))
                    .map(Identifier::getValue)
                    .filter(Objects::nonNull)
                    .toList();
            if (rules.isEmpty() || !issue.hasMitigation()) {
                context.unused(
                        References.of(issue),
                        "a detected issue",
                        "only alerts of these rules are read, once dealt with");
            } else {
                rules.forEach(rule -> context.draft().add(TermSet.ACKNOWLEDGED, rule, References.of(issue)));
            }
        }

        private void other(Resource resource) {
            boolean read = resource instanceof Medication || resource instanceof Location;
            if (resource instanceof OperationOutcome outcome) {
                lacking(outcome);
            } else if (!read) {
                context.unused(
                        References.of(resource), resource.fhirType(), "a case states nothing of this type of resource");
                within(resource)
                        .filter(part -> reads(part.fhirType()))
                        .forEach(part -> context.unused(
                                References.of(resource),
                                References.shown(part),
                                "it stands only within that resource, so it is not read; send its resource by itself"));
            }
        }

        /** The resources that one holds. */
        private static Stream<Resource> within(Resource resource) {
            return resource instanceof Parameters parameters
                    ? parameters.getParameter().stream()
                            .map(Parameters.ParametersParameterComponent::getResource)
                            .filter(Objects::nonNull)
                            .flatMap(part -> part instanceof Bundle bundle
                                    ? PatientRecord.resourcesIn(bundle).stream()
                                    : Stream.of(part))
                    : resource instanceof DomainResource holder ? holder.getContained().stream() : Stream.empty();
        }

        /** Who sends an outcome in place of a resource says that the record is not whole. */
        private void lacking(OperationOutcome outcome) {
            for (OperationOutcome.OperationOutcomeIssueComponent issue : outcome.getIssue()) {
                if (issue.getSeverity() != OperationOutcome.IssueSeverity.INFORMATION) {
                    String said = Optional.ofNullable(issue.getDiagnostics())
                            .or(() -> Optional.ofNullable(issue.getDetails().getText()))
                            .or(() -> Optional.ofNullable(issue.getCode()).map(OperationOutcome.IssueType::toCode))
                            .orElse("not said");
                    context.unused(
                            References.of(outcome), said, "something was not sent; what it would say is not known");
                }
            }
        }

        private void readProposed(Resource resource) {
            if (resource instanceof MedicationRequest found) {
                orders.readProposed(found);
            } else if (resource instanceof MedicationStatement found) {
                statements.readProposed(found);
            } else {
                read(resource);
            }
        }

        private void readDiscontinued(Resource resource) {
            if (resource instanceof MedicationRequest found) {
                orders.readDiscontinued(found);
            } else if (resource instanceof MedicationStatement found) {
                statements.readDiscontinued(found);
            } else if (resource instanceof OperationOutcome found) {
                lacking(found);
            } else {
                context.unused(
                        References.of(resource),
                        resource.fhirType(),
                        "only the end of a MedicationRequest or MedicationStatement is read");
            }
        }
    }
}
