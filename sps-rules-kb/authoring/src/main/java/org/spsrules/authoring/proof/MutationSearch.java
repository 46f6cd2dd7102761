package org.spsrules.authoring.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.PatientCase;
import org.spsrules.authoring.diagnostic.Location;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.authoring.folder.KnowledgeFolder.Content;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.authoring.mutation.Mutant;
import org.spsrules.authoring.mutation.Mutants;
import org.spsrules.authoring.mutation.Reach;
import org.spsrules.authoring.mutation.RowMutant;
import org.spsrules.authoring.mutation.RowRemoval;
import org.spsrules.authoring.proof.Mutation.Outcome;
import org.spsrules.authoring.proof.Mutation.Tried;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Sentence;

/**
 * Puts one fault after the other into rules and rows, and asks who notices: the scenarios of the rule first, then all others,
 * then the invariants in generated cases. Only the faulty rule is asked anew; a report is made only of cases in which it says something
 * else.
 */
public final class MutationSearch {

    /** Fixed, so that the same rules come out alike wherever they are tried. */
    private static final long SEED = 20260119;

    private static final int GENERATED_CASES = 2_000;

    private final Content content;
    private final List<Scenario> scenarios;
    private final TriedCase.Maker maker;
    private final Jury jury;
    private final Map<String, Reach> reach = new ConcurrentHashMap<>();

    /** The scenarios that would have noticed a fault, and whether they hold without one. */
    private final Map<Scenario, Boolean> asked = Collections.synchronizedMap(new IdentityHashMap<>());

    /** Tries the rules of a knowledge base in which no error was found. */
    public MutationSearch(Content content, List<Scenario> scenarios) {
        this.content = content;
        this.scenarios = scenarios;
        this.maker = new TriedCase.Maker(content.knowledge());
        this.jury = new Jury(content.knowledge());
    }

    /**
     * Tries the faults of the rules whose id is so, and of all rows if that is wanted.
     *
     * @param equivalents faults that change nothing
     * @param progress is told how many pieces of work there are; what it gives is run for each that is done
     */
    public Mutation run(
            Predicate<String> ruleIds, boolean withRows, Equivalents equivalents, IntFunction<Runnable> progress) {
        Map<String, ParsedRule> parsed = new HashMap<>();
        content.rules().forEach(rule -> parsed.put(rule.rule().id(), rule));
        List<Group> groups = groups(ruleIds, parsed);
        Runnable done = progress.apply(2 * groups.size() + scenarios.size() + GENERATED_CASES);
        byItsScenarios(groups, done);
        byOtherScenarios(groups, done);
        byInvariants(groups, done);
        WitnessSearch witnesses = new WitnessSearch(maker, jury, SEED);
        List<Tried> tried = new ArrayList<>(groups.parallelStream()
                .map(group -> group.tried(equivalents, witnesses))
                .peek(any -> done.run())
                .toList());
        if (withRows) {
            tried.addAll(rows(equivalents));
        }
        return new Mutation(tried);
    }

    /** The scenarios that would have noticed a fault and fail without one too, so that they say nothing of it. */
    public List<Scenario> failing() {
        return scenarios.stream()
                .filter(scenario -> !asked.getOrDefault(scenario, true))
                .toList();
    }

    /**
     * A fault of a rule file. In a rule about rows it is in the rules of all rows at once, and noticed where it is noticed in
     * one of them.
     */
    private record Group(Location location, String name, List<Suspect> members) {

        boolean isAlive() {
            return members.stream().allMatch(Suspect::isAlive);
        }

        Tried tried(Equivalents equivalents, WitnessSearch witnesses) {
            Optional<Outcome> killer =
                    members.stream().flatMap(member -> member.killer().stream()).min(Outcome::compareTo);
            Outcome outcome = killer.orElse(equivalents.include(name) ? Outcome.EQUIVALENT : Outcome.SURVIVED);
            Optional<String> scenario = killer.isPresent()
                    ? Optional.empty()
                    : members.stream()
                            .flatMap(member -> witnesses.of(member).stream())
                            .findFirst();
            return new Tried(
                    location.file(),
                    location.position().line(),
                    location.position().column(),
                    name,
                    members.get(0).mutant().fault().toString(),
                    outcome,
                    scenario);
        }
    }

    /** What tells a fault of a file from the others in it. */
    private record Key(String file, Location location, String fault, String what) {}

    private List<Group> groups(Predicate<String> ruleIds, Map<String, ParsedRule> parsed) {
        Map<Key, Group> groups = new LinkedHashMap<>();
        Map<Key, Integer> alike = new HashMap<>();
        List<Rule> rules = content.knowledge().rules();
        for (Mutant mutant : Mutants.byAuthors(content.knowledge()).all()) {
            String ruleId = mutant.rule().id();
            if (!ruleIds.test(ruleId)) {
                continue;
            }
            Location location = location(mutant, Objects.requireNonNull(parsed.get(ruleId)));
            String file = Rule.fileOf(ruleId);
            boolean ofARow = mutant.rule().row().isPresent();
            // Rules of several rows spell the same fault each in its own words; what they share is the order.
            String which = ofARow
                    ? String.valueOf(
                            alike.merge(new Key(ruleId, location, mutant.fault().name(), ""), 1, Integer::sum))
                    : mutant.words();
            groups.computeIfAbsent(
                            new Key(file, location, mutant.fault().name(), which),
                            any -> new Group(
                                    location,
                                    ruleId + ": " + mutant.words() + " (" + mutant.fault() + ")",
                                    new ArrayList<>()))
                    .members
                    .add(new Suspect(mutant, rules, this::reach));
        }
        return List.copyOf(groups.values());
    }

    private Reach reach(String ruleId) {
        return reach.computeIfAbsent(
                ruleId,
                id -> Reach.of(Set.of(id), List.of(), content.knowledge().rules()));
    }

    private static Location location(Mutant mutant, ParsedRule parsed) {
        Object part = mutant.part();
        return part instanceof Rule
                ? parsed.places().of(Part.RULE)
                : part instanceof Sentence
                        ? parsed.places().of(Part.SENTENCE)
                        : parsed.places().of(part);
    }

    private void byItsScenarios(List<Group> groups, Runnable done) {
        Map<String, List<Group>> byFile = groups.stream()
                .collect(Collectors.groupingBy(group ->
                        Rule.fileOf(group.members.get(0).mutant().rule().id())));
        Map<String, List<Scenario>> beside =
                scenarios.stream().collect(Collectors.groupingBy(scenario -> Rule.fileOf(scenario.ruleId())));
        List.copyOf(byFile.entrySet()).parallelStream().forEach(entry -> {
            for (Scenario scenario : beside.getOrDefault(entry.getKey(), List.of())) {
                onScenario(entry.getValue(), scenario);
            }
            entry.getValue().forEach(group -> done.run());
        });
    }

    private void byOtherScenarios(List<Group> groups, Runnable done) {
        scenarios.parallelStream().forEach(scenario -> {
            String file = Rule.fileOf(scenario.ruleId());
            onScenario(
                    groups.stream()
                            .filter(Group::isAlive)
                            .filter(group -> !Rule.fileOf(
                                            group.members.get(0).mutant().rule().id())
                                    .equals(file))
                            .toList(),
                    scenario);
            done.run();
        });
    }

    private void onScenario(List<Group> groups, Scenario scenario) {
        maker.of(scenario.patientCase())
                .ifPresent(tried -> on(
                        groups,
                        tried,
                        (suspect, sound) -> jury.verdict(suspect, scenario, tried, sound)
                                .filter(outcome -> holds(scenario, tried, sound))));
    }

    private boolean holds(Scenario scenario, TriedCase tried, Set<Match> sound) {
        return asked.computeIfAbsent(scenario, any -> jury.holds(scenario, tried, sound));
    }

    private void byInvariants(List<Group> groups, Runnable done) {
        CaseGenerator generator = new CaseGenerator(content.knowledge(), SEED);
        List<PatientCase> cases =
                Stream.generate(generator::next).limit(GENERATED_CASES).toList();
        cases.parallelStream().forEach(patientCase -> {
            TriedCase tried = maker.of(patientCase);
            on(
                    groups.stream().filter(Group::isAlive).toList(),
                    tried,
                    (suspect, sound) -> jury.verdict(suspect, tried, sound));
            done.run();
        });
    }

    /** Says who notices a fault that changes what a rule says in a case. */
    private interface Verdict {
        Optional<Outcome> of(Suspect suspect, Set<Match> sound);
    }

    private void on(List<Group> groups, TriedCase tried, Verdict verdict) {
        for (Group group : groups) {
            for (Suspect suspect : group.members) {
                if (group.isAlive() && suspect.changes(tried)) {
                    // What has been evaluated is remembered in the case.
                    verdict.of(suspect, maker.matches(tried)).ifPresent(suspect::kill);
                }
            }
        }
    }

    private List<Tried> rows(Equivalents equivalents) {
        Knowledge knowledge = content.knowledge();
        RowRemoval removal = new RowRemoval(knowledge, scenarios);
        List<Tried> tried = new ArrayList<>();
        add(RowMutant.ofContraindications(knowledge), removal::unnoticedContraindications, equivalents, tried);
        add(RowMutant.ofInteractions(knowledge), removal::unnoticedInteractions, equivalents, tried);
        add(RowMutant.ofDoses(knowledge), removal::unnoticedDoses, equivalents, tried);
        return tried;
    }

    private <R> void add(
            List<RowMutant<R>> mutants,
            Function<List<RowMutant<R>>, List<RowMutant<R>>> unnoticed,
            Equivalents equivalents,
            List<Tried> tried) {
        Set<RowMutant<R>> survivors = Set.copyOf(unnoticed.apply(mutants));
        for (RowMutant<R> mutant : mutants) {
            Location location = content.locations().of(mutant.row());
            String name = mutant.what() + " (" + mutant.fault() + ")";
            tried.add(new Tried(
                    location.file(),
                    location.position().line(),
                    location.position().column(),
                    name,
                    mutant.fault().toString(),
                    !survivors.contains(mutant)
                            ? Outcome.KILLED_BY_ITS_SCENARIOS
                            : equivalents.include(name) ? Outcome.EQUIVALENT : Outcome.SURVIVED,
                    Optional.empty()));
        }
    }
}
