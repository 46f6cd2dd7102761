package org.spsrules.authoring.proof;

import java.util.Optional;
import java.util.Set;
import org.spsrules.Report;
import org.spsrules.RuleFailedException;
import org.spsrules.authoring.invariant.Scrutiny;
import org.spsrules.authoring.proof.Mutation.Outcome;
import org.spsrules.authoring.scenario.Comparison;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.report.ReportAssembly;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;

/** Says whether a scenario or an invariant notices what rules say with a fault. Thread-safe. */
final class Jury {

    private final ReportAssembly assembly;
    private final Scrutiny scrutiny;

    Jury(Knowledge knowledge) {
        this.assembly = new ReportAssembly(knowledge, knowledge.vocabulary());
        this.scrutiny = new Scrutiny(knowledge);
    }

    /** Whether a scenario holds. */
    boolean holds(Scenario scenario, TriedCase tried, Set<Match> matches) {
        try {
            return fits(scenario, matches)
                    && (!new Comparison(scenario).looksAtReport() || fits(scenario, report(tried, matches)));
        } catch (RuleFailedException e) {
            return false;
        }
    }

    /** Who notices a fault in the case of a scenario that holds without it. */
    Optional<Outcome> verdict(Suspect suspect, Scenario scenario, TriedCase tried, Set<Match> sound) {
        String ruleId = suspect.mutant().rule().id();
        boolean own = Rule.fileOf(scenario.ruleId()).equals(Rule.fileOf(ruleId));
        Outcome byScenario = own ? Outcome.KILLED_BY_ITS_SCENARIOS : Outcome.KILLED_BY_OTHER_SCENARIOS;
        Comparison comparison = new Comparison(scenario);
        // Whether the rule itself applies is cheaper to say than what it does to others.
        if (scenario.ruleId().equals(ruleId)
                && comparison.ofRule(suspect.applies(tried)).isPresent()) {
            return Optional.of(byScenario);
        }
        try {
            Set<Match> matches = suspect.matches(tried, sound);
            if (!fits(scenario, matches)) {
                return Optional.of(byScenario);
            }
            Report report = report(tried, matches);
            return fits(scenario, report) ? byInvariants(tried, report) : Optional.of(byScenario);
        } catch (RuleFailedException e) {
            return Optional.of(byScenario);
        }
    }

    /** Who notices a fault in a case of which nothing is expected but what must hold of every patient. */
    Optional<Outcome> verdict(Suspect suspect, TriedCase tried, Set<Match> sound) {
        try {
            return byInvariants(tried, report(tried, suspect.matches(tried, sound)));
        } catch (RuleFailedException e) {
            return Optional.of(Outcome.KILLED_BY_INVARIANTS);
        }
    }

    /**
     * The report.
     *
     * @throws RuleFailedException if there is none
     */
    Report report(TriedCase tried, Set<Match> matches) {
        try {
            return assembly.report(tried.patientCase(), tried.facts(), matches);
        } catch (StackOverflowError e) {
            // With a fault, two things can outrank each other.
            throw new RuleFailedException("", "no report can be made");
        }
    }

    private Optional<Outcome> byInvariants(TriedCase tried, Report report) {
        return scrutiny.of(tried.patientCase(), report).isEmpty()
                ? Optional.empty()
                : Optional.of(Outcome.KILLED_BY_INVARIANTS);
    }

    private static boolean fits(Scenario scenario, Set<Match> matches) {
        return new Comparison(scenario)
                .ofRule(matches.stream().anyMatch(match -> match.rule().id().equals(scenario.ruleId())))
                .isEmpty();
    }

    private static boolean fits(Scenario scenario, Report report) {
        return new Comparison(scenario).ofReport(report).isEmpty();
    }
}
