package org.spsrules.fhir.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Resource;
import org.spsrules.Line;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.internal.knowledge.RuleFolder;
import org.spsrules.internal.rule.AlertLevel;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Sentence;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Makes a PlanDefinition of the ladder, and one of each folder of rules. Conditions are text: nothing in them can be executed, and
 * no action defines an order.
 */
final class PlanMapping {

    private static final String TYPES = "http://terminology.hl7.org/CodeSystem/plan-definition-type";

    private final Knowledge knowledge;
    private final Vocabulary vocabulary;
    private final Published published;
    private final SourceMapping sources;

    PlanMapping(Knowledge knowledge, Published published, SourceMapping sources) {
        this.knowledge = knowledge;
        this.vocabulary = knowledge.vocabulary();
        this.published = published;
        this.sources = sources;
    }

    List<Resource> plans() {
        List<Resource> plans = new ArrayList<>();
        plans.add(ladder());
        knowledge.folders().stream()
                .map(this::rules)
                .filter(PlanDefinition::hasAction)
                .forEach(plans::add);
        return plans;
    }

    private PlanDefinition plan(String type, String id, String title, String description) {
        PlanDefinition plan = published.mark(new PlanDefinition(), id, title, description);
        plan.setType(
                new CodeableConcept().addCoding(new Coding().setSystem(TYPES).setCode(type)));
        plan.setUsage("For reading and exchange. No action has a condition or a definition that a program could apply,"
                + " and none orders a drug.");
        sources.libraryReferences().forEach(plan::addRelatedArtifact);
        return plan;
    }

    private PlanDefinition ladder() {
        PlanDefinition plan = plan(
                "clinical-protocol",
                "sps-ladder",
                "The ladder of treatment in stiff-person syndrome",
                "The steps in order, and how each source numbers them.");
        for (Line line : Line.values()) {
            List<LadderStep> steps = knowledge.ladder().stream()
                    .filter(step -> step.line() == line)
                    .toList();
            if (!steps.isEmpty()) {
                PlanDefinitionActionComponent action = plan.addAction()
                        .setTitle(
                                line.name().charAt(0) + line.name().substring(1).toLowerCase(Locale.ROOT) + " line");
                steps.forEach(step -> action.addAction(step(step)));
            }
        }
        return plan;
    }

    private PlanDefinitionActionComponent step(LadderStep step) {
        PlanDefinitionActionComponent action = new PlanDefinitionActionComponent();
        action.setId(step.code());
        action.setPrefix(step.step()).setTitle(step.title());
        String numbered = step.numbered().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
        action.setTextEquivalent("Preferred first: "
                + step.therapies().stream().map(vocabulary::nameOf).collect(Collectors.joining(", "))
                + ". Sources number it "
                + numbered + "." + step.differ().map(differ -> " " + differ).orElse(""));
        step.therapies().forEach(therapy -> action.addCode(concept(therapy)));
        sources.citations(step.sources()).forEach(action::addDocumentation);
        return action;
    }

    private PlanDefinition rules(RuleFolder folder) {
        PlanDefinition plan = plan(
                "eca-rule",
                "sps-rules-" + folder.name(),
                "Rules of SPS Rules: " + folder.name(),
                folder.kind().meaning());
        knowledge.rules().stream()
                .filter(rule -> rule.folder().equals(folder.name()))
                .map(this::rule)
                .forEach(plan::addAction);
        return plan;
    }

    private PlanDefinitionActionComponent rule(Rule rule) {
        PlanDefinitionActionComponent action = new PlanDefinitionActionComponent();
        action.setId(rule.id());
        action.setTitle(rule.title());
        Sentence then = rule.then();
        String description = java.util.stream.Stream.of(then.because(), then.dose(), then.how())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        if (!description.isEmpty()) {
            action.setDescription(description);
        }
        action.setTextEquivalent("When "
                + rule.conditions().stream().map(Condition::text).collect(Collectors.joining(" and "))
                + ", then " + said(then) + ".");
        sources.citations(rule.sources()).forEach(action::addDocumentation);
        return action;
    }

    private String said(Sentence then) {
        String verb = then.level().map(AlertLevel::word).orElse(then.verb().phrase());
        String objects = then.objects().stream().map(this::name).collect(Collectors.joining(", "));
        String after = then.after().stream().map(vocabulary::nameOf).collect(Collectors.joining(", "));
        return verb + (objects.isEmpty() ? "" : ": " + objects) + (after.isEmpty() ? "" : ", after " + after);
    }

    private String name(Operand operand) {
        if (operand instanceof Operand.Text text) {
            return vocabulary.nameOf(text.value());
        } else if (operand instanceof Operand.Variable variable) {
            return variable.name();
        }
        return ((Operand.Numeral) operand).value().toPlainString();
    }

    /** A therapy with its code in the vocabulary; the maps lead on to public systems. */
    private CodeableConcept concept(String code) {
        return new CodeableConcept()
                .setText(vocabulary.nameOf(code))
                .addCoding(new Coding()
                        .setSystem(VocabularyMapping.SYSTEM)
                        .setCode(code)
                        .setDisplay(vocabulary.nameOf(code)));
    }
}
