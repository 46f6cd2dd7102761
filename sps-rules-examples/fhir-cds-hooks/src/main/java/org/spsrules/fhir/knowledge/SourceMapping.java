package org.spsrules.fhir.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;
import org.hl7.fhir.r4.model.Resource;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.Reference;
import org.spsrules.internal.knowledge.Source;
import org.spsrules.internal.knowledge.Statement;

/** Makes a Library of each source with its statements, and one of the literature behind them. */
final class SourceMapping {

    private static final String TYPES = "http://terminology.hl7.org/CodeSystem/library-type";
    private static final String BIBLIOGRAPHY = "sps-bibliography";

    private final Knowledge knowledge;
    private final Published published;
    private final Map<String, Statement> statements;

    SourceMapping(Knowledge knowledge, Published published) {
        this.knowledge = knowledge;
        this.published = published;
        this.statements = knowledge.statements().stream()
                .collect(Collectors.toMap(Statement::id, Function.identity(), (first, second) -> first));
    }

    List<Resource> libraries() {
        List<Resource> libraries = new ArrayList<>();
        knowledge.sources().forEach(source -> libraries.add(library(source)));
        Library bibliography = published.mark(
                library(), BIBLIOGRAPHY, "Literature behind SPS Rules", "The publications that the statements name.");
        knowledge.references().forEach(reference -> bibliography.addRelatedArtifact(publication(reference)));
        libraries.add(bibliography);
        return libraries;
    }

    private static Library library() {
        return new Library()
                .setType(new CodeableConcept()
                        .addCoding(new Coding().setSystem(TYPES).setCode("asset-collection")));
    }

    private static String id(Source source) {
        return "sps-source-" + source.code().toLowerCase(Locale.ROOT);
    }

    private Library library(Source source) {
        Library library = published.mark(
                library(),
                id(source),
                source.title(),
                "The statements of a source in our own words. It is a " + source.kind() + ", of " + source.date()
                        + "; review: " + source.reviewStatus() + ".");
        knowledge.statements().stream()
                .filter(statement -> statement.source().equals(source.code()))
                .map(SourceMapping::artifact)
                .forEach(library::addRelatedArtifact);
        library.addRelatedArtifact()
                .setType(RelatedArtifactType.DERIVEDFROM)
                .setResource(published.canonical("Library", BIBLIOGRAPHY));
        return library;
    }

    /** The Libraries of all sources, as what a plan rests on. */
    List<RelatedArtifact> libraryReferences() {
        return knowledge.sources().stream()
                .map(source -> new RelatedArtifact()
                        .setType(RelatedArtifactType.DERIVEDFROM)
                        .setResource(published.canonical("Library", id(source))))
                .toList();
    }

    /** The statements with these ids. */
    List<RelatedArtifact> citations(List<String> ids) {
        return ids.stream()
                .map(statements::get)
                .flatMap(statement -> Optional.ofNullable(statement).stream())
                .map(SourceMapping::artifact)
                .toList();
    }

    private static RelatedArtifact artifact(Statement statement) {
        return new RelatedArtifact()
                .setType(RelatedArtifactType.CITATION)
                .setLabel(statement.id())
                .setCitation(statement.text());
    }

    private static RelatedArtifact publication(Reference reference) {
        RelatedArtifact artifact = new RelatedArtifact()
                .setType(RelatedArtifactType.CITATION)
                .setLabel(reference.id())
                .setCitation(reference.citation());
        reference
                .doi()
                .map(doi -> "https://doi.org/" + doi)
                .or(() -> reference.text().map(Reference.Text::address).filter(address -> address.startsWith("http")))
                .ifPresent(artifact::setUrl);
        return artifact;
    }
}
