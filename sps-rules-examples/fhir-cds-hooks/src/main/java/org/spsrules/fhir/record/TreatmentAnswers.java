package org.spsrules.fhir.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Reference;
import org.spsrules.Answer;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** Reads what a clinician says of one treatment: its effect, whether the trial was adequate, whether it was tolerated. */
final class TreatmentAnswers {

    private final Context context;

    TreatmentAnswers(Context context) {
        this.context = context;
    }

    void read(QuestionnaireResponseItemComponent group, String reference) {
        AnswerGroup answers = new AnswerGroup(group, reference, context);
        entry(answers, reference).ifPresent(treatment -> {
            treatment.references.add(reference);
            answers.constant("response", Treatment.Response.class).ifPresent(value -> treatment.response = value);
            answers.constant("adequateTrial", Answer.class).ifPresent(value -> treatment.adequateTrial = value);
            answers.constant("highestTolerated", Answer.class).ifPresent(value -> treatment.highestTolerated = value);
            answers.constant("takenAsPrescribed", Answer.class).ifPresent(value -> treatment.takenAsPrescribed = value);
            answers.count("courses").ifPresent(value -> treatment.courses = Optional.of(value));
            answers.constant("singleDose", Answer.class).ifPresent(value -> treatment.singleDose = value);
            answers.count("supplyDays").ifPresent(value -> treatment.supplyDays = Optional.of(value));
            answers.constant("addedLast", Answer.class).ifPresent(value -> treatment.addedLast = value);
            answers.constant("tolerated", Answer.class).ifPresent(value -> treatment.tolerated = value);
            answers.constant("woreOff", Answer.class).ifPresent(value -> treatment.woreOff = value);
            answers.constant("ending", PatientCase.Plan.Manner.class).ifPresent(value -> treatment.ending = value);
            answers.constant("indication", Treatment.Indication.class).ifPresent(value -> treatment.indication = value);
            treatment.label = answers.text("label").or(() -> treatment.label);
            treatment.sideEffects.addAll(sideEffects("sideEffects", answers));
            treatment.severeSideEffects.addAll(sideEffects("severeSideEffects", answers));
        });
    }

    private List<String> sideEffects(String question, AnswerGroup answers) {
        return answers.values(question).stream()
                .map(QuestionnaireReader::code)
                .map(term -> context.terms().code(term, Set.of(Concept.Kind.SIDE_EFFECT)))
                .toList();
    }

    /** The treatment that is meant: by its resource, or by its therapy and whether it is given now. */
    private Optional<TreatmentEntry> entry(AnswerGroup answers, String reference) {
        if (answers.value("resource").orElse(null) instanceof Reference target) {
            Optional<TreatmentEntry> found =
                    Optional.ofNullable(target.getReference()).flatMap(context.draft().treatments::from);
            if (found.isEmpty()) {
                context.unused(reference, "answers on " + target.getReference(), "no treatment comes from it");
            }
            return found;
        }
        Optional<String> named = answers.text("therapy");
        if (named.isEmpty()) {
            context.unused(reference, "answers on a treatment", "they name neither a resource nor a therapy");
            return Optional.empty();
        }
        String therapy = context.terms().code(named.get(), Vocabulary.therapies());
        Optional<String> status = answers.text("status");
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
