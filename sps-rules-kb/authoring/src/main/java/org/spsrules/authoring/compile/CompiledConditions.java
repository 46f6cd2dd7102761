package org.spsrules.authoring.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;

/**
 * Prints conditions for the Drools compiler, arranged so that Drools has the least to do. They mean what the author
 * wrote: facts that match do not depend on the order of conditions, and nothing is removed or added.
 *
 * <p>First stands what a case may well lack, for Drools does nothing more about a rule whose first pattern nothing fits.
 * What is asked of the single facts is asked in that pattern too, because every fact has them beside it, unless it needs
 * what a later pattern binds or stands in a group that asks of other facts as well. Then comes the rest, in the order of
 * the author.
 */
final class CompiledConditions {

    private final List<? extends Condition> conditions;
    private final boolean mayRepeat;
    private final Optional<Pattern> first;

    /** Variables that patterns behind the first one bind. */
    private final Set<String> boundLater;

    private CompiledConditions(List<? extends Condition> conditions, boolean repeatable) {
        this.conditions = conditions;
        this.mayRepeat = repeatable
                && conditions.stream()
                                .filter(CompiledConditions::asksOneOfSeveral)
                                .count()
                        <= 1;
        this.first = patterns().filter(this::mayStandFirst).findFirst();
        this.boundLater = patterns()
                .filter(pattern -> !isFirst(pattern))
                .flatMap(pattern -> pattern.bindings().stream())
                .map(Constraint.Binding::variable)
                .collect(Collectors.toSet());
    }

    /** The conditions of a rule, as Drools is to see them. */
    static List<String> of(List<Condition> conditions) {
        return new CompiledConditions(conditions, true).arranged();
    }

    private Stream<Pattern> patterns() {
        return conditions.stream().filter(Pattern.class::isInstance).map(Pattern.class::cast);
    }

    private List<String> arranged() {
        List<Condition> ofSingleFacts = new ArrayList<>();
        List<String> arranged = new ArrayList<>();
        for (Condition condition : conditions) {
            if (asksSingleFacts(condition)) {
                ofSingleFacts.add(condition);
            } else if (!isFirst(condition)) {
                arranged.add(condition(condition, arranged.size()));
            }
        }
        if (first.isPresent() || !ofSingleFacts.isEmpty()) {
            arranged.add(0, CompiledPattern.of(first, ofSingleFacts));
        }
        return arranged;
    }

    private boolean isFirst(Condition condition) {
        return first.isPresent() && condition == first.get();
    }

    /**
     * Whether a pattern needs no variable of another one. That a fact exists can be asked as if each that fits were
     * wanted: the rule then applies several times in the same way, and what is said twice counts once.
     */
    private boolean mayStandFirst(Pattern pattern) {
        return !isSingle(pattern)
                && (pattern.quantifier() == Quantifier.EACH
                        || pattern.quantifier() == Quantifier.EXISTS && mayRepeat && !binds(pattern))
                && pattern.variables().findAny().isEmpty();
    }

    /** Whether any number of the facts of a case may fit, which multiplies how often a rule applies. */
    private static boolean asksOneOfSeveral(Condition condition) {
        return condition.patterns().stream()
                .anyMatch(pattern -> !pattern.isNegated() && !isSingle(pattern) && !isOneFinding(pattern));
    }

    /** Whether a pattern says all of a finding, so that no second one can fit. */
    private static boolean isOneFinding(Pattern pattern) {
        return pattern.isFinding() && pattern.compared("of").findAny().isPresent();
    }

    /** Whether a condition is about single facts, and all else that it needs is known where the first pattern is. */
    private boolean asksSingleFacts(Condition condition) {
        return !(condition instanceof Condition.Count)
                && condition.patterns().stream()
                        .allMatch(pattern -> isSingle(pattern)
                                && !pattern.isNegated()
                                && !binds(pattern)
                                && pattern.variables().noneMatch(boundLater::contains));
    }

    private static boolean isSingle(Pattern pattern) {
        return CompiledType.of(pattern.factType()).isSingle();
    }

    private static boolean binds(Pattern pattern) {
        return !pattern.bindings().isEmpty();
    }

    private String condition(Condition condition, int number) {
        if (condition instanceof Condition.AnyOf group) {
            return anyOf(group);
        } else if (condition instanceof Condition.Count count) {
            String counted = "$counted" + number;
            return "accumulate( " + CompiledPattern.of(count.pattern()) + "; " + counted + " : count( 1 ); " + counted
                    + " >= " + count.atLeast() + " )";
        }
        Pattern pattern = (Pattern) condition;
        return switch (pattern.quantifier()) {
            case EACH -> CompiledPattern.of(pattern);
            case EXISTS -> "exists ( " + CompiledPattern.of(pattern) + " )";
            case NOT -> "not ( " + CompiledPattern.of(pattern) + " )";
        };
    }

    private String anyOf(Condition.AnyOf group) {
        List<List<Pattern>> ofSingleFacts = new ArrayList<>();
        List<List<String>> alternatives = new ArrayList<>();
        for (List<Pattern> alternative : group.alternatives()) {
            if (alternative.stream().allMatch(this::asksSingleFacts)) {
                ofSingleFacts.add(alternative);
            } else {
                alternatives.add(new CompiledConditions(alternative, mayRepeat).arranged());
            }
        }
        if (!ofSingleFacts.isEmpty()) {
            alternatives.add(0, List.of(CompiledPattern.anyOf(ofSingleFacts)));
        }
        return alternatives.stream()
                .map(alternative -> String.join(" and ", alternative))
                .collect(Collectors.joining(" ) or ( ", "( ( ", " ) )"));
    }
}
