package org.spsrules.internal.explain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spsrules.Answer;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.reference.Conditions;
import org.spsrules.internal.reference.Evaluation;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;

/** Of the ways in which a rule might have applied, finds the one in which the least is missing. Not thread-safe. */
final class Nearness {

    /** What lacks only answers to what is not known is nearest. */
    static final Comparator<Attempt> NEAREST_FIRST =
            Comparator.comparing((Attempt attempt) -> !attempt.open()).thenComparingInt(Attempt::distance);

    /** What is out of reach: no rule concludes it. */
    private static final int FAR = 1_000;

    private static final int MISFORTUNE = 3;

    private final Evaluation evaluation;
    private final Conditions conditions;
    private final Map<String, Attempt> attempts = new HashMap<>();

    Nearness(Evaluation evaluation, Conditions conditions) {
        this.evaluation = evaluation;
        this.conditions = conditions;
    }

    /**
     * A way in which a rule might have applied.
     *
     * @param variables what its variables would stand for, as far as something fits
     * @param distance how many facts are missing, roughly
     * @param open whether only what is not known is missing
     */
    record Attempt(Rule rule, Map<String, Object> variables, int distance, boolean open) {}

    /** The nearest way, with these variables given. */
    Attempt nearest(Rule rule, Map<String, Object> given) {
        Search search = new Search(rule);
        search.extend(rule.conditions(), given, 0, true);
        return search.best().orElseGet(() -> new Attempt(rule, given, FAR, false));
    }

    /** The nearest rule that could conclude what a pattern asks for, if any by answers to what is not known alone. */
    Optional<Attempt> nearestBehind(Pattern finding, Map<String, Object> variables) {
        return evaluation.behind(finding, variables).stream()
                .map(rule -> nearestWithSeeds(rule, evaluation.given(rule, finding, variables)))
                .min(NEAREST_FIRST);
    }

    private Attempt nearestWithSeeds(Rule rule, Map<String, Object> seeds) {
        String key = rule.id() + seeds;
        Attempt known = attempts.get(key);
        if (known == null) {
            known = nearest(rule, seeds);
            attempts.put(key, known);
        }
        return known;
    }

    /** Whether some rule would conclude it if what is not known turned out one way. */
    boolean isOpen(Pattern finding, Map<String, Object> variables) {
        return evaluation.behind(finding, variables).stream()
                .anyMatch(rule -> nearestWithSeeds(rule, evaluation.given(rule, finding, variables))
                        .open());
    }

    /** Tries the facts that fit, condition by condition; what nothing fits counts, and is left open. */
    private final class Search {

        private final Rule rule;
        private @Nullable Attempt best;

        Search(Rule rule) {
            this.rule = rule;
        }

        Optional<Attempt> best() {
            return Optional.ofNullable(best);
        }

        void extend(List<Condition> rest, Map<String, Object> variables, int distance, boolean open) {
            if (rest.isEmpty()) {
                Attempt attempt = new Attempt(rule, variables, distance, open);
                if (best == null || NEAREST_FIRST.compare(attempt, best) < 0) {
                    best = attempt;
                }
                return;
            }
            Condition first = rest.get(0);
            List<Condition> others = rest.subList(1, rest.size());
            boolean branched = false;
            if (first instanceof Pattern pattern && pattern.branches()) {
                for (Fact fact : conditions.candidates(pattern, variables)) {
                    int missing = distance(pattern, fact, variables);
                    if (missing == 0 || isRelated(pattern, fact, variables)) {
                        branched |= missing == 0;
                        Answer answer = answer(pattern, fact, variables);
                        extend(
                                others,
                                Conditions.bound(pattern, fact, variables),
                                distance + missing,
                                open && answer != Answer.NO);
                    }
                }
            }
            if (!branched) {
                Answer answer = answer(first, variables);
                extend(others, variables, distance + missing(first, variables), open && answer != Answer.NO);
            }
        }
    }

    /** The alternatives of a group, those first that lack only answers to what is not known, and then the least. */
    List<List<Pattern>> nearestFirst(Condition.AnyOf group, Map<String, Object> variables) {
        return group.alternatives().stream()
                .sorted(Comparator.comparing((List<Pattern> alternative) -> !isOpen(alternative, variables))
                        .thenComparingInt(alternative -> missing(alternative, variables)))
                .toList();
    }

    private boolean isOpen(List<Pattern> alternative, Map<String, Object> variables) {
        return alternative.stream().allMatch(pattern -> answer(pattern, variables) != Answer.NO);
    }

    private int missing(List<Pattern> alternative, Map<String, Object> variables) {
        return alternative.stream()
                .mapToInt(pattern -> missing(pattern, variables))
                .sum();
    }

    private int missing(Condition condition, Map<String, Object> variables) {
        if (conditions.holds(condition, variables)) {
            return 0;
        }
        if (condition instanceof Condition.Count count) {
            return count.atLeast()
                    - conditions.fitting(count.pattern(), variables).size();
        } else if (!(condition instanceof Pattern pattern)) {
            return condition.alternatives().stream()
                    .mapToInt(alternative -> missing(alternative, variables))
                    .min()
                    .orElse(FAR);
        } else if (pattern.isNegated()) {
            return 1;
        } else if (pattern.isFinding()) {
            return nearestBehind(pattern, variables).map(Attempt::distance).orElse(FAR);
        } else {
            return missingFact(pattern, variables);
        }
    }

    private int missingFact(Pattern pattern, Map<String, Object> variables) {
        int nearest = conditions.candidates(pattern, variables).stream()
                .filter(fact -> isRelated(pattern, fact, variables))
                .mapToInt(fact -> distance(pattern, fact, variables))
                .min()
                .orElse(FAR);
        return FactModel.instance().isSingle(pattern.factType()) ? nearest : Math.min(nearest, making(pattern));
    }

    /** A treatment or a plan can be made; that a therapy is ruled out is a misfortune, and never the way to aim for. */
    private static int making(Pattern pattern) {
        return pattern.factType().equals("Treatment") || pattern.factType().equals("Plan") ? 1 : MISFORTUNE;
    }

    /** How many constraints keep a fact from fitting. */
    static int distance(Pattern pattern, Fact fact, Map<String, Object> variables) {
        return (int) pattern.constraints().stream()
                .filter(constraint -> !Conditions.holds(constraint, fact, variables))
                .count();
    }

    /** Whether a fact is about what a pattern asks about, so that it is worth telling why it does not fit. */
    static boolean isRelated(Pattern pattern, Fact fact, Map<String, Object> variables) {
        return pattern.constraints().stream()
                .filter(constraint -> isAboutIdentity(constraint))
                .allMatch(constraint -> Conditions.holds(constraint, fact, variables));
    }

    private static boolean isAboutIdentity(Constraint constraint) {
        String asked = constraint.asked();
        return asked.equals("isA")
                || asked.equals("concerns")
                || asked.equals("therapy")
                || asked.equals("action")
                || asked.equals("name")
                || asked.equals("of");
    }

    private Answer answer(Condition condition, Map<String, Object> variables) {
        if (conditions.holds(condition, variables)) {
            return Answer.YES;
        }
        if (condition instanceof Condition.Count count) {
            long possible = conditions.candidates(count.pattern(), variables).stream()
                    .filter(fact -> answer(count.pattern(), fact, variables) != Answer.NO)
                    .count();
            return possible >= count.atLeast() ? Answer.UNKNOWN : Answer.NO;
        }
        boolean open = condition instanceof Pattern pattern
                ? mayHold(pattern, variables)
                : condition.alternatives().stream().anyMatch(alternative -> isOpen(alternative, variables));
        return open ? Answer.UNKNOWN : Answer.NO;
    }

    private boolean mayHold(Pattern pattern, Map<String, Object> variables) {
        if (pattern.isNegated()) {
            return false;
        } else if (pattern.isFinding()) {
            return isOpen(pattern, variables);
        }
        return evaluation.facts().mayLack(pattern.factType())
                || conditions.candidates(pattern, variables).stream()
                        .anyMatch(fact -> answer(pattern, fact, variables) != Answer.NO);
    }

    private static Answer answer(Pattern pattern, Fact fact, Map<String, Object> variables) {
        Answer least = Answer.YES;
        for (Constraint constraint : pattern.constraints()) {
            Answer answer = Conditions.judgement(constraint, fact, variables);
            if (answer == Answer.NO) {
                return Answer.NO;
            } else if (answer == Answer.UNKNOWN) {
                least = Answer.UNKNOWN;
            }
        }
        return least;
    }
}
