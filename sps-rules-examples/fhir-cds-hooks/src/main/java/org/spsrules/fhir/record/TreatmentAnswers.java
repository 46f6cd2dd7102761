package org.spsrules.fhir.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Reference;
import org.spsrules.Answer;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.vocabulary.Concept;

/** Reads what a clinician says of one treatment: its effect, whether the trial was adequate, whether it was tolerated. */
final class TreatmentAnswers {

    private static final String ID = ClinicianQuestionnaire.TREATMENT + ".";

    private final Context context;

    TreatmentAnswers(Context context) {
        this.context = context;
    }

    void read(QuestionnaireResponseItemComponent group, String reference) {
        Map<String, QuestionnaireResponseItemComponent> items = QuestionnaireReader.byId(group);
        Optional<TreatmentEntry> entry = entry(items, reference);
        if (entry.isEmpty()) {
            return;
        }
        TreatmentEntry treatment = entry.get();
        treatment.references.add(reference);
        constant(items, "response", Treatment.Response.class).ifPresent(value -> treatment.response = value);
        constant(items, "adequateTrial", Answer.class).ifPresent(value -> treatment.adequateTrial = value);
        constant(items, "tolerated", Answer.class).ifPresent(value -> treatment.tolerated = value);
        constant(items, "woreOff", Answer.class).ifPresent(value -> treatment.woreOff = value);
        constant(items, "ending", PatientCase.Plan.Manner.class).ifPresent(value -> treatment.ending = value);
        constant(items, "indication", Treatment.Indication.class).ifPresent(value -> treatment.indication = value);
        Optional.ofNullable(items.get(ID + "label"))
                .map(item -> QuestionnaireReader.code(item.getAnswerFirstRep().getValue()))
                .ifPresent(label -> treatment.label = Optional.of(label));
        Optional.ofNullable(items.get(ID + "sideEffects"))
                .ifPresent(item -> item.getAnswer()
                        .forEach(answer ->
                                treatment.sideEffects.add(sideEffect(QuestionnaireReader.code(answer.getValue())))));
    }

    private String sideEffect(String term) {
        return context.terms()
                .vocabulary()
                .resolve(term, Set.of(Concept.Kind.SIDE_EFFECT))
                .map(Concept::code)
                .orElseGet(() -> PatientCase.other(term));
    }

    private static <E extends Enum<E>> Optional<E> constant(
            Map<String, QuestionnaireResponseItemComponent> items, String name, Class<E> type) {
        return Optional.ofNullable(items.get(ID + name)).flatMap(item -> QuestionnaireReader.constant(type, item));
    }

    /** The treatment that is meant: by its resource, or by its therapy and whether it is given now. */
    private Optional<TreatmentEntry> entry(Map<String, QuestionnaireResponseItemComponent> items, String reference) {
        QuestionnaireResponseItemComponent resource = items.get(ID + "resource");
        if (resource != null && resource.getAnswerFirstRep().getValue() instanceof Reference target) {
            Optional<TreatmentEntry> found =
                    Optional.ofNullable(target.getReference()).flatMap(context.draft().treatments::from);
            if (found.isEmpty()) {
                context.unused(reference, "answers on " + target.getReference(), "no treatment comes from it");
            }
            return found;
        }
        QuestionnaireResponseItemComponent named = items.get(ID + "therapy");
        if (named == null) {
            context.unused(reference, "answers on a treatment", "they name neither a resource nor a therapy");
            return Optional.empty();
        }
        String therapy = QuestionnaireReader.therapy(
                QuestionnaireReader.code(named.getAnswerFirstRep().getValue()), context);
        Optional<String> status = Optional.ofNullable(items.get(ID + "status"))
                .map(item -> QuestionnaireReader.code(item.getAnswerFirstRep().getValue()));
        List<TreatmentEntry> candidates = context.draft().treatments.of(therapy).stream()
                .filter(known ->
                        status.isEmpty() || known.current == status.get().equals("current"))
                .toList();
        if (candidates.size() == 1) {
            return Optional.of(candidates.get(0));
        } else if (candidates.isEmpty() && status.isPresent()) {
            TreatmentEntry added =
                    new TreatmentEntry(therapy, status.get().equals("current"), "QuestionnaireResponse", reference);
            context.draft().treatments.add(added);
            return Optional.of(added);
        }
        context.unused(
                reference,
                "answers on " + therapy,
                candidates.isEmpty()
                        ? "the record has no such treatment; say whether it is current or past"
                        : "the record has several such treatments; name the resource that is meant");
        return Optional.empty();
    }
}
