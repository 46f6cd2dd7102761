package org.spsrules.authoring.proof;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.authoring.scenario.Scenario.Expectation;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Sentence;
import org.spsrules.internal.rule.Verb;

/** What rules say of a case only with a fault, only without it, or in other words. */
final class Contrast {

    private final Set<Match> otherwise = new HashSet<>();

    Contrast(Suspect suspect, Set<Match> sound, Set<Match> faulty) {
        Stream.of(sound, faulty)
                .flatMap(Set::stream)
                .filter(match -> !sound.contains(match)
                        || !faulty.contains(match)
                        || suspect.mutant().speaksOtherwise()
                                && match.rule()
                                        .id()
                                        .equals(suspect.mutant().rule().id()))
                .forEach(otherwise::add);
    }

    /** Whether it can show in what is expected of a report. */
    boolean canShowIn(Expectation expected) {
        return otherwise.stream().anyMatch(match -> canShow(match, expected));
    }

    private static boolean canShow(Match match, Expectation expected) {
        Sentence then = match.rule().then();
        return switch (then.verb().role()) {
            // A finding can change the line, the figures of doses, and what rests on an assumption.
            case CONCLUSION -> expected.line().isPresent() || !expected.says().isEmpty();
            case ALERT ->
                names(match.rule().id(), Stream.of(expected.alerts(), expected.doesNotAlert()))
                        || says(match.rule(), expected);
            default ->
                expected.line().isPresent() && then.verb().role() == Verb.Role.EXPOSURE
                        || names(
                                match.subject(),
                                Stream.of(expected.recommends(), expected.doesNotRecommend(), expected.withholds()))
                        || says(match.rule(), expected);
        };
    }

    private static boolean names(String what, Stream<List<String>> phrases) {
        return phrases.flatMap(List::stream).anyMatch(phrase -> phrase.contains(what));
    }

    private static boolean says(Rule rule, Expectation expected) {
        Sentence then = rule.then();
        return Stream.of(Optional.of(rule.title()), then.because(), then.dose(), then.how(), then.forPatient())
                .flatMap(Optional::stream)
                .anyMatch(text -> expected.says().stream().anyMatch(text::contains));
    }
}
