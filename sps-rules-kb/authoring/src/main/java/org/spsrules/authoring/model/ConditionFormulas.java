package org.spsrules.authoring.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Plan;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.PersonalCondition;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.PersonFields;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** What questions about the lists of conditions, symptoms, triggers and allergies mean. Not thread-safe. */
final class ConditionFormulas {

    private final CaseSpace space;
    private final Definitions definitions;
    private final Vocabulary vocabulary;
    private final Narrowing narrowing;
    private final FormulaFactory formulas;

    ConditionFormulas(CaseSpace space, Definitions definitions) {
        this.space = space;
        this.definitions = definitions;
        this.vocabulary = space.vocabulary;
        this.narrowing = new Narrowing(space.vocabulary);
        this.formulas = space.formulas;
    }

    /** What a question of a patient means; empty if it is about no list. */
    Optional<Formula> ofPatient(String question, String code) {
        return switch (question) {
            case "has", "hasAny" -> Optional.of(has(code));
            case "hasNot" -> Optional.of(hasNot(code));
            case "mayHave" -> Optional.of(hasNot(code).negate());
            case "unclear" ->
                Optional.of(
                        formulas.and(hasNot(code).negate(), knownToHave(code).negate()));
            case "allergicTo" ->
                Optional.of(space.allergies
                        .present()
                        .holdsAny(space.therapies.stream()
                                .filter(known -> vocabulary.isA(known, code) || vocabulary.isA(code, known))
                                .toList()));
            default -> Optional.empty();
        };
    }

    /** The patient is known to have it. */
    Formula has(String code) {
        return definitions.once(
                "has " + code,
                () -> formulas.or(Stream.concat(
                                Stream.of(personallyPresent(code)),
                                space.listed.entrySet().stream()
                                        .map(list -> list.getValue()
                                                .present()
                                                .holdsAny(narrowing.narrower(code, list.getKey()))))
                        .toList()));
    }

    /** What the fields of the person, the list of conditions and a plan of a pregnancy say together. */
    private Formula personallyPresent(String code) {
        List<Formula> ways = new ArrayList<>();
        ways.add(space.conditions().present().holdsAny(narrowing.narrower(code, Concept.Kind.CONDITION)));
        PersonalCondition.all().stream()
                .filter(condition -> vocabulary.isA(condition.code(), code))
                .forEach(condition -> ways.add(personal(condition, Answer.YES)));
        if (vocabulary.isA(CaseFacts.PLANNING_PREGNANCY, code)) {
            ways.add(pregnancyPlanned());
        }
        return formulas.or(ways);
    }

    private Formula personallyAbsent(String code) {
        List<Formula> ways = new ArrayList<>();
        for (String broader : narrowing.broader(code, Concept.Kind.CONDITION)) {
            Formula absent = space.conditions().absent().holds(broader);
            ways.add(
                    broader.equals(CaseFacts.PLANNING_PREGNANCY)
                            ? formulas.and(absent, pregnancyPlanned().negate())
                            : absent);
        }
        PersonalCondition.all().stream()
                .filter(condition -> vocabulary.isA(code, condition.code()))
                .forEach(condition -> ways.add(personal(condition, Answer.NO)));
        return formulas.or(ways);
    }

    private Formula pregnancyPlanned() {
        return definitions.once(
                "pregnancy planned",
                () -> formulas.or(space.plans.stream()
                        .filter(plan -> plan.template().action() == Plan.Action.PREGNANCY)
                        .map(SymbolicPart::present)
                        .toList()));
    }

    /** What the fields of the person say about a condition. */
    Formula personal(PersonalCondition condition, Answer answer) {
        return definitions.once(
                condition.code() + " is stated: " + answer,
                () -> space.person.where(
                        List.of(condition.field(), PersonFields.SEX),
                        person -> condition.answer().apply(person) == answer));
    }

    private boolean isPersonal(String code) {
        return PersonalCondition.all().stream()
                .anyMatch(condition -> condition.code().equals(code));
    }

    private Formula hasNot(String code) {
        return definitions.once("has not " + code, () -> {
            Formula silence = formulas.falsum();
            CaseSpace.Listed list = list(code);
            if (!isPersonal(code) && list != null) {
                silence = formulas.and(
                        listPresent(list, code).negate(),
                        formulas.or(
                                list.absent().holdsAny(narrowing.broader(code, narrowing.kind(code))), complete(list)));
            }
            return formulas.and(personallyPresent(code).negate(), formulas.or(personallyAbsent(code), silence));
        });
    }

    private Formula knownToHave(String code) {
        return definitions.once("is known to have " + code, () -> {
            CaseSpace.Listed list = list(code);
            Formula listed = isPersonal(code) || list == null
                    ? formulas.falsum()
                    : formulas.and(personallyAbsent(code).negate(), listPresent(list, code));
            return formulas.or(personallyPresent(code), listed);
        });
    }

    private Formula listPresent(CaseSpace.Listed list, String code) {
        return list.present().holdsAny(narrowing.narrower(code, narrowing.kind(code)));
    }

    private Formula complete(CaseSpace.Listed list) {
        return list.part().where(completeness(list), checklist -> checklist.completeness() == Completeness.COMPLETE);
    }

    private static List<Field<Checklist, ?>> completeness(CaseSpace.Listed list) {
        return list.part().kind().part().fields().stream()
                .filter(field -> field.value().unstated() == Completeness.UNKNOWN)
                .toList();
    }

    private CaseSpace.@Nullable Listed list(String code) {
        return space.listed.get(narrowing.kind(code));
    }

    /** What a question of a diagnosis means; empty if it is about no list. */
    Optional<Formula> ofDiagnosis(String question, String code) {
        return question.equals("labelled")
                ? Optional.of(space.labels.holdsAny(narrowing.narrower(code, Concept.Kind.CONDITION)))
                : Optional.empty();
    }
}
