package org.spsrules.internal.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spsrules.RuleFailedException;
import org.spsrules.internal.fact.Finding;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;

/**
 * Evaluates rules from their parsed conditions, obviously rather than fast. It shares no code with the production
 * engine, not even the order of evaluation: when a rule asks for a finding, the rules that conclude it are evaluated
 * there and then. Thread-safe.
 */
public final class ReferenceEvaluator {

    private final List<Rule> rules;
    private final Map<String, List<Rule>> concluding;

    /** An evaluator of these rules. */
    public ReferenceEvaluator(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.concluding = rules.stream()
                .filter(rule -> rule.then().verb() == Verb.CONCLUDE)
                .collect(Collectors.groupingBy(ReferenceEvaluator::findingName));
    }

    private static String findingName(Rule rule) {
        return ((Operand.Text) rule.then().objects().get(0)).value();
    }

    /** An evaluation that finds only what it is asked for. */
    public Evaluation on(List<Object> facts) {
        return new Evaluation(facts);
    }

    /**
     * Every rule that applies to these facts.
     *
     * @throws RuleFailedException if a rule fails
     */
    public Set<Match> evaluate(List<Object> facts) {
        Evaluation evaluation = new Evaluation(facts);
        Set<Match> matches = new LinkedHashSet<>();
        rules.forEach(rule -> matches.addAll(evaluation.matchesOf(rule)));
        return matches;
    }

    /**
     * How a rule came to apply: what met each of its patterns. Empty if, as this evaluator reads the rule, it does not
     * apply.
     *
     * @param match the rule, with what its sentence speaks of
     * @param facts the facts of the case together with all findings, by type
     */
    public static Optional<List<Witness>> witnesses(Match match, FactsByType facts) {
        List<List<Witness>> found = new ArrayList<>();
        new Join(match.rule(), facts::candidates).run((variables, witnesses) -> {
            if (found.isEmpty() && objects(match.rule(), variables).equals(match.objects())) {
                found.add(List.copyOf(witnesses));
            }
        });
        return found.stream().findFirst();
    }

    private static List<String> objects(Rule rule, Map<String, Object> variables) {
        List<String> objects = new ArrayList<>();
        for (Operand operand : rule.then().objects()) {
            objects.add(String.valueOf(value(operand, variables)));
        }
        return List.copyOf(objects);
    }

    static Object value(Operand operand, Map<String, Object> variables) {
        if (operand instanceof Operand.Text text) {
            return text.value();
        } else if (operand instanceof Operand.Numeral number) {
            return number.value();
        }
        return Objects.requireNonNull(variables.get(((Operand.Variable) operand).name()));
    }

    /** A finding that is asked for; without a subject, whatever it is about. */
    record Wanted(String name, Optional<String> of) {

        static boolean isAFinding(Pattern pattern) {
            return pattern.factType().equals(Finding.class.getSimpleName());
        }

        static Wanted by(Pattern pattern, Map<String, Object> variables) {
            Optional<String> name = Optional.empty();
            Optional<String> compared = Optional.empty();
            Optional<String> bound = Optional.empty();
            for (Constraint constraint : pattern.constraints()) {
                if (constraint instanceof Constraint.Comparison comparison) {
                    if (comparison.field().equals("name") && name.isEmpty()) {
                        name = settled(comparison.operand(), variables);
                    } else if (comparison.field().equals("of") && compared.isEmpty()) {
                        compared = settled(comparison.operand(), variables);
                    }
                } else if (constraint instanceof Constraint.Binding binding
                        && binding.field().equals("of")) {
                    bound = Optional.ofNullable(variables.get(binding.variable()))
                            .map(String::valueOf);
                }
            }
            return new Wanted(
                    name.orElseThrow(() -> new IllegalArgumentException("a finding has a name: " + pattern.text())),
                    compared.isPresent() ? compared : bound);
        }

        /** What an operand stands for, if that is settled already. */
        private static Optional<String> settled(Operand operand, Map<String, Object> variables) {
            return operand instanceof Operand.Variable variable && !variables.containsKey(variable.name())
                    ? Optional.empty()
                    : Optional.of(String.valueOf(value(operand, variables)));
        }

        boolean mayBeConcludedBy(Rule rule) {
            List<Operand> objects = rule.then().objects();
            boolean sameSubject = of.isEmpty()
                    || !(objects.size() > 1 && objects.get(1) instanceof Operand.Text text)
                    || text.value().equals(of.get());
            return name.equals(findingName(rule)) && sameSubject;
        }
    }

    /** Rules met with the facts of one case, as far as they are asked for, and remembered. Not thread-safe. */
    public final class Evaluation {

        private final FactsByType facts;
        private final Map<Wanted, List<Object>> findings = new HashMap<>();
        private final Map<String, Set<Match>> matches = new HashMap<>();
        private final Map<String, List<Map<String, Object>>> solutions = new HashMap<>();

        Evaluation(List<Object> facts) {
            this.facts = new FactsByType(facts);
        }

        /** In which ways the rule applies; empty if it does not. */
        public Set<Match> matchesOf(Rule rule) {
            Set<Match> known = matches.get(rule.id());
            if (known == null) {
                known = new LinkedHashSet<>();
                for (Map<String, Object> variables : solutionsOf(rule)) {
                    known.add(new Match(rule, objects(rule, variables)));
                }
                matches.put(rule.id(), known);
            }
            return known;
        }

        /** Whether a rule concludes the finding, about whatever. */
        public boolean holds(String finding) {
            return !findings(new Wanted(finding, Optional.empty())).isEmpty();
        }

        /** A failure of a rule says which rule, and nothing of the facts. */
        private static void named(Rule rule, Runnable evaluation) {
            try {
                evaluation.run();
            } catch (RuleFailedException e) {
                throw e;
            } catch (RuntimeException e) {
                Throwable root = e;
                while (root.getCause() != null) {
                    root = root.getCause();
                }
                throw new RuleFailedException(
                        rule.id(), "failed with " + root.getClass().getName());
            }
        }

        /** What the variables of a rule stand for, in each of the ways in which it applies. */
        public List<Map<String, Object>> solutionsOf(Rule rule) {
            List<Map<String, Object>> known = solutions.get(rule.id());
            if (known == null) {
                List<Map<String, Object>> found = new ArrayList<>();
                named(rule, () -> new Join(rule, this::candidates).run((variables, witnesses) -> found.add(variables)));
                solutions.put(rule.id(), found);
                known = found;
            }
            return known;
        }

        /** What the variables of a rule stand for, in each of the ways in which it says this. */
        public List<Map<String, Object>> solutionsOf(Match match) {
            return solutionsOf(match.rule()).stream()
                    .filter(variables -> objects(match.rule(), variables).equals(match.objects()))
                    .toList();
        }

        /** The rules that can conclude the finding that a pattern asks for. */
        public List<Rule> behind(Pattern finding, Map<String, Object> variables) {
            Wanted wanted = Wanted.by(finding, variables);
            return concluding.getOrDefault(wanted.name(), List.of()).stream()
                    .filter(wanted::mayBeConcludedBy)
                    .toList();
        }

        /** What the variables of a rule must stand for if it is to conclude the finding that a pattern asks for. */
        public Map<String, Object> given(Rule rule, Pattern finding, Map<String, Object> variables) {
            List<Operand> objects = rule.then().objects();
            return objects.size() > 1 && objects.get(1) instanceof Operand.Variable variable
                    ? Wanted.by(finding, variables)
                            .of()
                            .map(code -> Map.of(variable.name(), (Object) code))
                            .orElse(Map.of())
                    : Map.of();
        }

        /** The facts that a pattern can be held against. */
        List<Object> candidates(Pattern pattern, Map<String, Object> variables) {
            return Wanted.isAFinding(pattern) ? findings(Wanted.by(pattern, variables)) : facts.of(pattern.factType());
        }

        private List<Object> findings(Wanted wanted) {
            List<Object> known = findings.get(wanted);
            if (known == null) {
                Set<Object> found = new LinkedHashSet<>();
                for (Rule rule : concluding.getOrDefault(wanted.name(), List.of())) {
                    if (wanted.mayBeConcludedBy(rule)) {
                        matchesOf(rule).forEach(match -> found.add(Finding.concludedBy(match)));
                    }
                }
                known = List.copyOf(found);
                findings.put(wanted, known);
            }
            return known;
        }
    }

    public static @Nullable Object field(Object fact, String name) {
        return Witness.ask(fact, name, List.of());
    }

    private interface Solution {
        void accept(Map<String, Object> variables, List<Witness> met);
    }

    /** Tries every combination of facts on the conditions of a rule, from the first condition to the last. */
    private static final class Join {

        private final List<Condition> conditions;
        private final BiFunction<Pattern, Map<String, Object>, List<Object>> candidates;

        Join(Rule rule, BiFunction<Pattern, Map<String, Object>, List<Object>> candidates) {
            this.conditions = rule.conditions();
            this.candidates = candidates;
        }

        void run(Solution solution) {
            extend(conditions, 0, Map.of(), new ArrayList<>(), solution);
        }

        /**
         * Tries the conditions from one of them on.
         *
         * @param met what met those before it; whoever adds to it takes away again what it added
         */
        private void extend(
                List<? extends Condition> all,
                int next,
                Map<String, Object> variables,
                List<Witness> met,
                Solution solution) {
            if (next == all.size()) {
                solution.accept(variables, met);
                return;
            }
            int metBefore = met.size();
            if (all.get(next) instanceof Pattern pattern) {
                for (Witness witness : matches(pattern, variables)) {
                    met.add(witness);
                    extend(all, next + 1, witness.variables(), met, solution);
                    met.remove(metBefore);
                }
                return;
            }
            Optional<List<Witness>> added = all.get(next) instanceof Condition.AnyOf group
                    ? firstAlternative(group, variables)
                    : counted((Condition.Count) all.get(next), variables);
            if (added.isPresent()) {
                met.addAll(added.get());
                extend(all, next + 1, variables, met, solution);
                met.subList(metBefore, met.size()).clear();
            }
        }

        private List<Witness> matches(Pattern pattern, Map<String, Object> variables) {
            List<Object> fitting = fitting(pattern, variables);
            if (pattern.quantifier() == Quantifier.NOT) {
                return fitting.isEmpty() ? List.of(new Witness(pattern, Optional.empty(), variables)) : List.of();
            }
            int wanted = pattern.quantifier() == Quantifier.EXISTS ? Math.min(1, fitting.size()) : fitting.size();
            List<Witness> matches = new ArrayList<>(wanted);
            for (Object fact : fitting.subList(0, wanted)) {
                matches.add(new Witness(pattern, Optional.of(fact), bound(pattern, fact, variables)));
            }
            return matches;
        }

        private Optional<List<Witness>> counted(Condition.Count count, Map<String, Object> variables) {
            List<Object> fitting = fitting(count.pattern(), variables);
            return fitting.size() < count.atLeast()
                    ? Optional.empty()
                    : Optional.of(fitting.stream()
                            .map(fact -> new Witness(count.pattern(), Optional.of(fact), variables))
                            .toList());
        }

        private Optional<List<Witness>> firstAlternative(Condition.AnyOf group, Map<String, Object> variables) {
            List<List<Witness>> found = new ArrayList<>();
            for (List<Pattern> alternative : group.alternatives()) {
                extend(alternative, 0, variables, new ArrayList<>(), (bound, met) -> found.add(List.copyOf(met)));
            }
            return found.stream().findFirst();
        }

        private List<Object> fitting(Pattern pattern, Map<String, Object> variables) {
            List<Object> fitting = new ArrayList<>();
            for (Object fact : candidates.apply(pattern, variables)) {
                if (fits(pattern, fact, variables)) {
                    fitting.add(fact);
                }
            }
            return fitting;
        }

        private static boolean fits(Pattern pattern, Object fact, Map<String, Object> variables) {
            for (Constraint constraint : pattern.constraints()) {
                if (!holds(constraint, fact, variables)) {
                    return false;
                }
            }
            return true;
        }

        private static Map<String, Object> bound(Pattern pattern, Object fact, Map<String, Object> variables) {
            Map<String, Object> extended = variables;
            for (Constraint constraint : pattern.constraints()) {
                if (constraint instanceof Constraint.Binding binding) {
                    extended = extended == variables ? new LinkedHashMap<>(variables) : extended;
                    extended.put(binding.variable(), Objects.requireNonNull(field(fact, binding.field())));
                }
            }
            return extended;
        }

        private static boolean holds(Constraint constraint, Object fact, Map<String, Object> variables) {
            if (constraint instanceof Constraint.Flag flag) {
                return Boolean.TRUE.equals(field(fact, flag.field()));
            } else if (constraint instanceof Constraint.Predicate predicate) {
                List<String> arguments = new ArrayList<>();
                for (Operand operand : predicate.arguments()) {
                    arguments.add(String.valueOf(value(operand, variables)));
                }
                return Boolean.TRUE.equals(Witness.ask(fact, predicate.name(), arguments));
            } else if (constraint instanceof Constraint.Comparison comparison) {
                Object actual = field(fact, comparison.field());
                return actual != null && compare(actual, value(comparison.operand(), variables), comparison.operator());
            }
            return field(fact, ((Constraint.Binding) constraint).field()) != null;
        }
    }

    static boolean compare(Object actual, Object expected, Constraint.Operator operator) {
        if (!(actual instanceof Number)) {
            return actual.equals(expected);
        }
        int order = new BigDecimal(actual.toString()).compareTo(new BigDecimal(expected.toString()));
        return switch (operator) {
            case EQUAL -> order == 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    /**
     * What met a pattern.
     *
     * @param pattern the pattern
     * @param fact the fact that met it; empty if the pattern asks that there be none
     * @param variables what the rule's variables stood for
     */
    public record Witness(Pattern pattern, Optional<Object> fact, Map<String, Object> variables) {

        static @Nullable Object ask(Object fact, String question, List<String> arguments) {
            return Conditions.question(fact, question).ask(fact, arguments);
        }
    }
}
