package org.spsrules.internal.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;
import org.spsrules.internal.rule.Rule;

/** Tries every combination of facts on the conditions of a rule, from the first condition to the last. */
final class Join {

    private final List<Condition> conditions;
    private final BiFunction<Pattern, Map<String, Object>, List<? extends Fact>> candidates;
    private final Observer observer;

    Join(Rule rule, BiFunction<Pattern, Map<String, Object>, List<? extends Fact>> candidates, Observer observer) {
        this.conditions = rule.conditions();
        this.candidates = candidates;
        this.observer = observer;
    }

    /** Takes a way in which all conditions are met. */
    interface Solution {
        void accept(Map<String, Object> variables, List<Witness> met);
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
        Optional<List<Witness>> added = all.get(next) instanceof Condition.Count count
                ? counted(count, variables)
                : firstAlternative(all.get(next), variables);
        if (added.isPresent()) {
            met.addAll(added.get());
            extend(all, next + 1, variables, met, solution);
            met.subList(metBefore, met.size()).clear();
        }
    }

    private List<Witness> matches(Pattern pattern, Map<String, Object> variables) {
        List<Fact> fitting = fitting(pattern, variables);
        observer.saw(pattern, fitting.isEmpty() == pattern.isNegated());
        if (pattern.isNegated()) {
            return fitting.isEmpty() ? List.of(new Witness(pattern, Optional.empty(), variables)) : List.of();
        } else if (fitting.isEmpty()) {
            return List.of();
        }
        int wanted = pattern.quantifier() == Quantifier.EXISTS ? 1 : fitting.size();
        List<Witness> matches = new ArrayList<>(wanted);
        for (Fact fact : fitting.subList(0, wanted)) {
            matches.add(new Witness(pattern, Optional.of(fact), Conditions.bound(pattern, fact, variables)));
        }
        return matches;
    }

    private Optional<List<Witness>> counted(Condition.Count count, Map<String, Object> variables) {
        List<Fact> fitting = fitting(count.pattern(), variables);
        observer.saw(count, fitting.size() >= count.atLeast());
        return fitting.size() < count.atLeast()
                ? Optional.empty()
                : Optional.of(fitting.stream()
                        .map(fact -> new Witness(count.pattern(), Optional.of(fact), variables))
                        .toList());
    }

    private Optional<List<Witness>> firstAlternative(Condition group, Map<String, Object> variables) {
        List<List<Witness>> found = new ArrayList<>();
        for (List<Pattern> alternative : group.alternatives()) {
            extend(alternative, 0, variables, new ArrayList<>(), (bound, met) -> found.add(List.copyOf(met)));
        }
        return found.stream().findFirst();
    }

    private List<Fact> fitting(Pattern pattern, Map<String, Object> variables) {
        List<Fact> fitting = new ArrayList<>();
        for (Fact fact : candidates.apply(pattern, variables)) {
            if (fits(pattern, fact, variables)) {
                fitting.add(fact);
            }
        }
        return fitting;
    }

    private boolean fits(Pattern pattern, Fact fact, Map<String, Object> variables) {
        for (Constraint constraint : pattern.constraints()) {
            boolean holds = constraint.isMetBy(Conditions.answer(constraint, fact, variables), variables);
            observer.saw(constraint, holds);
            if (!holds) {
                return false;
            }
        }
        return true;
    }
}
