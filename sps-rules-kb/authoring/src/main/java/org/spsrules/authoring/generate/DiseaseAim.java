package org.spsrules.authoring.generate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.spsrules.Answer;
import org.spsrules.PatientCase.Course.Control;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.internal.shape.CourseFields;
import org.spsrules.internal.shape.DiagnosisFields;
import org.spsrules.vocabulary.Concept.Kind;

/** States about diagnosis, course and tests what rules ask of them. Not thread-safe. */
final class DiseaseAim implements FactAim {

    private final Draw draw;
    private final RelevantConcepts concepts;

    DiseaseAim(Draw draw, RelevantConcepts concepts) {
        this.draw = draw;
        this.concepts = concepts;
    }

    @Override
    public void meet(Wish wish, CaseDraft draft) {
        String about = wish.about();
        switch (wish.question()) {
            case "confirmed" -> {
                if (draw.chance(80)) {
                    draft.diagnosis.set(DiagnosisFields.STATUS, Status.CONFIRMED);
                } else {
                    draft.diagnosis.set(DiagnosisFields.TREATED_AS_SPS, Answer.YES);
                }
            }
            case "suspected" -> status(draft, Status.SUSPECTED);
            case "excluded" -> status(draft, Status.EXCLUDED);
            case "notStated" -> status(draft, Status.UNKNOWN);
            case "variant" ->
                draft.diagnosis.set(DiagnosisFields.VARIANT, Optional.of(draw.one(concepts.selfAndNarrower(about))));
            case "monthsSinceOnset" -> draft.monthsSinceOnset = months(wish, wish.number());
            case "labelled" -> draft.labels.add(draw.one(concepts.selfAndNarrower(about)));
            case "control" -> draft.course.set(CourseFields.CONTROL, Words.constant(Control.values(), about));
            case "uncontrolled" ->
                draft.course.set(CourseFields.CONTROL, draw.one(List.of(Control.PARTIAL, Control.POOR)));
            case "maybeUncontrolled" ->
                draft.course.set(
                        CourseFields.CONTROL, draw.one(List.of(Control.PARTIAL, Control.POOR, Control.UNKNOWN)));
            case "disabling" -> draft.course.set(CourseFields.DISABLING, Answer.YES);
            case "maybeDisabling" ->
                draft.course.set(CourseFields.DISABLING, draw.one(List.of(Answer.YES, Answer.UNKNOWN)));
            case "acuteSevereExacerbation" -> draft.course.set(CourseFields.ACUTE_SEVERE_EXACERBATION, Answer.YES);
            case "relapse" -> draft.course.set(CourseFields.RELAPSE, Answer.YES);
            case "positive" -> draft.tests.put(draw.one(concepts.selfAndNarrower(about)), Result.POSITIVE);
            case "negative" -> {
                forget(draft, about);
                draft.tests.put(about, Result.NEGATIVE);
            }
            case "notDone" -> forget(draft, about);
            case "pending" -> {
                forget(draft, about);
                draft.tests.put(about, Result.PENDING);
            }
            case "noResult" -> {
                forget(draft, about);
                if (draw.chance(20)) {
                    draft.tests.put(about, Result.PENDING);
                }
            }
            default -> {}
        }
    }

    @Override
    public void miss(Wish wish, CaseDraft draft) {
        switch (wish.question()) {
            case "confirmed", "suspected", "excluded", "notStated" -> {
                draft.diagnosis.set(DiagnosisFields.STATUS, draw.one(Status.values()));
                draft.diagnosis.set(DiagnosisFields.TREATED_AS_SPS, draw.mostlyUnknown());
            }
            case "variant" ->
                draft.diagnosis.set(
                        DiagnosisFields.VARIANT,
                        draw.chance(50) ? Optional.empty() : draw.any(concepts.of(Kind.VARIANT)));
            case "monthsSinceOnset" ->
                draft.monthsSinceOnset = draw.chance(30)
                        ? Optional.empty()
                        : months(wish, wish.number().negate());
            case "labelled" -> draft.labels.removeAll(concepts.selfAndNarrower(wish.about()));
            case "control", "uncontrolled", "maybeUncontrolled" ->
                draft.course.set(CourseFields.CONTROL, draw.one(Control.values()));
            case "disabling" -> draft.course.set(CourseFields.DISABLING, notYes());
            case "maybeDisabling" -> draft.course.set(CourseFields.DISABLING, Answer.NO);
            case "acuteSevereExacerbation" -> draft.course.set(CourseFields.ACUTE_SEVERE_EXACERBATION, notYes());
            case "relapse" -> draft.course.set(CourseFields.RELAPSE, notYes());
            case "positive", "negative", "noResult", "pending", "notDone" -> {
                forget(draft, wish.about());
                draft.tests.put(
                        wish.about(),
                        draw.chance(80) ? draw.one(List.of(Result.POSITIVE, Result.NEGATIVE)) : Result.PENDING);
            }
            default -> {}
        }
    }

    private Optional<Integer> months(Wish wish, Predicate<BigDecimal> fits) {
        return draw.any(Limits.around(new BigDecimal(wish.about())).stream()
                        .filter(fits)
                        .toList())
                .map(BigDecimal::intValue);
    }

    private Answer notYes() {
        return draw.chance(50) ? Answer.NO : Answer.UNKNOWN;
    }

    private static void status(CaseDraft draft, Status status) {
        draft.diagnosis.set(DiagnosisFields.STATUS, status);
        draft.diagnosis.set(
                DiagnosisFields.TREATED_AS_SPS,
                draft.diagnosis.get(DiagnosisFields.TREATED_AS_SPS) == Answer.YES
                        ? Answer.UNKNOWN
                        : draft.diagnosis.get(DiagnosisFields.TREATED_AS_SPS));
    }

    private void forget(CaseDraft draft, String test) {
        concepts.selfAndNarrower(test).forEach(draft.tests::remove);
    }
}
