package org.spsrules.internal.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Obstacle.Kind;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.PrecedenceRow;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Vocabulary;

/** One drug, one direction, and one change at a time (D-55): what is not said because something outranks it. Thread-safe. */
final class Precedence {

    private static final Set<Verb> IN_USE = EnumSet.of(Verb.CONTINUE, Verb.TAPER, Verb.TITRATE);

    private final Map<PrecedenceRow, List<Rule>> rules = new LinkedHashMap<>();
    private final List<OneAtATime> oneAtATime;
    private final Ladder ladder;
    private final ReportOrder order;
    private final Vocabulary vocabulary;
    private final Provenance provenance;

    Precedence(Knowledge knowledge, Ladder ladder, ReportOrder order, Vocabulary vocabulary, Provenance provenance) {
        this.ladder = ladder;
        this.order = order;
        this.vocabulary = vocabulary;
        this.provenance = provenance;
        for (PrecedenceRow row : knowledge.precedence()) {
            rules.put(
                    row,
                    knowledge.rules().stream()
                            .filter(rule ->
                                    row.finding().filter(rule::concludes).isPresent()
                                            || row.said()
                                                    .filter(rule.then().verb()::equals)
                                                    .isPresent())
                            .toList());
        }
        this.oneAtATime = knowledge.precedence().stream()
                .filter(row -> row.once().isPresent())
                .map(row -> new OneAtATime(row, knowledge.rules(), order, vocabulary))
                .toList();
    }

    /** The rules that could outrank what is said with one of these verbs. */
    Stream<Rule> outranking(Set<Verb> verbs) {
        return rules.entrySet().stream()
                .filter(entry -> entry.getKey().withholds().stream().anyMatch(verbs::contains))
                .flatMap(entry -> entry.getValue().stream())
                .distinct();
    }

    /**
     * What outranks a sentence, strongest first. Nothing outranks an offer that answers a danger.
     *
     * @param matches in which ways rules apply
     */
    List<Match> outranking(Match sentence, RuleMatches matches) {
        Verb verb = sentence.rule().then().verb();
        if (verb.role() == Verb.Role.EXPOSURE && !ladder.waits(sentence)) {
            return List.of();
        }
        List<Match> outranking = new ArrayList<>();
        rules.forEach((row, known) -> {
            if (row.withholds().contains(verb)) {
                for (Match match : matches.of(known)) {
                    if (concerns(match, sentence)) {
                        outranking.add(match);
                    }
                }
            }
        });
        return outranking;
    }

    /**
     * A finding is about a drug or about none; advice is about a drug. What goes on, is raised or is lowered and is stated as
     * a class may be any drug of it, and so is outranked by what is said of one.
     */
    private boolean concerns(Match stronger, Match sentence) {
        String drug = sentence.subject();
        boolean inUse = IN_USE.contains(sentence.rule().then().verb());
        boolean concludes = stronger.rule().then().verb() == Verb.CONCLUDE;
        Optional<String> about =
                concludes ? stronger.objects().stream().skip(1).findFirst() : Optional.of(stronger.subject());
        return about.filter(of -> !of.isEmpty())
                .map(of -> vocabulary.isA(drug, of) || inUse && vocabulary.isA(of, drug))
                .orElse(concludes);
    }

    /** Why something is withheld: the rule that outranks it, in the words of its title. */
    Obstacle obstacle(Match stronger, String drug) {
        Rule rule = stronger.rule();
        return new Obstacle(
                Kind.OUTRANKED,
                vocabulary.nameOf(drug),
                rule.title() + ".",
                true,
                List.of(),
                provenance.citations(rule.sources()));
    }

    /** The rules that could be followed first where one of these verbs is said of one drug at a time. */
    Stream<Rule> first(Set<Verb> verbs) {
        return delaying(verbs).flatMap(OneAtATime::rules).distinct();
    }

    /**
     * What goes before a change of which a report says one at a time.
     *
     * @param isSaid whether nothing else keeps a change back
     */
    Optional<Match> before(Match change, RuleMatches matches, Predicate<Match> isSaid) {
        return delaying(Set.of(change.rule().then().verb()))
                .flatMap(row -> row.before(change, matches, isSaid).stream())
                .min(order);
    }

    private Stream<OneAtATime> delaying(Set<Verb> verbs) {
        return oneAtATime.stream().filter(row -> verbs.contains(row.verb()));
    }

    /** Why a change waits for another one. */
    Obstacle waitsFor(Match first) {
        Rule rule = first.rule();
        String drug = vocabulary.nameOf(first.subject());
        return new Obstacle(
                Kind.OUTRANKED,
                drug,
                "One change at a time: " + rule.then().verb().phrase() + " " + drug + " first, and see what it does.",
                true,
                List.of(),
                provenance.citations(rule.sources()));
    }
}
