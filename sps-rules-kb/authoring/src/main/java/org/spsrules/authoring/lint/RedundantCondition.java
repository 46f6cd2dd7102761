package org.spsrules.authoring.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;

/** No constraint on a fact follows from another one on the same fact. */
final class RedundantCondition implements Check {

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        for (ParsedRule rule : subject.rules()) {
            Map<String, List<Constraint>> ofOneFact = new LinkedHashMap<>();
            for (Condition condition : rule.rule().conditions()) {
                if (condition instanceof Pattern pattern && FactModel.instance().isSingle(pattern.factType())) {
                    ofOneFact
                            .computeIfAbsent(pattern.factType(), type -> new ArrayList<>())
                            .addAll(pattern.constraints());
                } else {
                    condition.patterns().stream()
                            .filter(pattern -> !pattern.isNegated())
                            .forEach(pattern -> check(
                                    rule, pattern.factType(), pattern.constraints(), subject.space(), diagnostics));
                }
            }
            ofOneFact.forEach((type, constraints) -> check(rule, type, constraints, subject.space(), diagnostics));
        }
    }

    private static void check(
            ParsedRule rule, String factType, List<Constraint> constraints, FactSpace space, Diagnostics diagnostics) {
        for (int i = 0; i < constraints.size(); i++) {
            for (int j = 0; j < constraints.size(); j++) {
                Constraint given = constraints.get(i);
                Constraint claim = constraints.get(j);
                boolean follows = i != j && space.follows(factType, given, claim);
                if (follows && (i < j || !space.follows(factType, claim, given))) {
                    diagnostics.add(
                            rule.places().of(claim),
                            LintCode.REDUNDANT_CONDITION,
                            claim.spelling() + " says nothing more, because the rule asks for " + given.spelling());
                }
            }
        }
    }
}
