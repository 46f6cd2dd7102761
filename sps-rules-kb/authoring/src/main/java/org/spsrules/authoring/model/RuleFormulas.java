package org.spsrules.authoring.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.logicng.formulas.FType;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Sentence;

/** For each rule and whatever it can say, in which cases it does. Not thread-safe. */
final class RuleFormulas {

    private final Map<String, List<Rule>> concluding = new HashMap<>();
    private final SymbolicFacts facts;
    private final Definitions definitions;
    private final FormulaFactory formulas;
    private final Map<String, Map<List<String>, Formula>> matches = new HashMap<>();
    private final Map<List<Object>, Formula> counts = new HashMap<>();
    private final Map<List<String>, Optional<SymbolicFact>> findings = new HashMap<>();

    RuleFormulas(List<Rule> rules, SymbolicFacts facts, Definitions definitions, FormulaFactory formulas) {
        this.facts = facts;
        this.definitions = definitions;
        this.formulas = formulas;
        rules.forEach(rule -> rule.then()
                .finding()
                .ifPresent(name -> concluding
                        .computeIfAbsent(name, unknown -> new ArrayList<>())
                        .add(rule)));
    }

    /** By what a rule says: in which cases it says it. */
    Map<List<String>, Formula> matches(Rule rule) {
        Map<List<String>, Formula> known = matches.get(rule.id());
        if (known == null) {
            Map<List<String>, List<Formula>> ways = new LinkedHashMap<>();
            Set<String> kept = new HashSet<>(rule.then().variables());
            solutions(rule.conditions(), Map.of(), kept)
                    .forEach((variables, holds) -> ways.computeIfAbsent(
                                    rule.then().objectsIn(variables), unknown -> new ArrayList<>())
                            .add(holds));
            Map<List<String>, Formula> found = new LinkedHashMap<>();
            ways.forEach((objects, holds) ->
                    found.put(objects, definitions.name(rule.id() + " says " + objects, formulas.or(holds))));
            found.values().removeIf(formula -> formula.type() == FType.FALSE);
            known = Collections.unmodifiableMap(found);
            matches.put(rule.id(), known);
        }
        return known;
    }

    /** In which cases conditions hold, whatever the variables stand for. */
    Formula holds(List<? extends Condition> conditions) {
        return formulas.or(solutions(conditions, Map.of(), Set.of()).values());
    }

    /** By what the variables that are kept stand for: in which cases conditions hold. */
    Map<Map<String, Object>, Formula> solutions(
            List<? extends Condition> conditions, Map<String, Object> given, Set<String> kept) {
        Map<Map<String, Object>, Formula> states = new LinkedHashMap<>();
        states.put(given, formulas.verum());
        for (int i = 0; i < conditions.size(); i++) {
            Set<String> needed = needed(conditions.subList(i + 1, conditions.size()), kept);
            needed.addAll(given.keySet());
            Map<Map<String, Object>, List<Formula>> next = new LinkedHashMap<>();
            for (Map.Entry<Map<String, Object>, Formula> state : states.entrySet()) {
                extend(conditions.get(i), state.getKey(), state.getValue(), needed, next);
            }
            states = new LinkedHashMap<>();
            for (Map.Entry<Map<String, Object>, List<Formula>> state : next.entrySet()) {
                Formula holds = formulas.or(state.getValue());
                if (holds.type() != FType.FALSE) {
                    states.put(state.getKey(), holds);
                }
            }
        }
        return states;
    }

    private static Set<String> needed(List<? extends Condition> later, Set<String> kept) {
        Set<String> needed = new HashSet<>(kept);
        for (Condition condition : later) {
            for (Pattern pattern : condition.patterns()) {
                pattern.variables().forEach(needed::add);
                pattern.bindings().forEach(binding -> needed.add(binding.variable()));
            }
        }
        return needed;
    }

    private void extend(
            Condition condition,
            Map<String, Object> variables,
            Formula soFar,
            Set<String> needed,
            Map<Map<String, Object>, List<Formula>> next) {
        if (condition instanceof Pattern pattern && pattern.quantifier() == Quantifier.EACH) {
            fitting(pattern, variables)
                    .forEach((fact, fits) -> bound(pattern, fact, variables)
                            .ifPresent(bound -> add(next, needed, bound, formulas.and(soFar, fits))));
        } else {
            add(next, needed, variables, formulas.and(soFar, holds(condition, variables)));
        }
    }

    private static void add(
            Map<Map<String, Object>, List<Formula>> next,
            Set<String> needed,
            Map<String, Object> variables,
            Formula holds) {
        if (holds.type() != FType.FALSE) {
            Map<String, Object> kept = new TreeMap<>(variables);
            kept.keySet().retainAll(needed);
            next.computeIfAbsent(kept, unknown -> new ArrayList<>()).add(holds);
        }
    }

    private Formula holds(Condition condition, Map<String, Object> variables) {
        if (condition instanceof Pattern pattern) {
            Formula some = formulas.or(fitting(pattern, variables).values());
            return pattern.isNegated() ? some.negate() : some;
        } else if (condition instanceof Condition.Count count) {
            return atLeast(count.atLeast(), fitting(count.pattern(), variables).values());
        }
        return formulas.or(condition.alternatives().stream()
                .flatMap(alternative -> solutions(alternative, variables, Set.of()).values().stream())
                .toList());
    }

    /** The facts that can fit a pattern, each with when it is there and does. */
    private Map<SymbolicFact, Formula> fitting(Pattern pattern, Map<String, Object> variables) {
        if (pattern.isFinding()) {
            Map<SymbolicFact, Formula> all = new LinkedHashMap<>();
            findings(pattern, variables).forEach(finding -> all.put(finding, finding.present()));
            return all;
        }
        List<Map<SymbolicFact, Formula>> meeting = pattern.demands()
                .map(constraint -> facts.meeting(pattern.factType(), constraint, variables))
                .sorted(Comparator.comparing(Map::size))
                .toList();
        Collection<SymbolicFact> fewest = meeting.isEmpty()
                ? facts.of(pattern.factType())
                : meeting.get(0).keySet();
        Map<SymbolicFact, Formula> fitting = new LinkedHashMap<>();
        for (SymbolicFact fact : fewest) {
            if (meeting.stream().allMatch(facts -> facts.containsKey(fact))) {
                Formula fits = formulas.and(Stream.concat(
                                Stream.of(fact.present()), meeting.stream().map(facts -> facts.get(fact)))
                        .toList());
                if (fits.type() != FType.FALSE) {
                    fitting.put(fact, fits);
                }
            }
        }
        return fitting;
    }

    /** That at least so many of some formulas hold. */
    private Formula atLeast(int number, Collection<Formula> some) {
        return counts.computeIfAbsent(List.of(number, List.copyOf(some)), unknown -> {
            String name = "count " + counts.size() + ": at least ";
            List<Formula> soFar = new ArrayList<>(Collections.nCopies(number + 1, formulas.falsum()));
            soFar.set(0, formulas.verum());
            int seen = 0;
            for (Formula one : some) {
                seen++;
                for (int count = number; count > 0; count--) {
                    soFar.set(
                            count,
                            definitions.name(
                                    name + count + " of the first " + seen,
                                    formulas.or(soFar.get(count), formulas.and(soFar.get(count - 1), one))));
                }
            }
            return soFar.get(number);
        });
    }

    /** The variables with those that a pattern binds; empty if the fact does not agree with what they stand for. */
    private static Optional<Map<String, Object>> bound(
            Pattern pattern, SymbolicFact fact, Map<String, Object> variables) {
        Map<String, Object> bound = new TreeMap<>(variables);
        for (Constraint.Binding binding : pattern.bindings()) {
            Optional<Object> value = fact.value(binding.field());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            Object before = bound.put(binding.variable(), value.get());
            if (before != null && !before.equals(value.get())) {
                return Optional.empty();
            }
        }
        return Optional.of(bound);
    }

    private List<SymbolicFact> findings(Pattern pattern, Map<String, Object> variables) {
        String name = pattern.literal("name").orElseThrow(() -> new UnmodelledException("Finding without a name"));
        Optional<String> of = pattern.compared("of")
                .filter(operand -> !operand.isOpen(variables))
                .map(operand -> (String) operand.valueIn(variables))
                .findFirst();
        if (of.isPresent()) {
            return finding(name, of.get()).stream().toList();
        }
        Set<String> about = new TreeSet<>();
        concluding
                .getOrDefault(name, List.of())
                .forEach(rule ->
                        matches(rule).keySet().stream().map(RuleFormulas::about).forEach(about::add));
        return about.stream().flatMap(one -> finding(name, one).stream()).toList();
    }

    private static String about(List<String> objects) {
        return objects.size() > 1 ? objects.get(1) : "";
    }

    /** The finding of a name about something; rules of the same name about something else may rest on it. */
    private Optional<SymbolicFact> finding(String name, String of) {
        List<String> key = List.of(name, of);
        Optional<SymbolicFact> known = findings.get(key);
        if (known == null) {
            List<Formula> ways = new ArrayList<>();
            for (Rule rule : concluding.getOrDefault(name, List.of())) {
                if (mayBeAbout(rule.then(), of)) {
                    matches(rule).forEach((objects, holds) -> {
                        if (about(objects).equals(of)) {
                            ways.add(holds);
                        }
                    });
                }
            }
            known = ways.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FixedFact(
                            definitions.name("finding " + name + " of " + of, formulas.or(ways)),
                            Map.of("name", name, "of", of),
                            Map.of(),
                            formulas));
            findings.put(key, known);
        }
        return known;
    }

    private static boolean mayBeAbout(Sentence then, String of) {
        return then.findingIsAbout()
                .map(operand -> operand.text().map(of::equals).orElse(true))
                .orElse(of.isEmpty());
    }
}
