package org.spsrules.fhir.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.vocabulary.Coding;
import org.spsrules.vocabulary.Coding.Match;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Concept.Kind;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Makes a CodeSystem of the vocabulary, ValueSets of the public codes that mean its concepts, one for each kind and each class of
 * therapies, and a ConceptMap into each public system. No code is in them that the vocabulary does not hold.
 */
final class VocabularyMapping {

    /** The system of the codes that the vocabulary has by itself. */
    static final String SYSTEM = Published.address("CodeSystem", "sps-vocabulary");

    private final Vocabulary vocabulary;
    private final List<Concept> concepts;
    private final Published published;

    VocabularyMapping(Knowledge knowledge, Published published) {
        this.vocabulary = knowledge.vocabulary();
        this.concepts = knowledge.concepts().stream()
                .sorted(Comparator.comparing(Concept::code))
                .toList();
        this.published = published;
    }

    List<Resource> resources() {
        List<Resource> resources = new ArrayList<>();
        resources.add(codeSystem());
        for (Kind kind : Kind.values()) {
            List<Concept> members =
                    concepts.stream().filter(concept -> concept.kind() == kind).toList();
            resources.addAll(valueSet(
                    "sps-" + kind.word(), "Codes of each " + kind.word().replace('-', ' '), members));
        }
        concepts.stream()
                .filter(concept -> concept.kind() == Kind.THERAPY_CLASS)
                .forEach(group -> {
                    List<Concept> members = Stream.concat(
                                    Stream.of(group),
                                    vocabulary.membersOf(group.code()).stream()
                                            .flatMap(code -> concepts.stream()
                                                    .filter(concept ->
                                                            concept.code().equals(code))))
                            .toList();
                    resources.addAll(
                            valueSet("sps-class-" + group.code(), "Codes of the class " + group.name(), members));
                });
        for (org.spsrules.vocabulary.CodeSystem system : org.spsrules.vocabulary.CodeSystem.values()) {
            ConceptMap map = map(system);
            if (map.getGroupFirstRep().hasElement()) {
                resources.add(map);
            }
        }
        return resources;
    }

    private CodeSystem codeSystem() {
        CodeSystem system = published.mark(
                new CodeSystem(), "sps-vocabulary", "Vocabulary of SPS Rules", "Everything that its rules can name.");
        system.setCaseSensitive(true).setContent(CodeSystemContentMode.COMPLETE).setCount(concepts.size());
        system.addProperty().setCode("kind").setType(PropertyType.STRING).setDescription("What sort of thing it is.");
        system.addProperty()
                .setCode("parent")
                .setUri("http://hl7.org/fhir/concept-properties#parent")
                .setType(PropertyType.CODE)
                .setDescription("What it is a kind of.");
        for (Concept concept : concepts) {
            ConceptDefinitionComponent entry =
                    system.addConcept().setCode(concept.code()).setDisplay(concept.name());
            concept.note().ifPresent(entry::setDefinition);
            entry.addProperty()
                    .setCode("kind")
                    .setValue(
                            new org.hl7.fhir.r4.model.StringType(concept.kind().word()));
            concept.parents()
                    .forEach(parent -> entry.addProperty().setCode("parent").setValue(new CodeType(parent)));
        }
        return system;
    }

    /** The codes that are enough to know one of these concepts; no ValueSet if there are none. */
    private List<ValueSet> valueSet(String id, String title, List<Concept> members) {
        Map<org.spsrules.vocabulary.CodeSystem, SortedMap<String, Coding>> bySystem =
                new EnumMap<>(org.spsrules.vocabulary.CodeSystem.class);
        members.stream()
                .flatMap(concept -> concept.codes().stream())
                .filter(coding -> coding.match().isEnough())
                .forEach(coding -> bySystem.computeIfAbsent(coding.system(), first -> new TreeMap<>())
                        .putIfAbsent(coding.code(), coding));
        if (bySystem.isEmpty()) {
            return List.of();
        }
        ValueSet set = published.mark(
                new ValueSet(),
                id,
                title,
                "The codes of public systems that mean it, or a kind, a brand or a part of it.");
        set.setCopyright(bySystem.keySet().stream().map(CodeTerms::of).collect(Collectors.joining(" ")));
        bySystem.forEach((system, codes) -> {
            ConceptSetComponent include = set.getCompose().addInclude().setSystem(system.uri());
            codes.forEach((code, coding) -> {
                var entry = include.addConcept().setCode(code);
                coding.display().ifPresent(entry::setDisplay);
            });
        });
        return List.of(set);
    }

    private ConceptMap map(org.spsrules.vocabulary.CodeSystem system) {
        String name = system.displayName();
        ConceptMap map = published.mark(
                new ConceptMap(),
                "sps-to-" + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
                "From the vocabulary of SPS Rules to " + name,
                "What has been seen in " + name
                        + ". A code that is wider says less than the concept, and is not taken for it.");
        map.setCopyright(CodeTerms.of(system));
        ConceptMapGroupComponent group = map.addGroup().setSource(SYSTEM).setTarget(system.uri());
        for (Concept concept : concepts) {
            List<Coding> codings = concept.codes().stream()
                    .filter(coding -> coding.system() == system)
                    .sorted(Comparator.comparing(Coding::code))
                    .toList();
            if (!codings.isEmpty()) {
                SourceElementComponent element =
                        group.addElement().setCode(concept.code()).setDisplay(concept.name());
                codings.forEach(coding -> {
                    var target = element.addTarget()
                            .setCode(coding.code())
                            .setEquivalence(equivalence(coding.match()))
                            .setComment(comment(coding));
                    coding.display().ifPresent(target::setDisplay);
                });
            }
        }
        return map;
    }

    private static String comment(Coding coding) {
        String relation = switch (coding.match()) {
            case EXACT -> "It means the concept.";
            case NARROWER -> "It means a kind, a brand or a part of the concept.";
            case BROADER -> "It says less than the concept.";
        };
        return relation + " Seen: " + coding.verified();
    }

    /** What the code is, beside the concept. */
    private static ConceptMapEquivalence equivalence(Match match) {
        return switch (match) {
            case EXACT -> ConceptMapEquivalence.EQUIVALENT;
            case NARROWER -> ConceptMapEquivalence.NARROWER;
            case BROADER -> ConceptMapEquivalence.WIDER;
        };
    }
}
