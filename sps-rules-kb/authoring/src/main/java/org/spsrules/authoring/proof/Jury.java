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

    private final TriedCase.Maker maker;
    private final ReportAssembly assembly;
    private final Scrutiny scrutiny;

    Jury(TriedCase.Maker maker) {
        Knowledge knowledge = maker.knowledge();
        this.maker = maker;
        this.assembly = new ReportAssembly(knowledge, knowledge.vocabulary());
        this.scrutiny = new Scrutiny(knowledge);
    }

    /** Whether a scenario holds without any fault. */
    boolean holds(Scenario scenario, TriedCase tried) {
        try {
            Set<Match> matches = maker.matches(tried);
            return fits(scenario, matches)
                    && (!new Comparison(scenario).looksAtReport() || fits(scenario, report(tried, matches)));
        } catch (RuleFailedException e) {
            return false;
        }
    }

    /**
     * Who notices a fault in the case of a scenario that holds without it. A report is made only where what is said otherwise
     * can show in what the scenario expects; so it may happen that a fault is let off, and never that one is noticed which is
     * not.
     */
    Optional<Outcome> verdict(Suspect suspect, Scenario scenario, TriedCase tried) {
        String ruleId = suspect.mutant().rule().id();
        boolean own = Rule.fileOf(scenario.ruleId()).equals(Rule.fileOf(ruleId));
        Outcome byScenario = own ? Outcome.KILLED_BY_ITS_SCENARIOS : Outcome.KILLED_BY_OTHER_SCENARIOS;
        Comparison comparison = new Comparison(scenario);
        // Whether the rule itself applies is cheaper to say than what it does to others.
        if (scenario.ruleId().equals(ruleId)
                && comparison.ofRule(suspect.applies(tried)).isPresent()) {
            return Optional.of(byScenario);
        }
        if (!comparison.looksAtReport() && !suspect.reaches(scenario.ruleId())) {
            return Optional.empty();
        }
        try {
            Set<Match> sound = maker.matches(tried);
            Set<Match> matches = suspect.matches(tried, sound);
            boolean notices = !fits(scenario, matches)
                    || comparison.looksAtReport()
                            && (own || new Contrast(suspect, sound, matches).canShowIn(scenario.expected()))
                            && !fits(scenario, report(tried, matches));
            return notices ? Optional.of(byScenario) : Optional.empty();
        } catch (RuleFailedException e) {
            return Optional.of(byScenario);
        }
    }

    /** Who notices a fault in a case of which nothing is expected but what must hold of every patient. */
    Optional<Outcome> verdict(Suspect suspect, TriedCase tried) {
        try {
            return byInvariants(tried, report(tried, suspect.matches(tried, maker.matches(tried))));
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
