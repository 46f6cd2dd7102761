package org.spsrules.authoring.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.spsrules.authoring.diagnostic.Location;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.authoring.folder.KnowledgeFolder.Content;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.authoring.mutation.Mutant;
import org.spsrules.authoring.mutation.Mutants;
import org.spsrules.authoring.mutation.Reach;
import org.spsrules.authoring.proof.Mutation.Outcome;
import org.spsrules.authoring.proof.Mutation.Tried;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Sentence;

/**
 * A fault of a rule file. In a rule about rows it is in the rules of all rows at once, and noticed where it is noticed in one
 * of them.
 *
 * @param file the id of the file
 * @param location where it is
 * @param name what it is called
 * @param members the fault in each rule of the file
 */
record FaultOfFile(String file, Location location, String name, List<Suspect> members) {

    /** What tells a fault of a file from the others in it. */
    private record Key(String file, Location location, String fault, String which) {}

    /**
     * Every fault that authors can make in rules whose id is so.
     *
     * @param reach the rules that a fault in a rule can reach, by the id of the rule
     */
    static List<FaultOfFile> in(Content content, Predicate<String> ruleIds, Function<String, Reach> reach) {
        List<Mutant> mutants = Mutants.byAuthors(content.knowledge()).all();
        Map<String, List<Mutant>> byRule = new HashMap<>();
        mutants.forEach(mutant -> byRule.computeIfAbsent(mutant.rule().id(), any -> new ArrayList<>())
                .add(mutant));
        Map<Key, FaultOfFile> faults = new LinkedHashMap<>();
        for (ParsedRule parsed : content.rules()) {
            String ruleId = parsed.rule().id();
            if (ruleIds.test(ruleId)) {
                Map<Key, Integer> alike = new HashMap<>();
                for (Mutant mutant : byRule.getOrDefault(ruleId, List.of())) {
                    Key key = key(mutant, location(mutant, parsed), alike);
                    faults.computeIfAbsent(
                                    key,
                                    any -> new FaultOfFile(
                                            key.file,
                                            key.location,
                                            ruleId + ": " + mutant.words() + " (" + mutant.fault() + ")",
                                            new ArrayList<>()))
                            .members
                            .add(new Suspect(mutant, content.knowledge().rules(), reach));
                }
            }
        }
        return List.copyOf(faults.values());
    }

    /** Rules of several rows spell the same fault each in its own words; what they share is the order. */
    private static Key key(Mutant mutant, Location location, Map<Key, Integer> alike) {
        String file = Rule.fileOf(mutant.rule().id());
        String fault = mutant.fault().name();
        String which = mutant.rule().row().isPresent()
                ? String.valueOf(alike.merge(new Key(file, location, fault, ""), 1, Integer::sum))
                : mutant.words();
        return new Key(file, location, fault, which);
    }

    private static Location location(Mutant mutant, ParsedRule parsed) {
        Object part = mutant.part();
        if (part instanceof Rule) {
            return parsed.places().of(Part.RULE);
        }
        return part instanceof Sentence
                ? parsed.places().of(Part.SENTENCE)
                : parsed.places().of(part);
    }

    /** Whether nothing has been settled of it. */
    boolean isAlive() {
        return members.stream().allMatch(Suspect::isAlive);
    }

    /** What became of it. */
    Tried tried(Equivalents equivalents, WitnessSearch witnesses) {
        Optional<Outcome> settled =
                members.stream().flatMap(member -> member.outcome().stream()).min(Outcome::compareTo);
        return new Tried(
                location.file(),
                location.position().line(),
                location.position().column(),
                name,
                members.get(0).mutant().fault().toString(),
                settled.orElse(equivalents.include(name) ? Outcome.EQUIVALENT : Outcome.SURVIVED),
                settled.isPresent() ? Optional.empty() : scenario(witnesses));
    }

    private Optional<String> scenario(WitnessSearch witnesses) {
        return members.stream().flatMap(member -> witnesses.of(member).stream()).findFirst();
    }
}
