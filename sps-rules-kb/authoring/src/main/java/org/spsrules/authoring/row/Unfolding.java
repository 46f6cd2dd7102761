package org.spsrules.authoring.row;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.authoring.row.Rows.Fit;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Sentence;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Makes one rule for each row of a rule that asks for rows. What it asks of the row is answered here, and what the row
 * says stands in the rule in place of the variables; so whoever evaluates, explains or tests rules knows nothing of rows.
 *
 * <p>An alternative that asks for a row which does not exist falls away, and so does a rule. Thread-safe.
 */
public final class Unfolding {

    private final Rows rows;
    private final Vocabulary vocabulary;

    /** Rules about these rows. */
    public Unfolding(Rows rows, Vocabulary vocabulary) {
        this.rows = rows;
        this.vocabulary = vocabulary;
    }

    /** Whether a rule asks for rows. */
    public static boolean isAboutRows(Rule rule) {
        return rule.patterns().stream().anyMatch(Rows::areAskedFor);
    }

    /**
     * The rules that become of some rules, in the order of these and of the rows.
     *
     * @param written rules in which no check has found a mistake
     */
    public List<ParsedRule> of(List<ParsedRule> written, Diagnostics diagnostics) {
        List<ParsedRule> unfolded = new ArrayList<>();
        for (ParsedRule rule : written) {
            unfolded.addAll(isAboutRows(rule.rule()) ? of(rule, diagnostics) : List.of(rule));
        }
        return new Conclusions(unfolded).withoutTheImpossible();
    }

    private List<ParsedRule> of(ParsedRule written, Diagnostics diagnostics) {
        List<Pattern> asked = written.rule().conditions().stream()
                .filter(Pattern.class::isInstance)
                .map(Pattern.class::cast)
                .filter(Rows::areAskedFor)
                .toList();
        if (asked.size() != 1) {
            Stream<Pattern> misplaced = asked.isEmpty()
                    ? written.rule().patterns().stream().filter(Rows::areAskedFor)
                    : asked.stream().skip(1);
            diagnostics.add(
                    written.places().of(misplaced.findFirst().orElseThrow()),
                    LintCode.WRONG_USE,
                    "a rule is about one kind of row; ask for it once, and for more of it within alternatives");
            return List.of();
        }
        List<ParsedRule> unfolded = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        for (Fit fit : rows.fitting(asked.get(0), Map.of())) {
            if (!keys.add(fit.row().key())) {
                diagnostics.add(
                        written.places().of(asked.get(0)),
                        LintCode.DUPLICATE,
                        "there are two rows for " + fit.row().key() + ", so that two rules would have one id");
            } else {
                about(fit, written).ifPresent(unfolded::add);
            }
        }
        if (unfolded.isEmpty()) {
            diagnostics.add(
                    written.places().of(asked.get(0)),
                    LintCode.NEVER_FIRES,
                    "the knowledge base has no such row: " + asked.get(0).text());
        }
        return unfolded;
    }

    private Optional<ParsedRule> about(Fit fit, ParsedRule written) {
        Substitution substitution = new Substitution(fit.variables(), vocabulary, written.places());
        List<Condition> conditions = new ArrayList<>();
        for (Condition condition : written.rule().conditions()) {
            if (condition instanceof Condition.AnyOf group) {
                conditions.add(anyOf(group, written, fit.variables()));
            } else if (condition instanceof Pattern pattern) {
                conditions.addAll(Rows.areAskedFor(pattern) ? List.of() : substitution.in(pattern));
            } else {
                conditions.add(substitution.in((Condition.Count) condition));
            }
        }
        Rule rule = written.rule();
        Sentence then = substitution.in(rule.then());
        return new Simplification(pattern -> Optional.empty(), written.places())
                .of(conditions)
                .map(left -> written.with(new Rule(
                        Rule.idOf(rule.id(), fit.row().key()),
                        substitution.in(rule.title()),
                        Stream.concat(rule.sources().stream(), fit.row().sources().stream())
                                .distinct()
                                .toList(),
                        Stream.concat(fit.row().grades().stream(), rule.grades().stream())
                                .distinct()
                                .toList(),
                        rule.reviewed(),
                        left,
                        then,
                        rule.stratum())));
    }

    /** The group for one row: each alternative once for each way in which the rows that it asks for are there. */
    private Condition anyOf(Condition.AnyOf group, ParsedRule written, Map<String, Object> variables) {
        List<List<Pattern>> alternatives = new ArrayList<>();
        for (List<Pattern> alternative : group.alternatives()) {
            for (Map<String, Object> way : ways(alternative, variables)) {
                Substitution substitution = new Substitution(way, vocabulary, written.places());
                alternatives.add(alternative.stream()
                        .filter(pattern -> !Rows.areAskedFor(pattern))
                        .flatMap(pattern -> substitution.in(pattern).stream())
                        .toList());
            }
        }
        Condition unfolded = new Condition.AnyOf(alternatives, group.text(), group.line());
        written.places().put(unfolded, written.places().of(group));
        return unfolded;
    }

    private List<Map<String, Object>> ways(List<Pattern> alternative, Map<String, Object> variables) {
        List<Map<String, Object>> ways = List.of(variables);
        for (Pattern pattern : alternative) {
            if (Rows.areAskedFor(pattern)) {
                ways = ways.stream()
                        .flatMap(way -> rows.fitting(pattern, way).stream())
                        .map(Fit::variables)
                        .toList();
            }
        }
        return ways;
    }
}
