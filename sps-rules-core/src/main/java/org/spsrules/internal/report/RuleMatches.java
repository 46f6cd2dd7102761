package org.spsrules.internal.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;

/**
 * The ways in which rules apply to one case. What outranks a sentence is looked for among hundreds of rules, most of which do
 * not apply, and for every sentence anew; so those that do are looked up once for each list of rules. Not thread-safe.
 */
final class RuleMatches {

    private final Function<Rule, ? extends Collection<Match>> matchesOf;
    private final Map<List<Rule>, List<Match>> known = new IdentityHashMap<>();

    RuleMatches(Function<Rule, ? extends Collection<Match>> matchesOf) {
        this.matchesOf = matchesOf;
    }

    /** In which ways one rule applies. */
    Collection<Match> of(Rule rule) {
        return matchesOf.apply(rule);
    }

    /**
     * In which ways some rules apply.
     *
     * @param rules a list that lives as long as the knowledge base
     */
    List<Match> of(List<Rule> rules) {
        List<Match> found = known.get(rules);
        if (found == null) {
            found = new ArrayList<>();
            for (Rule rule : rules) {
                found.addAll(matchesOf.apply(rule));
            }
            known.put(rules, found);
        }
        return found;
    }
}
