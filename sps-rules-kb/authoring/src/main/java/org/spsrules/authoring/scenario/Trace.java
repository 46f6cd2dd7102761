package org.spsrules.authoring.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.Finding;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.FactsByType;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.reference.ReferenceEvaluator.Witness;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Constraint.Comparison;
import org.spsrules.internal.rule.Constraint.Flag;
import org.spsrules.internal.rule.Constraint.Predicate;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.vocabulary.Vocabulary;

/** Says of each condition of a rule whether it holds in a scenario, as the reference evaluator sees it. Thread-safe. */
public final class Trace {

    private static final int MOST_FACTS = 6;

    private final PatientCaseReader reader;
    private final CaseTerms terms;
    private final CaseFacts facts;
    private final ReferenceEvaluator evaluator;
    private final Map<String, Rule> rules;

    /** Traces rules of this knowledge base. */
    public Trace(Knowledge knowledge) {
        Vocabulary vocabulary = knowledge.vocabulary();
        this.reader = new PatientCaseReader(vocabulary);
        this.terms = new CaseTerms(vocabulary);
        this.facts = new CaseFacts(vocabulary, knowledge);
        this.evaluator = new ReferenceEvaluator(knowledge.rules());
        this.rules = knowledge.rules().stream().collect(Collectors.toMap(Rule::id, rule -> rule));
    }

    /**
     * The conditions of the rule beside a scenario, one a line; below the first that does not hold, the facts that it saw.
     * Empty if the case of the scenario is not valid.
     */
    public List<String> of(Scenario scenario) {
        Rule rule = rules.get(scenario.ruleId());
        if (rule == null) {
            return List.of();
        }
        try {
            PatientCase patientCase = terms.resolve(reader.read(scenario.patientCase()));
            List<Object> known = new ArrayList<>(facts.of(patientCase));
            Set<Match> matches = evaluator.evaluate(known);
            matches.stream()
                    .filter(match -> match.rule().then().verb() == Verb.CONCLUDE)
                    .forEach(match -> known.add(Finding.concludedBy(match)));
            return new Walk(rule, known, matches).lines();
        } catch (InvalidCaseException e) {
            return List.of();
        }
    }

    /** One rule and one case. */
    private static final class Walk {

        private final Rule rule;
        private final List<Object> known;
        private final Set<Match> matches;
        private final FactsByType byType;
        private final List<String> lines = new ArrayList<>();

        Walk(Rule rule, List<Object> known, Set<Match> matches) {
            this.rule = rule;
            this.known = known;
            this.matches = matches;
            this.byType = new FactsByType(known);
        }

        List<String> lines() {
            List<Condition> held = new ArrayList<>();
            boolean failed = false;
            for (Condition condition : rule.conditions()) {
                List<Condition> together = new ArrayList<>(held);
                together.add(condition);
                Optional<List<Witness>> witnesses =
                        failed && needsMoreThan(held, condition) ? Optional.empty() : witnesses(together);
                if (witnesses.isPresent()) {
                    add("holds", condition);
                    held.add(condition);
                } else if (failed) {
                    add(needsMoreThan(held, condition) ? "not tried" : "FALSE", condition);
                } else {
                    failed = true;
                    add("FALSE", condition);
                    Map<String, Object> variables = variables(witnesses(held).orElse(List.of()));
                    condition.patterns().forEach(pattern -> seen(pattern, variables));
                }
            }
            return lines;
        }

        private void add(String word, Condition condition) {
            lines.add(String.format("%-10s%d: %s", word, condition.line(), condition.text()));
        }

        /** Whether a condition speaks of what only a condition that does not hold would have bound. */
        private static boolean needsMoreThan(List<Condition> held, Condition condition) {
            Set<String> bound = held.stream()
                    .flatMap(each -> each.patterns().stream())
                    .flatMap(pattern -> pattern.constraints().stream())
                    .filter(Constraint.Binding.class::isInstance)
                    .map(binding -> ((Constraint.Binding) binding).variable())
                    .collect(Collectors.toSet());
            return condition.patterns().stream()
                    .flatMap(pattern -> pattern.constraints().stream())
                    .flatMap(constraint -> operands(constraint).stream())
                    .anyMatch(operand ->
                            operand instanceof Operand.Variable variable && !bound.contains(variable.name()));
        }

        private static List<Operand> operands(Constraint constraint) {
            if (constraint instanceof Predicate predicate) {
                return predicate.arguments();
            }
            return constraint instanceof Comparison comparison ? List.of(comparison.operand()) : List.of();
        }

        /** How these conditions are met together, if they are. */
        private Optional<List<Witness>> witnesses(List<Condition> conditions) {
            Rule part = rule.when(conditions).then(rule.then().about(List.of()));
            return ReferenceEvaluator.witnesses(new Match(part, List.of()), byType);
        }

        private static Map<String, Object> variables(List<Witness> witnesses) {
            return witnesses.isEmpty()
                    ? Map.of()
                    : witnesses.get(witnesses.size() - 1).variables();
        }

        private void seen(Pattern pattern, Map<String, Object> variables) {
            if (pattern.factType().equals("Finding")) {
                finding(pattern, variables);
                return;
            }
            List<Object> candidates = known.stream()
                    .filter(fact -> fact.getClass().getSimpleName().equals(pattern.factType()))
                    .toList();
            if (candidates.isEmpty()) {
                indented("the case has no " + pattern.factType());
            }
            for (Object fact : candidates.subList(0, Math.min(MOST_FACTS, candidates.size()))) {
                indented(pattern.factType() + " "
                        + pattern.constraints().stream()
                                .filter(constraint -> !(constraint instanceof Constraint.Binding))
                                .map(constraint -> answer(constraint, fact, variables))
                                .collect(Collectors.joining(", ")));
            }
            if (candidates.size() > MOST_FACTS) {
                indented("and " + (candidates.size() - MOST_FACTS) + " more");
            }
        }

        private void finding(Pattern pattern, Map<String, Object> variables) {
            String name = asked(pattern, "name", variables).orElse("");
            List<String> concluded = matches.stream()
                    .filter(match -> match.rule().then().verb() == Verb.CONCLUDE)
                    .filter(match -> match.subject().equals(name))
                    .map(match -> match.objects().stream().skip(1).collect(Collectors.joining()) + " by "
                            + match.rule().id())
                    .sorted()
                    .toList();
            indented(
                    concluded.isEmpty()
                            ? "no rule concludes " + name
                            : (pattern.quantifier() == Quantifier.NOT ? "concluded: " : "concluded only: ") + name + " "
                                    + String.join(", ", concluded));
        }

        private static Optional<String> asked(Pattern pattern, String field, Map<String, Object> variables) {
            return pattern.constraints().stream()
                    .filter(Comparison.class::isInstance)
                    .map(Comparison.class::cast)
                    .filter(comparison -> comparison.field().equals(field))
                    .map(comparison -> text(comparison.operand(), variables))
                    .findFirst();
        }

        private void indented(String line) {
            lines.add("          " + line);
        }

        private static String answer(Constraint constraint, Object fact, Map<String, Object> variables) {
            if (constraint instanceof Flag flag) {
                return flag.field() + " is " + ask(fact, flag.field(), List.of());
            } else if (constraint instanceof Predicate predicate) {
                List<String> arguments = predicate.arguments().stream()
                        .map(operand -> text(operand, variables))
                        .toList();
                return predicate.name() + "( " + String.join(", ", arguments) + " ) is "
                        + ask(fact, predicate.name(), arguments);
            }
            Comparison comparison = (Comparison) constraint;
            Object value = ask(fact, comparison.field(), List.of());
            return comparison.field() + " is " + (value == null ? "not known" : value);
        }

        private static @Nullable Object ask(Object fact, String question, List<String> arguments) {
            return FactModel.instance()
                    .typeOf(fact)
                    .flatMap(type -> type.question(question))
                    .orElseThrow(() -> new IllegalArgumentException("no question " + question))
                    .ask(fact, arguments);
        }

        private static String text(Operand operand, Map<String, Object> variables) {
            if (operand instanceof Operand.Text text) {
                return text.value();
            } else if (operand instanceof Operand.Numeral number) {
                return number.value().toPlainString();
            }
            return String.valueOf(variables.get(((Operand.Variable) operand).name()));
        }
    }
}
