package org.spsrules.internal.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spsrules.Reason;
import org.spsrules.Reason.Kind;
import org.spsrules.Reason.Verdict;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.fact.Finding;
import org.spsrules.internal.reference.Conditions;
import org.spsrules.internal.reference.Evaluation;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;
import org.spsrules.vocabulary.Vocabulary;

/** Tells why rules apply to the facts of one case, and why others do not, down to the facts. Not thread-safe. */
public final class Reasons {

    private final Evaluation evaluation;
    private final Conditions conditions;
    private final Wording wording;
    private final Nearness nearness;
    private final FactReasons facts;
    private final Set<Fact> told = new HashSet<>();
    private final Set<String> opened = new HashSet<>();

    /** Reasons by these facts, in the words of this vocabulary. */
    public Reasons(Evaluation evaluation, Vocabulary vocabulary) {
        this.evaluation = evaluation;
        this.conditions = new Conditions(evaluation);
        this.wording = new Wording(vocabulary);
        this.nearness = new Nearness(evaluation, conditions);
        this.facts = new FactReasons(evaluation.facts(), conditions, wording);
    }

    /** Why a rule applies. Each finding is led back to its rules once, where it first occurs. */
    public Reason why(Match match) {
        told.clear();
        opened.clear();
        return met(match);
    }

    private Reason met(Match match) {
        Map<String, Object> variables = evaluation.solutionsOf(match).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(match + " does not apply"));
        return rule(match.rule(), variables);
    }

    /**
     * Why a rule does not apply, in the way in which it comes nearest to it.
     *
     * @param subjects codes that the sentence of the rule may speak of
     */
    public Reason whyNot(Rule rule, Collection<String> subjects) {
        told.clear();
        opened.clear();
        return rule(rule, nearest(rule, subjects).variables());
    }

    /** How far a rule is from applying: roughly, how many facts would have to be otherwise. */
    public int distance(Rule rule, Collection<String> subjects) {
        return nearest(rule, subjects).distance();
    }

    private Nearness.Attempt nearest(Rule rule, Collection<String> subjects) {
        Optional<String> variable = rule.then().object().flatMap(Operand::variable);
        return variable.isEmpty()
                ? nearness.nearest(rule, Map.of())
                : subjects.stream()
                        .map(code -> nearness.nearest(rule, Map.of(variable.get(), code)))
                        .min(Nearness.NEAREST_FIRST)
                        .orElseThrow(() -> new IllegalArgumentException(rule.id() + " speaks of none of " + subjects));
    }

    private Reason rule(Rule rule, Map<String, Object> variables) {
        List<Reason> parts = new ArrayList<>();
        rule.conditions().forEach(condition -> parts.addAll(reasons(condition, variables)));
        return new Reason(Kind.RULE, all(parts), rule.title(), Optional.empty(), Optional.of(rule.id()), parts);
    }

    /** All must hold. */
    static Verdict all(List<Reason> parts) {
        Set<Verdict> verdicts = new HashSet<>();
        parts.forEach(part -> verdicts.add(part.verdict()));
        if (verdicts.contains(Verdict.FAILS)) {
            return Verdict.FAILS;
        } else if (verdicts.contains(Verdict.UNKNOWN)) {
            return Verdict.UNKNOWN;
        }
        return Verdict.HOLDS;
    }

    private List<Reason> reasons(Condition condition, Map<String, Object> variables) {
        if (condition instanceof Pattern pattern) {
            return patternReasons(pattern, variables);
        } else if (condition instanceof Condition.AnyOf group) {
            return List.of(anyOf(group, variables));
        }
        return List.of(count((Condition.Count) condition, variables));
    }

    private Reason anyOf(Condition.AnyOf group, Map<String, Object> variables) {
        List<Reason> alternatives = new ArrayList<>();
        for (List<Pattern> alternative : nearness.nearestFirst(group, variables)) {
            List<Reason> parts = new ArrayList<>();
            alternative.forEach(pattern -> parts.addAll(patternReasons(pattern, variables)));
            alternatives.add(
                    parts.size() == 1
                            ? parts.get(0)
                            : new Reason(
                                    Kind.ALL_OF,
                                    all(parts),
                                    "all of these",
                                    Optional.empty(),
                                    Optional.empty(),
                                    parts));
        }
        List<Reason> met = alternatives.stream()
                .filter(alternative -> alternative.verdict().met())
                .toList();
        Verdict verdict = alternatives.stream()
                .map(Reason::verdict)
                .min(Comparator.naturalOrder())
                .orElse(Verdict.FAILS);
        return new Reason(
                Kind.ANY_OF,
                verdict,
                "at least one of these",
                Optional.empty(),
                Optional.empty(),
                met.isEmpty() ? alternatives : met);
    }

    private Reason count(Condition.Count count, Map<String, Object> variables) {
        Pattern pattern = count.pattern();
        List<Fact> fitting = conditions.fitting(pattern, variables);
        List<Reason> parts = new ArrayList<>();
        for (Fact fact : conditions.candidates(pattern, variables)) {
            Reason reason = facts.about(pattern, fact, variables);
            if (fitting.contains(fact) || fitting.size() < count.atLeast() && reason.verdict() == Verdict.UNKNOWN) {
                parts.add(reason);
            }
        }
        Verdict verdict = fitting.size() >= count.atLeast()
                ? Verdict.HOLDS
                : parts.size() >= count.atLeast() ? Verdict.UNKNOWN : Verdict.FAILS;
        return new Reason(
                Kind.COUNT,
                verdict,
                "at least " + count.atLeast() + " of these: " + wording.thing(pattern, variables),
                Optional.of(fitting.isEmpty() ? "none" : String.valueOf(fitting.size())),
                Optional.empty(),
                parts);
    }

    private List<Reason> patternReasons(Pattern pattern, Map<String, Object> variables) {
        if (!pattern.isFinding()) {
            return facts.of(pattern, variables);
        }
        return List.of(pattern.isNegated() ? noFinding(pattern, variables) : finding(pattern, variables));
    }

    private Reason finding(Pattern pattern, Map<String, Object> variables) {
        List<Fact> fitting = conditions.fitting(pattern, variables);
        String words = wording.finding(pattern, variables);
        if (!fitting.isEmpty()) {
            return new Reason(
                    Kind.FINDING,
                    Verdict.HOLDS,
                    words,
                    Optional.empty(),
                    Optional.empty(),
                    firstTold(pattern, variables, fitting.get(0)));
        }
        Optional<Reason> nearest = opened.add(words)
                ? nearness.nearestBehind(pattern, variables).map(attempt -> rule(attempt.rule(), attempt.variables()))
                : Optional.empty();
        Verdict verdict = nearness.isOpen(pattern, variables) ? Verdict.UNKNOWN : Verdict.FAILS;
        return new Reason(
                Kind.FINDING,
                verdict,
                words,
                Optional.empty(),
                Optional.empty(),
                nearest.map(List::of).orElse(List.of()));
    }

    /** The rule that concludes a finding, where the finding first occurs. */
    private List<Reason> firstTold(Pattern pattern, Map<String, Object> variables, Fact found) {
        return !told.add(found)
                ? List.of()
                : List.of(met(evaluation.behind(pattern, variables).stream()
                        .flatMap(rule -> evaluation.matchesOf(rule).stream())
                        .filter(match -> Finding.concludedBy(match).equals(found))
                        .findFirst()
                        .orElseThrow()));
    }

    private Reason noFinding(Pattern pattern, Map<String, Object> variables) {
        List<Fact> fitting = conditions.fitting(pattern, variables);
        String words = "not: " + wording.finding(pattern, variables);
        if (!fitting.isEmpty()) {
            return new Reason(
                    Kind.NO_FINDING,
                    Verdict.FAILS,
                    words,
                    Optional.empty(),
                    Optional.empty(),
                    firstTold(pattern, variables, fitting.get(0)));
        }
        List<Reason> rules = new ArrayList<>();
        for (Rule rule : evaluation.behind(pattern, variables)) {
            Nearness.Attempt attempt = nearness.nearest(rule, evaluation.given(rule, pattern, variables));
            rules.add(oneLevel(rule, attempt.variables()));
        }
        boolean open = nearness.isOpen(pattern, variables);
        return new Reason(
                Kind.NO_FINDING,
                open ? Verdict.ASSUMED : Verdict.HOLDS,
                words,
                Optional.empty(),
                Optional.empty(),
                rules);
    }

    /** A rule with the conditions that keep it from applying, without what is behind them. */
    private Reason oneLevel(Rule rule, Map<String, Object> variables) {
        List<Reason> failing = new ArrayList<>();
        for (Condition condition : rule.conditions()) {
            if (!conditions.holds(condition, variables)) {
                if (condition instanceof Pattern pattern && pattern.isFinding()) {
                    boolean not = pattern.isNegated();
                    Verdict verdict = !not && nearness.isOpen(pattern, variables) ? Verdict.UNKNOWN : Verdict.FAILS;
                    failing.add(new Reason(
                            not ? Kind.NO_FINDING : Kind.FINDING,
                            verdict,
                            (not ? "not: " : "") + wording.finding(pattern, variables),
                            Optional.empty(),
                            Optional.empty(),
                            List.of()));
                } else {
                    reasons(condition, variables).stream()
                            .filter(reason -> !reason.verdict().met())
                            .forEach(failing::add);
                }
            }
        }
        return new Reason(Kind.RULE, all(failing), rule.title(), Optional.empty(), Optional.of(rule.id()), failing);
    }
}
