package org.spsrules.authoring.mutation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Rule;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** Every fault that can be put into the rules of a knowledge base, one at a time. Immutable. */
public final class Mutants {

    /** Spreads hash codes, which are near each other for texts that are. */
    private static final int LOT = 0x9E3779B9;

    private final List<Mutant> all;

    private Mutants(List<Mutant> all) {
        this.all = List.copyOf(all);
    }

    /** The faults of every rule that an engine can make; those that provably change nothing are left out. */
    public static Mutants of(Knowledge knowledge) {
        return of(knowledge, Fault::isOfAnEngine);
    }

    /** The faults of every rule that its author can make; those that provably change nothing are left out. */
    public static Mutants byAuthors(Knowledge knowledge) {
        return of(knowledge, Fault::isOfAnAuthor);
    }

    private static Mutants of(Knowledge knowledge, Predicate<Fault> sort) {
        List<Rule> rules = knowledge.rules();
        List<String> codes =
                knowledge.concepts().stream().map(Concept::code).sorted().toList();
        Vocabulary vocabulary = knowledge.vocabulary();
        Siblings siblings = new Siblings(knowledge.concepts());
        RuleFaults ruleFaults = new RuleFaults(rules);
        SentenceFaults sentenceFaults = new SentenceFaults(siblings);
        PatternFaults patternFaults = new PatternFaults(codes, vocabulary, siblings);
        List<Mutant> found = new ArrayList<>();
        for (Rule rule : rules) {
            found.addAll(ruleFaults.in(rule));
            found.addAll(sentenceFaults.in(rule));
            found.addAll(patternFaults.in(rule));
        }
        Equivalence equivalence = new Equivalence(knowledge.concepts());
        found.removeIf(mutant -> !sort.test(mutant.fault()) || equivalence.changesNothing(mutant));
        return new Mutants(found);
    }

    /** All of them, in the order of the rules. */
    public List<Mutant> all() {
        return all;
    }

    /**
     * So many, of as many kinds and in as many rules as there are, always the same for the same seed. They are drawn by
     * lot, but each by a lot of its own, so that a new rule changes few of them.
     */
    public List<Mutant> some(int wanted, long seed) {
        Map<Fault, List<Mutant>> byFault = new EnumMap<>(Fault.class);
        all.forEach(mutant -> byFault.computeIfAbsent(mutant.fault(), fault -> new ArrayList<>())
                .add(mutant));
        byFault.values()
                .forEach(mutants -> mutants.sort(
                        Comparator.comparingInt((Mutant mutant) -> (seed + mutant.toString()).hashCode() * LOT)
                                .thenComparing(Mutant::toString)));
        List<Mutant> chosen = new ArrayList<>();
        Set<String> touched = new HashSet<>();
        while (chosen.size() < Math.min(wanted, all.size())) {
            for (List<Mutant> mutants : byFault.values()) {
                if (!mutants.isEmpty() && chosen.size() < wanted) {
                    Mutant next = mutants.stream()
                            .filter(mutant -> !touched.contains(mutant.rule().id()))
                            .findFirst()
                            .orElse(mutants.get(0));
                    mutants.remove(next);
                    touched.add(next.rule().id());
                    chosen.add(next);
                }
            }
        }
        return chosen;
    }
}
