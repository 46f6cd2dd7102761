package org.spsrules.internal.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.spsrules.RuleFailedException;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;

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
                .filter(rule -> rule.then().finding().isPresent())
                .collect(Collectors.groupingBy(rule -> rule.then().finding().orElseThrow()));
    }

    /** An evaluation that finds only what it is asked for. */
    public Evaluation on(Facts facts) {
        return on(facts, Observer.NOBODY);
    }

    /** An evaluation that finds only what it is asked for, and tells what it saw on the way. */
    public Evaluation on(Facts facts, Observer observer) {
        return new Evaluation(concluding, facts, observer, rule -> Optional.empty());
    }

    /**
     * An evaluation that finds only what it is asked for and is not known.
     *
     * @param known an evaluation by which some rules are answered for
     */
    Evaluation on(Facts facts, Function<Rule, Optional<Evaluation>> known) {
        return new Evaluation(concluding, facts, Observer.NOBODY, known);
    }

    /** An evaluation of the same facts as another one, which is asked about the rules that are the same here and there. */
    public Evaluation beside(Evaluation other, Predicate<Rule> same) {
        return on(other.facts(), rule -> same.test(rule) ? Optional.of(other) : Optional.empty());
    }

    /**
     * Every rule that applies to these facts.
     *
     * @throws RuleFailedException if a rule fails
     */
    public Set<Match> evaluate(Facts facts) {
        return evaluate(on(facts));
    }

    /** The same of facts about which something may have been asked already. */
    public Set<Match> evaluate(Evaluation evaluation) {
        Set<Match> matches = new LinkedHashSet<>();
        rules.forEach(rule -> matches.addAll(evaluation.matchesOf(rule)));
        return matches;
    }

    /**
     * How a rule came to apply: what met each of its patterns. Empty if, as this evaluator reads the rule, it does not
     * apply.
     *
     * @param match the rule, with what its sentence speaks of
     * @param facts the facts of the case together with all findings
     */
    public static Optional<List<Witness>> witnesses(Match match, Facts facts) {
        List<List<Witness>> found = new ArrayList<>();
        Join join = new Join(
                match.rule(),
                (pattern, variables) -> pattern.isFinding()
                        ? facts.findings(WantedFinding.by(pattern, variables).name())
                        : facts.of(pattern.factType()),
                Observer.NOBODY);
        join.run((variables, witnesses) -> {
            if (found.isEmpty() && match.rule().then().objectsIn(variables).equals(match.objects())) {
                found.add(List.copyOf(witnesses));
            }
        });
        return found.stream().findFirst();
    }

    /** The facts of which each could have met a pattern in the place of the one that did. */
    public static List<Fact> meeting(Witness witness, Facts facts) {
        Pattern pattern = witness.pattern();
        Map<String, Object> variables = witness.variables();
        List<? extends Fact> candidates = pattern.isFinding()
                ? facts.findings(WantedFinding.by(pattern, variables).name())
                : facts.of(pattern.factType());
        return candidates.stream()
                .filter(fact -> pattern.constraints().stream()
                        .allMatch(asked -> asked.isMetBy(Conditions.answer(asked, fact, variables), variables)))
                .map(Fact.class::cast)
                .toList();
    }
}
