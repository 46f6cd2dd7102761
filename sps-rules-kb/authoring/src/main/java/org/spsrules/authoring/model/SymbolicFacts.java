package org.spsrules.authoring.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.FType;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatment.Indication;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.PersonalCondition;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.PersonFields;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** The facts that cases may have, and what each question about lists means. Not thread-safe. */
final class SymbolicFacts {

    private final CaseSpace space;
    private final ComposedFacts composed;
    private final Vocabulary vocabulary;
    private final FormulaFactory formulas;
    private final Definitions definitions;
    private final Map<String, Formula> named = new HashMap<>();
    private final Map<String, List<SymbolicFact>> byType = new HashMap<>();
    private final Map<List<Object>, Map<SymbolicFact, Formula>> meeting = new HashMap<>();

    SymbolicFacts(CaseSpace space, Knowledge knowledge, Definitions definitions) {
        this.space = space;
        this.vocabulary = space.vocabulary;
        this.formulas = space.formulas;
        this.definitions = definitions;
        this.composed = new ComposedFacts(space, knowledge, this, definitions);
    }

    /** The facts of a type other than findings. */
    List<SymbolicFact> of(String factType) {
        List<SymbolicFact> known = byType.get(factType);
        if (known == null) {
            known = List.copyOf(make(factType));
            byType.put(factType, known);
        }
        return known;
    }

    /** The facts of a type that can meet a constraint, each with when it does; the constraint names nothing open. */
    Map<SymbolicFact, Formula> meeting(String factType, Constraint constraint, Map<String, Object> variables) {
        List<Object> key = List.of(
                factType,
                constraint,
                constraint.operands().stream()
                        .map(operand -> operand.valueIn(variables))
                        .toList());
        Map<SymbolicFact, Formula> known = meeting.get(key);
        if (known == null) {
            known = new LinkedHashMap<>();
            for (SymbolicFact fact : of(factType)) {
                Formula meets = fact.meets(constraint, variables);
                if (meets.type() != FType.FALSE) {
                    known.put(fact, meets);
                }
            }
            meeting.put(key, known);
        }
        return known;
    }

    private List<? extends SymbolicFact> make(String factType) {
        return switch (factType) {
            case "Patient" -> List.of(new Single(factType, List.of(space.person, space.whole), this::ofPatient));
            case "Diagnosis" -> List.of(new Single(factType, List.of(space.diagnosis), this::ofDiagnosis));
            case "Course" -> List.of(new Single(factType, List.of(space.course), this::none));
            case "History" -> List.of(new Single(factType, List.of(), this::ofHistory));
            case "Tests" -> List.of(new Single(factType, List.of(), this::ofTests));
            case "Treatment" ->
                space.given.stream()
                        .map(given -> new OfPart<>(
                                factType,
                                given.part(),
                                (question, code) -> question.equals("sideEffect")
                                        ? Optional.of(
                                                given.sideEffects().holdsAny(narrower(code, Concept.Kind.SIDE_EFFECT)))
                                        : Optional.empty()))
                        .toList();
            case "Plan" ->
                space.plans.stream()
                        .map(plan -> new OfPart<>(factType, plan, this::none))
                        .toList();
            case "Option" -> composed.options();
            case "Contraindication" -> composed.contraindications();
            case "Interaction" -> composed.interactions();
            default -> throw new UnmodelledException(factType);
        };
    }

    /** What a question about lists means; empty if the question is none. */
    private interface AboutLists {
        Optional<Formula> meaning(String question, String code);
    }

    private Optional<Formula> none(String question, String code) {
        return Optional.empty();
    }

    /** A fact made of one part. */
    private final class OfPart<P> implements SymbolicFact {
        private final SymbolicPart<P> part;
        private final AboutLists lists;

        OfPart(String factType, SymbolicPart<P> part, AboutLists lists) {
            this.part = part;
            this.lists = lists;
        }

        @Override
        public Formula present() {
            return part.present();
        }

        @Override
        public Formula meets(Constraint constraint, Map<String, Object> variables) {
            return aboutLists(lists, constraint, variables).orElseGet(() -> tabled(constraint, variables));
        }

        private Formula tabled(Constraint constraint, Map<String, Object> variables) {
            return part.where(
                    part.kind().behind(constraint.asked()),
                    stated -> part.kind().meets(stated, constraint, variables));
        }

        @Override
        public Optional<Object> value(String field) {
            return part.kind().value(part.template(), field);
        }
    }

    private Optional<Formula> aboutLists(AboutLists lists, Constraint constraint, Map<String, Object> variables) {
        List<String> codes = constraint.argumentsIn(variables);
        List<Formula> meanings = new ArrayList<>();
        for (String code : codes) {
            Optional<Formula> meaning = lists.meaning(constraint.asked(), code);
            if (meaning.isEmpty()) {
                return Optional.empty();
            }
            meanings.add(meaning.get());
        }
        return meanings.isEmpty() ? Optional.empty() : Optional.of(formulas.or(meanings));
    }

    /** A fact of which each case has exactly one. */
    private final class Single implements SymbolicFact {
        private final String factType;
        private final List<OfPart<?>> parts;
        private final AboutLists lists;

        Single(String factType, List<SymbolicPart<?>> parts, AboutLists lists) {
            this.factType = factType;
            this.lists = lists;
            this.parts = new ArrayList<>();
            parts.forEach(part -> this.parts.add(new OfPart<>(factType, part, SymbolicFacts.this::none)));
        }

        @Override
        public Formula present() {
            return formulas.verum();
        }

        @Override
        public Formula meets(Constraint constraint, Map<String, Object> variables) {
            Optional<Formula> listed = aboutLists(lists, constraint, variables);
            return listed.orElseGet(() -> parts.stream()
                    .filter(part -> !part.part.kind().behind(constraint.asked()).isEmpty())
                    .findFirst()
                    .orElseThrow(() -> new UnmodelledException(factType + "." + constraint.asked()))
                    .meets(constraint, variables));
        }

        @Override
        public Optional<Object> value(String field) {
            throw new UnmodelledException(factType + "." + field);
        }
    }

    /** A formula under a name; it is made once. */
    Formula named(String name, Supplier<Formula> formula) {
        Formula known = named.get(name);
        if (known == null) {
            known = definitions.name(name, formula.get());
            named.put(name, known);
        }
        return known;
    }

    /** A concept of a kind and all narrower ones. */
    List<String> narrower(String code, Concept.Kind kind) {
        return vocabulary.selfAndNarrower(code).stream()
                .filter(one -> is(one, kind))
                .toList();
    }

    private List<String> broader(String code, Concept.Kind kind) {
        return vocabulary.selfAndAncestors(code).stream()
                .filter(one -> is(one, kind))
                .sorted()
                .toList();
    }

    private boolean is(String code, Concept.Kind kind) {
        return vocabulary
                .concept(code)
                .filter(concept -> concept.kind() == kind)
                .isPresent();
    }

    private Optional<Formula> ofPatient(String question, String code) {
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
        return named(
                "has " + code,
                () -> formulas.or(Stream.concat(
                                Stream.of(personallyPresent(code)),
                                space.listed.entrySet().stream()
                                        .map(list -> list.getValue().present().holdsAny(narrower(code, list.getKey()))))
                        .toList()));
    }

    /** What the fields of the person, the list of conditions and a plan of a pregnancy say together. */
    private Formula personallyPresent(String code) {
        List<Formula> ways = new ArrayList<>();
        ways.add(space.conditions().present().holdsAny(narrower(code, Concept.Kind.CONDITION)));
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
        for (String broader : broader(code, Concept.Kind.CONDITION)) {
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
        return named(
                "pregnancy planned",
                () -> formulas.or(space.plans.stream()
                        .filter(plan -> plan.template().action() == Plan.Action.PREGNANCY)
                        .map(SymbolicPart::present)
                        .toList()));
    }

    /** What the fields of the person say about a condition. */
    Formula personal(PersonalCondition condition, Answer answer) {
        return named(
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
        return named("has not " + code, () -> {
            Formula silence = formulas.falsum();
            CaseSpace.Listed list = list(code);
            if (!isPersonal(code) && list != null) {
                silence = formulas.and(
                        listPresent(list, code).negate(),
                        formulas.or(list.absent().holdsAny(broader(code, kind(code))), complete(list)));
            }
            return formulas.and(personallyPresent(code).negate(), formulas.or(personallyAbsent(code), silence));
        });
    }

    private Formula knownToHave(String code) {
        return named("is known to have " + code, () -> {
            CaseSpace.Listed list = list(code);
            Formula listed = isPersonal(code) || list == null
                    ? formulas.falsum()
                    : formulas.and(personallyAbsent(code).negate(), listPresent(list, code));
            return formulas.or(personallyPresent(code), listed);
        });
    }

    private Formula listPresent(CaseSpace.Listed list, String code) {
        return list.present().holdsAny(narrower(code, kind(code)));
    }

    private Formula complete(CaseSpace.Listed list) {
        return list.part().where(completeness(list), checklist -> checklist.completeness() == Completeness.COMPLETE);
    }

    private static List<Field<Checklist, ?>> completeness(CaseSpace.Listed list) {
        return list.part().kind().part().fields().stream()
                .filter(field -> field.value().unstated() == Completeness.UNKNOWN)
                .toList();
    }

    private Concept.Kind kind(String code) {
        return vocabulary.concept(code).map(Concept::kind).orElse(Concept.Kind.CONDITION);
    }

    private CaseSpace.@Nullable Listed list(String code) {
        return space.listed.get(kind(code));
    }

    private Optional<Formula> ofDiagnosis(String question, String code) {
        return question.equals("labelled")
                ? Optional.of(space.labels.holdsAny(narrower(code, Concept.Kind.CONDITION)))
                : Optional.empty();
    }

    private Optional<Formula> ofHistory(String question, String code) {
        return switch (question) {
            case "had", "hadAny" -> Optional.of(had(code));
            case "untried" -> Optional.of(had(code).negate());
            case "neverHad" -> Optional.of(lacks(code, ForSps.INSTANCE, complete(TreatmentsFields.HISTORY)));
            case "takes" -> Optional.of(takes(code));
            case "takesNo" -> Optional.of(takesNo(code));
            case "mayTake" -> Optional.of(takesNo(code).negate());
            case "unavailable" -> Optional.of(space.unavailable.holdsAny(therapiesAbove(code)));
            case "declined" -> Optional.of(space.declined.holdsAny(therapiesAbove(code)));
            default -> Optional.empty();
        };
    }

    private List<String> therapiesAbove(String code) {
        return space.therapies.stream()
                .filter(known -> vocabulary.isA(code, known))
                .toList();
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
        return named("has had " + code, () -> anyOf(code, ForSps.INSTANCE));
    }

    /** The patient is known to take it. */
    Formula takes(String code) {
        return named("takes " + code, () -> anyOf(code, Taken.INSTANCE));
    }

    private Formula takesNo(String code) {
        return named("takes no " + code, () -> lacks(code, Taken.INSTANCE, complete(TreatmentsFields.MEDICATION)));
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
                                .filter(given -> vocabulary.isA(given.therapy(), code)
                                        || is(given.therapy(), Concept.Kind.THERAPY_CLASS)
                                                && vocabulary.isA(code, given.therapy()))
                                .map(given -> isThere(given, which))
                                .toList())
                        .negate());
    }

    private Optional<Formula> ofTests(String question, String code) {
        Formula noResult =
                formulas.and(positive(code).negate(), statedNegative(code).negate());
        Formula pending = space.tests(Result.PENDING).holdsAny(narrower(code, Concept.Kind.TEST));
        return switch (question) {
            case "positive" -> Optional.of(positive(code));
            case "negative" ->
                Optional.of(formulas.and(statedNegative(code), positive(code).negate()));
            case "noResult" -> Optional.of(noResult);
            case "pending" -> Optional.of(formulas.and(pending, noResult));
            case "notDone" -> Optional.of(formulas.and(pending.negate(), noResult));
            default -> Optional.empty();
        };
    }

    /** No result of a test is known. */
    Formula noResult(String code) {
        return formulas.and(positive(code).negate(), statedNegative(code).negate());
    }

    /** A test is known to have been positive. */
    Formula positive(String code) {
        return space.tests(Result.POSITIVE).holdsAny(narrower(code, Concept.Kind.TEST));
    }

    private Formula statedNegative(String code) {
        return space.tests(Result.NEGATIVE).holdsAny(broader(code, Concept.Kind.TEST));
    }
}
