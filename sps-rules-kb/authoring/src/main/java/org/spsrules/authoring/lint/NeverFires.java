package org.spsrules.authoring.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spsrules.authoring.compile.FindingPredicate;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;

/** The conditions of a rule, and those of each alternative in it, can be met together. */
final class NeverFires implements Check {

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        for (ParsedRule rule : subject.rules()) {
            List<Pattern> always = rule.rule().conditions().stream()
                    .filter(Pattern.class::isInstance)
                    .map(Pattern.class::cast)
                    .toList();
            Contradictions found = new Contradictions(rule, subject.space(), diagnostics);
            if (!found.in(always)) {
                for (Condition condition : rule.rule().conditions()) {
                    if (condition instanceof Condition.Count count) {
                        found.in(count.patterns());
                    } else if (condition instanceof Condition.AnyOf group) {
                        group.alternatives()
                                .forEach(alternative -> found.in(Stream.concat(always.stream(), alternative.stream())
                                        .toList()));
                    }
                }
            }
        }
    }

    private record Contradictions(ParsedRule rule, FactSpace space, Diagnostics diagnostics) {

        /** Whether patterns that must hold together contradict each other; if they do, that is reported. */
        boolean in(List<Pattern> patterns) {
            Map<String, List<Constraint>> ofOneFact = new LinkedHashMap<>();
            boolean found = false;
            for (Pattern pattern : patterns) {
                if (pattern.isNegated()) {
                    continue;
                } else if (FactModel.instance().isSingle(pattern.factType())) {
                    ofOneFact
                            .computeIfAbsent(pattern.factType(), type -> new ArrayList<>())
                            .addAll(pattern.constraints());
                } else {
                    found |= report(space.contradiction(pattern.factType(), pattern.constraints()));
                }
            }
            for (Map.Entry<String, List<Constraint>> one : ofOneFact.entrySet()) {
                found |= report(space.contradiction(one.getKey(), one.getValue()));
            }
            return found | findings(patterns);
        }

        private boolean report(List<Constraint> contradiction) {
            if (contradiction.isEmpty()) {
                return false;
            }
            diagnostics.add(
                    rule.places().of(contradiction.get(contradiction.size() - 1)),
                    LintCode.NEVER_FIRES,
                    (contradiction.size() == 1 ? "this is never true: " : "these are never true together: ")
                            + Constraint.spelling(contradiction));
            return true;
        }

        private boolean findings(List<Pattern> patterns) {
            List<FindingPredicate> read = patterns.stream()
                    .filter(pattern -> !pattern.isNegated())
                    .flatMap(pattern -> FindingPredicate.read(pattern).stream())
                    .toList();
            Optional<Pattern> excluded = patterns.stream()
                    .filter(Pattern::isNegated)
                    .filter(pattern -> FindingPredicate.read(pattern).stream()
                            .anyMatch(not -> read.stream().anyMatch(finding -> covers(pattern, not, finding))))
                    .findFirst();
            excluded.ifPresent(pattern -> diagnostics.add(
                    rule.places().of(pattern),
                    LintCode.NEVER_FIRES,
                    "the rule asks for this finding too: " + pattern.text()));
            return excluded.isPresent();
        }

        private static boolean covers(Pattern pattern, FindingPredicate not, FindingPredicate finding) {
            boolean closed = pattern.constraints().stream().noneMatch(Constraint::dependsOnOthers);
            return closed
                    && not.name().equals(finding.name())
                    && (not.of().isEmpty() || not.of().equals(finding.of()));
        }
    }
}
