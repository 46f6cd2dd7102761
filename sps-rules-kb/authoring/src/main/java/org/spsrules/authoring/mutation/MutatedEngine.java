package org.spsrules.authoring.mutation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.internal.Engine;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;

/**
 * An engine with a fault. It evaluates only the rules that the fault can reach, and those that they read: all others say
 * what they said before, because a rule depends on nothing but facts and the findings that it reads. Thread-safe.
 */
public final class MutatedEngine implements Engine {

    private final Mutant mutant;
    private final Set<String> reached;
    private final ReferenceEvaluator evaluator;

    /** The engine of these rules with this fault. */
    public MutatedEngine(Mutant mutant, List<Rule> rules) {
        this.mutant = mutant;
        List<Rule> faulty = mutant.in(rules);
        this.reached = reached(mutant.rule(), rules);
        this.evaluator = new ReferenceEvaluator(withWhatIsRead(reached, faulty));
    }

    /** Whether the fault can reach what a rule says. */
    public boolean reaches(Rule rule) {
        return reached.contains(rule.id());
    }

    /** Whether the fault can reach more than the rule that has it. */
    public boolean reachesOthers() {
        return reached.size() > 1;
    }

    private static Set<String> reached(Rule first, List<Rule> rules) {
        Set<String> ids = new HashSet<>(Set.of(first.id()));
        Deque<Rule> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            String finding = concluded(open.remove());
            for (Rule rule : rules) {
                if (read(rule).contains(finding) && ids.add(rule.id())) {
                    open.add(rule);
                }
            }
        }
        return ids;
    }

    private static List<Rule> withWhatIsRead(Set<String> ids, List<Rule> rules) {
        Set<String> needed = new HashSet<>(ids);
        Deque<Rule> open = new ArrayDeque<>(
                rules.stream().filter(rule -> ids.contains(rule.id())).toList());
        while (!open.isEmpty()) {
            Set<String> findings = read(open.remove());
            for (Rule rule : rules) {
                if (findings.contains(concluded(rule)) && needed.add(rule.id())) {
                    open.add(rule);
                }
            }
        }
        return rules.stream().filter(rule -> needed.contains(rule.id())).toList();
    }

    /** The name of the finding that a rule concludes; empty if it concludes none. */
    private static String concluded(Rule rule) {
        return rule.then().verb() == Verb.CONCLUDE && rule.then().objects().get(0) instanceof Operand.Text name
                ? name.value()
                : "";
    }

    private static Set<String> read(Rule rule) {
        return rule.patterns().stream()
                .filter(pattern -> pattern.factType().equals("Finding"))
                .flatMap(pattern -> pattern.constraints().stream())
                .filter(Constraint.Comparison.class::isInstance)
                .map(Constraint.Comparison.class::cast)
                .filter(comparison -> comparison.field().equals("name"))
                .map(comparison -> ((Operand.Text) comparison.operand()).value())
                .collect(Collectors.toSet());
    }

    /** What the rules say that the fault can reach. */
    @Override
    public Set<Match> evaluate(List<Object> facts) {
        Set<Match> matches = new LinkedHashSet<>();
        for (Match match : evaluator.evaluate(facts)) {
            if (reached.contains(match.rule().id())) {
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
