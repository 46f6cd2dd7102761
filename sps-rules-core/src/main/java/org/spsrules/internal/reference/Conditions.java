package org.spsrules.internal.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spsrules.Answer;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.FactModel.Question;
import org.spsrules.internal.fact.Treatment;
import org.spsrules.internal.reference.ReferenceEvaluator.Evaluation;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;

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
        if (condition instanceof Pattern pattern) {
            return fitting(pattern, variables).isEmpty() == (pattern.quantifier() == Quantifier.NOT);
        } else if (condition instanceof Condition.AnyOf group) {
            return group.alternatives().stream()
                    .anyMatch(alternative -> alternative.stream().allMatch(pattern -> holds(pattern, variables)));
        }
        Condition.Count count = (Condition.Count) condition;
        return fitting(count.pattern(), variables).size() >= count.atLeast();
    }

    /** The facts that fit a pattern. */
    public List<Object> fitting(Pattern pattern, Map<String, Object> variables) {
        List<Object> fitting = new ArrayList<>();
        for (Object fact : evaluation.candidates(pattern, variables)) {
            if (fits(pattern, fact, variables)) {
                fitting.add(fact);
            }
        }
        return fitting;
    }

    /** Whether a fact fits a pattern. */
    public static boolean fits(Pattern pattern, Object fact, Map<String, Object> variables) {
        for (Constraint constraint : pattern.constraints()) {
            if (!holds(constraint, fact, variables)) {
                return false;
            }
        }
        return true;
    }

    /** The facts that a pattern can be held against. */
    public List<Object> candidates(Pattern pattern, Map<String, Object> variables) {
        return evaluation.candidates(pattern, variables);
    }

    /** Whether a constraint holds of a fact. */
    public static boolean holds(Constraint constraint, Object fact, Map<String, Object> variables) {
        if (constraint instanceof Constraint.Flag flag) {
            return Boolean.TRUE.equals(ReferenceEvaluator.field(fact, flag.field()));
        } else if (constraint instanceof Constraint.Predicate predicate) {
            return isOpen(predicate.arguments(), variables)
                    || isAskable(predicate, fact, variables)
                            && Boolean.TRUE.equals(question(fact, predicate.name())
                                    .ask(fact, texts(predicate.arguments(), variables)));
        }
        return answer(constraint, fact, variables) == Answer.YES;
    }

    /** Whether a constraint holds of a fact; not known if it does not and only what is not known keeps it from that. */
    public static Answer answer(Constraint constraint, Object fact, Map<String, Object> variables) {
        if (constraint instanceof Constraint.Flag flag) {
            return question(fact, flag.field()).answer(fact, List.of());
        } else if (constraint instanceof Constraint.Predicate predicate) {
            if (isOpen(predicate.arguments(), variables)) {
                return Answer.YES;
            }
            return isAskable(predicate, fact, variables)
                    ? question(fact, predicate.name()).answer(fact, texts(predicate.arguments(), variables))
                    : Answer.NO;
        } else if (constraint instanceof Constraint.Comparison comparison) {
            return compared(comparison, fact, variables);
        }
        Constraint.Binding binding = (Constraint.Binding) constraint;
        Question question = question(fact, binding.field());
        Object value = question.ask(fact, List.of());
        if (value == null) {
            return question.saysUnknown(null) ? Answer.UNKNOWN : Answer.NO;
        }
        Object bound = variables.get(binding.variable());
        return bound == null || bound.equals(value) ? Answer.YES : Answer.NO;
    }

    private static Answer compared(Constraint.Comparison comparison, Object fact, Map<String, Object> variables) {
        if (isOpen(List.of(comparison.operand()), variables)) {
            return Answer.YES;
        }
        Question question = question(fact, comparison.field());
        @Nullable Object actual = question.ask(fact, List.of());
        Object expected = ReferenceEvaluator.value(comparison.operand(), variables);
        if (actual != null && ReferenceEvaluator.compare(actual, expected, comparison.operator())) {
            return Answer.YES;
        }
        boolean asksWhatIsKnown = question.saysUnknown(expected);
        boolean open = question.saysUnknown(actual) && !asksWhatIsKnown
                || question.possibleNumbers(fact).stream()
                        .anyMatch(number -> ReferenceEvaluator.compare(number, expected, comparison.operator()));
        return open ? Answer.UNKNOWN : Answer.NO;
    }

    /**
     * Whether a fact can be asked this: a dose per kilogram is neither below nor above one per day. A rule asks first which
     * therapy it is, and so never gets there; who holds every constraint against every treatment does.
     */
    private static boolean isAskable(Constraint.Predicate predicate, Object fact, Map<String, Object> variables) {
        return !(fact instanceof Treatment treatment)
                || !question(fact, predicate.name()).says().dose()
                || texts(predicate.arguments(), variables).stream().allMatch(treatment::hasDoseOfTheKindOf);
    }

    /** Whether a variable among the operands stands for nothing yet. */
    public static boolean isOpen(List<Operand> operands, Map<String, Object> variables) {
        for (Operand operand : operands) {
            if (operand instanceof Operand.Variable variable && !variables.containsKey(variable.name())) {
                return true;
            }
        }
        return false;
    }

    /** What operands stand for. */
    public static List<String> texts(List<Operand> operands, Map<String, Object> variables) {
        List<String> texts = new ArrayList<>(operands.size());
        for (Operand operand : operands) {
            texts.add(String.valueOf(ReferenceEvaluator.value(operand, variables)));
        }
        return texts;
    }

    /** A question of a fact. */
    public static Question question(Object fact, String name) {
        Optional<Question> question = FactModel.instance().typeOf(fact).flatMap(type -> type.question(name));
        return question.orElseThrow(() -> new IllegalArgumentException("no question " + name));
    }
}
