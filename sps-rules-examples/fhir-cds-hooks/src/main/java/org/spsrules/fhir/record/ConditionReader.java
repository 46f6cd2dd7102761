package org.spsrules.fhir.record;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis;
import org.spsrules.vocabulary.CodeSystem;
import org.spsrules.vocabulary.Concept;

/** Reads conditions: SPS itself, comorbidities, symptoms and triggers, present and refuted. */
final class ConditionReader {

    private static final String CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    /** In SNOMED CT. */
    private static final String SEVERE = "24484000";

    private static final String VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
    private static final List<String> IN_DOUBT = List.of("unconfirmed", "provisional", "differential");
    private static final List<String> CERTAINTIES =
            List.of("confirmed", "refuted", "unconfirmed", "provisional", "differential");
    private static final List<String> OVER = List.of("inactive", "remission", "resolved");
    private static final Set<Concept.Kind> KINDS =
            EnumSet.of(Concept.Kind.CONDITION, Concept.Kind.SYMPTOM, Concept.Kind.TRIGGER, Concept.Kind.VARIANT);
    private static final String SPS = "stiff-person-syndrome";

    private final Context context;

    ConditionReader(Context context) {
        this.context = context;
    }

    /** How a condition stands. */
    private enum Standing {
        PRESENT,
        REFUTED,
        IN_DOUBT,
        OVER
    }

    void read(Condition condition) {
        String reference = References.of(condition);
        if (Terms.has(condition.getVerificationStatus(), VERIFICATION, "entered-in-error")) {
            context.unused(reference, Terms.name(condition.getCode()), "it was entered in error");
            return;
        }
        if (!condition.hasCode()) {
            context.unused(reference, "a condition", "it has no code and no text");
            return;
        }
        Standing standing = standing(condition);
        List<Concept> concepts = context.terms().find(condition.getCode(), KINDS);
        if (concepts.isEmpty()) {
            unknown(condition.getCode(), standing, reference);
        }
        for (Concept concept : concepts) {
            if (concept.kind() == Concept.Kind.VARIANT) {
                disease(concept, condition, standing, reference);
            } else {
                list(concept, standing, isSevere(condition), reference);
            }
        }
    }

    private Standing standing(Condition condition) {
        CodeableConcept certainty = condition.getVerificationStatus();
        if (Terms.has(certainty, VERIFICATION, "refuted")) {
            return Standing.REFUTED;
        } else if (IN_DOUBT.stream().anyMatch(code -> Terms.has(certainty, VERIFICATION, code))) {
            return Standing.IN_DOUBT;
        }
        boolean over = OVER.stream().anyMatch(code -> Terms.has(condition.getClinicalStatus(), CLINICAL, code));
        return over || ended(condition) ? Standing.OVER : Standing.PRESENT;
    }

    private boolean ended(Condition condition) {
        if (condition.hasClinicalStatus() || !condition.hasAbatement()) {
            return false;
        }
        if (condition.getAbatement() instanceof DateTimeType date) {
            return Context.day(date)
                    .map(day -> !day.isAfter(context.draft().asOf()))
                    .orElse(true);
        }
        return true;
    }

    private void disease(Concept variant, Condition condition, Standing standing, String reference) {
        CaseDraft draft = context.draft();
        boolean said =
                CERTAINTIES.stream().anyMatch(code -> Terms.has(condition.getVerificationStatus(), VERIFICATION, code));
        if (!said) {
            context.unused(
                    reference, variant.name(), "it does not say whether it is confirmed; it was read as confirmed");
        }
        draft.diagnosis(status(standing), reference);
        if (standing == Standing.REFUTED) {
            return;
        }
        if (!variant.code().equals(SPS)) {
            draft.state("diagnosis.variant", reference, builder -> builder.variant(variant.code()));
        }
        onset(condition).ifPresent(onset -> draft.state("diagnosis.onset", reference, builder -> builder.onset(onset)));
    }

    private static Diagnosis.Status status(Standing standing) {
        return switch (standing) {
            case PRESENT, OVER -> Diagnosis.Status.CONFIRMED;
            case IN_DOUBT -> Diagnosis.Status.SUSPECTED;
            case REFUTED -> Diagnosis.Status.EXCLUDED;
        };
    }

    private static Optional<PartialDate> onset(Condition condition) {
        if (condition.getOnset() instanceof DateTimeType date) {
            return Context.partial(date);
        }
        return condition.getOnset() instanceof Period period
                ? Context.partial(period.getStartElement())
                : Optional.empty();
    }

    private static boolean isSevere(Condition condition) {
        return Terms.has(condition.getSeverity(), CodeSystem.SNOMED_CT.uri(), SEVERE);
    }

    private void list(Concept concept, Standing standing, boolean severe, String reference) {
        Checklist list = context.draft().list(kindOf(concept));
        switch (standing) {
            case PRESENT -> {
                if (severe) {
                    list.severe(concept.code(), reference);
                } else {
                    list.present(concept.code(), reference);
                }
            }
            case REFUTED -> list.absent(concept.code(), reference);
            case IN_DOUBT ->
                context.unused(
                        reference,
                        concept.name(),
                        "it is not confirmed, so it counts neither as present nor as absent");
            case OVER ->
                context.unused(
                        reference,
                        concept.name(),
                        "it is over, so it counts neither as present nor as absent; state it if it still matters");
        }
    }

    private static Checklist.Kind kindOf(Concept concept) {
        return switch (concept.kind()) {
            case SYMPTOM -> Checklist.Kind.SYMPTOMS;
            case TRIGGER -> Checklist.Kind.TRIGGERS;
            default -> Checklist.Kind.CONDITIONS;
        };
    }

    /** What the vocabulary does not know is kept, so that the report names it. */
    private void unknown(CodeableConcept code, Standing standing, String reference) {
        String name = Terms.name(code);
        if (standing == Standing.PRESENT) {
            context.draft().list(Checklist.Kind.CONDITIONS).present(PatientCase.other(name), reference);
            context.unused(
                    reference,
                    name,
                    context.terms()
                            .whyUnclear(code, KINDS)
                            .orElse("the vocabulary does not know it; it is kept, and nothing reads it"));
        } else {
            context.unused(reference, name, "the vocabulary does not know it, and it is not present");
        }
    }
}
