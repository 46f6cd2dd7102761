package org.spsrules.internal.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.Report.Obstacle;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.ReportFinding.Role;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.internal.shape.Aspect;
import org.spsrules.internal.shape.Aspects;
import org.spsrules.vocabulary.Vocabulary;

/** What stands against single sentences, as a report would find it. Thread-safe. */
public final class Offers {

    private static final Set<Aspect> READS = Stream.of(
                    Stream.of("Contraindication", "Interaction", "Option").map(Aspects::bringing),
                    Stream.of("therapy", "notTolerated", "response", "failed", "forSpsUnlessSaid")
                            .map(question -> Aspects.feeding("Treatment", question)))
            .flatMap(Function.identity())
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final Vocabulary vocabulary;
    private final Ladder ladder;
    private final Provenance provenance;
    private final ReportOrder order;
    private final Precedence precedence;

    /** Offers of this knowledge base. */
    public Offers(Knowledge knowledge, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.ladder = new Ladder(knowledge, vocabulary);
        this.provenance = new Provenance(knowledge, vocabulary);
        this.order = new ReportOrder(knowledge, ladder);
        this.precedence = new Precedence(knowledge, ladder, order, vocabulary, provenance);
    }

    /** The order in which a report says what rules say. */
    public Comparator<Match> order() {
        return order;
    }

    /** What of a case can stand against a therapy, whoever offers it. */
    public static Set<Aspect> reads() {
        return READS;
    }

    /** Whether anything can stand against what is said with a verb. */
    public boolean canBeWithheld(Verb verb) {
        return verb.role() == Verb.Role.EXPOSURE
                || precedence.outranking(Set.of(verb)).findAny().isPresent();
    }

    /** The codes of the findings by which an offer can be suspended. */
    public List<String> suspensions() {
        return Stream.of(Role.LADDER_SUSPENDED, Role.ESCALATION_SUSPENDED)
                .flatMap(role -> ladder.finding(role).stream())
                .toList();
    }

    /** The rules that could outrank what is said with one of these verbs. */
    public List<Rule> outranking(Set<Verb> verbs) {
        return precedence.outranking(verbs).toList();
    }

    /** The rules that could be followed before what is said with one of these verbs. */
    public List<Rule> first(Set<Verb> verbs) {
        return precedence.first(verbs).toList();
    }

    /**
     * Everything that keeps a sentence back; nothing if it is shown as a recommendation.
     *
     * @param sentence what a rule says
     * @param facts the facts of the case
     * @param matchesOf in which ways a rule applies
     */
    public List<Obstacle> against(Match sentence, Facts facts, Function<Rule, ? extends Collection<Match>> matchesOf) {
        Resolution resolution = resolution(facts, matchesOf);
        return resolution.standingAgainst(resolution.obstacles(sentence));
    }

    /** What outranks a sentence or goes before it, of all that rules say and conclude. */
    public List<Match> outranking(Match sentence, Facts facts, Function<Rule, ? extends Collection<Match>> matchesOf) {
        return resolution(facts, matchesOf).outranking(sentence);
    }

    /** Everything that stands against beginning or increasing a therapy, whether or not any rule would offer it. */
    public List<Obstacle> against(String therapy, Facts facts) {
        Resolution resolution = resolution(facts, rule -> List.of());
        return resolution.standingAgainst(resolution.obstacles(therapy));
    }

    private Resolution resolution(Facts facts, Function<Rule, ? extends Collection<Match>> matchesOf) {
        return new Resolution(facts, matchesOf, ladder, precedence, vocabulary, provenance);
    }
}
