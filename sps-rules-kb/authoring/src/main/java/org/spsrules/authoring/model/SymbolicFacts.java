package org.spsrules.authoring.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.logicng.formulas.FType;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.vocabulary.Concept;

/** The facts that cases may have, and what each question about lists means. Not thread-safe. */
final class SymbolicFacts {

    private final CaseSpace space;
    private final ComposedFacts composed;
    private final ConditionFormulas conditions;
    private final TherapyFormulas therapies;
    private final TestFormulas tests;
    private final Narrowing narrowing;
    private final FormulaFactory formulas;
    private final Map<String, List<SymbolicFact>> byType = new HashMap<>();
    private final Map<List<Object>, Map<SymbolicFact, Formula>> meeting = new HashMap<>();

    SymbolicFacts(CaseSpace space, Knowledge knowledge, Definitions definitions) {
        this.space = space;
        this.conditions = new ConditionFormulas(space, definitions);
        this.therapies = new TherapyFormulas(space, definitions);
        this.tests = new TestFormulas(space);
        this.narrowing = new Narrowing(space.vocabulary);
        this.formulas = space.formulas;
        this.composed = new ComposedFacts(space, knowledge, this, definitions);
    }

    ConditionFormulas conditions() {
        return conditions;
    }

    TherapyFormulas therapies() {
        return therapies;
    }

    TestFormulas tests() {
        return tests;
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
            case "Patient" -> List.of(new Single(factType, List.of(space.person, space.whole), conditions::ofPatient));
            case "Diagnosis" -> List.of(new Single(factType, List.of(space.diagnosis), conditions::ofDiagnosis));
            case "Course" -> List.of(new Single(factType, List.of(space.course), this::none));
            case "History" -> List.of(new Single(factType, List.of(), therapies::ofHistory));
            case "Tests" -> List.of(new Single(factType, List.of(), tests::ofTests));
            case "TestResult" -> composed.testResults();
            case "Treatment" ->
                space.given.stream()
                        .map(given -> new OfPart<>(
                                factType,
                                given.part(),
                                (question, code) -> question.equals("sideEffect")
                                        ? Optional.of(given.sideEffects()
                                                .holdsAny(narrowing.narrower(code, Concept.Kind.SIDE_EFFECT)))
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
        private final String factType;
        private final SymbolicPart<P> part;
        private final AboutLists lists;

        OfPart(String factType, SymbolicPart<P> part, AboutLists lists) {
            this.factType = factType;
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
            // What can be one thing or another is no value of a variable.
            if (!part.areFixed(part.kind().behind(field))) {
                throw new UnmodelledException(factType + "." + field);
            }
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
}
