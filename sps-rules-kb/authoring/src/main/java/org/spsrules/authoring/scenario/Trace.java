package org.spsrules.authoring.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.fact.Finding;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.reference.Witness;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Pattern;
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
            Facts ofCase = facts.of(patientCase);
            Set<Match> matches = evaluator.evaluate(ofCase);
            List<Finding> concluded = matches.stream()
                    .filter(match -> match.rule().then().verb() == Verb.CONCLUDE)
                    .map(Finding::concludedBy)
                    .toList();
            return new Walk(rule, ofCase.with(concluded), matches).lines();
        } catch (InvalidCaseException e) {
            return List.of();
        }
    }

    /** One rule and one case. */
    private static final class Walk {

        private final Rule rule;
        private final Facts known;
        private final Set<Match> matches;
        private final List<String> lines = new ArrayList<>();

        Walk(Rule rule, Facts known, Set<Match> matches) {
            this.rule = rule;
            this.known = known;
            this.matches = matches;
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
                    .flatMap(pattern -> pattern.bindings().stream())
                    .map(Constraint.Binding::variable)
                    .collect(Collectors.toSet());
            return condition.patterns().stream().flatMap(Pattern::variables).anyMatch(name -> !bound.contains(name));
        }

        /** How these conditions are met together, if they are. */
        private Optional<List<Witness>> witnesses(List<Condition> conditions) {
            Rule part = rule.when(conditions).then(rule.then().about(List.of()));
            return ReferenceEvaluator.witnesses(new Match(part, List.of()), known);
        }

        private static Map<String, Object> variables(List<Witness> witnesses) {
            return witnesses.isEmpty()
                    ? Map.of()
                    : witnesses.get(witnesses.size() - 1).variables();
        }

        private void seen(Pattern pattern, Map<String, Object> variables) {
            if (pattern.isFinding()) {
                finding(pattern, variables);
                return;
            }
            List<? extends Fact> candidates = known.of(pattern.factType());
            if (candidates.isEmpty()) {
                indented("the case has no " + pattern.factType());
            }
            for (Fact fact : candidates.subList(0, Math.min(MOST_FACTS, candidates.size()))) {
                indented(pattern.factType() + " "
                        + pattern.demands()
                                .map(constraint -> answer(constraint, fact, variables))
                                .collect(Collectors.joining(", ")));
            }
            if (candidates.size() > MOST_FACTS) {
                indented("and " + (candidates.size() - MOST_FACTS) + " more");
            }
        }

        private void finding(Pattern pattern, Map<String, Object> variables) {
            String name = pattern.literal("name").orElse("");
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
                            : (pattern.isNegated() ? "concluded: " : "concluded only: ") + name + " "
                                    + String.join(", ", concluded));
        }

        private void indented(String line) {
            lines.add("          " + line);
        }

        private static String answer(Constraint constraint, Fact fact, Map<String, Object> variables) {
            List<String> arguments = constraint.isOpen(variables) ? List.of() : constraint.argumentsIn(variables);
            if (arguments.size() < constraint.arguments().size()) {
                return constraint.spelling() + " is not tried";
            }
            Object answer =
                    FactModel.instance().question(fact, constraint.asked()).ask(fact, arguments);
            return constraint.asked()
                    + (arguments.isEmpty() ? "" : "( " + String.join(", ", arguments) + " )")
                    + " is "
                    + (answer == null ? "not known" : answer);
        }
    }
}
