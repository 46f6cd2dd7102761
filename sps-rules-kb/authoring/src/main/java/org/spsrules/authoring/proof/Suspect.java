package org.spsrules.authoring.proof;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spsrules.PatientCase;
import org.spsrules.authoring.mutation.Mutant;
import org.spsrules.authoring.mutation.MutatedEngine;
import org.spsrules.authoring.mutation.Reach;
import org.spsrules.authoring.mutation.Site;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;

/** A fault in one rule, and whether anything has noticed it yet. Thread-safe. */
final class Suspect {

    private final Mutant mutant;
    private final List<Object> shownBy;
    private final List<Rule> rules;
    private final Function<String, Reach> reach;
    private volatile @Nullable MutatedEngine engine;
    private volatile Mutation.@Nullable Outcome outcome;
    private volatile @Nullable PatientCase changed;

    /**
     * A suspect.
     *
     * @param reach the rules that a fault in a rule can reach, by the id of the rule
     */
    Suspect(Mutant mutant, List<Rule> rules, Function<String, Reach> reach) {
        this.mutant = mutant;
        this.shownBy = shownBy(mutant);
        this.rules = rules;
        this.reach = reach;
    }

    /**
     * The parts of which the sound rule has to come to one in a case before the fault can show: up to there both are the same
     * rule. The name and the subject of a finding say which are looked at, before any of them is asked. What is written once may
     * stand in several places: {@code takesOrPlans} asks what is taken and what is planned.
     */
    private static List<Object> shownBy(Mutant mutant) {
        List<Object> parts = Site.in(mutant.rule())
                .filter(site -> site.constraint() == mutant.part()
                        || site.constraint().operands().stream().anyMatch(operand -> operand == mutant.part()))
                .<Object>map(site -> site.condition() instanceof Condition.Count
                        ? site.condition()
                        : site.pattern().isFinding() ? site.pattern() : site.constraint())
                .toList();
        return parts.isEmpty() ? List.of(mutant.part()) : parts;
    }

    Mutant mutant() {
        return mutant;
    }

    boolean isAlive() {
        return outcome == null;
    }

    /** It is settled what becomes of it. */
    void settle(Mutation.Outcome as) {
        outcome = as;
        // An engine holds a list of all rules.
        engine = null;
    }

    Optional<Mutation.Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** A case in which the rule applies otherwise with the fault. */
    Optional<PatientCase> changedCase() {
        return Optional.ofNullable(changed);
    }

    /** What the rule says with the fault. */
    Set<Match> faultyMatches(TriedCase tried) {
        return mutant.faulty().map(tried.evaluation()::matchesOfAnother).orElse(Set.of());
    }

    /** Whether the rule says something else in a case. */
    boolean changes(TriedCase tried) {
        boolean changes = saysOtherwise(tried);
        if (changes && changed == null) {
            changed = tried.patientCase();
        }
        return changes;
    }

    private boolean saysOtherwise(TriedCase tried) {
        Set<Match> sound = tried.evaluation().matchesOf(mutant.rule());
        if (mutant.faulty().isEmpty() || mutant.speaksOtherwise()) {
            return !sound.isEmpty();
        }
        return shownBy.stream().anyMatch(tried.asked()::include)
                && !faultyMatches(tried).equals(sound);
    }

    /** What the fault makes of the rule in a case: faults of one effect make it say the same. */
    List<Object> effect(TriedCase tried) {
        return List.of(
                mutant.rule().id(),
                mutant.faulty().map(Rule::then).map(Object.class::cast).orElse(""),
                faultyMatches(tried));
    }

    /** Whether the rule applies in a case with the fault. */
    boolean applies(TriedCase tried) {
        return !faultyMatches(tried).isEmpty();
    }

    /** Whether the fault can reach whether a rule applies. */
    boolean reaches(String ruleId) {
        return reach.apply(mutant.rule().id()).includes(ruleId);
    }

    /** What all rules say with the fault, given what the sound ones say. */
    Set<Match> matches(TriedCase tried, Set<Match> sound) {
        Set<Match> matches = new HashSet<>(sound);
        if (mutant.rule().then().verb() == Verb.CONCLUDE) {
            MutatedEngine faulty = engine();
            matches.removeIf(match -> faulty.reaches(match.rule()));
            matches.addAll(faulty.evaluate(tried.evaluation()));
        } else {
            matches.removeIf(match -> match.rule().id().equals(mutant.rule().id()));
            matches.addAll(faultyMatches(tried));
        }
        return matches;
    }

    private MutatedEngine engine() {
        MutatedEngine made = engine;
        if (made == null) {
            made = new MutatedEngine(mutant, rules, reach.apply(mutant.rule().id()));
            engine = made;
        }
        return made;
    }
}
