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
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;

/** A fault in one rule, and whether anything has noticed it yet. Thread-safe. */
final class Suspect {

    private final Mutant mutant;
    private final List<Rule> rules;
    private final Function<String, Reach> reach;
    private volatile @Nullable MutatedEngine engine;
    private volatile Mutation.@Nullable Outcome killer;
    private volatile @Nullable PatientCase changed;

    /**
     * A suspect.
     *
     * @param reach the rules that a fault in a rule can reach, by the id of the rule
     */
    Suspect(Mutant mutant, List<Rule> rules, Function<String, Reach> reach) {
        this.mutant = mutant;
        this.rules = rules;
        this.reach = reach;
    }

    Mutant mutant() {
        return mutant;
    }

    boolean isAlive() {
        return killer == null;
    }

    void kill(Mutation.Outcome by) {
        killer = by;
        // An engine holds a list of all rules.
        engine = null;
    }

    Optional<Mutation.Outcome> killer() {
        return Optional.ofNullable(killer);
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
        Set<Match> sound = tried.evaluation().matchesOf(mutant.rule());
        boolean changes = !sound.isEmpty() && mutant.speaksOtherwise()
                || !faultyMatches(tried).equals(sound);
        if (changes && changed == null) {
            changed = tried.patientCase();
        }
        return changes;
    }

    /** Whether the rule applies in a case with the fault. */
    boolean applies(TriedCase tried) {
        return !faultyMatches(tried).isEmpty();
    }

    /** What all rules say with the fault, given what the sound ones say. */
    Set<Match> matches(TriedCase tried, Set<Match> sound) {
        Set<Match> matches = new HashSet<>(sound);
        if (mutant.rule().then().verb() == Verb.CONCLUDE) {
            MutatedEngine faulty = engine();
            matches.removeIf(match -> faulty.reaches(match.rule()));
            matches.addAll(faulty.evaluate(tried.facts()));
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
