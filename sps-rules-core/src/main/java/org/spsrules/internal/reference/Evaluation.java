package org.spsrules.internal.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.spsrules.RuleFailedException;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.fact.Finding;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;

/** Rules met with the facts of one case, as far as they are asked for, and remembered. Not thread-safe. */
public final class Evaluation {

    private final Map<String, List<Rule>> concluding;
    private final Facts facts;
    private final Observer observer;
    private final Function<Rule, Optional<Evaluation>> known;
    private final Map<WantedFinding, List<Finding>> findings = new HashMap<>();
    private final Map<String, Set<Match>> matches = new HashMap<>();
    private final Map<String, List<Map<String, Object>>> solutions = new HashMap<>();

    /**
     * An evaluation of nothing yet.
     *
     * @param concluding the rules that conclude findings, by the name of the finding
     * @param observer is told what the conditions of the rules were found to be
     * @param known an evaluation by which some rules are answered for
     */
    Evaluation(
            Map<String, List<Rule>> concluding,
            Facts facts,
            Observer observer,
            Function<Rule, Optional<Evaluation>> known) {
        this.concluding = concluding;
        this.facts = facts;
        this.observer = observer;
        this.known = known;
    }

    /** The facts of the case. */
    public Facts facts() {
        return facts;
    }

    /** In which ways the rule applies; empty if it does not. */
    public Set<Match> matchesOf(Rule rule) {
        Set<Match> found = matches.get(rule.id());
        if (found == null) {
            found = known.apply(rule)
                    .map(other -> other.matchesOf(rule))
                    .orElseGet(() -> matches(rule, solutionsOf(rule)));
            matches.put(rule.id(), found);
        }
        return found;
    }

    /** In which ways a rule would apply that is none of these, read beside what they conclude; it is neither remembered nor observed. */
    public Set<Match> matchesOfAnother(Rule rule) {
        return matches(rule, solutions(rule, Observer.NOBODY));
    }

    private static Set<Match> matches(Rule rule, List<Map<String, Object>> solutions) {
        if (solutions.isEmpty()) {
            return Set.of();
        }
        Set<Match> matches = new LinkedHashSet<>();
        for (Map<String, Object> variables : solutions) {
            matches.add(new Match(rule, rule.then().objectsIn(variables)));
        }
        return matches;
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
        List<Map<String, Object>> found = solutions.get(rule.id());
        if (found == null) {
            found = known.apply(rule).map(other -> other.solutionsOf(rule)).orElseGet(() -> solutions(rule, observer));
            solutions.put(rule.id(), found);
        }
        return found;
    }

    private List<Map<String, Object>> solutions(Rule rule, Observer onlooker) {
        List<Map<String, Object>> found = new ArrayList<>();
        named(
                rule,
                () -> new Join(rule, this::candidates, onlooker).run((variables, witnesses) -> found.add(variables)));
        return found;
    }

    /** What the variables of a rule stand for, in each of the ways in which it says this. */
    public List<Map<String, Object>> solutionsOf(Match match) {
        return solutionsOf(match.rule()).stream()
                .filter(variables -> match.rule().then().objectsIn(variables).equals(match.objects()))
                .toList();
    }

    /** The rules that can conclude the finding that a pattern asks for. */
    public List<Rule> behind(Pattern finding, Map<String, Object> variables) {
        return behind(WantedFinding.by(finding, variables));
    }

    private List<Rule> behind(WantedFinding wanted) {
        List<Rule> behind = new ArrayList<>();
        for (Rule rule : concluding.getOrDefault(wanted.name(), List.of())) {
            if (wanted.mayBeConcludedBy(rule)) {
                behind.add(rule);
            }
        }
        return behind;
    }

    /** What the variables of a rule must stand for if it is to conclude the finding that a pattern asks for. */
    public Map<String, Object> given(Rule rule, Pattern finding, Map<String, Object> variables) {
        Optional<String> variable = rule.then().findingIsAbout().flatMap(Operand::variable);
        return variable.flatMap(
                        name -> WantedFinding.by(finding, variables).of().map(code -> Map.of(name, (Object) code)))
                .orElse(Map.of());
    }

    /** The facts that a pattern can be held against. */
    List<? extends Fact> candidates(Pattern pattern, Map<String, Object> variables) {
        return pattern.isFinding() ? findings(WantedFinding.by(pattern, variables)) : facts.of(pattern.factType());
    }

    private List<Finding> findings(WantedFinding wanted) {
        List<Finding> known = findings.get(wanted);
        if (known == null) {
            Set<Finding> found = new LinkedHashSet<>();
            for (Rule rule : behind(wanted)) {
                matchesOf(rule).forEach(match -> found.add(Finding.concludedBy(match)));
            }
            known = List.copyOf(found);
            findings.put(wanted, known);
        }
        return known;
    }
}
