package org.spsrules.internal.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.spsrules.internal.knowledge.PrecedenceRow;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Vocabulary;

/** A kind of change that a report says of one drug at a time, and the changes of other drugs that go first. Thread-safe. */
final class OneAtATime {

    private final PrecedenceRow row;
    private final List<Rule> alike;
    private final List<Rule> ahead;
    private final ReportOrder order;
    private final Vocabulary vocabulary;

    OneAtATime(PrecedenceRow row, List<Rule> rules, ReportOrder order, Vocabulary vocabulary) {
        this.row = row;
        this.alike =
                rules.stream().filter(rule -> row.delays(rule.then().verb())).toList();
        this.ahead = rules.stream()
                .filter(rule -> row.behind().contains(rule.then().verb()))
                .toList();
        this.order = order;
        this.vocabulary = vocabulary;
    }

    /** The verb that says the change. */
    Verb verb() {
        return row.once().orElseThrow();
    }

    /** The rules that could be followed first. */
    Stream<Rule> rules() {
        return Stream.concat(alike.stream(), ahead.stream());
    }

    /**
     * What goes before a change: what the report says earlier, be it another drug of the class that is begun or another
     * drug's change of the same kind.
     *
     * @param isSaid whether nothing else keeps a change back
     */
    Optional<Match> before(Match change, RuleMatches matches, Predicate<Match> isSaid) {
        return first(
                        matches.of(ahead),
                        other -> isAnotherOfTheClass(other, change) && comesBefore(other, change),
                        isSaid)
                .or(() -> first(matches.of(alike), other -> comesBefore(other, change), isSaid))
                .filter(other -> !other.subject().equals(change.subject()));
    }

    private Optional<Match> first(List<Match> matches, Predicate<Match> concerns, Predicate<Match> isSaid) {
        return matches.isEmpty()
                ? Optional.empty()
                : matches.stream().filter(concerns).sorted(order).filter(isSaid).findFirst();
    }

    private boolean comesBefore(Match earlier, Match change) {
        return order.compare(earlier, change) < 0;
    }

    private boolean isAnotherOfTheClass(Match other, Match change) {
        return !other.subject().equals(change.subject()) && isAmong(other) && isAmong(change);
    }

    private boolean isAmong(Match change) {
        return row.among()
                .filter(group -> vocabulary.isA(change.subject(), group))
                .isPresent();
    }
}
