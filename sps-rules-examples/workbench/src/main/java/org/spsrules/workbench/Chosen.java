package org.spsrules.workbench;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.spelling.Suggestion;
import picocli.CommandLine.Option;

/** The option that chooses the rules which a command looks at. */
final class Chosen {

    @Option(
            names = "--only",
            paramLabel = "PATTERN",
            description = {
                "Look only at rules whose id begins so, and at no rows: safety/, one whole id, or with * for anything:"
                        + " */start-*."
            })
    private String pattern = "";

    /** Whether nothing is left out. */
    boolean isEverything() {
        return pattern.isEmpty();
    }

    /** Whether a rule is meant. */
    Predicate<String> ruleIds() {
        return Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q") + ".*")
                .asMatchPredicate();
    }

    /**
     * Sees that a rule is meant at all.
     *
     * @throws UnreadableException if none is
     */
    void check(Knowledge knowledge) throws UnreadableException {
        List<String> ids = knowledge.rules().stream().map(Rule::id).toList();
        if (ids.stream().noneMatch(ruleIds())) {
            throw new UnreadableException(
                    "--only: no rule has an id that begins with " + pattern + Suggestion.didYouMean(pattern, ids));
        }
    }
}
