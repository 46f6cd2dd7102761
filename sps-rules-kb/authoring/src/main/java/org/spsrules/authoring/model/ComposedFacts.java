package org.spsrules.authoring.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Test;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.TestResult;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.ContraindicationRow.Level;
import org.spsrules.internal.knowledge.InteractionRow;
import org.spsrules.internal.knowledge.KinshipRow;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.ReactionRow;
import org.spsrules.internal.reference.Conditions;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** The facts that are made of several parts of a case, by the rows of the knowledge base. Not thread-safe. */
final class ComposedFacts {

    private final CaseSpace space;
    private final Knowledge knowledge;
    private final SymbolicFacts facts;
    private final Definitions definitions;
    private final Vocabulary vocabulary;
    private final FormulaFactory formulas;

    ComposedFacts(CaseSpace space, Knowledge knowledge, SymbolicFacts facts, Definitions definitions) {
        this.space = space;
        this.knowledge = knowledge;
        this.facts = facts;
        this.definitions = definitions;
        this.vocabulary = space.vocabulary;
        this.formulas = space.formulas;
    }

    /** What cannot be had, what was declined and what was judged unsuitable. */
    List<SymbolicFact> options() {
        List<SymbolicFact> options = new ArrayList<>();
        for (String therapy : space.therapies) {
            List<String> covering = space.therapies.stream()
                    .filter(stated -> vocabulary.selfAndNarrower(stated).contains(therapy))
                    .toList();
            options.add(option(therapy, space.unavailable.holdsAny(covering), "unavailable"));
            options.add(option(therapy, space.declined.holdsAny(covering), "declined"));
            options.add(option(therapy, space.unsuitable.holdsAny(covering), "unsuitable"));
        }
        return options;
    }

    private SymbolicFact option(String therapy, Formula present, String why) {
        Map<String, Formula> flags = Stream.of("unavailable", "declined", "unsuitable")
                .collect(Collectors.toMap(Function.identity(), flag -> formulas.constant(flag.equals(why))));
        FixedFact fixed = new FixedFact(present, Map.of("therapy", therapy), flags, formulas);
        return new SymbolicFact() {
            @Override
            public Formula present() {
                return present;
            }

            @Override
            public Formula meets(Constraint constraint, Map<String, Object> variables) {
                return constraint.asked().equals("isA")
                        ? formulas.constant(constraint.argumentsIn(variables).stream()
                                .anyMatch(code -> vocabulary.isA(therapy, code)))
                        : fixed.meets(constraint, variables);
            }

            @Override
            public Optional<Object> value(String field) {
                return fixed.value(field);
            }
        };
    }

    /** The results of tests, each of which is asked as the fact that it is in a case. */
    List<SymbolicFact> testResults() {
        CaseFacts made = new CaseFacts(vocabulary, knowledge);
        List<SymbolicFact> results = new ArrayList<>();
        for (CaseSpace.TestSet set : space.tests) {
            if (set.result() != Test.Result.PENDING) {
                vocabulary.concepts().stream()
                        .filter(concept -> concept.kind() == Concept.Kind.TEST)
                        .map(Concept::code)
                        .sorted()
                        .forEach(test -> results.add(testResult(set, test, made)));
            }
        }
        return results;
    }

    private SymbolicFact testResult(CaseSpace.TestSet set, String test, CaseFacts made) {
        PatientCase alone = PatientCase.asOf(CaseSpace.AS_OF)
                .test(
                        test,
                        set.result(),
                        draft -> set.daysAgo().ifPresent(days -> draft.date(CaseSpace.AS_OF.minusDays(days))))
                .build();
        TestResult fact = made.of(alone).testResults().get(0);
        return new SymbolicFact() {
            @Override
            public Formula present() {
                return set.codes().holds(test);
            }

            @Override
            public Formula meets(Constraint constraint, Map<String, Object> variables) {
                return formulas.constant(Conditions.holds(constraint, fact, variables));
            }

            @Override
            public Optional<Object> value(String field) {
                return Optional.ofNullable(
                        FactModel.instance().question(fact, field).ask(fact, List.of()));
            }
        };
    }

    /** What stands against a therapy: conditions and tests by the rows, allergies, grave reactions. */
    List<SymbolicFact> contraindications() {
        Map<Map<String, Object>, List<Formula>> found = new LinkedHashMap<>();
        for (ContraindicationRow row : knowledge.contraindications()) {
            add(
                    found,
                    row.therapy(),
                    row.condition(),
                    row.level(),
                    formulas.and(Stream.concat(
                                    Stream.concat(Stream.of(row.condition()), row.also().stream())
                                            .map(this::isThere),
                                    row.untested().stream()
                                            .map(test -> facts.tests().noResult(test)))
                            .toList()));
        }
        for (String allergen : space.therapies) {
            Formula allergic = space.allergies.present().holds(allergen);
            add(found, allergen, allergen, Level.ABSOLUTE, allergic);
            kin(found, allergen, allergen, allergic);
        }
        for (ReactionRow row : knowledge.reactions()) {
            for (CaseSpace.Given given : space.given) {
                for (String sideEffect :
                        new Narrowing(vocabulary).narrower(row.sideEffect(), Concept.Kind.SIDE_EFFECT)) {
                    Formula reacted = formulas.and(
                            given.part().present(), given.sideEffects().holds(sideEffect));
                    add(found, given.therapy(), sideEffect, row.level(), reacted);
                    if (row.kin()) {
                        kin(found, given.therapy(), sideEffect, reacted);
                    }
                }
            }
        }
        List<SymbolicFact> made = new ArrayList<>();
        found.forEach((values, ways) -> made.add(new FixedFact(
                definitions.name("contraindication " + values, formulas.or(ways)), values, Map.of(), formulas)));
        return made;
    }

    private Formula isThere(String code) {
        return formulas.or(facts.conditions().has(code), facts.tests().positive(code));
    }

    private void kin(Map<Map<String, Object>, List<Formula>> found, String therapy, String condition, Formula present) {
        for (KinshipRow row : knowledge.kinship()) {
            if (vocabulary.isA(therapy, row.therapyClass())) {
                for (String member : vocabulary.membersOf(row.therapyClass())) {
                    if (!vocabulary.isA(member, therapy)) {
                        add(found, member, condition, row.level(), present);
                    }
                }
            }
        }
    }

    private static void add(
            Map<Map<String, Object>, List<Formula>> found,
            String therapy,
            String condition,
            Level level,
            Formula present) {
        Map<String, Object> values =
                new TreeMap<>(Map.of("therapy", therapy, "condition", condition, "level", level.word()));
        found.computeIfAbsent(values, unknown -> new ArrayList<>()).add(present);
    }

    /** Two therapies in use, or one that is to begin beside another one. */
    List<SymbolicFact> interactions() {
        List<SymbolicFact> made = new ArrayList<>();
        for (InteractionRow row : knowledge.interactions()) {
            Map<String, Object> values = new TreeMap<>(Map.of(
                    "therapy",
                    row.therapy(),
                    "other",
                    row.with(),
                    "level",
                    row.level().word()));
            Formula one = facts.therapies().takes(row.therapy());
            Formula other = facts.therapies().takes(row.with());
            made.add(new FixedFact(
                    formulas.or(one, other), values, Map.of("bothTaken", formulas.and(one, other)), formulas));
            for (String drug : space.therapies) {
                List<Formula> ways = new ArrayList<>();
                if (vocabulary.isA(drug, row.therapy())) {
                    ways.add(formulas.or(other, isBegunBeside(drug, row.with())));
                }
                if (vocabulary.isA(drug, row.with())) {
                    ways.add(formulas.or(one, isBegunBeside(drug, row.therapy())));
                }
                if (!ways.isEmpty()) {
                    Map<String, Object> planned = new TreeMap<>(values);
                    planned.put("planned", drug);
                    made.add(new FixedFact(
                            formulas.and(isBegun(drug), formulas.or(ways)),
                            planned,
                            Map.of("bothTaken", formulas.falsum()),
                            formulas));
                }
            }
        }
        return made;
    }

    private Formula isBegun(String drug) {
        return definitions.once("begins " + drug, () -> space.planned(Plan.Action.START, Optional.of(drug)));
    }

    private Formula isBegunBeside(String drug, String therapy) {
        return definitions.once(
                "begins " + therapy + " beside " + drug,
                () -> formulas.or(space.therapies.stream()
                        .filter(other -> !other.equals(drug) && vocabulary.isA(other, therapy))
                        .map(this::isBegun)
                        .toList()));
    }
}
