package org.spsrules.cohort;

import ca.uhn.fhir.context.FhirContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.spsrules.InvalidCaseException;
import org.spsrules.Problem;
import org.spsrules.SpsRules;
import org.spsrules.cohort.Result.NotUsed;
import org.spsrules.fhir.record.MappedCase;
import org.spsrules.fhir.record.PatientRecord;
import org.spsrules.fhir.record.RecordMapping;
import org.spsrules.fhir.record.ResourceParser;
import org.spsrules.fhir.record.Unused;

/** Evaluates the records of a FHIR Bulk Data export, each by itself. Immutable and safe for use by several threads. */
final class RecordEvaluation {

    private final SpsRules rules;
    private final LocalDate asOf;
    private final RecordMapping mapping;
    private final ResourceParser parser = new ResourceParser(FhirContext.forR4());

    /** An evaluation by these rules, as of a day. */
    RecordEvaluation(SpsRules rules, LocalDate asOf) {
        this.rules = rules;
        this.asOf = asOf;
        this.mapping = new RecordMapping(rules.vocabulary());
    }

    /** The result of a patient, and why lines are set aside, if any are. */
    List<Answer> of(InputLine line) {
        List<InputLine> parts = RecordLine.parts(line);
        if (line.bytes().length > Records.MOST_BYTES) {
            return List.of(Answer.setAside(
                    patientOf(parts),
                    Optional.empty(),
                    wrong("the resources of this patient have more than 16,000,000 bytes, too many for a record")));
        }
        Reading reading = new Reading(parts.size() == 1);
        parts.forEach(reading::read);
        if (reading.patient == null) {
            reading.setAsideAll();
        } else {
            reading.answers.add(answer(reading, reading.patient));
        }
        return reading.answers;
    }

    /** The line of the patient among others, or else the first one. */
    private static InputLine patientOf(List<InputLine> lines) {
        return lines.stream()
                .filter(line -> ResourceHead.of(line.bytes()).type().equals("Patient"))
                .findFirst()
                .orElse(lines.get(0));
    }

    private Answer answer(Reading reading, InputLine patient) {
        Optional<String> id = reading.id();
        try {
            MappedCase mapped =
                    mapping.map(new PatientRecord(asOf, reading.resources, List.of(), List.of(), false, Set.of()));
            mapped.unused().forEach(reading::isNotUsed);
            return Answer.of(Result.of(
                    patient.place(),
                    id,
                    mapped.patientCase(),
                    rules.evaluate(mapped.patientCase()),
                    reading.notUsed,
                    rules.vocabulary()));
        } catch (RuntimeException e) {
            return Answer.setAside(patient, id, e);
        }
    }

    private static InvalidCaseException wrong(String message) {
        return new InvalidCaseException(List.of(new Problem("", message)));
    }

    /** The lines of a record while they are read. Not thread-safe. */
    private final class Reading {

        private final boolean alone;
        private final List<Answer> answers = new ArrayList<>();
        private final List<InputLine> lines = new ArrayList<>();
        private final List<Resource> resources = new ArrayList<>();
        private final List<NotUsed> notUsed = new ArrayList<>();
        private @Nullable InputLine patient;

        /**
         * A reading.
         *
         * @param alone whether there is one line only: what several patients share is set aside there, and not once for each
         */
        private Reading(boolean alone) {
            this.alone = alone;
        }

        private void read(InputLine line) {
            List<Unused> unknown = new ArrayList<>();
            ResourceHead head = ResourceHead.of(line.bytes());
            try {
                Resource resource = parser.parse(text(line, head), "This line", unknown::add);
                resources.add(resource);
                lines.add(line);
                unknown.forEach(element -> notUsed.add(new NotUsed(
                        resource.fhirType() + "/" + resource.getIdPart(), element.what(), element.why(), 1)));
                if (resource instanceof Patient && head.belongsTo().isPresent()) {
                    patient = line;
                }
            } catch (RuntimeException e) {
                if (alone || !head.isShared()) {
                    setAside(line, head, e);
                }
                // What it would have said must not pass for absent in silence.
                notUsed.add(new NotUsed(
                        head.type().isEmpty() ? "Resource" : head.type(),
                        line.place(),
                        "the line was set aside, so what it would say is not known",
                        1));
            }
        }

        private void isNotUsed(Unused unused) {
            notUsed.add(new NotUsed(unused.reference(), unused.what(), unused.why(), unused.count()));
        }

        private Optional<String> id() {
            return resources.stream()
                    .filter(Patient.class::isInstance)
                    .map(resource -> resource.getIdElement().getIdPart())
                    .filter(id -> id != null)
                    .findFirst();
        }

        private void setAsideAll() {
            for (InputLine line : lines) {
                ResourceHead head = ResourceHead.of(line.bytes());
                if (!head.isShared()) {
                    setAside(line, head, wrong(whyNobody(head)));
                }
            }
        }

        private void setAside(InputLine line, ResourceHead head, RuntimeException why) {
            answers.add(
                    head.belongsTo().isPresent()
                            ? Answer.setAside(line, Optional.empty(), why)
                            : Answer.setAsideOfAnybody(line, why));
        }
    }

    private static String text(InputLine line, ResourceHead head) {
        if (!line.complete()) {
            throw wrong("the line has more than 8,000,000 bytes, too many for a resource");
        }
        String text = CaseLine.text(line);
        if (head.breaksAt().isPresent()) {
            throw new InvalidCaseException(List.of(new Problem(
                            "",
                            "this is no FHIR R4 resource: up to here it is JSON, and here it breaks off or goes on with what"
                                    + " cannot follow; a line is one whole resource")
                    .at(new Problem.Position(1, head.breaksAt().getAsInt()))));
        }
        if (head.type().isEmpty()) {
            throw wrong(
                    "this is no FHIR R4 resource, because it states no resourceType; a line is one whole resource, and"
                            + " cases are read without --bulk");
        }
        return text;
    }

    private static String whyNobody(ResourceHead head) {
        if (head.type().equals("Patient")) {
            return "the Patient has no id, so nothing else in the export can be known to be about this patient";
        }
        return head.belongsTo()
                .map(named ->
                        "the export has no " + named + " that could be read, so it is not known whom this is about")
                .orElse("it names no patient: its subject must refer to Patient/…");
    }
}
