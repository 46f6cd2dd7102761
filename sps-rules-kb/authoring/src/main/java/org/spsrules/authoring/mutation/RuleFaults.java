package org.spsrules.authoring.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;

/** Faults in a rule as a whole: its conditions and its sentence. */
final class RuleFaults {

    private final Set<String> findingsRead = new HashSet<>();
    private final Set<String> subjects = new TreeSet<>();

    RuleFaults(List<Rule> rules) {
        for (Rule rule : rules) {
            rule.patterns().stream()
                    .filter(Pattern::isFinding)
                    .forEach(pattern -> pattern.literal("name").ifPresent(findingsRead::add));
            if (rule.then().verb().role() == Verb.Role.EXPOSURE) {
                rule.then().object().flatMap(Operand::text).ifPresent(subjects::add);
            }
        }
    }

    List<Mutant> in(Rule rule) {
        List<Mutant> mutants = new ArrayList<>();
        mutants.add(Mutant.missing(rule));
        object(rule, mutants);
        for (Condition condition : rule.conditions()) {
            if (condition instanceof Pattern pattern) {
                pattern(rule, pattern, mutants);
            } else if (condition instanceof Condition.AnyOf group) {
                alternatives(rule, group, mutants);
            } else {
                count(rule, (Condition.Count) condition, mutants);
            }
        }
        return mutants;
    }

    private void object(Rule rule, List<Mutant> mutants) {
        List<Operand> objects = rule.then().objects();
        if (rule.then().verb() == Verb.CONCLUDE) {
            // The rule still says what it says, but under a name that nobody reads: the rules that do are done already.
            rule.then().finding().filter(findingsRead::contains).ifPresent(name -> {
                List<Operand> late = new ArrayList<>(objects);
                late.set(0, new Operand.Text(name + TOO_LATE));
                mutants.add(
                        mutant(Fault.CONCLUDED_TOO_LATE, 1, name, rule.then(), rule, new Rewrite(rule).objects(late)));
            });
            return;
        }
        if (!objects.isEmpty()) {
            Optional<String> own = objects.get(0).text();
            subjects.stream()
                    .filter(subject -> !own.equals(Optional.of(subject)))
                    .findFirst()
                    .ifPresent(other -> mutants.add(mutant(
                            Fault.WRONG_OBJECT,
                            1,
                            other,
                            rule.then(),
                            rule,
                            new Rewrite(rule).objects(List.of(new Operand.Text(other))))));
        }
    }

    /** Marks the finding of a rule that is applied too late. */
    static final String TOO_LATE = "/too-late";

    private static void pattern(Rule rule, Pattern pattern, List<Mutant> mutants) {
        if (pattern.isNegated()) {
            mutants.add(mutant(
                    Fault.NOT_IGNORED,
                    pattern.line(),
                    pattern.text(),
                    pattern,
                    rule,
                    new Rewrite(rule).condition(pattern, List.of())));
            reversed(rule, pattern, Quantifier.EXISTS, mutants);
        } else if (pattern.quantifier() == Quantifier.EACH && bindsWhatIsSaid(rule, pattern)) {
            mutants.add(mutant(
                    Fault.FIRST_FACT_ONLY,
                    pattern.line(),
                    pattern.text(),
                    pattern,
                    rule,
                    new Rewrite(rule).pattern(pattern, pattern.with(Quantifier.EXISTS))));
        } else if (pattern.isFinding() && pattern.bindings().isEmpty()) {
            reversed(rule, pattern, Quantifier.NOT, mutants);
        }
    }

    private static void reversed(Rule rule, Pattern pattern, Quantifier instead, List<Mutant> mutants) {
        mutants.add(mutant(
                Fault.NOT_REVERSED,
                pattern.line(),
                pattern.text(),
                pattern,
                rule,
                new Rewrite(rule).pattern(pattern, pattern.with(instead))));
    }

    /**
     * Whether the sentence speaks of what the pattern binds. Only then can more than one fact show: matches are a set of
     * what rules say, so a second fact that leads to the same sentence changes nothing.
     */
    private static boolean bindsWhatIsSaid(Rule rule, Pattern pattern) {
        return pattern.bindings().stream()
                .anyMatch(binding -> rule.then().variables().contains(binding.variable()));
    }

    private static void alternatives(Rule rule, Condition.AnyOf group, List<Mutant> mutants) {
        for (List<Pattern> alternative : group.alternatives()) {
            List<List<Pattern>> fewer = new ArrayList<>(group.alternatives());
            fewer.removeIf(each -> each == alternative);
            mutants.add(mutant(
                    Fault.ALTERNATIVE_DROPPED,
                    group.line(),
                    alternative.get(0).text(),
                    alternative.get(0),
                    rule,
                    new Rewrite(rule).condition(group, List.of(group.of(fewer)))));
        }
    }

    private static void count(Rule rule, Condition.Count count, List<Mutant> mutants) {
        for (int wrong : new int[] {count.atLeast() - 1, count.atLeast() + 1}) {
            mutants.add(mutant(
                    Fault.COUNT_OFF_BY_ONE,
                    count.line(),
                    count.text() + " as " + wrong,
                    count,
                    rule,
                    new Rewrite(rule).condition(count, List.of(count.of(wrong)))));
        }
    }

    static Mutant mutant(Fault fault, int line, String what, Object part, Rule rule, Rule faulty) {
        return new Mutant(fault, line + ": " + what, part, rule, Optional.of(faulty));
    }
}
