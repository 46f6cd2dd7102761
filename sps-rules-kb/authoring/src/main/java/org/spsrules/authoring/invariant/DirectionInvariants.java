package org.spsrules.authoring.invariant;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.Answer;
import org.spsrules.PatientCase.Course;
import org.spsrules.Report.Recommendation;
import org.spsrules.authoring.invariant.Invariant.Breach;
import org.spsrules.internal.rule.Verb;

/** What must hold of the directions that a report gives: one for each drug, and one change at a time (D-55, D-61). */
final class DirectionInvariants {

    private enum Direction {
        BEGIN,
        RAISE,
        KEEP,
        TAPER,
        REVIEW
    }

    /** Verbs by the direction that they give a drug; what is said of other things gives none. */
    private static final Map<String, Direction> DIRECTIONS = Stream.of(
                    Map.entry(Verb.START, Direction.BEGIN),
                    Map.entry(Verb.ADD, Direction.BEGIN),
                    Map.entry(Verb.SWITCH_TO, Direction.BEGIN),
                    Map.entry(Verb.REPEAT, Direction.BEGIN),
                    Map.entry(Verb.REFER_FOR, Direction.BEGIN),
                    Map.entry(Verb.TITRATE, Direction.RAISE),
                    Map.entry(Verb.CONTINUE, Direction.KEEP),
                    Map.entry(Verb.TAPER, Direction.TAPER),
                    Map.entry(Verb.REVIEW, Direction.REVIEW))
            .collect(Collectors.toMap(entry -> entry.getKey().phrase(), Map.Entry::getValue));

    private static final Set<String> AGAINST_MORE =
            Set.of("confusion-on-treatment", "sedation", "respiratory-depression");

    private static final List<Invariant> ALL = List.of(
            new Invariant("Of one drug a report says one thing.", DirectionInvariants::secondDirection),
            new Invariant("Of two tapers one waits.", outcome -> second(outcome, Direction.TAPER)),
            new Invariant("Of two raises one waits.", outcome -> second(outcome, Direction.RAISE)),
            tapered(
                    "Nothing is tapered in a relapse or an acute severe exacerbation.",
                    DirectionInvariants::isFlaringUp),
            raised(
                    "Nothing is raised while a recorded side effect of it is confusion, sedation or respiratory"
                            + " depression.",
                    (outcome, drug) -> outcome.inUse(drug)
                            .anyMatch(treatment -> treatment.sideEffects().stream()
                                    .anyMatch(code -> AGAINST_MORE.stream()
                                            .anyMatch(
                                                    kind -> outcome.vocabulary().isA(code, kind))))),
            raised(
                    "Nothing is raised while its stop, reduction or exchange is planned.",
                    (outcome, drug) -> outcome.isToEnd(drug)));

    private DirectionInvariants() {}

    static List<Invariant> all() {
        return ALL;
    }

    private interface OfDrug {
        boolean test(Outcome outcome, String drug);
    }

    private static Invariant raised(String sentence, OfDrug isBroken) {
        return given(sentence, Direction.RAISE, isBroken);
    }

    private static Invariant tapered(String sentence, Predicate<Outcome> isBroken) {
        return given(sentence, Direction.TAPER, (outcome, drug) -> isBroken.test(outcome));
    }

    private static Invariant given(String sentence, Direction direction, OfDrug isBroken) {
        return new Invariant(
                sentence,
                outcome -> directions(outcome)
                        .filter(advice -> of(advice) == direction)
                        .filter(advice -> isBroken.test(outcome, Said.about(advice.subject())))
                        .findFirst()
                        .map(Said::breach));
    }

    private static Direction of(Recommendation advice) {
        return Objects.requireNonNull(DIRECTIONS.get(advice.action()), advice.action());
    }

    /** The items that give a therapy or a class a direction. */
    private static Stream<Recommendation> directions(Outcome outcome) {
        return outcome.report().recommendations().stream()
                .filter(advice -> DIRECTIONS.containsKey(advice.action()))
                .filter(advice -> outcome.isTherapy(Said.about(advice.subject())));
    }

    /** What is said of a class is said of its members. An offer that answers a danger stands beside a review. */
    private static Optional<Breach> secondDirection(Outcome outcome) {
        List<Recommendation> given = directions(outcome).toList();
        return given.stream()
                .flatMap(one -> given.stream()
                        .filter(other -> of(one) != of(other))
                        .filter(other ->
                                outcome.vocabulary().isA(Said.about(one.subject()), Said.about(other.subject())))
                        .filter(other -> !answersADanger(outcome, one) && !answersADanger(outcome, other))
                        .map(other -> new Breach(
                                Optional.of(one.basis().ruleId()),
                                Said.words(one.action(), one.subject()) + " and "
                                        + Said.words(other.action(), other.subject()))))
                .findFirst();
    }

    private static boolean answersADanger(Outcome outcome, Recommendation advice) {
        return Outcome.isExposure(advice.action())
                && outcome.answersADanger(advice.basis().ruleId());
    }

    private static Optional<Breach> second(Outcome outcome, Direction direction) {
        return directions(outcome)
                .filter(advice -> of(advice) == direction)
                .skip(1)
                .findFirst()
                .map(Said::breach);
    }

    private static boolean isFlaringUp(Outcome outcome) {
        Course course = outcome.patientCase().course();
        return course.relapse() == Answer.YES || course.acuteSevereExacerbation() == Answer.YES;
    }
}
