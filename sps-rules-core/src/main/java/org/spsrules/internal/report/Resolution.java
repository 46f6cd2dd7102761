package org.spsrules.internal.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Obstacle.Kind;
import org.spsrules.internal.fact.Contraindication;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.fact.Interaction;
import org.spsrules.internal.fact.Option;
import org.spsrules.internal.fact.Treatment;
import org.spsrules.internal.knowledge.Reading;
import org.spsrules.internal.knowledge.ReportFinding.Role;
import org.spsrules.internal.reference.Witness;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Decides, in one place for all rules, what stands against an offer that begins or increases exposure (D-20). No rule
 * has to ask whether its therapy is contraindicated.
 */
final class Resolution {

    private static final Comparator<Obstacle> GRAVEST_FIRST =
            Comparator.comparing(Obstacle::kind).thenComparing(Obstacle::about).thenComparing(Obstacle::reason);

    private static final Set<String> WITH_ROWS =
            Set.of(Contraindication.class.getSimpleName(), Interaction.class.getSimpleName());

    private final Facts facts;
    private final RuleMatches matches;
    private final Ladder ladder;
    private final Precedence precedence;
    private final Vocabulary vocabulary;
    private final Provenance provenance;
    private final Map<Match, List<Obstacle>> own = new HashMap<>();

    Resolution(
            Facts facts,
            Function<Rule, ? extends Collection<Match>> matchesOf,
            Ladder ladder,
            Precedence precedence,
            Vocabulary vocabulary,
            Provenance provenance) {
        this.facts = facts;
        this.matches = new RuleMatches(matchesOf);
        this.ladder = ladder;
        this.precedence = precedence;
        this.vocabulary = vocabulary;
        this.provenance = provenance;
    }

    /**
     * Everything that stands against a sentence or calls for care, gravest first. Advice gives way only to what outranks
     * it; what could be said waits where another change goes first.
     */
    List<Obstacle> obstacles(Match sentence) {
        List<Obstacle> obstacles = new ArrayList<>(ownObstacles(sentence));
        if (!withholds(obstacles)) {
            before(sentence).map(precedence::waitsFor).ifPresent(obstacles::add);
        }
        return obstacles;
    }

    /** Asked of a sentence again for each that it may outrank or go before. */
    private List<Obstacle> ownObstacles(Match sentence) {
        List<Obstacle> known = own.get(sentence);
        if (known == null) {
            known = findOwnObstacles(sentence);
            own.put(sentence, known);
        }
        return known;
    }

    private List<Obstacle> findOwnObstacles(Match sentence) {
        boolean offers = sentence.rule().then().verb().role() == Verb.Role.EXPOSURE;
        List<Obstacle> obstacles = offers ? against(sentence) : new ArrayList<>();
        stronger(sentence)
                .map(stronger -> precedence.obstacle(stronger, sentence.subject()))
                .distinct()
                .forEach(obstacles::add);
        obstacles.sort(GRAVEST_FIRST);
        return obstacles;
    }

    /** What outranks a sentence, or goes before it: findings, and what is really said. */
    List<Match> outranking(Match sentence) {
        return Stream.concat(stronger(sentence), before(sentence).stream()).toList();
    }

    private Stream<Match> stronger(Match sentence) {
        return precedence.outranking(sentence, matches).stream()
                .filter(match -> match.rule().then().verb() == Verb.CONCLUDE || isSaid(match));
    }

    private Optional<Match> before(Match sentence) {
        return precedence.before(sentence, matches, this::isSaid);
    }

    /** Whether nothing but the order of changes keeps a sentence back. */
    private boolean isSaid(Match match) {
        return !withholds(ownObstacles(match));
    }

    private List<Obstacle> against(Match offer) {
        List<Obstacle> obstacles = obstacles(offer.subject());
        obstacles.addAll(againstMembers(offer, standingAgainst(obstacles)));
        if (ladder.waits(offer)) {
            suspension(Role.LADDER_SUSPENDED).ifPresent(obstacles::add);
        }
        if (ladder.escalates(offer)) {
            suspension(Role.ESCALATION_SUSPENDED).ifPresent(obstacles::add);
        }
        return obstacles;
    }

    /** Everything that stands against a therapy or calls for care, whoever offers it. */
    List<Obstacle> obstacles(String therapy) {
        List<Obstacle> obstacles = new ArrayList<>();
        for (Treatment treatment : facts.treatments()) {
            if (treatment.therapy().equals(therapy)) {
                experience(treatment).ifPresent(obstacles::add);
            } else if (treatment.notTolerated() && vocabulary.isA(therapy, treatment.therapy())) {
                obstacles.add(obstacle(
                        Kind.CAUTION,
                        treatment.therapy(),
                        "A drug of this kind was not tolerated, and it is not said which; find out which before."));
            }
        }
        for (Option option : facts.options()) {
            if (option.therapy().equals(therapy)) {
                obstacles.add(closing(option));
            }
        }
        for (Contraindication found : facts.contraindications()) {
            if (vocabulary.isA(therapy, found.therapy())) {
                obstacles.add(obstacle(
                        found.level(),
                        vocabulary.nameOf(found.condition()),
                        found.reason(),
                        found.verified(),
                        found.readings(),
                        found.sources()));
            }
        }
        facts.interactions().forEach(found -> interaction(therapy, found).ifPresent(obstacles::add));
        List<Obstacle> once = new ArrayList<>(new LinkedHashSet<>(obstacles));
        once.sort(GRAVEST_FIRST);
        return once;
    }

    private Obstacle closing(Option option) {
        if (option.declined()) {
            return obstacle(Kind.DECLINED, option.therapy(), "The patient has declined it.");
        }
        return option.unsuitable()
                ? obstacle(
                        Kind.CONTRAINDICATED,
                        option.therapy(),
                        "A clinician has judged it unsuitable for this patient.")
                : obstacle(Kind.UNAVAILABLE, option.therapy(), "It cannot be had.");
    }

    /**
     * What stands against the members of a class that is offered, beside what stands against the class: what withholds
     * them if it is so of all, else what calls for the choice of another member. Where a drug of the class is raised, there
     * is nothing to choose: it may be the one that has failed.
     */
    private List<Obstacle> againstMembers(Match offer, List<Obstacle> againstTheClass) {
        String offered = offer.subject();
        boolean raised = offer.rule().then().verb() == Verb.TITRATE;
        Map<String, List<Obstacle>> excluded = new TreeMap<>();
        List<String> members = vocabulary.membersOf(offered);
        for (String member : members) {
            List<Obstacle> against = standingAgainst(obstacles(member)).stream()
                    .filter(obstacle -> !againstTheClass.contains(obstacle))
                    .toList();
            if (!against.isEmpty()) {
                excluded.put(member, against);
            }
        }
        boolean none = excluded.size() == members.size();
        return excluded.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(obstacle -> none || raised && isExperience(obstacle)
                                ? obstacle
                                : chooseAnother(entry.getKey(), obstacle)))
                .distinct()
                .toList();
    }

    private static boolean isExperience(Obstacle obstacle) {
        return obstacle.kind() == Kind.NOT_TOLERATED || obstacle.kind() == Kind.FAILED;
    }

    private Obstacle chooseAnother(String member, Obstacle against) {
        return new Obstacle(
                Kind.CAUTION,
                vocabulary.nameOf(member),
                "Not " + vocabulary.nameOf(member) + " in this patient; choose another member. " + against.reason(),
                against.verified(),
                against.readings(),
                against.citations());
    }

    /** What the patient's own experience with a therapy says against beginning or increasing it. */
    private Optional<Obstacle> experience(Treatment treatment) {
        if (treatment.notTolerated()) {
            return Optional.of(obstacle(Kind.NOT_TOLERATED, treatment.therapy(), "It was not tolerated."));
        }
        if (treatment.response().equals("worse") && treatment.forSpsUnlessSaid()) {
            return Optional.of(obstacle(Kind.FAILED, treatment.therapy(), "The patient got worse on it."));
        }
        return treatment.failed() && treatment.forSpsUnlessSaid()
                ? Optional.of(obstacle(Kind.FAILED, treatment.therapy(), "It did no good in an adequate trial."))
                : Optional.empty();
    }

    private Optional<Obstacle> suspension(Role role) {
        List<String> why = ladder.holding(role, matches::of);
        return ladder.finding(role)
                .filter(finding -> !why.isEmpty())
                .map(finding -> obstacle(Kind.SUSPENDED, finding, String.join(" ", why)));
    }

    private Obstacle obstacle(Kind kind, String about, String reason) {
        return new Obstacle(kind, vocabulary.nameOf(about), reason, true, List.of(), List.of());
    }

    /** An interaction stands against the one therapy where the patient takes the other, or is to begin both. */
    private Optional<Obstacle> interaction(String therapy, Interaction found) {
        boolean planned = therapy.equals(found.planned());
        boolean one = (found.otherTaken() || planned) && vocabulary.isA(therapy, found.therapy());
        boolean other = (found.therapyTaken() || planned) && vocabulary.isA(therapy, found.other());
        return one || other
                ? Optional.of(obstacle(
                        found.level(),
                        near(therapy, one ? found.other() : found.therapy()),
                        found.reason(),
                        found.verified(),
                        found.readings(),
                        found.sources()))
                : Optional.empty();
    }

    /**
     * Names of what the patient takes of a class, or is to begin, because the name of the class tells nobody which drug is
     * meant.
     */
    private String near(String beside, String therapyOrClass) {
        Stream<String> taken = facts.treatments().stream()
                .filter(treatment -> treatment.current() && treatment.isA(therapyOrClass))
                .map(Treatment::therapy);
        Stream<String> begun = facts.plans().stream()
                .filter(plan -> plan.isBegun() && plan.concerns(therapyOrClass))
                .flatMap(plan -> plan.stated().therapy().stream());
        return Stream.concat(taken, begun)
                .filter(code -> !code.equals(beside))
                .distinct()
                .map(vocabulary::nameOf)
                .collect(Collectors.joining(", "));
    }

    /**
     * What stands behind an alert about a contraindication or an interaction: every row of the same level that concerns
     * its therapy.
     */
    List<Obstacle> rowsBehind(Match alert, List<Witness> witnesses) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Witness witness : witnesses) {
            witness.fact().ifPresent(fact -> {
                if (fact instanceof Contraindication row) {
                    kinds.add(kind(row.level()));
                } else if (fact instanceof Interaction row) {
                    kinds.add(kind(row.level()));
                }
            });
        }
        return kinds.isEmpty()
                ? List.of()
                : against(alert).stream()
                        .sorted(GRAVEST_FIRST)
                        .filter(obstacle -> kinds.contains(obstacle.kind()))
                        .toList();
    }

    /** Whether a rule is an alert that rows can be behind. */
    static boolean asksForRows(Rule rule) {
        return rule.then().verb().role() == Verb.Role.ALERT
                && rule.patterns().stream().map(Pattern::factType).anyMatch(WITH_ROWS::contains);
    }

    private static Kind kind(String level) {
        return switch (level) {
            case "absolute" -> Kind.CONTRAINDICATED;
            case "specialist-decision" -> Kind.SPECIALIST_DECISION;
            default -> Kind.CAUTION;
        };
    }

    private Obstacle obstacle(
            String level, String about, String reason, boolean verified, List<Reading> readings, List<String> sources) {
        return new Obstacle(
                kind(level), about, reason, verified, provenance.readings(readings), provenance.citations(sources));
    }

    /** Whether the obstacles keep an offer back. */
    boolean withholds(List<Obstacle> obstacles) {
        return !standingAgainst(obstacles).isEmpty();
    }

    /** The obstacles that keep an offer back. */
    List<Obstacle> standingAgainst(List<Obstacle> obstacles) {
        return obstacles.stream()
                .filter(obstacle -> obstacle.kind() != Kind.CAUTION)
                .toList();
    }
}
