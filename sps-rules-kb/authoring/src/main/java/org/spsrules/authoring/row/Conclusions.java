package org.spsrules.authoring.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spsrules.authoring.compile.FindingPredicate;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;
import org.spsrules.internal.rule.Rule;

/**
 * The findings that rules can conclude. A finding about a row that no rule concludes about it is not asked for: a step
 * that nothing closes is open without asking whether it is closed. Not thread-safe.
 */
final class Conclusions {

    private List<ParsedRule> rules;
    private List<FindingPredicate> possible;

    Conclusions(List<ParsedRule> rules) {
        this.rules = rules;
        this.possible = concludedBy(rules);
    }

    private static List<FindingPredicate> concludedBy(List<ParsedRule> rules) {
        return rules.stream()
                .flatMap(rule -> FindingPredicate.concluded(rule.rule()).stream())
                .toList();
    }

    /** The rules without what can never hold of their rows; those of which nothing can hold are gone. */
    List<ParsedRule> withoutTheImpossible() {
        int before;
        do {
            before = possible.size();
            List<ParsedRule> left = new ArrayList<>();
            rules.forEach(rule -> simplified(rule).ifPresent(left::add));
            rules = left;
            possible = concludedBy(left);
        } while (possible.size() < before);
        return rules;
    }

    private Optional<ParsedRule> simplified(ParsedRule parsed) {
        Rule rule = parsed.rule();
        if (Rule.fileOf(rule.id()).equals(rule.id())) {
            return Optional.of(parsed);
        }
        return new Simplification(this::known, parsed.places())
                .of(rule.conditions())
                .map(left -> left.equals(rule.conditions()) ? parsed : parsed.with(rule.when(left)));
    }

    /** A finding of a name that no rule concludes at all is left to lint, because it is most likely misspelt. */
    private Optional<Boolean> known(Pattern pattern) {
        return FindingPredicate.read(pattern)
                .filter(read -> possible.stream().noneMatch(read::overlaps)
                        && possible.stream().anyMatch(other -> other.name().equals(read.name())))
                .map(read -> pattern.quantifier() == Quantifier.NOT);
    }
}
