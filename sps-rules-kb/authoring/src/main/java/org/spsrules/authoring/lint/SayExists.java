package org.spsrules.authoring.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.authoring.compile.FindingPredicate;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;
import org.spsrules.internal.rule.Rule;

/** A pattern that many facts may fit, and that binds nothing, asks whether there is one, and should say so. */
final class SayExists implements Check {

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        for (ParsedRule rule : subject.rules()) {
            rule.rule().conditions().stream()
                    .filter(condition -> !(condition instanceof Condition.Count))
                    .flatMap(condition -> condition.patterns().stream())
                    .filter(SayExists::bindsNothing)
                    .filter(pattern ->
                            mayFitSeveral(pattern, subject.knowledge().rules()))
                    .forEach(pattern -> diagnostics.add(
                            rule.places().of(pattern),
                            LintCode.SAY_EXISTS,
                            "several facts may fit; say exists " + pattern.factType() + "( … )"));
        }
    }

    private static boolean bindsNothing(Pattern pattern) {
        return pattern.quantifier() == Quantifier.EACH && !pattern.branches();
    }

    private static boolean mayFitSeveral(Pattern pattern, List<Rule> rules) {
        if (FactModel.instance().isSingle(pattern.factType())) {
            return false;
        }
        return FindingPredicate.read(pattern)
                .map(read -> !namesSubject(pattern) && mayHaveSeveralSubjects(read, rules))
                .orElse(true);
    }

    private static boolean namesSubject(Pattern pattern) {
        return pattern.constraints().stream()
                .anyMatch(constraint -> constraint.asked().equals("of"));
    }

    private static boolean mayHaveSeveralSubjects(FindingPredicate read, List<Rule> rules) {
        Set<Optional<String>> subjects = rules.stream()
                .map(FindingPredicate::concluded)
                .flatMap(Optional::stream)
                .filter(read::overlaps)
                .map(FindingPredicate::of)
                .collect(Collectors.toSet());
        return subjects.size() > 1 || subjects.contains(Optional.<String>empty());
    }
}
