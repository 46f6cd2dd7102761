package org.spsrules.pages.rulebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spsrules.authoring.folder.KnowledgeFolder.Content;
import org.spsrules.authoring.language.RuleFile;
import org.spsrules.authoring.proof.Coverage.Seen;
import org.spsrules.authoring.proof.CoverageSearch;
import org.spsrules.authoring.proof.Mutation;
import org.spsrules.authoring.proof.Mutation.Outcome;
import org.spsrules.authoring.proof.Mutation.Tried;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.pages.rulebook.RuleView.Labelled;

/** What scenarios prove of rules: whether rules apply in them as they must, what they see of conditions, and which faults
 * they would notice. Immutable. */
final class Proof {

    private final Map<Scenario, Boolean> applied;
    private final Map<String, List<Seen>> conditions;
    private final Optional<Map<String, List<Tried>>> faults;

    private Proof(
            Map<Scenario, Boolean> applied,
            Map<String, List<Seen>> conditions,
            Optional<Map<String, List<Tried>>> faults) {
        this.applied = applied;
        this.conditions = conditions;
        this.faults = faults;
    }

    /**
     * Runs every scenario on its rule, under the reference evaluator.
     *
     * @param mutation which faults were tried, if they were
     */
    static Proof of(Content content, List<Scenario> scenarios, Optional<Mutation> mutation) {
        // The very object counts: equal scenarios may stand in one file.
        Map<Scenario, Boolean> applied = Collections.synchronizedMap(new IdentityHashMap<>());
        List<Seen> conditions = new CoverageSearch(content, scenarios).conditions(any -> true, applied::put);
        return new Proof(
                applied, byFile(conditions, Seen::file), mutation.map(tried -> byFile(tried.faults(), Tried::file)));
    }

    private static <T> Map<String, List<T>> byFile(List<T> things, Function<T, String> file) {
        return things.stream().collect(Collectors.groupingBy(file));
    }

    /** Whether the rule applies as a scenario expects; empty if that could not be seen or nothing is expected. */
    Optional<Boolean> holds(Scenario scenario) {
        return scenario.expected()
                .fires()
                .flatMap(expected -> Optional.ofNullable(applied.get(scenario)).map(expected::equals));
    }

    /** What is proven of the rules of a file, in words. */
    List<Labelled> of(String ruleId) {
        String file = RuleFile.pathOf(ruleId);
        List<Labelled> words = new ArrayList<>();
        coverage(conditions.getOrDefault(file, List.of()), words);
        faults.map(tried -> tried.getOrDefault(file, List.of()))
                .filter(tried -> !tried.isEmpty())
                .ifPresentOrElse(
                        tried -> faults(tried, words),
                        () -> words.add(new Labelled(
                                "Mutation", "Not tried for these pages. sps mutate --only " + ruleId + " does it.")));
        return words;
    }

    private static void coverage(List<Seen> conditions, List<Labelled> words) {
        long covered = conditions.stream().filter(Seen::isCovered).count();
        words.add(new Labelled(
                "Coverage", covered + " of " + conditions.size() + " conditions were seen true and seen false."));
        conditions.stream()
                .filter(seen -> !seen.isCovered())
                .forEach(seen -> words.add(new Labelled(
                        seen.met() ? "Never false" : seen.unmet() ? "Never true" : "Never asked", seen.text())));
    }

    private static void faults(List<Tried> tried, List<Labelled> words) {
        List<Tried> survivors = new Mutation(tried).survivors();
        words.add(new Labelled(
                "Mutation",
                tried.size() + " faults were put in: "
                        + new Mutation(tried)
                                .counts().entrySet().stream()
                                        .filter(count -> count.getKey() != Outcome.SURVIVED)
                                        .map(count -> count.getValue() + " noticed by "
                                                + count.getKey().words())
                                        .collect(Collectors.joining(", "))
                        + (survivors.isEmpty() ? "; none stays unnoticed." : ".")));
        survivors.forEach(fault -> words.add(new Labelled("Not noticed", fault.fault() + ": " + fault.name())));
    }
}
