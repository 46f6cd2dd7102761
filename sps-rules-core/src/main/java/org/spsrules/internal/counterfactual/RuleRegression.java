package org.spsrules.internal.counterfactual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.fact.Finding;
import org.spsrules.internal.reference.Conditions;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;

/**
 * Works backwards from rules that do not apply, or must not: what must change for it, condition by condition. Not
 * thread-safe.
 */
final class RuleRegression {

    private final FactEdits edits;
    private final Candidate now;
    private final Scope scope;
    private final Map<List<Object>, Scope.Found> remembered = new HashMap<>();

    /**
     * RuleRegression of a case.
     *
     * @param now the case
     * @param scope which changes are looked at
     */
    RuleRegression(FactEdits edits, Candidate now, Scope scope) {
        this.edits = edits;
        this.now = now;
        this.scope = scope;
    }

    /** What a rule lacks, given what some of its variables must stand for. */
    List<Supplier<Landmarks>> lacksOf(Rule rule, Map<String, Object> given) {
        List<Supplier<Landmarks>> lacks = new ArrayList<>();
        List<Condition> joined = new ArrayList<>();
        for (Condition condition : quickFirst(rule.conditions())) {
            if (Variables.isFree(condition, given)) {
                joined.add(condition);
            } else if (!now.conditions().holds(condition, given)) {
                lacks.add(() -> toHold(condition, given));
            }
        }
        List<Condition> inOrder =
                rule.conditions().stream().filter(joined::contains).toList();
        if (!joined.isEmpty()) {
            ofJoined(inOrder, given).ifPresent(joint -> lacks.add(() -> joint));
        }
        return lacks;
    }

    /** What asks for facts is looked at before what asks for findings, behind which there may be many rules. */
    private static List<Condition> quickFirst(List<Condition> conditions) {
        return conditions.stream()
                .sorted(Comparator.comparing(
                        condition -> condition.patterns().stream().anyMatch(Pattern::isFinding)))
                .toList();
    }

    /** Conditions that share variables: some way of filling the variables must come to meet all of them. */
    private Optional<Landmarks> ofJoined(List<Condition> joined, Map<String, Object> given) {
        List<Landmarks> ways = new ArrayList<>();
        for (Map<String, Object> filled : Variables.filled(joined, given, now.conditions())) {
            List<Supplier<Landmarks>> lacks = new ArrayList<>();
            for (Condition condition : joined) {
                if (!now.conditions().holds(condition, filled)) {
                    lacks.add(() -> toHold(condition, filled));
                }
            }
            if (lacks.isEmpty()) {
                return Optional.empty();
            }
            ways.add(Landmarks.all(lacks, scope));
        }
        ways.add(further(joined, given));
        return Optional.of(Landmarks.any(ways, scope.left()));
    }

    /** What adds a fact that fills variables in a further way. */
    private Landmarks further(List<Condition> conditions, Map<String, Object> given) {
        List<Landmarks> ways = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition instanceof Pattern pattern && pattern.branches() && Variables.isFree(pattern, given)) {
                ways.add(toFit(pattern, given));
            }
        }
        return Landmarks.any(ways, scope.left());
    }

    private Landmarks toHold(Condition condition, Map<String, Object> variables) {
        if (condition instanceof Pattern pattern) {
            return pattern.isNegated() ? withoutFinding(pattern, variables) : toFit(pattern, variables);
        } else if (condition instanceof Condition.Count count) {
            return toFit(count.pattern(), variables);
        }
        List<Landmarks> alternatives = new ArrayList<>();
        for (List<Pattern> alternative : condition.alternatives()) {
            List<Supplier<Landmarks>> lacks = new ArrayList<>();
            for (Pattern pattern : alternative) {
                if (!now.conditions().holds(pattern, variables)) {
                    lacks.add(() -> toHold(pattern, variables));
                }
            }
            alternatives.add(Landmarks.all(lacks, scope));
        }
        return Landmarks.any(alternatives, scope.left());
    }

    /** A further fact must come to fit the pattern. */
    private Landmarks toFit(Pattern pattern, Map<String, Object> variables) {
        return remember(List.of("fit", pattern.text(), Variables.relevant(pattern, variables)), () -> {
            if (pattern.isFinding()) {
                return withFinding(pattern, variables);
            }
            List<Landmarks> ways = new ArrayList<>();
            for (Fact fact : now.conditions().candidates(pattern, variables)) {
                List<Supplier<Landmarks>> lacks = new ArrayList<>();
                for (Constraint constraint : pattern.constraints()) {
                    if (!Conditions.holds(constraint, fact, variables)) {
                        lacks.add(() ->
                                Landmarks.of(edits.turning(now, constraint, fact, variables, scope), scope.left()));
                    }
                }
                ways.add(Landmarks.all(lacks, scope));
            }
            ways.add(Landmarks.of(edits.adding(now, pattern, variables, scope), scope.left()));
            return Landmarks.any(ways, scope.left());
        });
    }

    private Landmarks withFinding(Pattern pattern, Map<String, Object> variables) {
        List<Landmarks> ways = new ArrayList<>();
        for (Rule rule : now.evaluation().behind(pattern, variables)) {
            Map<String, Object> given = now.evaluation().given(rule, pattern, variables);
            List<Supplier<Landmarks>> lacks = lacksOf(rule, given);
            ways.add(lacks.isEmpty() ? further(rule.conditions(), given) : Landmarks.all(lacks, scope));
        }
        return Landmarks.any(ways, scope.left());
    }

    /** No rule must conclude it any more: each way in which one does must fail. */
    Landmarks withoutFinding(Pattern pattern, Map<String, Object> variables) {
        return remember(List.of("none", pattern.text(), Variables.relevant(pattern, variables)), () -> {
            List<Supplier<Landmarks>> lacks = new ArrayList<>();
            for (Rule rule : now.evaluation().behind(pattern, variables)) {
                Map<String, Object> given = now.evaluation().given(rule, pattern, variables);
                for (Map<String, Object> solution : now.evaluation().solutionsOf(rule)) {
                    if (solution.entrySet().containsAll(given.entrySet())) {
                        lacks.add(() -> breaking(rule.conditions(), solution));
                    }
                }
            }
            return Landmarks.all(lacks, scope);
        });
    }

    /** At least one of the findings that are counted must not be concluded any more. */
    private Landmarks fewerFindings(Pattern pattern, Map<String, Object> variables) {
        List<Landmarks> ways = new ArrayList<>();
        for (Object finding : now.conditions().fitting(pattern, variables)) {
            List<Supplier<Landmarks>> lacks = new ArrayList<>();
            for (Rule rule : now.evaluation().behind(pattern, variables)) {
                for (Match match : now.evaluation().matchesOf(rule)) {
                    if (Finding.concludedBy(match).equals(finding)) {
                        for (Map<String, Object> solution : now.evaluation().solutionsOf(match)) {
                            lacks.add(() -> breaking(rule.conditions(), solution));
                        }
                    }
                }
            }
            ways.add(Landmarks.all(lacks, scope));
        }
        return Landmarks.any(ways, scope.left());
    }

    /** One of the conditions, all of which hold, must fail. */
    Landmarks breaking(List<? extends Condition> conditions, Map<String, Object> variables) {
        return Landmarks.any(
                conditions.stream()
                        .map(condition -> toFail(condition, variables))
                        .toList(),
                scope.left());
    }

    /** A condition that holds must fail. */
    private Landmarks toFail(Condition condition, Map<String, Object> variables) {
        if (condition instanceof Condition.AnyOf group) {
            List<Supplier<Landmarks>> lacks = new ArrayList<>();
            for (List<Pattern> alternative : group.alternatives()) {
                if (alternative.stream().allMatch(pattern -> now.conditions().holds(pattern, variables))) {
                    lacks.add(() -> breaking(alternative, variables));
                }
            }
            return Landmarks.all(lacks, scope);
        } else if (condition instanceof Condition.Count count) {
            if (count.pattern().isFinding()) {
                return fewerFindings(count.pattern(), variables);
            }
            Set<Integer> breaking = new TreeSet<>();
            for (Fact fact : now.conditions().fitting(count.pattern(), variables)) {
                breaking.addAll(edits.removing(now, count.pattern(), fact, variables, scope));
            }
            return Landmarks.of(breaking, scope.left());
        }
        Pattern pattern = (Pattern) condition;
        if (pattern.isNegated()) {
            return toFit(pattern, variables);
        }
        if (pattern.isFinding()) {
            return withoutFinding(pattern, variables);
        }
        List<Supplier<Landmarks>> lacks = new ArrayList<>();
        for (Fact fact : now.conditions().fitting(pattern, variables)) {
            lacks.add(() -> Landmarks.of(edits.removing(now, pattern, fact, variables, scope), scope.left()));
        }
        return Landmarks.all(lacks, scope);
    }

    private Landmarks remember(List<Object> what, Supplier<Landmarks> find) {
        Scope.Found known = remembered.get(what);
        if (known == null || !known.isWholeIn(scope)) {
            known = scope.remember(find);
            remembered.put(what, known);
        }
        return known.landmarks();
    }
}
