package org.spsrules.fhir.report;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.spsrules.Report;

/** Words and codes of a report in the data types of FHIR. */
final class Texts {

    private Texts() {}

    /** The sentences that are there, one after the other. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    static String sentences(Optional<String>... texts) {
        return Stream.of(texts).flatMap(Optional::stream).collect(Collectors.joining(" "));
    }

    /** A concept with its codes in public systems. */
    static CodeableConcept concept(Report.Subject subject) {
        CodeableConcept concept = new CodeableConcept().setText(subject.name());
        for (Report.Code code : subject.codes()) {
            Coding coding = new Coding().setSystem(code.system()).setCode(code.code());
            code.display().ifPresent(coding::setDisplay);
            concept.addCoding(coding);
        }
        return concept;
    }

    /** A statement that something rests on. */
    static RelatedArtifact citation(Report.Citation citation) {
        RelatedArtifact artifact = new RelatedArtifact()
                .setType(RelatedArtifact.RelatedArtifactType.CITATION)
                .setLabel(citation.id())
                .setCitation(citation.text());
        citation.readings().stream()
                .map(Report.Reading::address)
                .filter(address -> address.startsWith("http"))
                .findFirst()
                .ifPresent(artifact::setUrl);
        return artifact;
    }
}
