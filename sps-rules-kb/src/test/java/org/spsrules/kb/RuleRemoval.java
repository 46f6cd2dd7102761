package org.spsrules.kb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.spsrules.PatientCase;
import org.spsrules.authoring.mutation.Mutant;
import org.spsrules.authoring.mutation.MutatedEngine;
import org.spsrules.authoring.scenario.Comparison;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.report.ReportAssembly;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Takes each rule away in turn, and says which scenarios notice. Only rules that apply to a scenario's case can be missed
 * by it, and of those only what they reach is evaluated anew. Thread-safe.
 */
final class RuleRemoval {

    private final Knowledge knowledge;
    private final PatientCaseReader reader;
    private final CaseTerms terms;
    private final CaseFacts facts;
    private final ReferenceEvaluator evaluator;
    private final ReportAssembly assembly;
    private final Map<String, MutatedEngine> without = new ConcurrentHashMap<>();

    /** Takes rules away from this knowledge base. */
    RuleRemoval(Knowledge knowledge) {
        Vocabulary vocabulary = knowledge.vocabulary();
        this.knowledge = knowledge;
        this.reader = new PatientCaseReader(vocabulary);
        this.terms = new CaseTerms(vocabulary);
        this.facts = new CaseFacts(vocabulary, knowledge);
        this.evaluator = new ReferenceEvaluator(knowledge.rules());
        this.assembly = new ReportAssembly(knowledge, vocabulary);
    }

    /**
     * The scenarios that fail without a rule.
     *
     * @param byRule those that fail because they expect the rule beside them to apply
     * @param byReport those that fail by what the report shows
     */
    record Missed(List<Scenario> byRule, List<Scenario> byReport) {}

    /**
     * For each rule, by id, the scenarios that fail without it.
     *
     * @param tried whether a scenario is tried without a rule
     */
    Map<String, Missed> missed(List<Scenario> scenarios, BiPredicate<Scenario, Rule> tried) {
        Map<String, Missed> missed = new TreeMap<>();
        knowledge.rules().forEach(rule -> missed.put(rule.id(), new Missed(new ArrayList<>(), new ArrayList<>())));
        Map<Scenario, List<Loss>> losses = scenarios.parallelStream()
                .collect(Collectors.toConcurrentMap(
                        scenario -> scenario, scenario -> losses(scenario, rule -> tried.test(scenario, rule))));
        for (Scenario scenario : new LinkedHashSet<>(scenarios)) {
            for (Loss loss : losses.getOrDefault(scenario, List.of())) {
                Missed of = missed.getOrDefault(loss.ruleId, new Missed(new ArrayList<>(), new ArrayList<>()));
                (loss.inReport ? of.byReport : of.byRule).add(scenario);
            }
        }
        return new LinkedHashMap<>(missed);
    }

    /** A rule without which a scenario fails. */
    private record Loss(String ruleId, boolean inReport) {}

    private List<Loss> losses(Scenario scenario, Predicate<Rule> tried) {
        PatientCase patientCase = terms.resolve(reader.read(scenario.patientCase()));
        Facts caseFacts = facts.of(patientCase);
        Set<Match> matches = evaluator.evaluate(caseFacts);
        Comparison comparison = new Comparison(scenario);
        List<Loss> losses = new ArrayList<>();
        for (Rule rule :
                matches.stream().map(Match::rule).filter(tried).collect(Collectors.toCollection(LinkedHashSet::new))) {
            Set<Match> rest = without(rule, matches, caseFacts);
            boolean applies = rest.stream().anyMatch(match -> match.rule().id().equals(scenario.ruleId()));
            if (comparison.ofRule(applies).isPresent()) {
                losses.add(new Loss(rule.id(), false));
            }
            boolean shows = comparison.looksAtReport()
                    && !comparison
                            .ofReport(assembly.report(patientCase, caseFacts, rest))
                            .isEmpty();
            if (shows) {
                losses.add(new Loss(rule.id(), true));
            }
        }
        return losses;
    }

    private Set<Match> without(Rule rule, Set<Match> matches, Facts caseFacts) {
        MutatedEngine engine =
                without.computeIfAbsent(rule.id(), id -> new MutatedEngine(Mutant.missing(rule), knowledge.rules()));
        Set<Match> rest = new LinkedHashSet<>(matches);
        rest.removeIf(match -> engine.reaches(match.rule()));
        if (engine.reachesOthers()) {
            rest.addAll(engine.evaluate(caseFacts));
        }
        return rest;
    }
}
