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
            case ALERT ->
                Stream.of(expected.alerts(), expected.doesNotAlert())
                                .flatMap(List::stream)
                                .anyMatch(phrase -> phrase.contains(match.rule().id()))
                        || says(match.rule(), expected);
            // A finding, or advice about one drug, can also withhold what is said of another.
            default ->
                expected.line().isPresent()
                        || !expected.recommends().isEmpty()
                        || !expected.doesNotRecommend().isEmpty()
                        || !expected.withholds().isEmpty()
                        || !expected.says().isEmpty();
        };
    }

    private static boolean says(Rule rule, Expectation expected) {
        Sentence then = rule.then();
        return Stream.of(Optional.of(rule.title()), then.because(), then.dose(), then.how(), then.forPatient())
                .flatMap(Optional::stream)
                .anyMatch(text -> expected.says().stream().anyMatch(text::contains));
    }
}
