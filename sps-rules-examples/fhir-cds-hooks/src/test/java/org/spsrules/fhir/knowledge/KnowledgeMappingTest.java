package org.spsrules.fhir.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.spsrules.SpsRules;
import org.spsrules.fhir.Validity;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.internal.knowledge.Statement;
import org.spsrules.internal.rule.Rule;

/** The knowledge as others exchange it: whole, valid, and marked as what it is not. */
class KnowledgeMappingTest {

    private static final SpsRules RULES = SpsRules.load();
    private static final List<Resource> RESOURCES = new KnowledgeMapping(RULES).resources();

    @AfterAll
    static void close() {
        RULES.close();
    }

    private static <R extends Resource> List<R> all(Class<R> type) {
        return RESOURCES.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Stream<PlanDefinitionActionComponent> actions(PlanDefinition plan) {
        return plan.getAction().stream().flatMap(KnowledgeMappingTest::withInner);
    }

    private static Stream<PlanDefinitionActionComponent> withInner(PlanDefinitionActionComponent action) {
        return Stream.concat(Stream.of(action), action.getAction().stream().flatMap(KnowledgeMappingTest::withInner));
    }

    @Test
    void everyRuleAndEveryStepIsThereWithItsSources() {
        Set<String> ids = all(PlanDefinition.class).stream()
                .flatMap(KnowledgeMappingTest::actions)
                .map(PlanDefinitionActionComponent::getId)
                .collect(Collectors.toSet());
        assertThat(ids)
                .containsAll(RULES.knowledge().rules().stream().map(Rule::id).toList())
                .containsAll(RULES.knowledge().ladder().stream()
                        .map(LadderStep::code)
                        .toList());
        Rule rule = RULES.knowledge().rules().stream()
                .filter(each -> each.id().equals("first-line/start-diazepam"))
                .findFirst()
                .orElseThrow();
        PlanDefinitionActionComponent action = all(PlanDefinition.class).stream()
                .flatMap(KnowledgeMappingTest::actions)
                .filter(each -> rule.id().equals(each.getId()))
                .findFirst()
                .orElseThrow();
        assertThat(action.getDocumentation())
                .extracting(RelatedArtifact::getLabel)
                .containsExactlyElementsOf(rule.sources());
        assertThat(action.getTextEquivalent()).contains("Diagnosis(").contains("start: diazepam");
        Set<String> statements = all(Library.class).stream()
                .flatMap(library -> library.getRelatedArtifact().stream())
                .map(RelatedArtifact::getLabel)
                .collect(Collectors.toSet());
        assertThat(statements)
                .containsAll(RULES.knowledge().statements().stream()
                        .map(Statement::id)
                        .toList());
    }

    @Test
    void nothingCanBeExecuted() {
        assertThat(all(PlanDefinition.class))
                .isNotEmpty()
                .flatMap(plan -> actions(plan).toList())
                .allSatisfy(action -> {
                    assertThat(action.getCondition()).isEmpty();
                    assertThat(action.hasDefinition()).isFalse();
                    assertThat(action.getTrigger()).isEmpty();
                });
    }

    @Test
    void eachSaysThatItIsADraftThatNobodyReviewed() {
        assertThat(RESOURCES).allSatisfy(resource -> {
            MetadataResource published = (MetadataResource) resource;
            assertThat(published.getStatus()).isEqualTo(PublicationStatus.DRAFT);
            assertThat(published.getExperimental()).isTrue();
            assertThat(published.getDescription())
                    .contains("Not clinically reviewed")
                    .contains("not for execution");
            assertThat(published.getVersion()).isEqualTo(RULES.knowledge().version());
        });
    }

    @Test
    void codesAreThoseOfTheVocabularyAndNoOthers() {
        Set<String> known = new TreeSet<>();
        Set<String> meant = new TreeSet<>();
        RULES.knowledge()
                .concepts()
                .forEach(concept -> concept.codes().forEach(coding -> {
                    known.add(coding.system().uri() + "|" + coding.code());
                    if (coding.match().isEnough()) {
                        meant.add(coding.system().uri() + "|" + coding.code());
                    }
                }));
        Set<String> mapped = all(ConceptMap.class).stream()
                .flatMap(map -> map.getGroup().stream())
                .flatMap(group -> group.getElement().stream()
                        .flatMap(element -> element.getTarget().stream())
                        .map(target -> group.getTarget() + "|" + target.getCode()))
                .collect(Collectors.toSet());
        Set<String> included = all(ValueSet.class).stream()
                .flatMap(set -> set.getCompose().getInclude().stream())
                .flatMap(include ->
                        include.getConcept().stream().map(code -> include.getSystem() + "|" + code.getCode()))
                .collect(Collectors.toSet());
        assertThat(mapped).isEqualTo(known);
        assertThat(included).isEqualTo(meant);
        assertThat(all(CodeSystem.class))
                .singleElement()
                .satisfies(system -> assertThat(system.getConcept())
                        .hasSize(RULES.knowledge().concepts().size()));
    }

    @Test
    void whatIsReferredToIsThere() {
        Set<String> there = RESOURCES.stream()
                .map(resource ->
                        ((MetadataResource) resource).getUrl() + "|" + ((MetadataResource) resource).getVersion())
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(RESOURCES).extracting(Resource::getId).allMatch(id -> id.matches("[A-Za-z0-9.-]{1,64}"));
        assertThat(all(PlanDefinition.class))
                .flatMap(PlanDefinition::getRelatedArtifact)
                .extracting(RelatedArtifact::getResource)
                .isNotEmpty()
                .allMatch(there::contains);
    }

    @Test
    void allOfItIsValid() {
        assertThat(RESOURCES.stream()
                        .flatMap(resource ->
                                Validity.errors(resource).stream().map(error -> resource.getId() + ": " + error)))
                .isEmpty();
    }
}
