package org.spsrules.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.spsrules.fact.Finding;
import org.spsrules.internal.engine.SingleFacts;
import org.spsrules.knowledge.Condition;
import org.spsrules.knowledge.Constraint;
import org.spsrules.knowledge.Operand;
import org.spsrules.knowledge.Pattern;
import org.spsrules.knowledge.Pattern.Quantifier;

/**
 * Prints conditions for the Drools compiler, arranged so that Drools has the least to do. They mean what the author
 * wrote: facts that match do not depend on the order of conditions, and nothing is removed or added.
 */
final class CompiledConditions {

    private static final String SINGLE_FACTS = SingleFacts.class.getSimpleName();

    private CompiledConditions() {}

    /**
     * The conditions: first what a case may well lack, for Drools does nothing more about a rule whose first pattern
     * nothing fits; then, in one pattern, what is asked of the single facts alone; then the rest, in the order of the
     * author.
     */
    static List<String> of(List<Condition> conditions) {
        return conditions(conditions, true);
    }

    private static List<String> conditions(List<? extends Condition> conditions, boolean repeatable) {
        boolean mayRepeat = repeatable
                && conditions.stream()
                                .filter(CompiledConditions::asksOneOfSeveral)
                                .count()
                        <= 1;
        List<String> first = new ArrayList<>();
        List<String> ofSingleFacts = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (Condition condition : conditions) {
            if (asksSingleFacts(condition)) {
                ofSingleFacts.add(expression(condition));
            } else if (first.isEmpty() && condition instanceof Pattern pattern && mayStandFirst(pattern, mayRepeat)) {
                first.add(plain(pattern));
            } else {
                rest.add(condition(condition, mayRepeat, rest.size()));
            }
        }
        if (!ofSingleFacts.isEmpty()) {
            first.add(SINGLE_FACTS + "( " + String.join(", ", ofSingleFacts) + " )");
        }
        first.addAll(rest);
        return first;
    }

    /**
     * Whether a pattern needs no variable of another one. That a fact exists can be asked as if each that fits were
     * wanted: the rule then applies several times in the same way, and what is said twice counts once.
     */
    private static boolean mayStandFirst(Pattern pattern, boolean mayRepeat) {
        return (pattern.quantifier() == Quantifier.EACH
                        || pattern.quantifier() == Quantifier.EXISTS && mayRepeat && !binds(pattern))
                && pattern.constraints().stream().noneMatch(CompiledConditions::readsVariable);
    }

    /** Whether any number of the facts of a case may fit, which multiplies how often a rule applies. */
    private static boolean asksOneOfSeveral(Condition condition) {
        return condition.patterns().stream()
                .anyMatch(pattern -> pattern.quantifier() != Quantifier.NOT
                        && SingleFacts.component(pattern.factType()).isEmpty()
                        && !isOneFinding(pattern));
    }

    /** Whether a pattern says all of a finding, so that no second one can fit. */
    private static boolean isOneFinding(Pattern pattern) {
        return pattern.factType().equals(Finding.class.getSimpleName())
                && pattern.constraints().stream()
                        .anyMatch(constraint -> constraint instanceof Constraint.Comparison comparison
                                && comparison.field().equals("of"));
    }

    private static String condition(Condition condition, boolean mayRepeat, int number) {
        if (condition instanceof Condition.AnyOf group) {
            return anyOf(group, mayRepeat);
        } else if (condition instanceof Condition.Count count) {
            String counted = "$counted" + number;
            return "accumulate( " + pattern(count.pattern()) + "; " + counted + " : count( 1 ); " + counted + " >= "
                    + count.atLeast() + " )";
        }
        return pattern((Pattern) condition);
    }

    private static String anyOf(Condition.AnyOf group, boolean mayRepeat) {
        List<List<Pattern>> ofSingleFacts = new ArrayList<>();
        List<List<String>> alternatives = new ArrayList<>();
        for (List<Pattern> alternative : group.alternatives()) {
            if (alternative.stream().allMatch(CompiledConditions::asksSingleFacts)) {
                ofSingleFacts.add(alternative);
            } else {
                alternatives.add(conditions(alternative, mayRepeat));
            }
        }
        if (!ofSingleFacts.isEmpty()) {
            alternatives.add(0, List.of(SINGLE_FACTS + "( " + expression(ofSingleFacts) + " )"));
        }
        return alternatives.stream()
                .map(alternative -> String.join(" and ", alternative))
                .collect(Collectors.joining(" ) or ( ", "( ( ", " ) )"));
    }

    /** Whether a condition is about single facts and needs no other fact to be answered. */
    private static boolean asksSingleFacts(Condition condition) {
        return !(condition instanceof Condition.Count)
                && condition.patterns().stream()
                        .allMatch(pattern ->
                                SingleFacts.component(pattern.factType()).isPresent()
                                        && pattern.quantifier() != Quantifier.NOT
                                        && !binds(pattern)
                                        && pattern.constraints().stream().noneMatch(CompiledConditions::readsVariable));
    }

    private static boolean binds(Pattern pattern) {
        return pattern.constraints().stream().anyMatch(Constraint.Binding.class::isInstance);
    }

    private static boolean readsVariable(Constraint constraint) {
        return constraint instanceof Constraint.Comparison comparison
                        && comparison.operand() instanceof Operand.Variable
                || constraint instanceof Constraint.Predicate predicate
                        && predicate.arguments().stream().anyMatch(Operand.Variable.class::isInstance);
    }

    private static String expression(Condition condition) {
        return condition instanceof Condition.AnyOf group
                ? expression(group.alternatives())
                : constraints((Pattern) condition, ", ");
    }

    private static String expression(List<List<Pattern>> alternatives) {
        return alternatives.stream()
                .map(alternative -> alternative.stream()
                        .map(pattern -> pattern.constraints().isEmpty() ? "true" : constraints(pattern, " && "))
                        .collect(Collectors.joining(" && ")))
                .collect(Collectors.joining(" ) || ( ", "( ( ", " ) )"));
    }

    private static String pattern(Pattern pattern) {
        String quantifier = switch (pattern.quantifier()) {
            case EACH -> "";
            case EXISTS -> "exists ";
            case NOT -> "not ";
        };
        return pattern.quantifier() == Quantifier.EACH ? plain(pattern) : quantifier + "( " + plain(pattern) + " )";
    }

    private static String plain(Pattern pattern) {
        String type = SingleFacts.component(pattern.factType()).isPresent() ? SINGLE_FACTS : pattern.factType();
        return type + "( " + constraints(pattern, ", ") + " )";
    }

    private static String constraints(Pattern pattern, String and) {
        String path = SingleFacts.component(pattern.factType())
                .map(component -> component + ".")
                .orElse("");
        return pattern.constraints().stream()
                .map(constraint -> constraint(path, constraint))
                .collect(Collectors.joining(and));
    }

    private static String constraint(String path, Constraint constraint) {
        if (constraint instanceof Constraint.Flag flag) {
            return path + flag.field();
        } else if (constraint instanceof Constraint.Predicate predicate) {
            return path + predicate.name() + "( " + operands(predicate.arguments()) + " )";
        } else if (constraint instanceof Constraint.Comparison comparison) {
            return path + comparison.field() + " " + comparison.operator().symbol() + " "
                    + operand(comparison.operand());
        }
        Constraint.Binding binding = (Constraint.Binding) constraint;
        String field = path + binding.field();
        return binding.variable() + " : " + field + ", " + field + " != null";
    }

    private static String operands(List<Operand> operands) {
        return operands.stream().map(CompiledConditions::operand).collect(Collectors.joining(", "));
    }

    private static String operand(Operand operand) {
        if (operand instanceof Operand.Text text) {
            return quoted(text.value());
        } else if (operand instanceof Operand.Numeral number) {
            return number.value().toPlainString();
        }
        return ((Operand.Variable) operand).name();
    }

    /** The reader admits none of these in a text; were one to slip through, the text could become code. */
    static String quoted(String text) {
        if (text.chars().anyMatch(letter -> letter == '"' || letter == '\\' || Character.isISOControl(letter))) {
            throw new IllegalArgumentException("not a plain text: " + text);
        }
        return '"' + text + '"';
    }
}
