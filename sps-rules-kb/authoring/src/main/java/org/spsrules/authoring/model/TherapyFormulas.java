package org.spsrules.authoring.model;

import java.util.List;
import java.util.Optional;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatment.Indication;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** What questions about the lists of therapies mean. Not thread-safe. */
final class TherapyFormulas {

    private final CaseSpace space;
    private final Definitions definitions;
    private final Vocabulary vocabulary;
    private final Narrowing narrowing;
    private final FormulaFactory formulas;

    TherapyFormulas(CaseSpace space, Definitions definitions) {
        this.space = space;
        this.definitions = definitions;
        this.vocabulary = space.vocabulary;
        this.narrowing = new Narrowing(space.vocabulary);
        this.formulas = space.formulas;
    }

    /** What a question of the history means; empty if it is about no list. */
    Optional<Formula> ofHistory(String question, String code) {
        return switch (question) {
            case "had", "hadAny" -> Optional.of(had(code));
            case "untried" -> Optional.of(had(code).negate());
            case "neverHad" ->
                Optional.of(formulas.or(
                        formulas.and(
                                lacks(code, ForSps.INSTANCE, complete(TreatmentsFields.HISTORY)),
                                space.ever.holdsAny(possibly(code)).negate()),
                        wasNeverGiven(code)));
            case "takes" -> Optional.of(takes(code));
            case "takesNo" -> Optional.of(takesNo(code));
            case "mayTake" -> Optional.of(takesNo(code).negate());
            case "unavailable" -> Optional.of(space.unavailable.holdsAny(therapiesAbove(code)));
            case "declined" -> Optional.of(space.declined.holdsAny(therapiesAbove(code)));
            case "unsuitable" -> Optional.of(space.unsuitable.holdsAny(therapiesAbove(code)));
            default -> Optional.empty();
        };
    }

    private List<String> therapiesAbove(String code) {
        return space.therapies.stream()
                .filter(known -> vocabulary.isA(code, known))
                .toList();
    }

    private List<String> therapiesWithin(String code) {
        return space.therapies.stream()
                .filter(known -> vocabulary.isA(known, code))
                .toList();
    }

    /** What is it, or a class that it may be meant by. */
    private List<String> possibly(String code) {
        return space.therapies.stream().filter(known -> mayBe(known, code)).toList();
    }

    private boolean mayBe(String stated, String code) {
        return vocabulary.isA(stated, code)
                || narrowing.is(stated, Concept.Kind.THERAPY_CLASS) && vocabulary.isA(code, stated);
    }

    private Formula complete(Field<Treatments, Completeness> field) {
        return space.lists.where(List.of(field), lists -> field.of(lists) == Completeness.COMPLETE);
    }

    /** Which treatments a list of therapies holds. */
    private interface Which {
        List<Field<Treatment, ?>> fields();

        boolean holds(Treatment treatment);
    }

    /** What counts as had for SPS (D-69). */
    private enum ForSps implements Which {
        INSTANCE;

        @Override
        public List<Field<Treatment, ?>> fields() {
            return List.of(TreatmentFields.CURRENT, TreatmentFields.INDICATION, TreatmentFields.TOLERATED);
        }

        @Override
        public boolean holds(Treatment treatment) {
            return treatment.current()
                    || treatment.indication() != Indication.ANOTHER_DISEASE
                    || treatment.tolerated() == Answer.NO;
        }
    }

    private enum Taken implements Which {
        INSTANCE;

        @Override
        public List<Field<Treatment, ?>> fields() {
            return List.of(TreatmentFields.CURRENT);
        }

        @Override
        public boolean holds(Treatment treatment) {
            return treatment.current();
        }
    }

    private Formula had(String code) {
        return definitions.once(
                "has had " + code,
                () -> formulas.or(anyOf(code, ForSps.INSTANCE), space.ever.holdsAny(therapiesWithin(code))));
    }

    /** The patient is known to take it. */
    Formula takes(String code) {
        return definitions.once("takes " + code, () -> anyOf(code, Taken.INSTANCE));
    }

    private Formula takesNo(String code) {
        return definitions.once(
                "takes no " + code,
                () -> formulas.and(
                        takes(code).negate(),
                        formulas.or(
                                lacks(code, Taken.INSTANCE, complete(TreatmentsFields.MEDICATION)),
                                wasNeverGiven(code))));
    }

    private Formula wasNeverGiven(String code) {
        return formulas.and(
                space.never.holdsAny(therapiesAbove(code)), had(code).negate());
    }

    private Formula anyOf(String code, Which which) {
        return formulas.or(space.given.stream()
                .filter(given -> vocabulary.isA(given.therapy(), code))
                .map(given -> isThere(given, which))
                .toList());
    }

    private Formula isThere(CaseSpace.Given given, Which which) {
        return formulas.and(given.part().present(), given.part().where(which.fields(), which::holds));
    }

    /** Neither it nor a class that it may belong to is in a list, and the list is complete. */
    private Formula lacks(String code, Which which, Formula complete) {
        return formulas.and(
                complete,
                formulas.or(space.given.stream()
                                .filter(given -> mayBe(given.therapy(), code))
                                .map(given -> isThere(given, which))
                                .toList())
                        .negate());
    }
}
