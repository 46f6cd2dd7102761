package org.spsrules.internal.reference;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;

/**
 * Evaluates facts that differ little from others that have been evaluated: only rules are asked again of which a question has
 * another answer, or that read a finding of a rule that says something else. Thread-safe.
 */
public final class Reevaluation {

    private final ReferenceEvaluator evaluator;

    /** In the order of their strata, so that a rule comes after those whose findings it reads. */
    private final List<Rule> rules;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Map<Pattern, BitSet>> asking = new HashMap<>();
    private final Map<WantedFinding, BitSet> reading = new HashMap<>();

    /** Evaluates these rules again. */
    public Reevaluation(List<Rule> rules) {
        this.evaluator = new ReferenceEvaluator(rules);
        this.rules =
                rules.stream().sorted(Comparator.comparingInt(Rule::stratum)).toList();
        for (int number = 0; number < this.rules.size(); number++) {
            Rule rule = this.rules.get(number);
            numbers.put(rule.id(), number);
            for (Pattern pattern : rule.patterns()) {
                if (pattern.isFinding()) {
                    add(number, reading, WantedFinding.by(pattern, Map.of()));
                }
                for (Pattern question : questions(pattern)) {
                    add(number, asking.computeIfAbsent(question.factType(), type -> new LinkedHashMap<>()), question);
                }
            }
        }
    }

    private static <K> void add(int number, Map<K, BitSet> to, K key) {
        to.computeIfAbsent(key, any -> new BitSet()).set(number);
    }

    /** What is asked of facts, as other rules may ask it too: of what each case has one of, every constraint for itself. */
    private static List<Pattern> questions(Pattern pattern) {
        if (pattern.isFinding()) {
            return List.of();
        } else if (FactModel.instance().isSingle(pattern.factType())) {
            return pattern.constraints().stream()
                    .map(constraint -> pattern.with(List.of(constraint)))
                    .map(Reevaluation::whoever)
                    .toList();
        }
        return List.of(whoever(pattern));
    }

    private static Pattern whoever(Pattern pattern) {
        return pattern.with(Pattern.Quantifier.EACH).plain();
    }

    /** An evaluation of facts of which others will differ. */
    public Evaluation of(Facts facts) {
        return evaluator.on(facts);
    }

    /** Every rule that applies, where some of them say something else. */
    public Set<Match> matches(Evaluation before, Map<String, Set<Match>> otherwise) {
        Set<Match> matches = new LinkedHashSet<>();
        rules.forEach(rule -> matches.addAll(otherwise.getOrDefault(rule.id(), before.matchesOf(rule))));
        return matches;
    }

    /** The rules that say something else of other facts than those of one before, by their ids, with what they say. */
    public Map<String, Set<Match>> otherwise(Evaluation before, Facts facts) {
        BitSet touched = answeredOtherwise(before.facts(), facts);
        Evaluation after = evaluator.on(
                facts,
                rule -> touched.get(Objects.requireNonNull(numbers.get(rule.id())))
                        ? Optional.empty()
                        : Optional.of(before.matchesOf(rule)));
        Map<String, Set<Match>> otherwise = new LinkedHashMap<>();
        for (int number = touched.nextSetBit(0); number >= 0; number = touched.nextSetBit(number + 1)) {
            Rule rule = rules.get(number);
            Set<Match> now = after.matchesOf(rule);
            if (!now.equals(before.matchesOf(rule))) {
                otherwise.put(rule.id(), now);
                reading.forEach((finding, readers) -> {
                    if (finding.isOfTheNameOf(rule) && finding.mayBeConcludedBy(rule)) {
                        touched.or(readers);
                    }
                });
            }
        }
        return otherwise;
    }

    /** The rules that ask something to which the answer is another one. */
    private BitSet answeredOtherwise(Facts before, Facts after) {
        BitSet touched = new BitSet();
        asking.forEach((type, questions) -> {
            Changed changed = Changed.between(before.of(type), after.of(type));
            if (!changed.isNothing()) {
                questions.forEach((question, rulesAsking) -> {
                    if (turns(question, changed)) {
                        touched.or(rulesAsking);
                    }
                });
            }
        });
        return touched;
    }

    private static boolean turns(Pattern question, Changed changed) {
        if (FactModel.instance().isSingle(question.factType())) {
            Constraint constraint = question.constraints().get(0);
            return constraint.isOpen(Map.of())
                    || !Objects.equals(
                            answer(constraint, changed.gone.get(0)), answer(constraint, changed.come.get(0)));
        }
        return Stream.concat(changed.gone.stream(), changed.come.stream())
                .anyMatch(fact -> Conditions.fits(question, fact, Map.of()));
    }

    /** What is bound counts with its value, and what is compared with how it comes out. */
    private static @Nullable Object answer(Constraint constraint, Fact fact) {
        return constraint instanceof Constraint.Binding
                ? Conditions.answer(constraint, fact, Map.of())
                : Boolean.valueOf(Conditions.holds(constraint, fact, Map.of()));
    }

    /** The facts of a type that are no longer there, and those that have come instead. */
    private record Changed(List<Fact> gone, List<Fact> come) {

        static Changed between(List<? extends Fact> before, List<? extends Fact> after) {
            return new Changed(without(before, after), without(after, before));
        }

        boolean isNothing() {
            return gone.isEmpty() && come.isEmpty();
        }

        private static List<Fact> without(List<? extends Fact> facts, List<? extends Fact> others) {
            Map<Object, Integer> left = new HashMap<>();
            others.forEach(other -> left.merge(other.stated(), 1, Integer::sum));
            List<Fact> rest = new ArrayList<>();
            for (Fact fact : facts) {
                Object stated = fact.stated();
                int alike = left.getOrDefault(stated, 0);
                if (alike == 0) {
                    rest.add(fact);
                } else {
                    left.put(stated, alike - 1);
                }
            }
            return rest;
        }
    }
}
