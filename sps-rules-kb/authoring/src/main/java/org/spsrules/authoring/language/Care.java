package org.spsrules.authoring.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;
import org.spsrules.internal.spelling.Suggestion;

/**
 * The kinds of care that wait, by their words. A rule that says {@code @care( "routine" )} speaks only while the finding for
 * which routine care waits does not hold, as if that stood at the end of its conditions.
 *
 * @param findings codes of the findings for which each kind waits
 */
public record Care(Map<String, String> findings) {

    static final String ANNOTATION = "care";

    /** The rule with what its kind of care adds to its conditions. */
    ParsedRule in(ParsedRule rule, Diagnostics diagnostics) {
        Optional<String> said = rule.care();
        if (said.isEmpty()) {
            return rule;
        }
        String finding = findings.get(said.get());
        if (finding == null) {
            diagnostics.add(
                    rule.places().of(Part.CARE),
                    LintCode.UNKNOWN_WORD,
                    "there is no care " + said.get() + " in knowledge.yaml"
                            + Suggestion.didYouMean(said.get(), findings.keySet()));
            return rule;
        }
        Pattern waits = Pattern.finding(
                Quantifier.NOT, finding, rule.places().of(Part.CARE).position().line());
        Constraint name = waits.constraints().get(0);
        for (Object part : List.of(waits, name, name.operands().get(0))) {
            rule.places().put(part, rule.places().of(Part.CARE));
        }
        List<Condition> conditions = Stream.concat(rule.rule().conditions().stream(), Stream.of(waits))
                .toList();
        return rule.with(rule.rule().when(conditions));
    }

    /** The annotation that says what a condition says; empty if there is none. */
    public Optional<String> annotation(Condition condition) {
        return findings.entrySet().stream()
                .filter(kind -> Pattern.finding(Quantifier.NOT, kind.getValue(), 0)
                        .plain()
                        .equals(condition.plain()))
                .findFirst()
                .map(kind -> "@" + ANNOTATION + "( \"" + kind.getKey() + "\" )");
    }
}
