package org.spsrules.authoring.check;

import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.authoring.language.ParsedRule;

/** Reports what is wrong with one rule, at the places of its parts. Not thread-safe. */
final class RuleProblems {

    private final ParsedRule rule;
    private final Diagnostics diagnostics;

    RuleProblems(ParsedRule rule, Diagnostics diagnostics) {
        this.rule = rule;
        this.diagnostics = diagnostics;
    }

    /** Something is wrong with a condition, a constraint or an operand. */
    void at(Object part, LintCode code, String message) {
        diagnostics.add(rule.places().of(part), code, message);
    }

    void at(Part part, LintCode code, String message) {
        diagnostics.add(rule.places().of(part), code, message);
    }

    void at(Part part, String word, LintCode code, String message) {
        diagnostics.add(rule.places().of(part, word), code, message);
    }
}
