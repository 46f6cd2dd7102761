package org.spsrules.internal.fact;

import java.util.Optional;
import org.spsrules.internal.rule.Match;

/**
 * What a rule has concluded, for other rules to read. The only fact that a rule may negate: a finding that no rule
 * concluded does not hold.
 *
 * @param name code of the finding, for example {@code step-open}
 * @param of code of what it is about; empty if it is about the patient as such
 */
public record Finding(
        @Says("{value}") String name, @Says("of {value}") String of) implements Fact {

    @Override
    public Optional<String> about() {
        return Optional.of(of).filter(code -> !code.isEmpty());
    }

    /** What a rule concludes by a match. */
    public static Finding concludedBy(Match match) {
        return new Finding(
                match.subject(), match.objects().size() > 1 ? match.objects().get(1) : "");
    }
}
