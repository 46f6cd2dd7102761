package org.spsrules.internal.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spsrules.Answer;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.FactModel.Question;
import org.spsrules.internal.fact.Treatment;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;

/**
 * Single conditions of a rule held against the facts of one case, also where variables that other conditions would bind
 * stand for nothing yet: such a variable agrees with everything. Not thread-safe.
 */
public final class Conditions {

    private final Evaluation evaluation;

    /** Conditions held against these facts. */
    public Conditions(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** Whether a condition holds. */
    public boolean holds(Condition condition, Map<String, Object> variables) {
        if (condition instanceof Condition.Count count) {
            return fitting(count.pattern(), variables).size() >= count.atLeast();
        }
        for (List<Pattern> alternative : condition.alternatives()) {
            if (allHold(alternative, variables)) {
                return true;
            }
        }
        return false;
    }

    private boolean allHold(List<Pattern> patterns, Map<String, Object> variables) {
        for (Pattern pattern : patterns) {
            if (fitting(pattern, variables).isEmpty() != pattern.isNegated()) {
                return false;
            }
        }
        return true;
    }

    /** The facts that fit a pattern. */
    public List<Fact> fitting(Pattern pattern, Map<String, Object> variables) {
        List<Fact> fitting = new ArrayList<>();
        for (Fact fact : evaluation.candidates(pattern, variables)) {
            if (fits(pattern, fact, variables)) {
                fitting.add(fact);
            }
        }
        return fitting;
    }

    /** Whether a fact fits a pattern. */
    public static boolean fits(Pattern pattern, Fact fact, Map<String, Object> variables) {
        for (Constraint constraint : pattern.constraints()) {
            if (!holds(constraint, fact, variables)) {
                return false;
            }
        }
        return true;
    }

    /** The facts that a pattern can be held against. */
    public List<? extends Fact> candidates(Pattern pattern, Map<String, Object> variables) {
        return evaluation.candidates(pattern, variables);
    }

    /** Whether a constraint holds of a fact. */
    public static boolean holds(Constraint constraint, Fact fact, Map<String, Object> variables) {
        return constraint.isOpen(variables)
                || isAskable(constraint, fact, variables)
                        && constraint.isMetBy(answer(constraint, fact, variables), variables);
    }

    /** Whether a constraint holds of a fact; not known if it does not and only what is not known keeps it from that. */
    public static Answer judgement(Constraint constraint, Fact fact, Map<String, Object> variables) {
        if (constraint.isOpen(variables)) {
            return Answer.YES;
        } else if (!isAskable(constraint, fact, variables)) {
            return Answer.NO;
        }
        Question question = FactModel.instance().question(fact, constraint.asked());
        List<String> arguments = constraint.argumentsIn(variables);
        Object answer = question.ask(fact, arguments);
        if (constraint.isMetBy(answer, variables)) {
            return Answer.YES;
        }
        boolean open = question.saysUnknown(answer)
                        && constraint.operands().stream()
                                .noneMatch(operand -> question.saysUnknown(operand.valueIn(variables)))
                || question.possibleAnswers(fact, arguments)
                        .anyMatch(possible -> constraint.isMetBy(possible, variables));
        return open ? Answer.UNKNOWN : Answer.NO;
    }

    /** The answer of a fact to what a constraint asks. */
    static @Nullable Object answer(Constraint constraint, Fact fact, Map<String, Object> variables) {
        return FactModel.instance().question(fact, constraint.asked()).ask(fact, constraint.argumentsIn(variables));
    }

    /**
     * Whether a fact can be asked this: a dose per kilogram is neither below nor above one per day. A rule asks first which
     * therapy it is, and so never gets there; who holds every constraint against every treatment does.
     */
    private static boolean isAskable(Constraint constraint, Fact fact, Map<String, Object> variables) {
        return !(fact instanceof Treatment treatment)
                || !FactModel.instance()
                        .question(fact, constraint.asked())
                        .says()
                        .dose()
                || constraint.argumentsIn(variables).stream().allMatch(treatment::hasDoseOfTheKindOf);
    }

    /** The variables, with those that a pattern fills with what is known of a fact. */
    public static Map<String, Object> bound(Pattern pattern, Fact fact, Map<String, Object> variables) {
        Map<String, Object> extended = variables;
        for (Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Constraint.Binding binding) {
                Object value = answer(binding, fact, variables);
                if (value != null) {
                    extended = extended == variables ? new LinkedHashMap<>(variables) : extended;
                    extended.put(binding.variable(), value);
                }
            }
        }
        return extended;
    }
}
