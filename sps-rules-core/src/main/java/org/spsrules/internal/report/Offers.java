package org.spsrules.internal.report;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.spsrules.Report.Obstacle;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.ReportFinding.Role;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Vocabulary;

/** What stands against single offers, as a report would find it. Thread-safe. */
public final class Offers {

    private final Vocabulary vocabulary;
    private final Ladder ladder;
    private final Provenance provenance;

    /** Offers of this knowledge base. */
    public Offers(Knowledge knowledge, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.ladder = new Ladder(knowledge, vocabulary);
        this.provenance = new Provenance(knowledge, vocabulary);
    }

    /** The codes of the findings by which an offer can be suspended. */
    public List<String> suspensions() {
        return Stream.of(Role.LADDER_SUSPENDED, Role.ESCALATION_SUSPENDED)
                .flatMap(role -> ladder.finding(role).stream())
                .toList();
    }

    /**
     * Everything that keeps an offer back; nothing if it is shown as a recommendation.
     *
     * @param offer what a rule says
     * @param facts the facts of the case
     * @param findings which findings hold
     */
    public List<Obstacle> against(Match offer, List<Object> facts, Predicate<String> findings) {
        if (offer.rule().then().verb().role() != Verb.Role.EXPOSURE) {
            return List.of();
        }
        Resolution resolution = new Resolution(facts, findings, ladder, vocabulary, provenance);
        return resolution.standingAgainst(resolution.obstacles(offer));
    }

    /** Everything that stands against beginning or increasing a therapy, whether or not any rule would offer it. */
    public List<Obstacle> against(String therapy, List<Object> facts) {
        Resolution resolution = new Resolution(facts, finding -> false, ladder, vocabulary, provenance);
        return resolution.standingAgainst(resolution.obstacles(therapy));
    }
}
