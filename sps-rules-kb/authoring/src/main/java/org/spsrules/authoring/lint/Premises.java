package org.spsrules.authoring.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;
import org.spsrules.internal.rule.Rule;

/** The conditions of a rule in a form in which they can be compared with those of another. */
final class Premises {

    private final Map<String, List<Constraint>> single = new LinkedHashMap<>();
    private final List<Pattern> many = new ArrayList<>();
    private final List<Condition> compound = new ArrayList<>();
    private final Map<String, String> renamed;

    private Premises(List<? extends Condition> conditions, Map<String, String> renamed) {
        this.renamed = renamed;
        conditions.forEach(this::add);
    }

    static Premises of(Rule rule) {
        return new Premises(rule.conditions(), new HashMap<>());
    }

    private void add(Condition condition) {
        if (condition instanceof Pattern pattern) {
            Pattern plain = plain(pattern);
            if (FactTypes.isSingle(plain.factType()) && plain.quantifier() != Quantifier.NOT) {
                single.computeIfAbsent(plain.factType(), type -> new ArrayList<>())
                        .addAll(plain.constraints());
            } else {
                many.add(plain);
            }
        } else if (condition instanceof Condition.AnyOf group) {
            List<List<Pattern>> alternatives = group.alternatives().stream()
                    .map(alternative -> alternative.stream().map(this::plain).toList())
                    .toList();
            compound.add(new Condition.AnyOf(alternatives, "", 0));
        } else {
            Condition.Count count = (Condition.Count) condition;
            compound.add(new Condition.Count(plain(count.pattern()), count.atLeast(), "", 0));
        }
    }

    /** The pattern without its place, and with variables whose names two authors would not choose differently. */
    private Pattern plain(Pattern pattern) {
        return new Pattern(
                pattern.quantifier(),
                pattern.factType(),
                pattern.constraints().stream().map(this::plain).toList(),
                "",
                0);
    }

    private Constraint plain(Constraint constraint) {
        if (constraint instanceof Constraint.Predicate predicate) {
            return new Constraint.Predicate(
                    predicate.name(),
                    predicate.arguments().stream().map(this::plain).toList());
        } else if (constraint instanceof Constraint.Comparison comparison) {
            return new Constraint.Comparison(comparison.field(), comparison.operator(), plain(comparison.operand()));
        } else if (constraint instanceof Constraint.Binding binding) {
            return new Constraint.Binding(nameOf(binding.variable()), binding.field());
        }
        return constraint;
    }

    /** An operand of the same rule, with the name under which its variable is compared. */
    Operand plain(Operand operand) {
        return operand instanceof Operand.Variable variable ? new Operand.Variable(nameOf(variable.name())) : operand;
    }

    private String nameOf(String variable) {
        return renamed.computeIfAbsent(variable, name -> "$" + renamed.size());
    }

    /** Whether these hold whenever the others do. */
    boolean followFrom(Premises others, FactSpace space) {
        return single.entrySet().stream()
                        .allMatch(entry -> entry.getValue().stream()
                                .allMatch(claim -> others.single.getOrDefault(entry.getKey(), List.of()).stream()
                                        .anyMatch(given -> space.follows(entry.getKey(), given, claim))))
                && many.stream().allMatch(claim -> follows(claim, others, space))
                && compound.stream().allMatch(claim -> follows(claim, others, space));
    }

    private Stream<Condition.Count> counts() {
        return compound.stream().filter(Condition.Count.class::isInstance).map(Condition.Count.class::cast);
    }

    private static boolean follows(Pattern claim, Premises others, FactSpace space) {
        return others.many.stream().anyMatch(given -> follows(claim, given, space))
                || claim.quantifier() == Quantifier.EXISTS
                        && others.counts().anyMatch(count -> fits(count.pattern(), claim, space));
    }

    private static boolean follows(Pattern claim, Pattern given, FactSpace space) {
        boolean sameSense = (claim.quantifier() == Quantifier.NOT) == (given.quantifier() == Quantifier.NOT);
        return sameSense
                && (claim.quantifier() == Quantifier.NOT ? fits(claim, given, space) : fits(given, claim, space));
    }

    /** Whether every fact that fits the one pattern fits the other. */
    private static boolean fits(Pattern one, Pattern other, FactSpace space) {
        if (!one.factType().equals(other.factType())) {
            return false;
        }
        return other.constraints().stream()
                .allMatch(claim ->
                        one.constraints().stream().anyMatch(given -> space.follows(one.factType(), given, claim)));
    }

    private boolean follows(Condition claim, Premises others, FactSpace space) {
        if (others.compound.contains(claim)) {
            return true;
        } else if (claim instanceof Condition.AnyOf group) {
            return group.alternatives().stream()
                    .anyMatch(alternative -> new Premises(alternative, new HashMap<>()).followFrom(others, space));
        }
        Condition.Count count = (Condition.Count) claim;
        return others.counts()
                .anyMatch(more -> more.atLeast() >= count.atLeast() && fits(more.pattern(), count.pattern(), space));
    }
}
