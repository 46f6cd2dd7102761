package org.spsrules.fhir.record;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceCategory;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceReactionComponent;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceType;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.PatientCase;
import org.spsrules.vocabulary.CodeSystem;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** Reads allergies and intolerances: what the patient is allergic to, and what a drug has done before. */
final class AllergyReader {

    private static final String SNOMED = CodeSystem.SNOMED_CT.uri();
    /** No known allergy, and no known drug allergy. */
    private static final List<String> NONE_KNOWN = List.of("716186003", "409137002");

    private static final String ANAPHYLAXIS = "39579001";
    private static final String CLINICAL = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";
    private static final String VERIFICATION = "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification";

    private final Context context;

    AllergyReader(Context context) {
        this.context = context;
    }

    void read(AllergyIntolerance allergy) {
        String reference = References.of(allergy);
        String name = Terms.name(allergy.getCode());
        if (Terms.has(allergy.getVerificationStatus(), VERIFICATION, "entered-in-error")) {
            context.unused(reference, name, "it was entered in error");
        } else if (NONE_KNOWN.stream().anyMatch(code -> Terms.has(allergy.getCode(), SNOMED, code))) {
            context.draft().state("allergies.list", reference, builder -> builder.allergyList(Completeness.COMPLETE));
        } else if (name.toLowerCase(Locale.ROOT).startsWith("no known")) {
            context.unused(reference, name, "only no known allergy, or none to a drug, makes the list complete");
        } else if (Terms.has(allergy.getVerificationStatus(), VERIFICATION, "refuted")) {
            refuted(allergy, reference, name);
        } else if (Terms.has(allergy.getClinicalStatus(), CLINICAL, "inactive")
                || Terms.has(allergy.getClinicalStatus(), CLINICAL, "resolved")) {
            context.unused(reference, name, "it is over, so it counts neither as present nor as absent");
        } else {
            present(allergy, reference, name);
        }
    }

    private void refuted(AllergyIntolerance allergy, String reference, String name) {
        List<Concept> concepts = context.terms().find(allergy.getCode(), Vocabulary.therapies());
        if (concepts.isEmpty()) {
            context.unused(reference, name, "it is refuted, and the vocabulary does not know it");
        }
        concepts.forEach(
                concept -> context.draft().list(Checklist.Kind.ALLERGIES).absent(concept.code(), reference));
    }

    private void present(AllergyIntolerance allergy, String reference, String name) {
        List<Concept> coded = context.terms().find(allergy.getCode(), Vocabulary.therapies());
        if (coded.isEmpty()) {
            unknown(allergy, reference, name);
        }
        Set<Concept> concepts = new LinkedHashSet<>(coded);
        concepts.addAll(substances(allergy, reference));
        if (concepts.isEmpty()) {
            return;
        }
        Set<String> reactions = reactions(allergy, reference);
        for (Concept concept : concepts) {
            if (isIntolerance(allergy) && concept.kind() == Concept.Kind.THERAPY) {
                reacted(concept, reactions, reference);
            } else {
                context.draft().list(Checklist.Kind.ALLERGIES).present(concept.code(), reference);
                if (!reactions.isEmpty() && concept.kind() == Concept.Kind.THERAPY) {
                    reacted(concept, reactions, reference);
                }
            }
        }
    }

    /** What brought on a reaction, where it is named beside what the patient is allergic to. */
    private List<Concept> substances(AllergyIntolerance allergy, String reference) {
        List<Concept> known = new ArrayList<>();
        for (AllergyIntoleranceReactionComponent reaction : allergy.getReaction()) {
            List<Concept> found = context.terms().find(reaction.getSubstance(), Vocabulary.therapies());
            known.addAll(found);
            if (found.isEmpty() && !reaction.getSubstance().isEmpty()) {
                context.unused(
                        reference, Terms.name(reaction.getSubstance()), "the vocabulary does not know this substance");
            }
        }
        return known;
    }

    /** Whether it is no allergy: it is recorded as an intolerance, and not as one that is dangerous. */
    private static boolean isIntolerance(AllergyIntolerance allergy) {
        return allergy.getType() == AllergyIntoleranceType.INTOLERANCE
                && allergy.getCriticality() != AllergyIntolerance.AllergyIntoleranceCriticality.HIGH
                && allergy.getReaction().stream().noneMatch(AllergyReader::isDangerous);
    }

    private static boolean isDangerous(AllergyIntoleranceReactionComponent reaction) {
        return reaction.getSeverity() == AllergyIntolerance.AllergyIntoleranceSeverity.SEVERE
                || reaction.getManifestation().stream()
                        .anyMatch(seen -> Terms.has(seen, SNOMED, ANAPHYLAXIS)
                                || Terms.name(seen).toLowerCase(Locale.ROOT).startsWith("anaphyla"));
    }

    /** The side effects that the vocabulary knows; others are listed as not used. */
    private Set<String> reactions(AllergyIntolerance allergy, String reference) {
        Set<String> known = new TreeSet<>();
        allergy.getReaction().stream()
                .flatMap(reaction -> reaction.getManifestation().stream())
                .forEach(manifestation -> {
                    List<Concept> found = context.terms().find(manifestation, EnumSet.of(Concept.Kind.SIDE_EFFECT));
                    found.forEach(concept -> known.add(concept.code()));
                    if (found.isEmpty()) {
                        context.unused(
                                reference, Terms.name(manifestation), "the vocabulary does not know this reaction");
                    }
                });
        return known;
    }

    /** A drug that was given before and not tolerated. */
    private void reacted(Concept therapy, Set<String> reactions, String reference) {
        TreatmentEntry entry = new TreatmentEntry(therapy.code(), false, "AllergyIntolerance", reference);
        entry.tolerated = Answer.NO;
        entry.sideEffects.addAll(reactions);
        context.draft().treatments.add(entry);
    }

    private void unknown(AllergyIntolerance allergy, String reference, String name) {
        boolean drug = allergy.getCategory().isEmpty()
                || allergy.getCategory().stream()
                        .anyMatch(category -> category.getValue() == AllergyIntoleranceCategory.MEDICATION
                                || category.getValue() == AllergyIntoleranceCategory.BIOLOGIC);
        if (drug) {
            context.draft().list(Checklist.Kind.ALLERGIES).present(PatientCase.other(name), reference);
            context.unused(reference, name, "the vocabulary does not know it; it is kept, and nothing reads it");
        } else {
            context.unused(reference, name, "it concerns no drug");
        }
    }
}
