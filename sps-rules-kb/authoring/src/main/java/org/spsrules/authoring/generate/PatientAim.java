package org.spsrules.authoring.generate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.PatientCase.LiverFunction;
import org.spsrules.authoring.generate.CaseDraft.Checklist;
import org.spsrules.internal.fact.PersonalCondition;
import org.spsrules.internal.shape.PersonFields;
import org.spsrules.vocabulary.Concept.Kind;

/** States about the person what rules ask of it. Not thread-safe. */
final class PatientAim implements FactAim {

    private final Draw draw;
    private final RelevantConcepts concepts;
    private final List<FactAim> fields;

    /**
     * An aim at the patient.
     *
     * @param fields state what is asked of single fields
     */
    PatientAim(Draw draw, RelevantConcepts concepts, List<FactAim> fields) {
        this.draw = draw;
        this.concepts = concepts;
        this.fields = fields;
    }

    @Override
    public void meet(Wish wish, CaseDraft draft) {
        String about = wish.about();
        switch (wish.question()) {
            case "allergicTo" -> draft.allergies.present.add(draw.one(concepts.selfAndKin(about)));
            case "has" -> present(draft, about);
            case "hasAny" -> present(draft, draw.one(wish.arguments()));
            case "hasNot" -> absent(draft, about);
            case "unclear" -> unknown(draft, about);
            case "mayHave" -> {
                if (draw.chance(60)) {
                    unknown(draft, about);
                } else {
                    present(draft, about);
                }
            }
            default -> fields.forEach(aim -> aim.meet(wish, draft));
        }
    }

    @Override
    public void miss(Wish wish, CaseDraft draft) {
        switch (wish.question()) {
            case "allergicTo" -> draft.allergies.present.removeAll(concepts.selfAndKin(wish.about()));
            case "has", "mayHave", "hasNot", "unclear", "hasAny" -> {
                for (String code : wish.arguments()) {
                    switch (draw.below(3)) {
                        case 0 -> unknown(draft, code);
                        case 1 -> absent(draft, code);
                        default -> {
                            if (wish.question().startsWith("has")
                                    && !wish.question().equals("hasNot")) {
                                unknown(draft, code);
                            } else {
                                present(draft, code);
                            }
                        }
                    }
                }
            }
            default -> fields.forEach(aim -> aim.miss(wish, draft));
        }
    }

    private Checklist listOf(CaseDraft draft, String code) {
        if (concepts.isA(code, Kind.SYMPTOM)) {
            return draft.symptoms;
        }
        return concepts.isA(code, Kind.TRIGGER) ? draft.triggers : draft.conditions;
    }

    /** Makes a condition, symptom or trigger, or a kind of it, present. */
    void present(CaseDraft draft, String about) {
        String code = draw.chance(60) ? about : draw.one(concepts.selfAndNarrower(about));
        for (Checklist list : List.of(draft.symptoms, draft.triggers, draft.conditions)) {
            list.absent.removeAll(concepts.selfAndBroader(code));
        }
        if (field(code).isPresent() && draw.chance(60)) {
            answer(draft, field(code).get(), Answer.YES);
        } else {
            field(code).ifPresent(field -> answer(draft, field, Answer.UNKNOWN));
            listOf(draft, code).present.add(code);
        }
    }

    private void absent(CaseDraft draft, String code) {
        remove(draft, code);
        Checklist list = listOf(draft, code);
        if (field(code).isPresent() && draw.chance(60)) {
            answer(draft, field(code).get(), Answer.NO);
        } else if (field(code).isEmpty() && draw.chance(40)) {
            list.completeness = Completeness.COMPLETE;
        } else {
            list.absent.add(draw.chance(80) ? code : draw.one(concepts.selfAndBroader(code)));
            list.present.removeIf(present -> list.absent.stream().anyMatch(gone -> concepts.isA(present, gone)));
        }
    }

    private void unknown(CaseDraft draft, String code) {
        remove(draft, code);
        Checklist list = listOf(draft, code);
        list.absent.removeAll(concepts.selfAndBroader(code));
        list.completeness = draw.chance(50) ? Completeness.PARTIAL : Completeness.UNKNOWN;
        List<String> narrower = concepts.selfAndNarrower(code).stream()
                .filter(other -> !other.equals(code))
                .toList();
        if (!narrower.isEmpty() && draw.chance(50)) {
            // To rule out a kind of it leaves open whether there is another.
            list.absent.add(draw.one(narrower));
        }
    }

    private void remove(CaseDraft draft, String code) {
        for (String narrower : concepts.selfAndNarrower(code)) {
            listOf(draft, narrower).present.remove(narrower);
            field(narrower).ifPresent(field -> answer(draft, field, Answer.UNKNOWN));
        }
    }

    private static Optional<PersonalCondition> field(String code) {
        return PersonalCondition.all().stream()
                .filter(condition -> condition.code().equals(code))
                .findFirst();
    }

    private static void answer(CaseDraft draft, PersonalCondition condition, Answer answer) {
        if (condition.stated().isPresent()) {
            draft.person.set(condition.stated().get(), answer);
        } else if (condition.field() == PersonFields.CREATININE_CLEARANCE) {
            draft.person.set(
                    PersonFields.CREATININE_CLEARANCE,
                    switch (answer) {
                        case YES -> Optional.of(BigDecimal.valueOf(59));
                        case NO -> Optional.of(BigDecimal.valueOf(80));
                        case UNKNOWN -> Optional.empty();
                    });
        } else {
            boolean severe = condition.code().startsWith("severe");
            draft.person.set(
                    PersonFields.LIVER_FUNCTION,
                    switch (answer) {
                        case YES -> severe ? LiverFunction.SEVERELY_IMPAIRED : LiverFunction.IMPAIRED;
                        case NO -> LiverFunction.NORMAL;
                        case UNKNOWN -> LiverFunction.UNKNOWN;
                    });
        }
    }
}
