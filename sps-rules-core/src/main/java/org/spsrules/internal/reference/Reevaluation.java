package org.spsrules.internal.reference;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
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

    /** Of facts of which a case can have any number, by their type. */
    private final Map<String, List<Asked>> askedOfSeveral = new HashMap<>();

    /** Of facts of which each case has one. */
    private final Felt everything;

    /** Of each rule, in the same order, those that read what it concludes. */
    private final List<BitSet> readers = new ArrayList<>();

    /** The same, and those that read what these conclude, and so on; with the rule itself. */
    private final List<BitSet> reached;

    /** Evaluates these rules again. */
    public Reevaluation(List<Rule> rules) {
        this.evaluator = new ReferenceEvaluator(rules);
        this.rules =
                rules.stream().sorted(Comparator.comparingInt(Rule::stratum)).toList();
        Map<String, Map<Pattern, BitSet>> questions = new HashMap<>();
        Map<WantedFinding, BitSet> reading = new HashMap<>();
        for (int number = 0; number < this.rules.size(); number++) {
            Rule rule = this.rules.get(number);
            numbers.put(rule.id(), number);
            for (Pattern pattern : rule.patterns()) {
                if (pattern.isFinding()) {
                    add(number, reading, WantedFinding.by(pattern, Map.of()));
                }
                for (Pattern question : questions(pattern)) {
                    add(
                            number,
                            questions.computeIfAbsent(question.factType(), type -> new LinkedHashMap<>()),
                            question);
                }
            }
        }
        Map<String, List<Asked>> askedOfOne = new HashMap<>();
        questions.forEach((type, rulesAsking) -> (FactModel.instance().isSingle(type) ? askedOfOne : askedOfSeveral)
                .put(
                        type,
                        rulesAsking.entrySet().stream()
                                .map(entry -> new Asked(entry.getKey(), entry.getValue()))
                                .toList()));
        this.everything = new Felt(askedOfOne);
        this.rules.forEach(rule -> readers.add(readers(rule, reading)));
        this.reached = reached(readers);
    }

    /** Whoever reads a rule comes after it. */
    private static List<BitSet> reached(List<BitSet> readers) {
        BitSet[] reached = new BitSet[readers.size()];
        for (int number = readers.size() - 1; number >= 0; number--) {
            BitSet all = new BitSet();
            all.set(number);
            readers.get(number).stream().forEach(reader -> all.or(reached[reader]));
            reached[number] = all;
        }
        return List.of(reached);
    }

    private static <K> void add(int number, Map<K, BitSet> to, K key) {
        to.computeIfAbsent(key, any -> new BitSet()).set(number);
    }

    private static BitSet readers(Rule rule, Map<WantedFinding, BitSet> reading) {
        BitSet readers = new BitSet();
        reading.forEach((finding, rulesReading) -> {
            if (finding.isOfTheNameOf(rule) && finding.mayBeConcludedBy(rule)) {
                readers.or(rulesReading);
            }
        });
        return readers;
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

    /**
     * What a change can turn of the facts of which each case has one; what it does to the others shows in themselves.
     *
     * @param mayTurn whether it can turn this question of this type of fact
     */
    public Felt felt(BiPredicate<String, Constraint> mayTurn) {
        Map<String, List<Asked>> felt = new HashMap<>();
        everything.questions.forEach((type, questions) -> felt.put(
                type,
                questions.stream()
                        .filter(asked -> mayTurn.test(type, asked.constraint()))
                        .toList()));
        return new Felt(felt);
    }

    /** What a change can turn. Immutable. */
    public static final class Felt {

        private final Map<String, List<Asked>> questions;

        private Felt(Map<String, List<Asked>> questions) {
            this.questions = questions;
        }
    }

    /** Facts of which others will differ. */
    public Base of(Facts facts) {
        return new Base(facts);
    }

    /** What is asked, and the rules that ask it. */
    private record Asked(Pattern question, BitSet rules) {

        /** The only constraint, where each case has one such fact. */
        Constraint constraint() {
            return question.constraints().get(0);
        }

        /** Whether each rule that asks it is one of these. */
        boolean onlyBy(BitSet others) {
            for (int number = rules.nextSetBit(0); number >= 0; number = rules.nextSetBit(number + 1)) {
                if (!others.get(number)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Facts that have been evaluated, as far as it has been asked for. Not thread-safe. */
    public final class Base {

        private final Facts facts;
        private final Evaluation evaluation;
        private final Map<Asked, Optional<Object>> answers = new IdentityHashMap<>();
        private final BitSet applying = new BitSet();

        private Base(Facts facts) {
            this.facts = facts;
            this.evaluation = evaluator.on(facts);
        }

        /** Every rule that applies, where some of them say something else. */
        public Set<Match> matches(Map<String, Set<Match>> otherwise) {
            if (applying.isEmpty()) {
                for (int number = 0; number < rules.size(); number++) {
                    applying.set(
                            number, !evaluation.matchesOf(rules.get(number)).isEmpty());
                }
            }
            BitSet now = (BitSet) applying.clone();
            otherwise.keySet().forEach(id -> now.set(number(id)));
            Set<Match> matches = new LinkedHashSet<>();
            now.stream().mapToObj(rules::get).forEach(rule -> {
                Set<Match> other = otherwise.get(rule.id());
                matches.addAll(other == null ? evaluation.matchesOf(rule) : other);
            });
            return matches;
        }

        /** The rules that say something else of other facts, by their ids, with what they say. */
        public Map<String, Set<Match>> otherwise(Facts others) {
            return otherwise(others, List.of(everything));
        }

        /**
         * The rules that say something else of other facts, by their ids, with what they say.
         *
         * @param felt what can turn by what made the facts differ
         */
        public Map<String, Set<Match>> otherwise(Facts others, List<Felt> felt) {
            BitSet touched = answeredOtherwise(others, felt);
            Evaluation after = evaluator.on(
                    others, rule -> touched.get(number(rule.id())) ? Optional.empty() : Optional.of(evaluation));
            Map<String, Set<Match>> otherwise = new LinkedHashMap<>();
            for (int number = touched.nextSetBit(0); number >= 0; number = touched.nextSetBit(number + 1)) {
                Rule rule = rules.get(number);
                Set<Match> now = after.matchesOf(rule);
                if (!now.equals(evaluation.matchesOf(rule))) {
                    otherwise.put(rule.id(), now);
                    touched.or(readers.get(number));
                }
            }
            return otherwise;
        }

        /**
         * An evaluation of other facts that finds only what it is asked for. What no difference can reach is not evaluated again.
         *
         * @param felt what can turn by what made the facts differ
         */
        public Evaluation after(Facts others, List<Felt> felt) {
            BitSet reachable = new BitSet();
            answeredOtherwise(others, felt).stream().forEach(rule -> reachable.or(reached.get(rule)));
            return evaluator.on(
                    others, rule -> reachable.get(number(rule.id())) ? Optional.empty() : Optional.of(evaluation));
        }

        private int number(String id) {
            return Objects.requireNonNull(numbers.get(id));
        }

        /** The rules that ask something to which the answer is another one. */
        private BitSet answeredOtherwise(Facts others, List<Felt> felt) {
            BitSet touched = new BitSet();
            touch(askedOfSeveral, others, touched);
            felt.forEach(some -> touch(some.questions, others, touched));
            return touched;
        }

        private void touch(Map<String, List<Asked>> asking, Facts others, BitSet touched) {
            asking.forEach((type, questions) -> {
                Changed changed = Changed.between(facts.of(type), others.of(type));
                if (!changed.isNothing()) {
                    for (Asked asked : questions) {
                        if (!asked.onlyBy(touched) && turns(asked, changed)) {
                            touched.or(asked.rules);
                        }
                    }
                }
            });
        }

        private boolean turns(Asked asked, Changed changed) {
            if (!FactModel.instance().isSingle(asked.question.factType())) {
                return fitsAny(asked.question, changed.gone) || fitsAny(asked.question, changed.come);
            }
            Constraint constraint = asked.constraint();
            return constraint.isOpen(Map.of())
                    || !answers.computeIfAbsent(asked, any -> answer(constraint, changed.gone.get(0)))
                            .equals(answer(constraint, changed.come.get(0)));
        }
    }

    private static boolean fitsAny(Pattern question, List<? extends Fact> facts) {
        for (Fact fact : facts) {
            if (Conditions.fits(question, fact, Map.of())) {
                return true;
            }
        }
        return false;
    }

    /** What is bound counts with its value, and what is compared with how it comes out. */
    private static Optional<Object> answer(Constraint constraint, Fact fact) {
        @Nullable
        Object answer = constraint instanceof Constraint.Binding
                ? Conditions.answer(constraint, fact, Map.of())
                : Boolean.valueOf(Conditions.holds(constraint, fact, Map.of()));
        return Optional.ofNullable(answer);
    }

    /** The facts of a type that are no longer there, and those that have come instead. */
    private record Changed(List<? extends Fact> gone, List<? extends Fact> come) {

        static final Changed NOTHING = new Changed(List.of(), List.of());

        /** Both lists are in one order, so that what differs is what is left between what is alike at both ends. */
        static Changed between(List<? extends Fact> before, List<? extends Fact> after) {
            if (before == after) {
                return NOTHING;
            }
            int least = Math.min(before.size(), after.size());
            int start = 0;
            while (start < least && isSame(before.get(start), after.get(start))) {
                start++;
            }
            int end = 0;
            while (end < least - start
                    && isSame(before.get(before.size() - 1 - end), after.get(after.size() - 1 - end))) {
                end++;
            }
            return new Changed(before.subList(start, before.size() - end), after.subList(start, after.size() - end));
        }

        private static boolean isSame(Fact one, Fact other) {
            return one == other || one.stated().equals(other.stated());
        }

        boolean isNothing() {
            return gone.isEmpty() && come.isEmpty();
        }
    }
}
