package org.spsrules.kb;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spsrules.internal.Engine;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.rule.Match;

/** An engine that is asked the same thing many times in a row. Not thread-safe. */
final class LastAnswer implements Engine {

    private final Engine engine;
    private @Nullable Facts facts;
    private Set<Match> answer = Set.of();

    LastAnswer(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Set<Match> evaluate(Facts asked) {
        if (asked != facts) {
            facts = asked;
            answer = engine.evaluate(asked);
        }
        return answer;
    }
}
