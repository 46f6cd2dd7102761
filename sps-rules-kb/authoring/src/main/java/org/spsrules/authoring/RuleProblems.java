package org.spsrules.authoring;

import org.spsrules.authoring.Places.Part;

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
        diagnostics.add(rule.file(), rule.places().of(part), code, message);
    }

    void at(Part part, LintCode code, String message) {
        diagnostics.add(rule.file(), rule.places().of(part), code, message);
    }

    void at(Part part, String word, LintCode code, String message) {
        diagnostics.add(rule.file(), rule.places().of(part, word), code, message);
    }
}
