package org.spsrules.authoring.generate;

import java.util.List;
import org.spsrules.Completeness;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.internal.shape.Draft;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;
import org.spsrules.vocabulary.Concept.Kind;

/** States about the history of treatment what rules ask of it. Not thread-safe. */
final class HistoryAim implements FactAim {

    private final Draw draw;
    private final RelevantConcepts concepts;
    private final RandomCase random;

    HistoryAim(Draw draw, RelevantConcepts concepts, RandomCase random) {
        this.draw = draw;
        this.concepts = concepts;
        this.random = random;
    }

    @Override
    public void meet(Wish wish, CaseDraft draft) {
        String about = wish.about();
        switch (wish.question()) {
            case "had" -> given(draft, about).set(TreatmentFields.CURRENT, draw.chance(50));
            case "hadAny" -> given(draft, draw.one(wish.arguments())).set(TreatmentFields.CURRENT, draw.chance(50));
            case "takes" -> given(draft, about).set(TreatmentFields.CURRENT, true);
            case "neverHad" -> {
                forget(draft, about);
                draft.treatments.set(TreatmentsFields.HISTORY, Completeness.COMPLETE);
            }
            case "untried" -> {
                forget(draft, about);
                draft.treatments.set(TreatmentsFields.HISTORY, draw.one(Completeness.values()));
            }
            case "takesNo" -> {
                end(draft, about);
                draft.treatments.set(TreatmentsFields.MEDICATION, Completeness.COMPLETE);
            }
            case "mayTake" -> {
                if (draw.chance(50)) {
                    given(draft, about).set(TreatmentFields.CURRENT, true);
                } else {
                    draft.treatments.set(TreatmentsFields.MEDICATION, Completeness.UNKNOWN);
                }
            }
            case "unavailable" -> draft.unavailable.add(draw.one(concepts.selfAndBroader(about)));
            case "declined" -> draft.declined.add(draw.one(concepts.selfAndBroader(about)));
            case "unsuitable" -> draft.unsuitable.add(draw.one(concepts.selfAndBroader(about)));
            default -> {}
        }
    }

    @Override
    public void miss(Wish wish, CaseDraft draft) {
        String about = wish.about();
        switch (wish.question()) {
            case "had", "hadAny" -> wish.arguments().forEach(code -> forget(draft, code));
            case "takes" -> end(draft, about);
            case "neverHad" -> {
                if (draw.chance(50)) {
                    given(draft, about).set(TreatmentFields.CURRENT, draw.chance(50));
                } else {
                    forget(draft, about);
                    draft.treatments.set(TreatmentsFields.HISTORY, Completeness.PARTIAL);
                }
            }
            case "untried" -> given(draft, about).set(TreatmentFields.CURRENT, draw.chance(50));
            case "takesNo" -> {
                if (draw.chance(50)) {
                    given(draft, about).set(TreatmentFields.CURRENT, true);
                } else {
                    end(draft, about);
                    draft.treatments.set(TreatmentsFields.MEDICATION, Completeness.PARTIAL);
                }
            }
            case "mayTake" -> {
                end(draft, about);
                draft.treatments.set(TreatmentsFields.MEDICATION, Completeness.COMPLETE);
            }
            case "unavailable" -> draft.unavailable.removeAll(concepts.selfAndBroader(about));
            case "declined" -> draft.declined.removeAll(concepts.selfAndBroader(about));
            case "unsuitable" -> draft.unsuitable.removeAll(concepts.selfAndBroader(about));
            default -> {}
        }
    }

    private Draft<Treatment> given(CaseDraft draft, String about) {
        List<Draft<Treatment>> fitting = draft.given.stream()
                .filter(treatment -> concepts.isA(treatment.get(TreatmentFields.THERAPY), about))
                .toList();
        return draw.any(fitting).orElseGet(() -> {
            List<String> therapies = concepts.selfAndNarrower(about).stream()
                    .filter(code -> concepts.isA(code, Kind.THERAPY))
                    .toList();
            String therapy = draw.any(therapies).orElse(about);
            Draft<Treatment> treatment = draw.chance(50) ? CaseDraft.treatment(therapy) : random.treatment(therapy);
            draft.given.add(treatment);
            return treatment;
        });
    }

    private void forget(CaseDraft draft, String about) {
        draft.given.removeIf(treatment -> concepts.isA(treatment.get(TreatmentFields.THERAPY), about));
    }

    private void end(CaseDraft draft, String about) {
        draft.given.stream()
                .filter(treatment -> concepts.isA(treatment.get(TreatmentFields.THERAPY), about))
                .forEach(treatment -> treatment.set(TreatmentFields.CURRENT, false));
    }
}
