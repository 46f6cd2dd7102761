package org.spsrules.authoring.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spsrules.internal.fact.FactModel;
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
        Condition plain = condition.plain().with(this::renamed);
        if (!(plain instanceof Pattern pattern)) {
            compound.add(plain);
        } else if (FactModel.instance().isSingle(pattern.factType()) && !pattern.isNegated()) {
            single.computeIfAbsent(pattern.factType(), type -> new ArrayList<>())
                    .addAll(pattern.constraints());
        } else {
            many.add(pattern);
        }
    }

    /** The pattern with variables whose names two authors would not choose differently. */
    private Pattern renamed(Pattern pattern) {
        return pattern.with(pattern.constraints().stream().map(this::renamed).toList());
    }

    private Constraint renamed(Constraint constraint) {
        return constraint instanceof Constraint.Binding binding
                ? new Constraint.Binding(nameOf(binding.variable()), binding.field())
                : constraint.about(operand -> Stream.of(plain(operand)));
    }

    /** An operand of the same rule, with the name under which its variable is compared. */
    Operand plain(Operand operand) {
        return operand.variable()
                .<Operand>map(name -> new Operand.Variable(nameOf(name)))
                .orElse(operand);
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
        return claim.isNegated() == given.isNegated()
                && (claim.isNegated() ? fits(claim, given, space) : fits(given, claim, space));
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
