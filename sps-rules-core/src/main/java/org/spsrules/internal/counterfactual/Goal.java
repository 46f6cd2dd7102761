package org.spsrules.internal.counterfactual;

import java.util.List;
import java.util.Set;
import org.spsrules.Report.Obstacle;
import org.spsrules.internal.report.Offers;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.vocabulary.Vocabulary;

/**
 * That a therapy be recommended. Thread-safe.
 *
 * @param therapy the therapy or class
 * @param targets the rules that can recommend it
 * @param offers says what stands against an offer
 * @param vocabulary tells kinds of the therapy
 */
record Goal(String therapy, Targets targets, Offers offers, Vocabulary vocabulary) {

    /** The rules that can recommend it. */
    List<Rule> rules() {
        return targets.of(therapy);
    }

    /** What a rule can recommend of it. */
    Set<String> subjects(Rule rule) {
        return targets.subjects(rule, therapy);
    }

    /** Whether a rule recommends it, and nothing stands against it. */
    boolean isReached(Candidate hypothesis) {
        return rules().stream()
                .flatMap(rule -> hypothesis.evaluation().matchesOf(rule).stream())
                .anyMatch(
                        offer -> isAbout(offer) && obstacles(offer, hypothesis).isEmpty());
    }

    /** Whether an offer is one of the therapy. */
    boolean isAbout(Match offer) {
        return vocabulary.isA(offer.subject(), therapy);
    }

    /** What stands against an offer. */
    List<Obstacle> obstacles(Match offer, Candidate hypothesis) {
        return offers.against(offer, hypothesis.facts(), hypothesis.evaluation()::matchesOf);
    }

    /** What stands against a therapy, whoever offers it. */
    List<Obstacle> against(String subject, Candidate hypothesis) {
        return offers.against(subject, hypothesis.facts());
    }

    /** What outranks an offer. */
    List<Match> outranking(Match offer, Candidate hypothesis) {
        return offers.outranking(offer, hypothesis.facts(), hypothesis.evaluation()::matchesOf);
    }
}
