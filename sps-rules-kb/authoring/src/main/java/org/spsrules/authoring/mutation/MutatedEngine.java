package org.spsrules.authoring.mutation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spsrules.internal.Engine;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.reference.Evaluation;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;

/** An engine with a fault. It evaluates only the rules that the fault can reach, and what they read. Thread-safe. */
public final class MutatedEngine implements Engine {

    private final Mutant mutant;
    private final Reach reached;
    private final List<Rule> asked;
    private final ReferenceEvaluator evaluator;

    /** The engine of these rules with this fault. */
    public MutatedEngine(Mutant mutant, List<Rule> rules) {
        this(mutant, rules, Reach.of(Set.of(mutant.rule().id()), List.of(), rules));
    }

    /**
     * The engine of these rules with this fault.
     *
     * @param reached the rules that a fault in this rule can reach
     */
    public MutatedEngine(Mutant mutant, List<Rule> rules, Reach reached) {
        List<Rule> faulty = mutant.in(rules);
        this.mutant = mutant;
        this.reached = reached;
        this.asked = faulty.stream().filter(reached::includes).toList();
        this.evaluator = new ReferenceEvaluator(faulty);
    }

    /** Whether the fault can reach what a rule says. */
    public boolean reaches(Rule rule) {
        return reached.includes(rule);
    }

    /** Whether the fault can reach more than the rule that has it. */
    public boolean reachesOthers() {
        return reached.size() > 1;
    }

    /** What the rules say that the fault can reach. */
    @Override
    public Set<Match> evaluate(Facts facts) {
        return matchesIn(evaluator.on(facts));
    }

    /** The same, given what the sound rules say. */
    public Set<Match> evaluate(Evaluation sound) {
        return matchesIn(evaluator.beside(sound, rule -> !reaches(rule)));
    }

    private Set<Match> matchesIn(Evaluation evaluation) {
        Set<Match> matches = new LinkedHashSet<>();
        for (Rule rule : asked) {
            for (Match match : evaluation.matchesOf(rule)) {
                matches.add(mutant.fault() == Fault.CONCLUDED_TOO_LATE ? inTheEnd(match) : match);
            }
        }
        return matches;
    }

    /** A rule that is applied too late still says what it says. */
    private static Match inTheEnd(Match match) {
        return new Match(
                match.rule(),
                match.objects().stream()
                        .map(code -> code.endsWith(RuleFaults.TOO_LATE)
                                ? code.substring(0, code.length() - RuleFaults.TOO_LATE.length())
                                : code)
                        .toList());
    }
}
